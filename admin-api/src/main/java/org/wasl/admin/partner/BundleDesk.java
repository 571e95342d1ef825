package org.wasl.admin.partner;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.Consents;
import org.wasl.admin.casework.Step;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.referral.Bundle;
import org.wasl.admin.referral.Referral;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.handover.BundleSealer;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/**
 * Hands over what was ticked of a case, and nothing else: looked at before, released by a second person who keeps the
 * directory of partners, closed to the partner's key or under a passphrase. What was looked at is what leaves: where
 * the case has changed since in what was ticked, it has to be looked at again.
 */
final class BundleDesk {
    private static final int LONGEST_NAME = 120;
    private static final Set<PartnerKind> ACCOUNTS =
            Set.of(PartnerKind.CYBER_POLICE, PartnerKind.POLICE, PartnerKind.SECURITY_SERVICE, PartnerKind.EMERGENCY);

    private final CaseDecisions decisions;
    private final CaseBook book;
    private final CaseDesk cases;
    private final PartnerDesk partners;
    private final Handover handover;
    private final BundleSealer sealer;
    private final PartnerSettings settings;
    private final Supplier<String> ids;
    private final SecureRandom random;
    private final Clock clock;

    BundleDesk(
            CaseDecisions decisions,
            CaseBook book,
            CaseDesk cases,
            PartnerDesk partners,
            Handover handover,
            BundleSealer sealer,
            PartnerSettings settings,
            Supplier<String> ids,
            SecureRandom random,
            Clock clock) {
        this.decisions = decisions;
        this.book = book;
        this.cases = cases;
        this.partners = partners;
        this.handover = handover;
        this.sealer = sealer;
        this.settings = settings;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What somebody ticked.
     *
     * @param language in which it is written for the partner
     * @param name the person's name, as they want it passed on; empty without it
     * @param contact where the partner may reach them; empty without it
     */
    public record Ticked(Set<Bundle.Field> fields, Bundle.Format format, String language, String name, String contact) {
        public Ticked {
            fields = Set.copyOf(fields);
            if (name.length() > LONGEST_NAME || contact.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("bundle: (expected: at most " + LONGEST_NAME + " characters)");
            }
            if (!Set.of("ar", "ckb", "kmr", "en").contains(language)) {
                throw new IllegalArgumentException("bundle language: (expected: of ar, ckb, kmr, en)");
            }
        }

        @Override
        public String toString() {
            return "Ticked[" + fields + ", " + format + ", redacted]";
        }
    }

    /** What a look at it, or giving it out, came to. */
    public sealed interface Look {
        /**
         * The page as the partner will see it.
         *
         * @param lines what stands on it, for a page of the desk's own
         */
        record Page(String html, List<Handover.Line> lines, Bundle bundle) implements Look {
            @Override
            public String toString() {
                return "Page[redacted]";
            }
        }

        record File(BundleFile file) implements Look {}

        record Not(CaseChange why) implements Look {}
    }

    /** The page as it would leave. Nothing is kept; the look is on record as a look at the case is. */
    public Look preview(CurrentStaff staff, CaseNumber number, String referral, Ticked ticked) {
        if (!staff.may(Permission.REFER)) {
            return new Look.Not(new CaseChange.Refused(CaseChange.Why.NOT_ALLOWED));
        }
        return look(staff, number, held -> made(held, referral, fresh("preview", staff, ticked, clock.instant())));
    }

    /** The page of something that was asked for, for the one who has to release it. */
    public Look asked(CurrentStaff staff, CaseNumber number, String id) {
        if (!staff.may(Permission.REFER)) {
            return new Look.Not(new CaseChange.Refused(CaseChange.Why.NOT_ALLOWED));
        }
        Look look = look(
                staff,
                number,
                held -> found(held, id)
                        .map(one -> made(held, one.referral().id(), one.bundle()))
                        .orElse(null));
        if (look instanceof Look.Page) {
            // Changes no edition: who looked may release what they looked at.
            book.change(
                    number,
                    held -> found(held, id)
                            .filter(one -> !one.bundle().seen().contains(staff.id()))
                            .map(one -> with(held, one.referral(), one.bundle().seenBy(staff.id())))
                            .orElse(held));
        }
        return look;
    }

    private Look look(CurrentStaff staff, CaseNumber number, Function<Case, @Nullable Made> make) {
        return switch (cases.open(staff, number)) {
            case CaseReading.Opened opened -> {
                Made made = make.apply(opened.view().held());
                Bytes page = made == null ? null : made.page();
                yield page == null
                        ? new Look.Not(
                                new CaseChange.Refused(made == null ? CaseChange.Why.UNKNOWN_PARTY : made.refused()))
                        : new Look.Page(
                                new String(page.toArray(), StandardCharsets.UTF_8), made.lines(), made.bundle());
            }
            case CaseReading.Missing _ -> new Look.Not(new CaseChange.Missing());
            case CaseReading.Closed _ -> new Look.Not(new CaseChange.Refused(CaseChange.Why.NOT_YOURS));
            case CaseReading.NotAuditable _ -> new Look.Not(new CaseChange.Refused(CaseChange.Why.NOT_READY));
        };
    }

    /** Asks that it leaves. A second person has to release it. */
    public CaseChange ask(
            CurrentStaff staff,
            CaseNumber number,
            String referral,
            Ticked ticked,
            @Nullable Long edition,
            @Nullable String key) {
        return decisions
                .keyed("bundle/ask " + referral, key)
                .decide(staff, number, edition, Permission.REFER, (held, now) -> {
                    Made made = made(held, referral, fresh(ids.get(), staff, ticked, now));
                    if (made.page() == null || made.referral() == null) {
                        return Step.no(made.refused());
                    }
                    if (made.referral().bundles().size() >= settings.mostBundles()) {
                        return Step.no(CaseChange.Why.TOO_MANY);
                    }
                    Bundle bundle = made.bundle().looked(Digest.of(made.page()).toHex());
                    return Step.waits(
                            with(held, made.referral(), bundle),
                            CaseEvent.Kind.BUNDLE_ASKED,
                            bundle.fields().toString(),
                            Act.CASE_EXPORTED);
                });
    }

    /** The second person's word that it leaves. They have looked at it themselves before. */
    public CaseChange release(
            CurrentStaff staff, CaseNumber number, String id, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("bundle/release " + id, key)
                .decide(staff, number, edition, Permission.PARTNER_MANAGE, step(id, (found, now) -> {
                    Bundle bundle = found.bundle();
                    if (bundle.released() != null || !bundle.open(now)) {
                        return Step.no(CaseChange.Why.NOTHING_ASKED);
                    }
                    if (bundle.by().equals(staff.id())) {
                        return Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON);
                    }
                    if (!bundle.seen().contains(staff.id())) {
                        return Step.no(CaseChange.Why.LOOK_FIRST);
                    }
                    return Step.to(
                            with(found.held(), found.referral(), bundle.releasedBy(staff.id(), now)),
                            CaseEvent.Kind.BUNDLE_RELEASED,
                            id,
                            Act.CASE_EXPORTED);
                }));
    }

    /**
     * The file, closed. May be asked for again until it expires; each time stands in the history.
     *
     * @param passphrase one of {@link #passphrase}, shown before; {@code null} has one made
     */
    public Look file(
            CurrentStaff staff, CaseNumber number, String id, @Nullable String passphrase, @Nullable Long edition) {
        String opens = passphrase == null ? passphrase() : passphrase;
        if (!Passphrase.made(opens)) {
            return new Look.Not(new CaseChange.Refused(CaseChange.Why.NOT_READY));
        }
        @Nullable BundleFile[] file = {null};
        CaseChange change = decisions.decide(staff, number, edition, Permission.REFER, step(id, (found, now) -> {
            Bundle bundle = found.bundle();
            if (bundle.released() == null) {
                return Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON);
            }
            Made made = made(found.held(), found.referral().id(), bundle);
            Bytes page = made.page();
            if (page == null) {
                return Step.no(made.refused());
            }
            boolean same = Digest.of(page).toHex().equals(bundle.digest());
            file[0] = same && bundle.open(now) ? closed(found.referral(), bundle, page, opens, now) : null;
            return file[0] == null
                    ? Step.no(CaseChange.Why.NOT_READY)
                    : Step.to(
                            with(found.held(), found.referral(), bundle.givenOut(now)),
                            CaseEvent.Kind.BUNDLE_GIVEN,
                            bundle.format() + " " + id,
                            Act.CASE_EXPORTED);
        }));
        BundleFile made = file[0];
        return change instanceof CaseChange.Done && made != null ? new Look.File(made) : new Look.Not(change);
    }

    /** A fresh passphrase, to be shown beside the button that makes the file. */
    String passphrase() {
        return Passphrase.make(random);
    }

    private @Nullable BundleFile closed(Referral referral, Bundle bundle, Bytes page, String opens, Instant now) {
        return switch (bundle.format()) {
            case ZIP -> BundleFile.zipped(referral.id(), page, opens);
            case SEALED -> {
                PartnerEntry entry = partners.find(referral.partner()).orElse(null);
                PartnerContact contact = entry == null ? null : entry.partner().contact();
                String key = contact == null ? null : contact.key();
                yield key == null
                        ? null
                        : BundleFile.sealed(referral.id(), sealer.seal(page, Bytes.ofHex(key), referral.id(), now));
            }
        };
    }

    /** What was made of a case, or why nothing was. */
    private record Made(
            @Nullable Bytes page,
            List<Handover.Line> lines,
            @Nullable Referral referral,
            Bundle bundle,
            CaseChange.Why refused) {
        @Override
        public String toString() {
            return "Made[redacted]";
        }
    }

    private Made made(Case held, String id, Bundle bundle) {
        Referral referral = held.outside().referral(id).orElse(null);
        PartnerEntry entry =
                referral == null ? null : partners.find(referral.partner()).orElse(null);
        if (referral == null || entry == null) {
            return new Made(null, List.of(), null, bundle, CaseChange.Why.UNKNOWN_PARTY);
        }
        CaseChange.Why why = forbids(held, referral, entry, bundle);
        List<Handover.Line> lines = why == null ? handover.lines(held, referral, bundle) : List.of();
        Bytes page = why == null ? handover.page(lines, referral, entry.partner(), bundle) : null;
        if (page != null && page.size() > settings.largestBundle()) {
            return new Made(null, List.of(), referral, bundle, CaseChange.Why.TOO_LONG);
        }
        return new Made(page, lines, referral, bundle, why == null ? CaseChange.Why.NOT_READY : why);
    }

    /** Why this may not leave; {@code null} when it may. */
    private static CaseChange.@Nullable Why forbids(Case held, Referral referral, PartnerEntry entry, Bundle bundle) {
        if (!referral.open() || !ReferralDesk.working(held)) {
            return CaseChange.Why.NOT_FROM_HERE;
        }
        if (referral.basis().waits()) {
            return CaseChange.Why.NEEDS_ANOTHER_PERSON;
        }
        boolean agreed = Fitting.consent(held, entry).isPresent();
        if (!ReferralDesk.stands(held, referral.basis(), agreed)) {
            return CaseChange.Why.NO_CONSENT;
        }
        PartnerContact contact = entry.partner().contact();
        if (bundle.format() == Bundle.Format.SEALED && (contact == null || contact.key() == null)) {
            return CaseChange.Why.NOT_READY;
        }
        for (Bundle.Field field : bundle.fields()) {
            String scope = field.consent();
            if (scope != null && Consents.standing(held, Set.of(scope)).isEmpty()) {
                return CaseChange.Why.NO_CONSENT;
            }
        }
        // Where nobody may be reached by it, nothing in what staff wrote may lead to somebody.
        if (!bundle.fields().contains(Bundle.Field.CONTACT) && Handover.reaches(referral.asked())) {
            return CaseChange.Why.NO_CONSENT;
        }
        boolean accounts = bundle.fields().contains(Bundle.Field.ACCUSED_ACCOUNTS)
                && !ACCOUNTS.contains(entry.partner().profile().kind());
        // What somebody wrote that could be held against them leaves with nobody's consent.
        boolean incriminating = bundle.fields().contains(Bundle.Field.WORDS)
                && held.reports().stream()
                        .anyMatch(report -> report.assessment().tags().contains(Tag.INCRIMINATING_CONTEXT));
        return accounts || incriminating ? CaseChange.Why.NOT_ALLOWED : null;
    }

    private Bundle fresh(String id, CurrentStaff staff, Ticked ticked, Instant now) {
        boolean named =
                ticked.fields().contains(Bundle.Field.NAME) && !ticked.name().isBlank();
        boolean reached = ticked.fields().contains(Bundle.Field.CONTACT)
                && !ticked.contact().isBlank();
        return new Bundle(
                id,
                ticked.fields(),
                ticked.format(),
                ticked.language(),
                named ? ticked.name().strip() : null,
                reached ? ticked.contact().strip() : null,
                "",
                staff.id(),
                now,
                null,
                null,
                null,
                now.plus(settings.bundleLasts()),
                Set.of());
    }

    private record Found(Case held, Referral referral, Bundle bundle) {
        @Override
        public String toString() {
            return "Found[redacted]";
        }
    }

    private static Optional<Found> found(Case held, String id) {
        for (Referral referral : held.outside().referrals()) {
            for (Bundle bundle : referral.bundles()) {
                if (bundle.id().equals(id)) {
                    return Optional.of(new Found(held, referral, bundle));
                }
            }
        }
        return Optional.empty();
    }

    private static BiFunction<Case, Instant, Step> step(String id, BiFunction<Found, Instant, Step> step) {
        return (held, now) ->
                found(held, id).map(one -> step.apply(one, now)).orElseGet(() -> Step.no(CaseChange.Why.UNKNOWN_PARTY));
    }

    private static Case with(Case held, Referral referral, Bundle bundle) {
        return held.outside(held.outside().with(referral.with(bundle)));
    }
}

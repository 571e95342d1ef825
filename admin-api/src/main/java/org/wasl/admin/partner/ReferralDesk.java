package org.wasl.admin.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.Consents;
import org.wasl.admin.casework.Step;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.DeskConsent;
import org.wasl.admin.referral.Referral;
import org.wasl.triage.report.Level;

/**
 * Asks another party for a service, as far as the person agrees. Without a consent that stands, a referral is refused
 * here, whoever asks; the two grounds that override it need a reason and a second person. A consent that is taken back
 * later withdraws what rests on it in the same write, and who was told of the case has to be told of that.
 */
final class ReferralDesk {
    /** A scope a member of staff may write down. */
    private static final String SCOPE =
            "referral(:[0-9a-z][0-9a-z-]{0,40})?|transfer|words|name|open-contact|contact|visit|statistics|follow-up";

    private static final Set<String> CHANNELS = Set.of("telegram", "web", "phone", "walk-in");
    private static final Set<String> LOCALES = Set.of("ar-IQ", "ckb", "kmr-Arab", "kmr-Latn", "en");
    private static final int LONGEST_VERSION = 80;

    private final CaseDecisions decisions;
    private final PartnerDesk partners;
    private final StaffDirectory directory;
    private final PartnerSettings settings;
    private final Supplier<String> ids;
    private final Clock clock;

    ReferralDesk(
            CaseDecisions decisions,
            PartnerDesk partners,
            StaffDirectory directory,
            PartnerSettings settings,
            Supplier<String> ids,
            Clock clock) {
        this.decisions = decisions;
        this.partners = partners;
        this.directory = directory;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** What somebody typed of a consent they asked for. */
    public record Asked(String scope, boolean granted, String textVersion, String locale, String channel) {
        public Asked {
            if (!scope.matches(SCOPE)) {
                throw new IllegalArgumentException("consent scope: (expected: " + SCOPE + ")");
            }
            if (textVersion.isBlank() || textVersion.length() > LONGEST_VERSION) {
                throw new IllegalArgumentException("consent text: (expected: 1 to " + LONGEST_VERSION + " characters)");
            }
            if (!LOCALES.contains(locale) || !CHANNELS.contains(channel)) {
                throw new IllegalArgumentException("consent: (expected: of " + LOCALES + " and " + CHANNELS + ")");
            }
        }
    }

    /** Writes down what the person said when they were asked. A refusal withdraws at once what rests on the consent. */
    public CaseChange recordConsent(
            CurrentStaff staff, CaseNumber number, Asked asked, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("referral/record-consent", key)
                .decide(staff, number, edition, Permission.CASE_REPLY, (held, now) -> {
                    if (held.takenBack()) {
                        return Step.no(CaseChange.Why.NOT_FROM_HERE);
                    }
                    if (held.outside().consents().size() >= settings.mostConsents()) {
                        return Step.no(CaseChange.Why.TOO_MANY);
                    }
                    DeskConsent consent = new DeskConsent(
                            asked.scope(),
                            asked.granted(),
                            asked.textVersion(),
                            asked.locale(),
                            now,
                            asked.channel(),
                            staff.id());
                    Case after = held.outside(held.outside().with(consent));
                    return Step.to(
                            Consents.settled(after, now),
                            CaseEvent.Kind.CONSENT_RECORDED,
                            asked.scope() + (asked.granted() ? ": yes" : ": no"),
                            Act.CONSENT_RECORDED);
                });
    }

    /**
     * Proposes a referral. Nothing leaves with that.
     *
     * @param asked what is asked of the partner
     * @param without the ground on which it goes without consent; {@code null} where it rests on one
     */
    public CaseChange propose(
            CurrentStaff staff,
            CaseNumber number,
            String partner,
            String asked,
            @Nullable Overriding without,
            @Nullable Long edition,
            @Nullable String key) {
        PartnerEntry entry = partners.find(partner).orElse(null);
        return worded("referral/propose", staff, number, edition, key, asked, (held, now) -> {
            if (entry == null || entry.partner().retired()) {
                return Step.no(CaseChange.Why.UNKNOWN_PARTY);
            }
            if (!working(held)) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            if (held.outside().referrals().size() >= settings.mostReferrals()) {
                return Step.no(CaseChange.Why.TOO_MANY);
            }
            Basis basis = Fitting.consent(held, entry).map(Basis::on).orElse(null);
            if (basis == null && without != null) {
                CaseChange.Why why = without.missing(held, settings);
                if (why != null) {
                    return Step.no(why);
                }
                basis = without.by(staff, now);
            }
            if (basis == null) {
                return Step.no(CaseChange.Why.NO_CONSENT);
            }
            Referral referral = Referral.proposed(ids.get(), partner, asked, basis, staff.id(), now);
            Case after = held.outside(held.outside().with(referral));
            return basis.waits()
                    ? Step.waits(after, CaseEvent.Kind.REFERRAL_PROPOSED, asked, Act.CASE_REFERRED)
                    : Step.to(after, CaseEvent.Kind.REFERRAL_PROPOSED, asked, Act.CASE_REFERRED);
        });
    }

    /** The second person's word on a referral without consent. A no withdraws it. */
    public CaseChange confirm(
            CurrentStaff staff,
            CaseNumber number,
            String id,
            boolean agreed,
            @Nullable Long edition,
            @Nullable String key) {
        return changed("referral/confirm " + agreed, staff, number, edition, key, id, (held, referral) -> {
            Basis.WithoutConsent without = referral.basis().without();
            if (!referral.open() || without == null || !referral.basis().waits()) {
                return Step.no(CaseChange.Why.NOTHING_ASKED);
            }
            boolean enough = !without.by().equals(staff.id()) && Overriding.enough(staff, without.by(), directory);
            if (agreed && !enough) {
                return Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON);
            }
            Instant now = clock.instant();
            return agreed
                    ? to(
                            held,
                            referral.on(referral.basis().confirmed(staff.id(), now)),
                            CaseEvent.Kind.OVERRIDE_CONFIRMED,
                            null)
                    : to(held, referral.withdrawn(now), CaseEvent.Kind.REFERRAL_WITHDRAWN, null);
        });
    }

    /** The partner was asked, by the contact that stands in the directory. From now on an answer is due. */
    public CaseChange send(
            CurrentStaff staff, CaseNumber number, String id, @Nullable Long edition, @Nullable String key) {
        return changed("referral/send", staff, number, edition, key, id, (held, referral) -> {
            PartnerEntry entry = partners.find(referral.partner()).orElse(null);
            if (entry == null || entry.partner().retired()) {
                return Step.no(CaseChange.Why.UNKNOWN_PARTY);
            }
            if (!referral.state().next().contains(Referral.State.SENT) || !working(held)) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            if (referral.basis().waits()) {
                return Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON);
            }
            if (!stands(held, referral.basis(), Fitting.consent(held, entry).isPresent())) {
                return Step.no(CaseChange.Why.NO_CONSENT);
            }
            if (entry.partner().contact() == null) {
                return Step.no(CaseChange.Why.NOT_READY);
            }
            Instant now = clock.instant();
            Case after = held.outside(held.outside().with(referral.sent(now, now.plus(answerWithin(held)))));
            return Step.to(referred(after), CaseEvent.Kind.REFERRAL_SENT, referral.partner(), Act.CASE_REFERRED);
        });
    }

    /** What the partner said, or what came of it. An acceptance is a protective step. */
    public CaseChange answered(
            CurrentStaff staff,
            CaseNumber number,
            String id,
            Referral.State outcome,
            String said,
            @Nullable Long edition,
            @Nullable String key) {
        if (said.length() > settings.longestText()) {
            return new CaseChange.Refused(CaseChange.Why.TOO_LONG);
        }
        return changed("referral/answered " + outcome, staff, number, edition, key, id, (held, referral) -> {
            boolean answer = outcome != Referral.State.SENT && outcome != Referral.State.WITHDRAWN;
            if (!answer || !referral.state().next().contains(outcome)) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            Instant now = clock.instant();
            if (outcome == Referral.State.NO_ANSWER && !referral.late(now)) {
                return Step.no(CaseChange.Why.NOT_READY);
            }
            Case after =
                    held.outside(held.outside().with(referral.answered(outcome, said.isBlank() ? null : said, now)));
            return Step.to(
                    outcome == Referral.State.ACCEPTED ? after.acted(now) : after,
                    CaseEvent.Kind.REFERRAL_ANSWERED,
                    said.isBlank() ? outcome.name() : outcome.name() + ": " + said,
                    Act.CASE_REFERRED);
        });
    }

    /** Staff take a referral back. Who was asked already has to be told. */
    public CaseChange withdraw(
            CurrentStaff staff,
            CaseNumber number,
            String id,
            String reason,
            @Nullable Long edition,
            @Nullable String key) {
        return worded(
                "referral/withdraw " + id,
                staff,
                number,
                edition,
                key,
                reason,
                (held, now) -> held.outside()
                        .referral(id)
                        .map(referral -> referral.open()
                                ? to(held, referral.withdrawn(now), CaseEvent.Kind.REFERRAL_WITHDRAWN, reason)
                                : Step.no(CaseChange.Why.NOT_FROM_HERE))
                        .orElseGet(() -> Step.no(CaseChange.Why.UNKNOWN_PARTY)));
    }

    /** The partner was told that the person no longer agrees, and asked to delete what they have. */
    public CaseChange told(
            CurrentStaff staff, CaseNumber number, String id, @Nullable Long edition, @Nullable String key) {
        return changed(
                "referral/told",
                staff,
                number,
                edition,
                key,
                id,
                (held, referral) -> referral.toTell()
                        ? to(held, referral.told(clock.instant()), CaseEvent.Kind.PARTNER_TOLD, referral.partner())
                        : Step.no(CaseChange.Why.NOTHING_ASKED));
    }

    private CaseChange changed(
            String act,
            CurrentStaff staff,
            CaseNumber number,
            @Nullable Long edition,
            @Nullable String key,
            String id,
            BiFunction<Case, Referral, Step> change) {
        return decisions.keyed(act + " " + id, key).decide(staff, number, edition, Permission.REFER, (held, now) -> {
            Optional<Referral> referral = held.outside().referral(id);
            return referral.isEmpty() ? Step.no(CaseChange.Why.UNKNOWN_PARTY) : change.apply(held, referral.get());
        });
    }

    private CaseChange worded(
            String act,
            CurrentStaff staff,
            CaseNumber number,
            @Nullable Long edition,
            @Nullable String key,
            String words,
            BiFunction<Case, Instant, Step> step) {
        return words.length() > settings.longestText()
                ? new CaseChange.Refused(CaseChange.Why.TOO_LONG)
                : decisions.keyed(act, key).decideWithReason(staff, number, edition, Permission.REFER, words, step);
    }

    private static Step to(Case held, Referral after, CaseEvent.Kind kind, @Nullable String text) {
        return Step.to(held.outside(held.outside().with(after)), kind, text, Act.CASE_REFERRED);
    }

    /** Whether what it rests on still holds: the consent stands, or the danger is still one of now. */
    static boolean stands(Case held, Basis basis, boolean agreed) {
        Basis.WithoutConsent without = basis.without();
        return agreed || (without != null && Overriding.holds(held, without.ground()));
    }

    /** Somebody answers for it, and it was not taken back. */
    static boolean working(Case held) {
        return held.status().open() && held.status() != CaseStatus.WITHDRAWAL_ASKED && !held.takenBack();
    }

    private static Case referred(Case held) {
        boolean goes = held.handling().owner() != null
                && Set.of(CaseStatus.ACKED, CaseStatus.IN_TRIAGE, CaseStatus.IN_PROGRESS)
                        .contains(held.status());
        return goes ? held.handled(held.handling().in(CaseStatus.REFERRED)) : held;
    }

    /** By when a partner should have answered. */
    static Duration answerWithin(Case held) {
        return answerWithin(held.effectiveLevel());
    }

    private static Duration answerWithin(Level level) {
        return switch (level) {
            case L1_IMMEDIATE -> Duration.ofMinutes(30);
            case L2_EMERGENT -> Duration.ofHours(2);
            case L3_URGENT -> Duration.ofHours(24);
            case L4_STANDARD -> Duration.ofHours(72);
            case L5_ADVICE -> Duration.ofDays(7);
        };
    }
}

package org.wasl.admin.partner;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Context;
import org.wasl.triage.seal.Digest;
import org.wasl.triage.seal.Sealer;

/**
 * Where staff read and keep the directory of partners. A contact, and the key something is sealed to, counts only once a
 * second person confirmed it: one wrong digit would send a person's need to a stranger.
 */
final class PartnerDesk {
    private static final String DIRECTORY = "partners";
    private static final Context PROBE = Context.of("wasl/partner-key/v1", "probe");

    private final SealedObjects<Partner> store;
    private final AuditTrail trail;
    private final PartnerSettings settings;
    private final Supplier<String> ids;
    private final Clock clock;

    PartnerDesk(
            SealedObjects<Partner> store,
            AuditTrail trail,
            PartnerSettings settings,
            Supplier<String> ids,
            Clock clock) {
        this.store = store;
        this.trail = trail;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** The whole directory, those no longer there last. Empty, and recorded, for who may not refer. */
    public List<PartnerEntry> all(CurrentStaff staff) {
        if (!staff.may(Permission.REFER)) {
            refused(staff, Act.PARTNERS_READ, DIRECTORY);
            return List.of();
        }
        trail.append(trail.done(staff.id().value(), Act.PARTNERS_READ, DIRECTORY));
        return entries().stream()
                .sorted(Comparator.comparing(
                                (PartnerEntry entry) -> entry.partner().retired())
                        .thenComparing(entry -> entry.partner().profile().kind())
                        .thenComparing(entry -> entry.partner().profile().name("en"))
                        .thenComparing(PartnerEntry::id))
                .toList();
    }

    /** One partner. */
    public Optional<PartnerEntry> one(CurrentStaff staff, String id) {
        if (!staff.may(Permission.REFER)) {
            refused(staff, Act.PARTNERS_READ, id);
            return Optional.empty();
        }
        Optional<PartnerEntry> found = find(id);
        trail.append(
                found.isPresent()
                        ? trail.done(staff.id().value(), Act.PARTNERS_READ, id)
                        : trail.refused(staff.id().value(), Act.PARTNERS_READ, DIRECTORY));
        return found;
    }

    /**
     * A new entry. Its contact waits for a second person.
     *
     * @param key the caller's own for this one act: the same key never adds a second entry
     */
    public PartnerOutcome add(
            CurrentStaff staff, PartnerProfile profile, @Nullable PartnerContact contact, @Nullable String key) {
        if (!staff.may(Permission.PARTNER_MANAGE)) {
            return refused(staff, Act.PARTNER_CHANGED, DIRECTORY);
        }
        if (entries().size() >= settings.most()) {
            return new PartnerOutcome.Refused(PartnerOutcome.Why.TOO_MANY);
        }
        if (!usable(contact)) {
            return new PartnerOutcome.Refused(PartnerOutcome.Why.UNUSABLE_KEY);
        }
        Instant now = clock.instant();
        String id = key == null
                ? ids.get()
                : Digest.of(Bytes.ofUtf8("wasl/partner/v1\n" + staff.id().value() + "\n" + key))
                        .toHex()
                        .substring(0, 24);
        Optional<PartnerEntry> before = find(id);
        if (before.isPresent()) {
            return new PartnerOutcome.Done(before.get());
        }
        Partner fresh = new Partner(
                        profile,
                        null,
                        contact == null ? null : new Partner.Proposal(contact, staff.id(), now),
                        null,
                        today(),
                        false,
                        false,
                        List.of())
                .changed(Partner.Change.What.ADDED, staff.id().value(), now);
        return store.insert(id, today(), fresh, act(staff, id))
                .<PartnerOutcome>map(stored -> new PartnerOutcome.Done(entry(stored)))
                .orElseGet(PartnerOutcome.Overtaken::new);
    }

    /** Changes what is said of a partner; not how they are reached. */
    public PartnerOutcome edit(CurrentStaff staff, String id, long edition, PartnerProfile profile) {
        return changed(staff, id, edition, before -> done(staff, before.with(profile), Partner.Change.What.EDITED));
    }

    /** Proposes how they are reached from now on. */
    public PartnerOutcome propose(CurrentStaff staff, String id, long edition, PartnerContact contact) {
        if (!usable(contact)) {
            return new PartnerOutcome.Refused(PartnerOutcome.Why.UNUSABLE_KEY);
        }
        return changed(
                staff,
                id,
                edition,
                before -> done(
                        staff,
                        before.proposing(new Partner.Proposal(contact, staff.id(), clock.instant())),
                        Partner.Change.What.CONTACT_PROPOSED));
    }

    /** The second person's word on a contact: they reached the partner by another way and compared it, or it is wrong. */
    public PartnerOutcome confirm(CurrentStaff staff, String id, long edition, boolean agreed) {
        return changed(staff, id, edition, before -> {
            Partner.Proposal proposal = before.proposal();
            if (proposal == null) {
                return no(PartnerOutcome.Why.NOTHING_PROPOSED);
            }
            if (agreed && proposal.by().equals(staff.id())) {
                return no(PartnerOutcome.Why.NEEDS_ANOTHER_PERSON);
            }
            return agreed
                    ? done(staff, before.reachedBy(proposal.contact(), today()), Partner.Change.What.CONTACT_CONFIRMED)
                    : done(staff, before.proposing(null), Partner.Change.What.CONTACT_DECLINED);
        });
    }

    /** Somebody of ours reached them today by the contact that stands here. */
    public PartnerOutcome verified(CurrentStaff staff, String id, long edition) {
        return changed(
                staff,
                id,
                edition,
                before -> before.contact() == null
                        ? no(PartnerOutcome.Why.NO_CONTACT)
                        : done(
                                staff,
                                before.verified(today(), today().plus(Period.ofDays((int)
                                        settings.verifyEvery().toDays()))),
                                Partner.Change.What.VERIFIED));
    }

    /** No longer there, or there again. What went to them stays in its cases. */
    public PartnerOutcome retire(CurrentStaff staff, String id, long edition, boolean gone) {
        return changed(
                staff,
                id,
                edition,
                before -> done(
                        staff,
                        before.retired(gone),
                        gone ? Partner.Change.What.RETIRED : Partner.Change.What.BROUGHT_BACK));
    }

    /** For the features of this package: nobody is asked, nothing is recorded. */
    Optional<PartnerEntry> find(String id) {
        return id.matches("[0-9a-z][0-9a-z-]{0,40}") ? store.read(id).map(PartnerDesk::entry) : Optional.empty();
    }

    List<PartnerEntry> entries() {
        return store.live().stream().map(PartnerDesk::entry).toList();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scope.ZONE);
    }

    /** Either the next entry, or why not. */
    private record Next(@Nullable Partner partner, PartnerOutcome.@Nullable Why why) {}

    private Next done(CurrentStaff staff, Partner after, Partner.Change.What what) {
        return new Next(after.changed(what, staff.id().value(), clock.instant()), null);
    }

    private static Next no(PartnerOutcome.Why why) {
        return new Next(null, why);
    }

    private PartnerOutcome changed(CurrentStaff staff, String id, long edition, Function<Partner, Next> change) {
        if (!staff.may(Permission.PARTNER_MANAGE)) {
            return refused(staff, Act.PARTNER_CHANGED, id);
        }
        Stored<Partner> before =
                id.matches("[0-9a-z][0-9a-z-]{0,40}") ? store.read(id).orElse(null) : null;
        if (before == null) {
            return new PartnerOutcome.Missing();
        }
        if (before.edition() != edition) {
            return new PartnerOutcome.Overtaken();
        }
        Next next = change.apply(before.content());
        if (next.partner() == null) {
            trail.append(trail.refused(staff.id().value(), Act.PARTNER_CHANGED, id));
            return new PartnerOutcome.Refused(next.why() == null ? PartnerOutcome.Why.NOT_ALLOWED : next.why());
        }
        return store.replace(before, next.partner(), act(staff, id))
                .<PartnerOutcome>map(stored -> new PartnerOutcome.Done(entry(stored)))
                .orElseGet(PartnerOutcome.Overtaken::new);
    }

    private static boolean usable(@Nullable PartnerContact contact) {
        if (contact == null || contact.key() == null) {
            return true;
        }
        try {
            // Some points of the curve are nobody's key; that shows only when something is sealed to them.
            Sealer.ofRaw(Bytes.ofHex(contact.key())).seal(Bytes.EMPTY, PROBE);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private PartnerOutcome refused(CurrentStaff staff, Act act, String subject) {
        trail.append(trail.refused(staff.id().value(), act, subject));
        return new PartnerOutcome.Refused(PartnerOutcome.Why.NOT_ALLOWED);
    }

    private AuditEntry act(CurrentStaff staff, String id) {
        return trail.done(staff.id().value(), Act.PARTNER_CHANGED, id);
    }

    private static PartnerEntry entry(Stored<Partner> stored) {
        return new PartnerEntry(stored.id(), stored.edition(), stored.content());
    }
}

package org.wasl.admin.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.ClaimPassing;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.store.Mentions;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/**
 * A shift changes hands: who goes signs what they leave, who comes signs that they took it, each by their own sign-in.
 *
 * <p>No signature is taken while an urgent case waits for somebody to take it. A write carries its audit entry inside the
 * handover; a look and a refusal are on the chain before the answer leaves.
 */
final class HandoverDesk {
    private final SealedObjects<Handover> objects;
    private final HandoverContent content;
    private final HandoverCases cases;
    private final StaffDirectory directory;
    private final AuditTrail trail;
    private final Mentions mentions;
    private final HandoverSettings settings;
    private final Supplier<String> once;
    private final Clock clock;

    /** @param once fresh letters and digits each time that nobody can guess, for ids and salts */
    HandoverDesk(
            SealedObjects<Handover> objects,
            HandoverContent content,
            HandoverCases cases,
            StaffDirectory directory,
            AuditTrail trail,
            Mentions mentions,
            HandoverSettings settings,
            Supplier<String> once,
            Clock clock) {
        this.objects = objects;
        this.content = content;
        this.cases = cases;
        this.directory = directory;
        this.trail = trail;
        this.mentions = mentions;
        this.settings = settings;
        this.once = once;
        this.clock = clock;
    }

    /**
     * What somebody would hand over now.
     *
     * @param elsewhere how many more are none of this reader's
     * @param blocking urgent cases nobody has taken, as far as they may know of them
     * @param blockingElsewhere how many more of those there are
     */
    record Draft(
            List<Handover.Line> lines,
            int elsewhere,
            int leftOut,
            List<CaseNumber> claims,
            List<String> blocking,
            int blockingElsewhere,
            List<StaffMember> colleagues) {}

    Optional<Draft> draft(CurrentStaff staff) {
        if (!staff.may(Permission.HANDOVER)) {
            refused(staff, Act.HANDOVER_READ, "handover");
            return Optional.empty();
        }
        trail.append(trail.done(staff.id().value(), Act.HANDOVER_READ, "handover"));
        HandoverContent.Drawn drawn = content.draw(cases.hot(), staff.id(), clock.instant());
        List<Handover.Line> theirs =
                drawn.lines().stream().filter(line -> theirs(staff, line)).toList();
        Blocking blocking = blocking(staff);
        return Optional.of(new Draft(
                theirs,
                drawn.lines().size() - theirs.size(),
                drawn.leftOut(),
                held(staff.id()),
                blocking.known(),
                blocking.elsewhere(),
                directory.onDuty().stream()
                        .filter(member -> !member.id().equals(staff.id()))
                        .filter(member -> member.role().may(Permission.HANDOVER))
                        .toList()));
    }

    /** The latest handovers somebody gave, took or has to supervise, the latest first. */
    List<HandoverView> latest(CurrentStaff staff) {
        if (!staff.may(Permission.HANDOVER)) {
            refused(staff, Act.HANDOVER_READ, "handovers");
            return List.of();
        }
        LocalDate today = today();
        return objects.ids(today.minusDays(settings.lookBack()), today).stream()
                .flatMap(id -> objects.read(id).stream())
                .filter(one -> mayRead(staff, one.content()))
                .sorted(Comparator.comparing(
                                (Stored<Handover> one) -> one.content().signed())
                        .reversed())
                .map(one -> view(staff, one))
                .toList();
    }

    Optional<HandoverView> read(CurrentStaff staff, String id) {
        Stored<Handover> stored = objects.read(id).orElse(null);
        if (stored == null) {
            return Optional.empty();
        }
        if (!mayRead(staff, stored.content())) {
            refused(staff, Act.HANDOVER_READ, id);
            return Optional.empty();
        }
        trail.append(trail.done(staff.id().value(), Act.HANDOVER_READ, id));
        return Optional.of(view(staff, stored));
    }

    /**
     * Signs the shift over.
     *
     * @param claims what is given away with it; what somebody else holds is left out
     * @param key the caller's own key for this one act: the same key is the same handover
     */
    HandoverChange sign(CurrentStaff staff, StaffId to, String notes, Set<CaseNumber> claims, @Nullable String key) {
        if (!staff.may(Permission.HANDOVER)) {
            return refuse(staff, "handover", HandoverChange.Why.NOT_ALLOWED);
        }
        StaffMember next = directory.find(to).orElse(null);
        HandoverChange.Why why = why(staff, next, notes);
        if (next == null || why != null) {
            return refuse(staff, "handover", why == null ? HandoverChange.Why.UNKNOWN_STAFF : why);
        }
        Stored<Handover> waiting = objects.live().stream()
                .filter(one -> one.content().from().id().equals(staff.id()))
                .filter(one -> one.content().waits())
                .findFirst()
                .orElse(null);
        if (waiting != null) {
            return new HandoverChange.Waiting(view(staff, waiting));
        }
        Blocking blocking = blocking(staff);
        if (blocking.stands()) {
            refused(staff, Act.HANDOVER_SIGNED, "handover");
            return new HandoverChange.Blocked(blocking.known());
        }
        Instant now = clock.instant();
        HandoverContent.Drawn drawn = content.draw(cases.hot(), staff.id(), now);
        Handover handover = new Handover(
                        new Handover.Person(staff.id(), staff.displayName()),
                        new Handover.Person(to, next.displayName()),
                        now,
                        drawn.lines().stream()
                                .map(line -> line.salted(once.get()))
                                .toList(),
                        drawn.leftOut(),
                        notes.strip(),
                        held(staff.id()).stream().filter(claims::contains).toList(),
                        null,
                        null,
                        List.of())
                .salted(once.get());
        String id = today().toString().replace("-", "") + "-" + (key == null ? once.get() : named(staff, key));
        if (objects.read(id).isEmpty()) {
            Stream<CaseNumber> spokenOf =
                    Stream.concat(drawn.lines().stream().map(Handover.Line::number), CaseNumber.in(notes).stream());
            mentions.note(
                    spokenOf.map(CaseNumber::value).distinct().toList(), HandoverConfiguration.HANDOVERS, id, today());
        }
        return objects.insert(id, today(), handover, trail.done(staff.id().value(), Act.HANDOVER_SIGNED, id))
                .<HandoverChange>map(stored -> new HandoverChange.Done(view(staff, stored)))
                .orElseGet(() -> objects.read(id)
                        .<HandoverChange>map(stored -> new HandoverChange.Done(view(staff, stored)))
                        .orElseGet(HandoverChange.Missing::new));
    }

    /**
     * Takes the shift over. The claims agreed to pass first; what stays where it was is said. Broken off in between it is
     * accepted again, and what passed stays passed.
     *
     * @param agreed which of the offered claims they take
     */
    HandoverChange accept(CurrentStaff staff, String id, Set<CaseNumber> agreed, long edition) {
        Stored<Handover> before = objects.read(id).orElse(null);
        HandoverChange no = before == null ? new HandoverChange.Missing() : no(staff, before, edition, true);
        if (before == null || no != null) {
            return no == null ? new HandoverChange.Missing() : no;
        }
        Blocking blocking = blocking(staff);
        if (blocking.stands()) {
            refused(staff, Act.HANDOVER_ACCEPTED, id);
            return new HandoverChange.Blocked(blocking.known());
        }
        Handover handover = before.content();
        List<CaseNumber> passed = new ArrayList<>();
        List<CaseNumber> kept = new ArrayList<>();
        for (CaseNumber number : handover.claims()) {
            boolean takes = agreed.contains(number)
                    && cases.pass(handover.from().id(), staff, number) == ClaimPassing.Passed.DONE;
            (takes ? passed : kept).add(number);
        }
        Instant now = clock.instant();
        String hash = hash(id, handover, now, passed, kept);
        AuditEntry entry = trail.entry(staff.id().value(), Act.HANDOVER_ACCEPTED, id, AuditEntry.Outcome.DONE, hash);
        return objects.replace(before, handover.accepted(new Handover.Acceptance(now, passed, kept, hash)), entry)
                .<HandoverChange>map(stored -> new HandoverChange.Done(view(staff, stored)))
                .orElseGet(() -> overtaken(id));
    }

    /** Takes one's own signature back, as long as nobody accepted. */
    HandoverChange takeBack(CurrentStaff staff, String id, long edition) {
        Stored<Handover> before = objects.read(id).orElse(null);
        HandoverChange no = before == null ? new HandoverChange.Missing() : no(staff, before, edition, false);
        if (before == null || no != null) {
            return no == null ? new HandoverChange.Missing() : no;
        }
        return objects.replace(
                        before,
                        before.content().takenBack(clock.instant()),
                        trail.done(staff.id().value(), Act.HANDOVER_CHANGED, id))
                .<HandoverChange>map(stored -> new HandoverChange.Done(view(staff, stored)))
                .orElseGet(() -> overtaken(id));
    }

    private @Nullable HandoverChange no(CurrentStaff staff, Stored<Handover> stored, long edition, boolean accepting) {
        Handover handover = stored.content();
        if (!staff.may(Permission.HANDOVER)) {
            return refuse(staff, stored.id(), HandoverChange.Why.NOT_ALLOWED);
        }
        StaffId whose = accepting ? handover.to().id() : handover.from().id();
        if (!whose.equals(staff.id())) {
            return refuse(staff, stored.id(), HandoverChange.Why.NOT_YOURS);
        }
        if (stored.edition() != edition) {
            return new HandoverChange.Overtaken(stored.edition(), handover.state());
        }
        return handover.waits() ? null : refuse(staff, stored.id(), HandoverChange.Why.OVER);
    }

    private HandoverChange.@Nullable Why why(CurrentStaff staff, @Nullable StaffMember next, String notes) {
        if (next == null) {
            return HandoverChange.Why.UNKNOWN_STAFF;
        }
        if (next.id().equals(staff.id())) {
            return HandoverChange.Why.YOURSELF;
        }
        if (!next.onDuty() || !next.role().may(Permission.HANDOVER)) {
            return HandoverChange.Why.NOT_ON_DUTY;
        }
        return notes.length() > settings.longestNote() ? HandoverChange.Why.TOO_LONG : null;
    }

    private HandoverChange overtaken(String id) {
        return objects.read(id)
                .<HandoverChange>map(now -> new HandoverChange.Overtaken(
                        now.edition(), now.content().state()))
                .orElseGet(HandoverChange.Missing::new);
    }

    private HandoverView view(CurrentStaff staff, Stored<Handover> stored) {
        Handover handover = stored.content();
        List<Handover.Line> theirs =
                handover.lines().stream().filter(line -> theirs(staff, line)).toList();
        Handover.Acceptance accepted = handover.acceptance();
        Blocking blocking = handover.waits() ? blocking(staff) : Blocking.NONE;
        return new HandoverView(
                stored.id(),
                stored.edition(),
                stored.day(),
                handover,
                theirs,
                handover.lines().size() - theirs.size(),
                known(staff, handover.claims()),
                accepted == null ? List.of() : known(staff, accepted.passed()),
                accepted == null ? List.of() : known(staff, accepted.kept()),
                blocking.known(),
                blocking.elsewhere(),
                accepted == null
                        || accepted.hash()
                                .equals(hash(
                                        stored.id(), handover, accepted.at(), accepted.passed(), accepted.kept())));
    }

    /** Both who signed it, and whoever supervises shifts. */
    private static boolean mayRead(CurrentStaff staff, Handover handover) {
        boolean theirs = staff.id().equals(handover.from().id())
                || staff.id().equals(handover.to().id());
        return staff.may(Permission.HANDOVER) && (theirs || staff.may(Permission.LEVEL_LOWER));
    }

    private boolean theirs(CurrentStaff staff, Handover.Line line) {
        if (line.apart() || cases.hot(line.number()).isPresent()) {
            return cases.readable(staff, line.number());
        }
        return staff.scope().coversPlace(line.where());
    }

    private List<CaseNumber> known(CurrentStaff staff, List<CaseNumber> numbers) {
        return numbers.stream().filter(number -> cases.readable(staff, number)).toList();
    }

    private List<CaseNumber> held(StaffId staff) {
        return cases.hot().stream()
                .filter(held -> held.queued() && !held.drill() && staff.equals(held.owner()))
                .sorted(Comparator.comparing(HotCase::level).thenComparing(HotCase::opened))
                .map(HotCase::number)
                .toList();
    }

    /** Urgent cases nobody has taken: those of this reader by number, the others as a count. */
    private record Blocking(List<String> known, int elsewhere) {
        private static final Blocking NONE = new Blocking(List.of(), 0);

        boolean stands() {
            return !known.isEmpty() || elsewhere > 0;
        }
    }

    private Blocking blocking(CurrentStaff staff) {
        List<HotCase> all = HandoverContent.blocking(cases.hot());
        List<String> known = all.stream()
                .map(HotCase::number)
                .filter(number -> cases.readable(staff, number))
                .map(CaseNumber::value)
                .toList();
        return new Blocking(known, all.size() - known.size());
    }

    private HandoverChange refuse(CurrentStaff staff, String id, HandoverChange.Why why) {
        refused(staff, Act.HANDOVER_CHANGED, id);
        return new HandoverChange.Refused(why);
    }

    private void refused(CurrentStaff staff, Act act, String subject) {
        trail.append(trail.refused(staff.id().value(), act, subject));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scope.ZONE);
    }

    private static String hash(
            String id, Handover handover, Instant at, List<CaseNumber> passed, List<CaseNumber> kept) {
        return Digest.of(Bytes.ofUtf8(handover.text(id, at, passed, kept))).toHex();
    }

    private static String named(CurrentStaff staff, String key) {
        return Digest.of(Bytes.ofUtf8("wasl/handover/v1\n" + staff.id().value() + "\n" + key))
                .toHex()
                .substring(0, 16);
    }
}

package org.wasl.admin.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.MeetingDecisions;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/**
 * What a meeting decides about its cases. The case is written first, then the meeting: a crash between the two is
 * completed by deciding the same again, which changes nothing in the case.
 */
final class MeetingWork {
    private final SealedObjects<Meeting> objects;
    private final MeetingCases cases;
    private final MeetingViews views;
    private final MeetingDoor door;
    private final AuditTrail trail;
    private final MeetingSettings settings;
    private final Clock clock;

    MeetingWork(
            SealedObjects<Meeting> objects,
            MeetingCases cases,
            MeetingViews views,
            MeetingDoor door,
            AuditTrail trail,
            MeetingSettings settings,
            Clock clock) {
        this.objects = objects;
        this.cases = cases;
        this.views = views;
        this.door = door;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What somebody wants to have decided.
     *
     * @param caseEdition the case as it was looked at; {@code null} for whatever it is by now
     */
    record Wish(
            Decision.Kind kind,
            @Nullable StaffId owner,
            @Nullable Instant due,
            String note,
            @Nullable Long caseEdition) {
        @Override
        public String toString() {
            return "Wish[" + kind + ", redacted]";
        }
    }

    /** Decides on one case: who does what by when, which becomes its next action, or that it is put off and why. */
    MeetingChange decide(CurrentStaff staff, String id, CaseNumber number, Wish wish, long edition) {
        Stored<Meeting> stored = objects.read(id).orElse(null);
        if (stored == null) {
            return new MeetingChange.Missing();
        }
        MeetingChange no = door.refusal(staff, Permission.MEETING, stored, edition);
        if (no != null) {
            return no;
        }
        Item item = stored.content()
                .item(number)
                .filter(one -> views.theirs(staff, one))
                .orElse(null);
        if (item == null) {
            return door.refuse(staff, id, MeetingChange.Why.UNKNOWN_CASE);
        }
        List<String> outside = views.outside(stored.content(), item);
        if (!outside.isEmpty()) {
            door.refused(staff, Act.MEETING_CHANGED, id);
            return new MeetingChange.NotBefore(outside);
        }
        HotCase held = cases.hot(number).orElse(null);
        MeetingChange.Why missing = missing(wish, held);
        if (missing != null) {
            return new MeetingChange.Refused(missing);
        }
        CaseChange answer = onCase(staff, stored, item, wish);
        if (answer != null && !(answer instanceof CaseChange.Done)) {
            door.refused(staff, Act.MEETING_CHANGED, id);
            return new MeetingChange.CaseSaid(answer);
        }
        return written(staff, id, item, wish, clock.instant());
    }

    /** Gives the standard cases nobody answers for to whom the desk suggests. What finds nobody stays on the list. */
    MeetingChange giveBatch(CurrentStaff staff, String id, long edition) {
        return door.change(staff, Permission.MEETING, id, edition, (meeting, now) -> {
            List<CaseNumber> given = new ArrayList<>();
            for (CaseNumber number : meeting.batch()) {
                boolean gone =
                        cases.hot(number).filter(held -> held.owner() == null).isEmpty();
                if (gone || cases.giveAsSuggested(staff, number)) {
                    given.add(number);
                }
            }
            if (given.isEmpty()) {
                return new MeetingDoor.Same();
            }
            return new MeetingDoor.To(meeting.without(
                    given,
                    new Meeting.Happened(
                            Meeting.Happened.Kind.BATCH_GIVEN, now, staff.id(), Integer.toString(given.size()))));
        });
    }

    private MeetingChange.@Nullable Why missing(Wish wish, @Nullable HotCase held) {
        if (wish.note().length() > settings.longestNote()) {
            return MeetingChange.Why.TOO_LONG;
        }
        if (wish.kind().what() == null) {
            return wish.note().isBlank() ? MeetingChange.Why.REASON_MISSING : null;
        }
        if (wish.due() == null) {
            return MeetingChange.Why.DATE_MISSING;
        }
        boolean nobody = wish.owner() == null && (held == null || held.owner() == null);
        return nobody ? MeetingChange.Why.OWNER_MISSING : null;
    }

    /** {@code null} where the case is left as it is. */
    private @Nullable CaseChange onCase(CurrentStaff staff, Stored<Meeting> stored, Item item, Wish wish) {
        if (wish.kind() == Decision.Kind.DEFERRED) {
            return null;
        }
        NextAction.What what = wish.kind().what();
        Instant due = wish.due();
        String words = (wish.kind() + " " + wish.note()).strip();
        return cases.decided(
                staff,
                item.number(),
                new MeetingDecisions.Decided(
                        wish.owner(),
                        what == null ? NextAction.What.LOOK : what,
                        due == null ? clock.instant() : due,
                        words),
                wish.caseEdition(),
                once(stored, item, wish));
    }

    /** The same decision on the same state of the item is one act, however often it is sent. */
    private static String once(Stored<Meeting> stored, Item item, Wish wish) {
        long before = stored.content().happened().stream()
                .filter(one -> item.number().value().equals(one.about()))
                .count();
        return Digest.of(Bytes.ofUtf8("wasl/meeting/v1\n" + stored.id() + "\n" + item.number() + "\n" + before + "\n"
                        + wish.kind() + "\n" + wish.owner() + "\n" + wish.due() + "\n" + wish.note()))
                .toHex();
    }

    /** The case has it: whatever else happened in the meeting meanwhile, its minutes get it too. */
    private MeetingChange written(CurrentStaff staff, String id, Item item, Wish wish, Instant now) {
        Decision decision =
                new Decision(wish.kind(), wish.owner(), wish.due(), wish.note().strip(), staff.id(), now);
        Meeting.Happened what = new Meeting.Happened(
                Meeting.Happened.Kind.DECIDED, now, staff.id(), item.number().value());
        Optional<Stored<Meeting>> after = objects.change(
                id,
                meeting -> meeting.item(item.number())
                        .filter(one -> meeting.open() && !decision.same(one.decision()))
                        .map(one -> meeting.with(one.decided(decision), what))
                        .orElse(meeting),
                trail.done(staff.id().value(), Act.MEETING_CHANGED, id));
        return after.<MeetingChange>map(stored -> new MeetingChange.Done(views.of(staff, stored)))
                .orElseGet(MeetingChange.Missing::new);
    }
}

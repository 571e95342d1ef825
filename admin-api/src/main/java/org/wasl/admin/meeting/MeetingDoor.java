package org.wasl.admin.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;

/** What every change of a meeting has in common: permission, place, that it goes on, edition, audit. */
final class MeetingDoor {
    private static final int LATEST = 5;

    private final SealedObjects<Meeting> objects;
    private final MeetingViews views;
    private final AuditTrail trail;
    private final Clock clock;

    MeetingDoor(SealedObjects<Meeting> objects, MeetingViews views, AuditTrail trail, Clock clock) {
        this.objects = objects;
        this.views = views;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is made of a meeting. */
    sealed interface Made {}

    record To(Meeting next) implements Made {}

    /** It is so already. */
    record Same() implements Made {}

    record No(MeetingChange answer) implements Made {}

    /**
     * Whether somebody has to do with the meeting of this part of the country.
     *
     * @param right what the act asks of them, named by whoever offers it
     */
    boolean opens(CurrentStaff staff, Permission right, @Nullable Governorate part) {
        return staff.may(right) && (part == null || staff.scope().governorates().contains(part));
    }

    /** A change of a meeting that goes on, by somebody who is in the room. */
    MeetingChange change(
            CurrentStaff staff, Permission right, String id, long edition, BiFunction<Meeting, Instant, Made> change) {
        Stored<Meeting> before = objects.read(id).orElse(null);
        MeetingChange no = before == null ? new MeetingChange.Missing() : refusal(staff, right, before, edition);
        if (before == null || no != null) {
            return no == null ? new MeetingChange.Missing() : no;
        }
        return switch (change.apply(before.content(), clock.instant())) {
            case No refused -> {
                refused(staff, Act.MEETING_CHANGED, id);
                yield refused.answer();
            }
            case Same same -> new MeetingChange.Done(views.of(staff, before));
            case To to ->
                objects.replace(before, to.next(), trail.done(staff.id().value(), Act.MEETING_CHANGED, id))
                        .<MeetingChange>map(stored -> new MeetingChange.Done(views.of(staff, stored)))
                        .orElseGet(() -> overtaken(id));
        };
    }

    /** Why somebody may not write into this meeting now; {@code null} when they may. */
    @Nullable
    MeetingChange refusal(CurrentStaff staff, Permission right, Stored<Meeting> stored, long edition) {
        Meeting meeting = stored.content();
        if (!opens(staff, right, meeting.governorate())) {
            return refuse(staff, stored.id(), MeetingChange.Why.NOT_ALLOWED);
        }
        if (!meeting.open()) {
            return refuse(staff, stored.id(), MeetingChange.Why.FROZEN);
        }
        if (!meeting.present(staff.id())) {
            return refuse(staff, stored.id(), MeetingChange.Why.NOT_THERE);
        }
        return stored.edition() == edition ? null : overtaken(stored);
    }

    MeetingChange refuse(CurrentStaff staff, String id, MeetingChange.Why why) {
        refused(staff, Act.MEETING_CHANGED, id);
        return new MeetingChange.Refused(why);
    }

    void refused(CurrentStaff staff, Act act, String subject) {
        trail.append(trail.refused(staff.id().value(), act, subject));
    }

    MeetingChange overtaken(String id) {
        Optional<Stored<Meeting>> now = objects.read(id);
        return now.isEmpty() ? new MeetingChange.Missing() : overtaken(now.get());
    }

    private static MeetingChange overtaken(Stored<Meeting> now) {
        List<Meeting.Happened> all = now.content().happened();
        return new MeetingChange.Overtaken(now.edition(), all.subList(Math.max(0, all.size() - LATEST), all.size()));
    }
}

package org.wasl.admin.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.store.Stored;

/**
 * Who sees which case of a meeting. What is told to its case team only is shown while a meeting goes on only when
 * everybody in the room is of that team: what one of them has on the screen, all of them read.
 */
final class MeetingViews {
    private final MeetingCases cases;
    private final StaffDirectory directory;

    MeetingViews(MeetingCases cases, StaffDirectory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    MeetingView of(CurrentStaff staff, Stored<Meeting> stored) {
        Meeting meeting = stored.content();
        List<MeetingView.Row> rows = new ArrayList<>();
        List<String> outside = new ArrayList<>();
        int apart = 0;
        int elsewhere = 0;
        for (Item item : meeting.items()) {
            if (!theirs(staff, item)) {
                elsewhere++;
                continue;
            }
            List<String> others = outside(meeting, item);
            if (others.isEmpty()) {
                rows.add(row(item));
            } else {
                apart++;
                others.stream().filter(name -> !outside.contains(name)).forEach(outside::add);
            }
        }
        return new MeetingView(
                stored.id(),
                stored.edition(),
                stored.day(),
                meeting,
                rows,
                apart,
                outside,
                elsewhere,
                MinutesText.whole(stored.id(), meeting));
    }

    /** One case of the agenda as this person may know it, before a meeting has begun. */
    Optional<MeetingView.Row> alone(CurrentStaff staff, Item item) {
        return theirs(staff, item) ? Optional.of(row(item)) : Optional.empty();
    }

    /** Whether this person may know that the case is there. */
    boolean theirs(CurrentStaff staff, Item item) {
        if (item.apart() || cases.hot(item.number()).isPresent()) {
            return cases.readable(staff, item.number());
        }
        return staff.scope().coversPlace(item.where());
    }

    /** Who is in the room and may not know of this case. Minutes are read alone. */
    List<String> outside(Meeting meeting, Item item) {
        if (!item.apart() || !meeting.open()) {
            return List.of();
        }
        return meeting.present().stream()
                .filter(one -> !directory
                        .find(one.who())
                        .map(MeetingViews::asked)
                        .map(who -> cases.readable(who, item.number()))
                        .orElse(false))
                .map(Attendee::name)
                .toList();
    }

    private MeetingView.Row row(Item item) {
        HotCase now = cases.hot(item.number()).orElse(null);
        Decision decision = item.decision();
        return new MeetingView.Row(
                item,
                now,
                name(now == null ? item.owner() : now.owner()),
                name(decision == null ? null : decision.owner()));
    }

    private @Nullable String name(@Nullable StaffId id) {
        return id == null
                ? null
                : directory.find(id).map(StaffMember::displayName).orElse(null);
    }

    private static CurrentStaff asked(StaffMember member) {
        return new CurrentStaff(
                member.id(), member.displayName(), member.role(), member.scope(), member.demonstration());
    }
}

package org.wasl.admin.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.store.Mentions;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;

/**
 * The daily review meeting: drawn up by rule, begun, held, ended.
 *
 * <p>A write carries its audit entry inside the meeting; a look and a refusal are on the chain before the answer leaves.
 * What becomes of single cases stands in {@link MeetingWork}, how it ends in {@link MeetingMinutes}.
 */
final class MeetingDesk {
    private final SealedObjects<Meeting> objects;
    private final Archive archive;
    private final AgendaRules rules;
    private final MeetingCases cases;
    private final MeetingViews views;
    private final MeetingDoor door;
    private final StaffDirectory directory;
    private final AuditTrail trail;
    private final Mentions mentions;
    private final MeetingSettings settings;
    private final Clock clock;

    MeetingDesk(
            SealedObjects<Meeting> objects,
            Archive archive,
            AgendaRules rules,
            MeetingCases cases,
            MeetingViews views,
            MeetingDoor door,
            StaffDirectory directory,
            AuditTrail trail,
            Mentions mentions,
            MeetingSettings settings,
            Clock clock) {
        this.objects = objects;
        this.archive = archive;
        this.rules = rules;
        this.cases = cases;
        this.views = views;
        this.door = door;
        this.directory = directory;
        this.trail = trail;
        this.mentions = mentions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a meeting would look at now.
     *
     * @param batch how many standard cases nobody answers for
     * @param elsewhere how many more are none of this reader's
     * @param leftOut how many did not fit
     */
    record Preview(List<MeetingView.Row> rows, int batch, int elsewhere, int leftOut) {}

    /** One line of the list of meetings. */
    record Held(String id, Meeting meeting, long decided) {}

    /** The agenda as it would be now; empty without the right. */
    Optional<Preview> agenda(CurrentStaff staff, @Nullable Governorate part) {
        if (!door.opens(staff, Permission.MEETING, part)) {
            door.refused(staff, Act.MEETING_READ, part(part));
            return Optional.empty();
        }
        trail.append(trail.done(staff.id().value(), Act.MEETING_READ, "agenda-" + part(part)));
        AgendaRules.Drawn drawn = rules.draw(cases.hot(), archive.left(part), part, clock.instant());
        List<MeetingView.Row> rows = drawn.items().stream()
                .flatMap(item -> views.alone(staff, item).stream())
                .toList();
        return Optional.of(
                new Preview(rows, drawn.batch().size(), drawn.items().size() - rows.size(), drawn.leftOut()));
    }

    /** The latest meetings somebody may know of, the latest first. */
    List<Held> latest(CurrentStaff staff) {
        if (!staff.may(Permission.MEETING)) {
            door.refused(staff, Act.MEETING_READ, "meetings");
            return List.of();
        }
        return archive.latest().stream()
                .filter(one ->
                        door.opens(staff, Permission.MEETING, one.content().governorate()))
                .map(one -> new Held(
                        one.id(),
                        one.content(),
                        one.content().items().stream().filter(Item::decided).count()))
                .toList();
    }

    /** Begins one: the agenda is drawn up and stands. Of one part of the country there is one at a time. */
    MeetingChange begin(CurrentStaff staff, @Nullable Governorate part, Set<StaffId> present) {
        if (!door.opens(staff, Permission.MEETING, part)) {
            return door.refuse(staff, part(part), MeetingChange.Why.NOT_ALLOWED);
        }
        Stored<Meeting> running = archive.running(part).orElse(null);
        if (running != null) {
            return new MeetingChange.Running(views.of(staff, running));
        }
        Set<StaffId> people = new LinkedHashSet<>(present);
        people.remove(staff.id());
        if (people.size() >= settings.mostPeople()) {
            return new MeetingChange.Refused(MeetingChange.Why.TOO_MANY);
        }
        Instant now = clock.instant();
        Attendee chair = new Attendee(staff.id(), staff.displayName(), now, null);
        List<Attendee> attendance = new ArrayList<>(List.of(chair));
        for (StaffId id : people) {
            StaffMember member = directory.find(id).orElse(null);
            if (member == null) {
                return new MeetingChange.Refused(MeetingChange.Why.UNKNOWN_STAFF);
            }
            attendance.add(new Attendee(id, member.displayName(), now, null));
        }
        AgendaRules.Drawn drawn = rules.draw(cases.hot(), archive.left(part), part, now);
        return begin(
                staff,
                new Meeting(
                        part,
                        chair,
                        attendance,
                        drawn.items(),
                        drawn.batch(),
                        drawn.leftOut(),
                        List.of(new Meeting.Happened(Meeting.Happened.Kind.BEGUN, now, staff.id(), null)),
                        null,
                        List.of(),
                        List.of()));
    }

    /** The number at the end of the id is what keeps two nodes from beginning the same meeting twice. */
    private MeetingChange begin(CurrentStaff staff, Meeting meeting) {
        for (int number = 1; number <= settings.most(); number++) {
            String id = archive.today().toString().replace("-", "") + "-" + part(meeting.governorate()) + "-" + number;
            Optional<Stored<Meeting>> standing = objects.read(id);
            if (standing.isEmpty()) {
                mention(meeting.items(), id);
            }
            Optional<Stored<Meeting>> stored = objects.insert(
                    id, archive.today(), meeting, trail.done(staff.id().value(), Act.MEETING_BEGUN, id));
            if (stored.isPresent()) {
                return new MeetingChange.Done(views.of(staff, stored.get()));
            }
            Optional<Stored<Meeting>> running =
                    objects.read(id).filter(one -> one.content().open());
            if (running.isPresent()) {
                return new MeetingChange.Running(views.of(staff, running.get()));
            }
        }
        return new MeetingChange.Refused(MeetingChange.Why.TOO_MANY);
    }

    /** A meeting, or its minutes; empty when there is none, or it is not theirs. */
    Optional<MeetingView> read(CurrentStaff staff, String id) {
        Stored<Meeting> stored = objects.read(id).orElse(null);
        if (stored == null) {
            return Optional.empty();
        }
        if (!door.opens(staff, Permission.MEETING, stored.content().governorate())) {
            door.refused(staff, Act.MEETING_READ, id);
            return Optional.empty();
        }
        trail.append(trail.done(staff.id().value(), Act.MEETING_READ, id));
        return Optional.of(views.of(staff, stored));
    }

    /** Somebody comes in. Harmless when they are there. */
    MeetingChange came(CurrentStaff staff, String id, StaffId who, long edition) {
        return door.change(staff, Permission.MEETING, id, edition, (meeting, now) -> {
            StaffMember member = directory.find(who).orElse(null);
            if (member == null) {
                return new MeetingDoor.No(new MeetingChange.Refused(MeetingChange.Why.UNKNOWN_STAFF));
            }
            if (meeting.present(who)) {
                return new MeetingDoor.Same();
            }
            if (meeting.attendance().size() >= 2 * settings.mostPeople()) {
                return new MeetingDoor.No(new MeetingChange.Refused(MeetingChange.Why.TOO_MANY));
            }
            List<Attendee> more = new ArrayList<>(meeting.attendance());
            more.add(new Attendee(who, member.displayName(), now, null));
            return new MeetingDoor.To(meeting.attended(
                    more, new Meeting.Happened(Meeting.Happened.Kind.CAME, now, staff.id(), who.value())));
        });
    }

    /** Somebody goes out. Harmless when they are not there. Who holds the meeting stays. */
    MeetingChange left(CurrentStaff staff, String id, StaffId who, long edition) {
        return door.change(staff, Permission.MEETING, id, edition, (meeting, now) -> {
            if (who.equals(meeting.chair().who())) {
                return new MeetingDoor.No(new MeetingChange.Refused(MeetingChange.Why.CHAIR_STAYS));
            }
            if (!meeting.present(who)) {
                return new MeetingDoor.Same();
            }
            List<Attendee> fewer = meeting.attendance().stream()
                    .map(one -> one.there() && one.who().equals(who) ? one.leaving(now) : one)
                    .toList();
            return new MeetingDoor.To(meeting.attended(
                    fewer, new Meeting.Happened(Meeting.Happened.Kind.LEFT, now, staff.id(), who.value())));
        });
    }

    /** Puts a case on the agenda of a meeting that goes on. Harmless when it is there. */
    MeetingChange add(CurrentStaff staff, String id, CaseNumber number, long edition) {
        return door.change(staff, Permission.MEETING, id, edition, (meeting, now) -> {
            if (meeting.item(number).isPresent()) {
                return new MeetingDoor.Same();
            }
            if (meeting.items().size() >= 2 * settings.mostItems()) {
                return new MeetingDoor.No(new MeetingChange.Refused(MeetingChange.Why.TOO_MANY));
            }
            Item item = cases.hot(number)
                    .filter(held -> !held.drill() && cases.readable(staff, number))
                    .map(held -> rules.brought(held, archive.left(meeting.governorate()), now))
                    .orElse(null);
            if (item == null) {
                return new MeetingDoor.No(new MeetingChange.Refused(MeetingChange.Why.UNKNOWN_CASE));
            }
            mention(List.of(item), id);
            return new MeetingDoor.To(meeting.with(
                    item, new Meeting.Happened(Meeting.Happened.Kind.ADDED, now, staff.id(), number.value())));
        });
    }

    private void mention(List<Item> items, String id) {
        List<String> numbers = items.stream().map(item -> item.number().value()).toList();
        mentions.note(numbers, MeetingConfiguration.MEETINGS, id, archive.today());
    }

    static String part(@Nullable Governorate part) {
        return part == null ? "all" : part.name().toLowerCase(Locale.ROOT);
    }
}

package org.wasl.admin.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.store.Mentions;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;

/** How a meeting ends: its minutes are frozen, and what was wrong in them is said beside them. */
final class MeetingMinutes {
    private final SealedObjects<Meeting> objects;
    private final MeetingViews views;
    private final MeetingDoor door;
    private final AuditTrail trail;
    private final Mentions mentions;
    private final Supplier<String> auditHead;
    private final Supplier<String> salts;
    private final MeetingSettings settings;
    private final Clock clock;

    /**
     * @param auditHead how far this node's audit chain has come
     * @param salts fresh letters and digits each time, that nobody can guess
     */
    MeetingMinutes(
            SealedObjects<Meeting> objects,
            MeetingViews views,
            MeetingDoor door,
            AuditTrail trail,
            Mentions mentions,
            Supplier<String> auditHead,
            Supplier<String> salts,
            MeetingSettings settings,
            Clock clock) {
        this.objects = objects;
        this.views = views;
        this.door = door;
        this.trail = trail;
        this.mentions = mentions;
        this.auditHead = auditHead;
        this.salts = salts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ends the meeting. What was not reached is carried over to the next one; nothing of this one changes any more. */
    MeetingChange close(CurrentStaff staff, String id, long edition) {
        Stored<Meeting> before = objects.read(id).orElse(null);
        if (before == null) {
            return new MeetingChange.Missing();
        }
        MeetingChange no = door.refusal(staff, Permission.MEETING, before, edition);
        if (no != null) {
            return no;
        }
        Instant now = clock.instant();
        Meeting ending = before.content()
                .salted(salts)
                .ending(new Meeting.Happened(Meeting.Happened.Kind.CLOSED, now, staff.id(), null));
        Meeting.Minutes open = new Meeting.Minutes(staff.id(), staff.displayName(), now, auditHead.get(), "");
        String hash = MinutesText.hash(id, ending, open);
        Meeting.Minutes frozen = new Meeting.Minutes(open.by(), open.name(), open.at(), open.auditHead(), hash);
        return objects.replace(
                        before,
                        ending.ended(frozen),
                        trail.entry(
                                staff.id().value(),
                                Act.MEETING_CLOSED,
                                id,
                                org.wasl.admin.audit.AuditEntry.Outcome.DONE,
                                hash))
                .<MeetingChange>map(stored -> new MeetingChange.Done(views.of(staff, stored)))
                .orElseGet(() -> door.overtaken(id));
    }

    /** The minutes to be printed, which is on the chain before they leave. Refused while the meeting goes on. */
    MeetingChange print(CurrentStaff staff, String id) {
        Stored<Meeting> stored = objects.read(id).orElse(null);
        if (stored == null) {
            return new MeetingChange.Missing();
        }
        if (!door.opens(staff, Permission.MEETING, stored.content().governorate())) {
            door.refused(staff, Act.MINUTES_PRINTED, id);
            return new MeetingChange.Missing();
        }
        if (stored.content().open()) {
            return door.refuse(staff, id, MeetingChange.Why.STILL_OPEN);
        }
        trail.append(trail.done(staff.id().value(), Act.MINUTES_PRINTED, id));
        return new MeetingChange.Done(views.of(staff, stored));
    }

    /** Adds what was found wrong. Sent again by the same person, with the same words, it is there once. */
    MeetingChange correct(CurrentStaff staff, String id, String text) {
        Stored<Meeting> before = objects.read(id).orElse(null);
        if (before == null) {
            return new MeetingChange.Missing();
        }
        Meeting meeting = before.content();
        if (!door.opens(staff, Permission.MEETING, meeting.governorate())) {
            return door.refuse(staff, id, MeetingChange.Why.NOT_ALLOWED);
        }
        Meeting.Minutes minutes = meeting.minutes();
        if (minutes == null) {
            return door.refuse(staff, id, MeetingChange.Why.STILL_OPEN);
        }
        MeetingChange.Why why = wrong(meeting, text);
        if (why != null) {
            return new MeetingChange.Refused(why);
        }
        List<Meeting.Correction> corrections = meeting.corrections();
        boolean said = corrections.stream()
                .anyMatch(one -> one.by().equals(staff.id()) && one.text().equals(text.strip()));
        if (said) {
            return new MeetingChange.Done(views.of(staff, before));
        }
        String last =
                corrections.isEmpty() ? minutes.hash() : corrections.getLast().hash();
        String words = text.strip();
        String salt = salts.get();
        String digest = MinutesText.digest(salt, words);
        Instant now = clock.instant();
        Meeting.Correction open = new Meeting.Correction(staff.id(), staff.displayName(), now, words, "", salt, digest);
        String hash = MinutesText.hash(last, open);
        mentions.note(
                CaseNumber.in(words).stream().map(CaseNumber::value).toList(),
                MeetingConfiguration.MEETINGS,
                id,
                before.day());
        Optional<Stored<Meeting>> after = objects.replace(
                before,
                meeting.corrected(
                        new Meeting.Correction(open.by(), open.name(), open.at(), open.text(), hash, salt, digest)),
                trail.done(staff.id().value(), Act.MEETING_CORRECTED, id));
        return after.<MeetingChange>map(stored -> new MeetingChange.Done(views.of(staff, stored)))
                .orElseGet(() -> door.overtaken(id));
    }

    private MeetingChange.@org.jspecify.annotations.Nullable Why wrong(Meeting meeting, String text) {
        if (text.isBlank()) {
            return MeetingChange.Why.REASON_MISSING;
        }
        if (text.length() > settings.longestNote()) {
            return MeetingChange.Why.TOO_LONG;
        }
        return meeting.corrections().size() >= settings.mostCorrections() ? MeetingChange.Why.TOO_MANY : null;
    }
}

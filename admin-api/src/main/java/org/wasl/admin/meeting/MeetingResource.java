package org.wasl.admin.meeting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.StaffId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A meeting as the API shows it: codes, and what staff wrote. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MeetingResource(
        String id,
        long edition,
        LocalDate day,
        @Nullable Governorate governorate,
        MeetingAttendeeResource chair,
        List<MeetingAttendeeResource> attendance,
        List<MeetingItemResource> cases,
        int apart,
        int elsewhere,
        int leftOut,
        int erased,
        List<String> batch,
        List<MeetingEventResource> happened,
        @Nullable MeetingMinutesResource minutes,
        List<MeetingCorrectionResource> corrections) {

    static MeetingResource of(MeetingView view) {
        Meeting meeting = view.meeting();
        return new MeetingResource(
                view.id(),
                view.edition(),
                view.day(),
                meeting.governorate(),
                MeetingAttendeeResource.of(meeting.chair()),
                meeting.attendance().stream().map(MeetingAttendeeResource::of).toList(),
                view.rows().stream().map(MeetingItemResource::of).toList(),
                view.apart(),
                view.elsewhere(),
                meeting.leftOut(),
                meeting.gone().size(),
                meeting.batch().stream().map(number -> number.value()).toList(),
                meeting.happened().stream()
                        .filter(one -> one.about() == null
                                || one.about().length() != NUMBER
                                || view.rows().stream()
                                        .anyMatch(row ->
                                                row.item().number().value().equals(one.about())))
                        .map(MeetingEventResource::of)
                        .toList(),
                MeetingMinutesResource.of(view),
                meeting.corrections().stream()
                        .map(MeetingCorrectionResource::of)
                        .toList());
    }

    /** Characters of a case number: what was done about a case is told with the case. */
    private static final int NUMBER = 12;

    @Override
    public String toString() {
        return "MeetingResource[" + id + ", redacted]";
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MeetingAttendeeResource(
            String staffId,
            String name,
            Instant came,
            @Nullable Instant left) {
        static MeetingAttendeeResource of(Attendee one) {
            return new MeetingAttendeeResource(one.who().value(), one.name(), one.came(), one.left());
        }

        @Override
        public String toString() {
            return "MeetingAttendeeResource[" + staffId + "]";
        }
    }

    /** One case: as it is now, why it is there, what was decided. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MeetingItemResource(
            String number,

            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
            String level,

            boolean apart,
            List<Ground> grounds,
            Ground.Wanted wanted,
            @Nullable Long caseEdition,
            @Nullable CaseStatus status,
            @Nullable String ownerId,
            NextAction.@Nullable What next,
            @Nullable Instant nextDue,
            @Nullable MeetingDecisionResource decision) {
        static MeetingItemResource of(MeetingView.Row row) {
            Item item = row.item();
            HotCase now = row.now();
            NextAction next = now == null ? null : now.next();
            Decision decision = item.decision();
            return new MeetingItemResource(
                    item.number().value(),
                    (now == null ? item.level() : now.level()).wire(),
                    item.apart(),
                    item.grounds(),
                    item.wanted(),
                    now == null ? null : Long.valueOf(now.edition()),
                    now == null ? null : now.status(),
                    value(now == null ? item.owner() : now.owner()),
                    next == null ? null : next.what(),
                    next == null ? null : next.due(),
                    decision == null ? null : MeetingDecisionResource.of(decision));
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MeetingDecisionResource(
            Decision.Kind kind,
            @Nullable String ownerId,
            @Nullable Instant due,
            String note,
            String by,
            Instant at) {
        static MeetingDecisionResource of(Decision one) {
            return new MeetingDecisionResource(
                    one.kind(),
                    value(one.owner()),
                    one.due(),
                    one.note(),
                    one.by().value(),
                    one.at());
        }

        @Override
        public String toString() {
            return "MeetingDecisionResource[" + kind + ", redacted]";
        }
    }

    record MeetingEventResource(
            Meeting.Happened.Kind kind,
            Instant at,
            String by,
            @Nullable String about) {
        static MeetingEventResource of(Meeting.Happened one) {
            return new MeetingEventResource(one.kind(), one.at(), one.by().value(), one.about());
        }
    }

    /** The frozen minutes, and whether they are as they were frozen. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MeetingMinutesResource(String by, Instant at, String auditHead, String hash, boolean whole) {
        static @Nullable MeetingMinutesResource of(MeetingView view) {
            Meeting.Minutes minutes = view.meeting().minutes();
            return minutes == null
                    ? null
                    : new MeetingMinutesResource(
                            minutes.by().value(), minutes.at(), minutes.auditHead(), minutes.hash(), view.whole());
        }
    }

    record MeetingCorrectionResource(String by, Instant at, String text, String hash) {
        static MeetingCorrectionResource of(Meeting.Correction one) {
            return new MeetingCorrectionResource(one.by().value(), one.at(), one.text(), one.hash());
        }

        @Override
        public String toString() {
            return "MeetingCorrectionResource[" + at + ", redacted]";
        }
    }

    /** One line of the list. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record HeldMeetingResource(
            String id,
            @Nullable Governorate governorate,
            String chair,
            Instant began,
            @Nullable Instant ended,
            int items,
            long decided) {
        static HeldMeetingResource of(MeetingDesk.Held held) {
            Meeting.Minutes minutes = held.meeting().minutes();
            return new HeldMeetingResource(
                    held.id(),
                    held.meeting().governorate(),
                    held.meeting().chair().who().value(),
                    held.meeting().began(),
                    minutes == null ? null : minutes.at(),
                    held.meeting().items().size(),
                    held.decided());
        }
    }

    private static @Nullable String value(@Nullable StaffId id) {
        return id == null ? null : id.value();
    }
}

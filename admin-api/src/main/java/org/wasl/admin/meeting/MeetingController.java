package org.wasl.admin.meeting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.MeetingDecisions;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The review meeting over HTTP. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Meetings")
class MeetingController {
    private static final int MOST = 200;

    private final MeetingDesk desk;
    private final MeetingWork work;
    private final MeetingMinutes minutes;
    private final MeetingDecisions decisions;

    MeetingController(MeetingDesk desk, MeetingWork work, MeetingMinutes minutes, MeetingDecisions decisions) {
        this.desk = desk;
        this.work = work;
        this.minutes = minutes;
        this.decisions = decisions;
    }

    record MeetingsResource(List<MeetingResource.HeldMeetingResource> meetings) {}

    /** What a meeting would look at now. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MeetingAgendaResource(
            List<MeetingResource.MeetingItemResource> cases, int batch, int elsewhere, int leftOut) {}

    record MeetingForm(
            @Nullable String governorate, @Nullable List<String> present) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MeetingAttendanceForm(
            @Nullable String staffId, @Nullable Boolean present) {}

    record MeetingItemForm(@Nullable String number) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MeetingDecisionForm(
            @Schema(implementation = Decision.Kind.class) @Nullable
            String kind,

            @Nullable String ownerId,
            @Nullable Instant due,
            @Nullable String note,
            @Nullable Long caseEdition) {
        @Override
        public String toString() {
            return "MeetingDecisionForm[redacted]";
        }
    }

    record MeetingCorrectionForm(@Nullable String text) {
        @Override
        public String toString() {
            return "MeetingCorrectionForm[redacted]";
        }
    }

    @GetMapping("/meetings")
    @Requires(Permission.MEETING)
    @Operation(operationId = "listMeetings", summary = "The meetings of the latest days, the latest first")
    MeetingsResource all(CurrentStaff staff) {
        return new MeetingsResource(desk.latest(staff).stream()
                .map(MeetingResource.HeldMeetingResource::of)
                .toList());
    }

    @GetMapping("/meetings/agenda")
    @Requires(Permission.MEETING)
    @Operation(operationId = "readMeetingAgenda", summary = "Which cases a meeting would look at now, and why")
    MeetingAgendaResource agenda(CurrentStaff staff, @RequestParam(required = false) @Nullable String governorate) {
        return desk.agenda(staff, MeetingAnswers.part(governorate))
                .map(drawn -> new MeetingAgendaResource(
                        drawn.rows().stream()
                                .map(MeetingResource.MeetingItemResource::of)
                                .toList(),
                        drawn.batch(),
                        drawn.elsewhere(),
                        drawn.leftOut()))
                .orElseThrow(() -> new ProblemException(Problem.NOT_ALLOWED));
    }

    @PostMapping("/meetings")
    @Requires(Permission.MEETING)
    @Operation(
            operationId = "beginMeeting",
            summary = "Begin the meeting: its agenda stands. While one goes on for that place, that one is answered")
    ResponseEntity<MeetingResource> begin(
            CurrentStaff staff,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody MeetingForm form) {
        key(key);
        List<String> present = form.present() == null ? List.of() : form.present();
        if (present.size() > MOST) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        Set<StaffId> people = new LinkedHashSet<>();
        present.forEach(one -> people.add(MeetingAnswers.staff(one)));
        return answer(desk.begin(staff, MeetingAnswers.part(form.governorate()), people));
    }

    @GetMapping("/meetings/{id}")
    @Requires(Permission.MEETING)
    @Operation(operationId = "readMeeting", summary = "A meeting as far as the caller may know of its cases")
    ResponseEntity<MeetingResource> read(CurrentStaff staff, @PathVariable String id) {
        return answer(desk.read(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
    }

    @PutMapping("/meetings/{id}/attendance")
    @Requires(Permission.MEETING)
    @Operation(operationId = "attendMeeting", summary = "Record that somebody came in or went out")
    ResponseEntity<MeetingResource> attend(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MeetingAttendanceForm form) {
        Boolean there = form.present();
        if (there == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        StaffId who = MeetingAnswers.staff(form.staffId());
        long edition = EntityTag.required(ifMatch).version();
        return answer(there ? desk.came(staff, id, who, edition) : desk.left(staff, id, who, edition));
    }

    @PostMapping("/meetings/{id}/items")
    @Requires(Permission.MEETING)
    @Operation(operationId = "addMeetingItem", summary = "Put a case on the agenda of a meeting that goes on")
    ResponseEntity<MeetingResource> add(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MeetingItemForm form) {
        return answer(desk.add(
                staff,
                id,
                MeetingAnswers.number(form.number()),
                EntityTag.required(ifMatch).version()));
    }

    @PutMapping("/meetings/{id}/items/{number}/decision")
    @Requires(Permission.MEETING)
    @Operation(
            operationId = "decideInMeeting",
            summary = "Decide on one case: who does what by when, which becomes its next action, or that it is put off")
    ResponseEntity<MeetingResource> decide(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MeetingDecisionForm form) {
        String note = form.note();
        MeetingWork.Wish wish = new MeetingWork.Wish(
                MeetingAnswers.kind(form.kind()),
                form.ownerId() == null ? null : MeetingAnswers.staff(form.ownerId()),
                form.due(),
                note == null ? "" : note,
                form.caseEdition());
        return answer(work.decide(
                staff,
                id,
                MeetingAnswers.number(number),
                wish,
                EntityTag.required(ifMatch).version()));
    }

    @PutMapping("/meetings/{id}/batch")
    @Requires(Permission.MEETING)
    @Operation(
            operationId = "giveMeetingBatch",
            summary = "Give the standard cases nobody answers for to whom the desk suggests")
    ResponseEntity<MeetingResource> batch(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(work.giveBatch(staff, id, EntityTag.required(ifMatch).version()));
    }

    @PutMapping("/meetings/{id}/minutes")
    @Requires(Permission.MEETING)
    @Operation(operationId = "closeMeeting", summary = "End the meeting: its minutes are frozen, under a hash")
    ResponseEntity<MeetingResource> close(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(minutes.close(staff, id, EntityTag.required(ifMatch).version()));
    }

    @PostMapping("/meetings/{id}/corrections")
    @Requires(Permission.MEETING)
    @Operation(
            operationId = "correctMinutes",
            summary = "Say beside the minutes what was wrong in them. The same words of the same person stand once")
    ResponseEntity<MeetingResource> correct(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody MeetingCorrectionForm form) {
        key(key);
        String text = form.text();
        return answer(minutes.correct(staff, id, text == null ? "" : text));
    }

    @PutMapping("/cases/{number}/meeting")
    @Requires(Permission.CASE_CLAIM)
    @Operation(operationId = "bringCaseToMeeting", summary = "Put a case before the next meeting")
    ResponseEntity<Void> bring(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(decisions.bring(
                staff,
                MeetingAnswers.number(number),
                EntityTag.required(ifMatch).version(),
                null));
    }

    @DeleteMapping("/cases/{number}/meeting")
    @Requires(Permission.CASE_CLAIM)
    @Operation(operationId = "takeCaseFromMeeting", summary = "Take a case off the list of the next meeting again")
    ResponseEntity<Void> takeBack(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(decisions.takeBack(
                staff,
                MeetingAnswers.number(number),
                EntityTag.required(ifMatch).version()));
    }

    private static ResponseEntity<Void> answer(CaseChange change) {
        if (change instanceof CaseChange.Done done) {
            return ResponseEntity.noContent()
                    .eTag(new EntityTag(done.view().edition()).header())
                    .build();
        }
        throw new ProblemException(MeetingAnswers.problem(change));
    }

    private static ResponseEntity<MeetingResource> answer(MeetingChange change) {
        return answer(MeetingAnswers.view(change));
    }

    private static ResponseEntity<MeetingResource> answer(MeetingView view) {
        return ResponseEntity.ok().eTag(new EntityTag(view.edition()).header()).body(MeetingResource.of(view));
    }

    /** What is begun or said twice is the same thing whatever the key; one that is no key is told. */
    private static void key(@Nullable String sent) {
        if (sent != null && (sent.isBlank() || sent.length() > 100)) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}

package org.wasl.admin.visit;

import static org.wasl.admin.casework.CaseAnswers.number;
import static org.wasl.admin.casework.CaseAnswers.of;
import static org.wasl.admin.casework.CaseAnswers.text;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What those on a visit report, who looks after them, and what one has to do, over HTTP. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Field work")
class OutThereController {
    private static final int MOST_CHECKS = 10;

    private final OutThere out;
    private final AlarmDesk alarms;
    private final MyWorkDesk work;

    OutThereController(OutThere out, AlarmDesk alarms, MyWorkDesk work) {
        this.out = out;
        this.alarms = alarms;
        this.work = work;
    }

    /** Where they are. {@code minutes} only with {@code STAYING}. */
    record TrackForm(
            @Schema(implementation = OutThere.Report.class) @Nullable
            String what,

            @Nullable Integer minutes) {
        @Override
        public String toString() {
            return "TrackForm[redacted]";
        }
    }

    record OutcomeForm(
            @Schema(implementation = Visit.Result.class) @Nullable
            String result,

            @ArraySchema(schema = @Schema(implementation = Visit.Check.class)) @Nullable
            List<String> checks,

            @Nullable String words) {
        @Override
        public String toString() {
            return "OutcomeForm[redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AlarmEndForm(
            @Nullable Boolean stillThere, @Nullable String words) {
        @Override
        public String toString() {
            return "AlarmEndForm[redacted]";
        }
    }

    /** How far a visit is. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record TrackResource(String id, Visit.State state, boolean help) {
        static TrackResource of(Visit visit) {
            Visit.Help help = visit.help();
            return new TrackResource(visit.id(), visit.state(), help != null && help.endedBy() == null);
        }
    }

    /** Where to send help, and who is there. */
    record CareResource(String id, boolean running, List<String> officers, String place) {
        static CareResource of(AlarmDesk.Answer.Done done) {
            return new CareResource(
                    done.visit().id(),
                    done.alarm() != null,
                    done.visit().plan().officers().stream()
                            .map(one -> one.value())
                            .toList(),
                    done.visit().plan().place());
        }

        @Override
        public String toString() {
            return "CareResource[redacted]";
        }
    }

    @GetMapping("/my-work")
    @Requires(Permission.CASE_CLAIM)
    @Operation(
            operationId = "getMyWork",
            summary = "What the caller has to do: alarms, visits, tasks, offers and cases. No citizen's word is in it")
    MyWorkResource mine(CurrentStaff staff) {
        return MyWorkResource.of(work.of(staff));
    }

    @PostMapping("/cases/{number}/visits/{id}/reports")
    @Requires(Permission.VISIT)
    @Operation(
            operationId = "reportFromVisit",
            summary = "Say where one is: on the way, there, staying longer, or in need of help. Twice is once")
    TrackResource report(
            CurrentStaff staff, @PathVariable String number, @PathVariable String id, @RequestBody TrackForm form) {
        OutThere.Report what = of(OutThere.Report.class, text(form.what()));
        int minutes = form.minutes() == null ? 0 : form.minutes();
        return track(out.report(staff, number(number), id, what, minutes));
    }

    @PutMapping("/cases/{number}/visits/{id}/outcome")
    @Requires(Permission.VISIT)
    @Operation(operationId = "endVisit", summary = "Say that one is back, and how it went. Twice is once")
    TrackResource end(
            CurrentStaff staff, @PathVariable String number, @PathVariable String id, @RequestBody OutcomeForm form) {
        Visit.Result result = of(Visit.Result.class, text(form.result()));
        return track(out.end(staff, number(number), id, result, checks(form.checks()), VisitForm.words(form.words())));
    }

    @PutMapping("/cases/{number}/visits/{id}/alarm/keeper")
    @Requires(Permission.CASE_CLAIM)
    @Operation(
            operationId = "takeVisitAlarm",
            summary =
                    "Look after those who are missed or asked for help. Tells where they are, and nothing of the case")
    CareResource take(CurrentStaff staff, @PathVariable String number, @PathVariable String id) {
        return care(alarms.take(staff, number(number), id));
    }

    @PutMapping("/cases/{number}/visits/{id}/alarm/ending")
    @Requires(Permission.CASE_CLAIM)
    @Operation(operationId = "endVisitAlarm", summary = "Say how one made sure that they are safe")
    CareResource safe(
            CurrentStaff staff, @PathVariable String number, @PathVariable String id, @RequestBody AlarmEndForm form) {
        return care(alarms.end(
                staff, number(number), id, Boolean.TRUE.equals(form.stillThere()), VisitForm.words(form.words())));
    }

    static Set<Visit.Check> checks(@Nullable List<String> sent) {
        Set<Visit.Check> checks = EnumSet.noneOf(Visit.Check.class);
        if (sent != null) {
            if (sent.size() > MOST_CHECKS) {
                throw new ProblemException(Problem.UNREADABLE);
            }
            sent.forEach(one -> checks.add(of(Visit.Check.class, one)));
        }
        return checks;
    }

    private static TrackResource track(OutThere.Reported reported) {
        return switch (reported) {
            case OutThere.Reported.Done done -> TrackResource.of(done.visit());
            case OutThere.Reported.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case OutThere.Reported.Refused refused -> throw new ProblemException(CaseAnswers.problem(refused.why()));
        };
    }

    private static CareResource care(AlarmDesk.Answer answer) {
        return switch (answer) {
            case AlarmDesk.Answer.Done done -> CareResource.of(done);
            case AlarmDesk.Answer.Taken taken -> throw new ProblemException(Problem.CONFLICT);
            case AlarmDesk.Answer.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case AlarmDesk.Answer.Refused refused -> throw new ProblemException(CaseAnswers.problem(refused.why()));
        };
    }
}

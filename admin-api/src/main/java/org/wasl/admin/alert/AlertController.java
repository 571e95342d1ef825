package org.wasl.admin.alert;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.report.Level;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Alerts, the ladder and its drills over HTTP. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Alerts")
class AlertController {
    private static final int LONGEST_KEY = 100;

    private final AlertBoard board;
    private final DrillDesk drills;
    private final LadderSettings ladder;

    AlertController(AlertBoard board, DrillDesk drills, LadderSettings ladder) {
        this.board = board;
        this.drills = drills;
        this.ladder = ladder;
    }

    /** What waits for the caller, and whether the test alert of their shift does. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MineResource(boolean testAlertWaits, List<WaitingResource> alerts) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record WaitingResource(
            String number,

            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
            String level,

            Rung rung,

            @Schema(allowableValues = {"ACKNOWLEDGE", "ACT"})
            Page.Clock clock,

            Instant since,
            boolean seen,
            boolean drill) {}

    /** A rung of one level's ladder; the time is an ISO 8601 duration. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RungResource(
            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
            String level,

            boolean toConfirm,
            Rung rung,
            Duration after) {}

    record LadderResource(List<RungResource> rungs) {}

    record DrillsResource(List<DrillResource> drills) {}

    /**
     * How the ways out do on the node that answers, and the pages nobody could hand on.
     *
     * @param lost of the open cases the caller may know of
     * @param lostElsewhere how many of the others
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record HealthResource(
            long unreached,
            List<WayResource> ways,
            List<LostResource> lost,
            int lostElsewhere,
            List<PresentResource> present) {}

    /** Somebody who is checked in, and whether they answered the test alert of their shift. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PresentResource(String staffId, Role role, boolean answered) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record WayResource(
            Page.Way way,
            boolean failing,
            @Nullable Instant handed,
            @Nullable Instant failed,
            Page.@Nullable Why why,
            int inVain) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record LostResource(String number, String staffId, Page.Way way, Page.Why why, int tries, Instant last) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PreferenceResource(
            @Nullable String email,
            @Nullable String quietFrom,
            @Nullable String quietUntil,
            @Nullable String first) {
        @Override
        public String toString() {
            return "PreferenceResource[redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record DrillResource(
            String number,
            Instant began,
            boolean over,
            @Nullable String acknowledgedBy,
            @Nullable Long acknowledgedAfter,
            List<CallResource> calls) {
        static DrillResource of(DrillResult result) {
            StaffId by = result.acknowledgedBy();
            return new DrillResource(
                    result.number().value(),
                    result.began(),
                    result.over(),
                    by == null ? null : by.value(),
                    result.acknowledgedAfter(),
                    result.calls().stream().map(CallResource::of).toList());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record CallResource(
            String staffId,
            Rung rung,
            Page.Way way,
            long paged,
            @Nullable Long sent,
            @Nullable Long seen,
            Page.@Nullable Why trouble) {
        static CallResource of(DrillResult.Call call) {
            return new CallResource(
                    call.staff().value(),
                    call.rung(),
                    call.way(),
                    call.paged(),
                    call.sent(),
                    call.seen(),
                    call.trouble());
        }
    }

    @GetMapping("/alerts/mine")
    @Requires(Permission.CASE_CLAIM)
    @Operation(
            summary =
                    "What one was paged for and nobody has taken or acted on, and whether the test alert of the shift waits")
    MineResource mine(CurrentStaff staff) {
        return new MineResource(
                board.testWaitsFor(staff.id()),
                board.waitingFor(staff.id()).stream()
                        .map(waiting -> new WaitingResource(
                                waiting.number().value(),
                                waiting.level().wire(),
                                waiting.rung(),
                                waiting.clock(),
                                waiting.since(),
                                waiting.seen(),
                                waiting.drill()))
                        .toList());
    }

    @PostMapping("/alerts/mine/{number}/seen")
    @Requires(Permission.CASE_CLAIM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say that one has seen an alert. It holds the next page for two minutes, once; it claims nothing")
    void seen(CurrentStaff staff, @PathVariable String number) {
        board.seen(staff, number(number));
    }

    @PostMapping("/alerts/test-alert/answer")
    @Requires(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Answer the test alert of one's shift: from then on one counts as on duty")
    void answer(CurrentStaff staff) {
        if (!board.answer(staff)) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    @GetMapping("/alerts/preference")
    @Requires(Permission.SELF)
    @Operation(summary = "How one wants to be alerted. An L1 overrides it")
    PreferenceResource preference(CurrentStaff staff) {
        AlertPreference chosen = board.preference(staff.id());
        return new PreferenceResource(
                chosen.email(), text(chosen.quietFrom()), text(chosen.quietUntil()), text(chosen.first()));
    }

    @PutMapping("/alerts/preference")
    @Requires(Permission.SELF)
    @Operation(summary = "Choose how one is alerted: an address, quiet hours in Baghdad time, the way tried first")
    PreferenceResource prefer(CurrentStaff staff, @RequestBody PreferenceResource chosen) {
        board.prefer(staff, read(chosen.email(), chosen.quietFrom(), chosen.quietUntil(), chosen.first()));
        return preference(staff);
    }

    @GetMapping("/alerts/ladder")
    @Requires(Permission.ROSTER_READ)
    @Operation(summary = "Who is called when, level by level")
    LadderResource ladder() {
        List<RungResource> rungs = new ArrayList<>();
        for (Level level : Level.values()) {
            ladder.of(level, false)
                    .forEach(step -> rungs.add(new RungResource(level.wire(), false, step.rung(), step.after())));
        }
        ladder.of(Level.L2_EMERGENT, true)
                .forEach(
                        step -> rungs.add(new RungResource(Level.L2_EMERGENT.wire(), true, step.rung(), step.after())));
        return new LadderResource(rungs);
    }

    @GetMapping("/alerts/health")
    @Requires(Permission.ROSTER_READ)
    @Operation(summary = "Who is there to be called, how the ways out do, and the pages nobody could hand on")
    HealthResource health(CurrentStaff staff) {
        return new HealthResource(
                board.unreached(),
                board.ways().stream()
                        .map(way -> new WayResource(
                                way.way(), way.failing(), way.handed(), way.failed(), way.why(), way.inVain()))
                        .toList(),
                board.lost(staff).stream()
                        .map(lost -> new LostResource(
                                lost.number().value(),
                                lost.staff().value(),
                                lost.way(),
                                lost.why(),
                                lost.tries(),
                                lost.last()))
                        .toList(),
                board.lostElsewhere(staff),
                board.present().stream()
                        .map(one -> new PresentResource(
                                one.member().id().value(), one.member().role(), one.answered()))
                        .toList());
    }

    @GetMapping("/drills")
    @Requires(Permission.DRILL)
    @Operation(summary = "The drills, the latest first: who was paged, who saw it, who took it, in seconds")
    DrillsResource drills() {
        return new DrillsResource(drills.all().stream().map(DrillResource::of).toList());
    }

    @GetMapping("/drills/{number}")
    @Requires(Permission.DRILL)
    @Operation(operationId = "readDrill", summary = "How one drill went")
    DrillResource drill(@PathVariable String number) {
        return drills.result(number(number))
                .map(DrillResource::of)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    @PostMapping("/drills")
    @Requires(Permission.DRILL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Try the ladder out. The same Idempotency-Key is the same drill")
    DrillResource begin(
            CurrentStaff staff,
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable
                    String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        CaseNumber number = drills.begin(staff, key).orElseThrow(() -> new ProblemException(Problem.NOT_ALLOWED));
        return drill(number.value());
    }

    /** What was sent, or a refusal that quotes nothing of it. */
    static AlertPreference read(
            @Nullable String email, @Nullable String from, @Nullable String until, @Nullable String first) {
        try {
            String way = present(first);
            return new AlertPreference(
                    email == null ? "" : email.strip(),
                    time(present(from)),
                    time(present(until)),
                    way == null ? null : Page.Way.valueOf(way.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    private static @Nullable LocalTime time(@Nullable String sent) {
        return sent == null ? null : LocalTime.parse(sent);
    }

    private static @Nullable String present(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static CaseNumber number(String typed) {
        return CaseNumber.read(typed).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}

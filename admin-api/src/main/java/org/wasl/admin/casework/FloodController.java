package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The flood switch over HTTP. */
@RestController
@RequestMapping(path = "/api/flood", produces = "application/json")
@Tag(name = "Queue")
class FloodController {
    private final FloodSwitch flood;
    private final CaseDesk desk;

    FloodController(FloodSwitch flood, CaseDesk desk) {
        this.flood = flood;
        this.desk = desk;
    }

    record FloodResource(
            boolean on, @Nullable Instant since, @Nullable Instant until) {}

    record AlikeResource(List<String> numbers) {}

    @GetMapping
    @Requires(Permission.QUEUE_READ)
    @Operation(summary = "Whether the flood switch is on, and until when")
    FloodResource now() {
        return flood.now()
                .map(on -> new FloodResource(true, on.since(), on.until()))
                .orElseGet(() -> new FloodResource(false, null, null));
    }

    @PutMapping
    @Requires(Permission.FLOOD_SWITCH)
    @Operation(
            summary = "Turn it on for two hours: new reports alike in text stand as one row with a count. None is"
                    + " dropped or slowed")
    FloodResource turnOn(CurrentStaff staff) {
        if (!flood.turnOn(staff)) {
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
        return now();
    }

    @DeleteMapping
    @Requires(Permission.FLOOD_SWITCH)
    @Operation(summary = "Turn it off")
    FloodResource turnOff(CurrentStaff staff) {
        if (!flood.turnOff(staff)) {
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
        return now();
    }

    @GetMapping("/{number}")
    @Requires(Permission.QUEUE_READ)
    @Operation(operationId = "readAlike", summary = "The numbers of all cases one row of the queue stands for")
    AlikeResource alike(CurrentStaff staff, @PathVariable String number) {
        return new AlikeResource(desk.alike(staff, CaseAnswers.number(number)).stream()
                .map(row -> row.number().value())
                .toList());
    }
}

package org.wasl.admin.exposure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffDirectory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** How much of what is hard to read each colleague on duty has read, over HTTP. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Staff")
class ExposureController {
    private final StaffDirectory directory;
    private final ReadingLog readings;

    ExposureController(StaffDirectory directory, ReadingLog readings) {
        this.directory = directory;
        this.readings = readings;
    }

    record ExposuresResource(List<ExposureResource> colleagues) {}

    /** Counts of one window, never what was read. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ExposureResource(
            String staffId, String displayName, int cases, int immediate, int restricted, int heavy, boolean pause) {}

    @GetMapping("/exposures")
    @Requires(Permission.EXPOSURE_READ)
    @Operation(summary = "How many cases, and how many hard ones, each colleague on duty has read of late")
    ExposuresResource all() {
        return new ExposuresResource(directory.onDuty().stream()
                .map(member -> {
                    Exposure read = readings.of(member.id());
                    return new ExposureResource(
                            member.id().value(),
                            member.displayName(),
                            read.cases(),
                            read.immediate(),
                            read.restricted(),
                            read.heavy(),
                            read.pause());
                })
                .toList());
    }
}

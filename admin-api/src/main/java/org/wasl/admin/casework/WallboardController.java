package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.triage.report.Level;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What hangs on the wall, for a board somebody else built: counts alone, no number of a case, no place, no name. */
@RestController
@RequestMapping(path = "/api/wallboard", produces = "application/json")
@Tag(name = "Cases")
class WallboardController {
    /** More urgent cases that nobody holds are no longer told apart from across a room. */
    private static final int MOST = 200;

    private final CaseDesk desk;

    WallboardController(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * The board at one moment, of the cases its reader may know of.
     *
     * @param waitingSince since when the one waits that nobody took and that waits longest; {@code null} for none
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record WallboardResource(
            List<LevelCountResource> levels,
            List<ListCountResource> lists,
            @Nullable Instant waitingSince,
            TodayResource today,
            Instant asOf) {}

    record LevelCountResource(
            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
            String level,

            int cases) {}

    record ListCountResource(QueueFilter.Shortlist list, int cases) {}

    /** @param firstHuman median time until a human took a case; {@code null} while none was taken */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record TodayResource(int taken, @Nullable Duration firstHuman, int acknowledgeMissed, int actMissed) {}

    @GetMapping
    @Requires(Permission.WALLBOARD)
    @Operation(
            operationId = "readWallboard",
            summary = "How many cases wait, by level and list, and how the day goes. Counts alone")
    WallboardResource board(CurrentStaff staff) {
        QueueFilter now = new QueueFilter(Set.of(), QueueFilter.Shortlist.NOW, null, null);
        QueuePage page = desk.queue(staff, now, null, MOST);
        DayFigures today = desk.today(staff);
        return new WallboardResource(
                Arrays.stream(Level.values())
                        .map(level -> new LevelCountResource(
                                level.wire(), page.byLevel().getOrDefault(level, 0)))
                        .toList(),
                Arrays.stream(QueueFilter.Shortlist.values())
                        .map(list -> new ListCountResource(list, page.byList().getOrDefault(list, 0)))
                        .toList(),
                page.rows().stream()
                        .map(QueueRow::since)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                new TodayResource(today.taken(), today.firstHuman(), today.acknowledgeMissed(), today.actMissed()),
                page.asOf());
    }
}

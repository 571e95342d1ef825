package org.wasl.admin.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.statistics.StatisticsResources.CellResource;
import org.wasl.admin.statistics.StatisticsResources.CellsResource;
import org.wasl.admin.statistics.StatisticsResources.IndicatorResource;
import org.wasl.admin.statistics.StatisticsResources.IndicatorsResource;
import org.wasl.admin.statistics.StatisticsResources.PeriodsResource;
import org.wasl.admin.statistics.StatisticsResources.QueriesResource;
import org.wasl.admin.statistics.StatisticsResources.QueryResource;
import org.wasl.admin.statistics.StatisticsResources.RebuildResource;
import org.wasl.admin.statistics.StatisticsResources.RunningResource;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Counts over HTTP. No answer holds or reads a case. */
@RestController
@RequestMapping("/api/statistics")
@Tag(name = "Statistics")
class StatisticsController {
    private static final int LARGEST_PAGE = 500;

    private final StatisticsDesk desk;
    private final ReportFiles files;

    StatisticsController(StatisticsDesk desk, ReportFiles files) {
        this.desk = desk;
        this.files = files;
    }

    @GetMapping(path = "/periods", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.STATISTICS_READ)
    @Operation(
            operationId = "readStatisticsPeriods",
            summary = "Which quarters and years are released, and when the next one is")
    PeriodsResource periods(CurrentStaff staff) {
        return PeriodsResource.of(desk.periods(staff));
    }

    @GetMapping(path = "/running", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.STATISTICS_READ)
    @Operation(
            operationId = "readRunningCounts",
            summary =
                    "The quarter so far, one dimension at a time, each count rounded down to a multiple of the threshold")
    RunningResource running(CurrentStaff staff) {
        return RunningResource.of(desk.running(staff));
    }

    @GetMapping(path = "/periods/{id}/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.STATISTICS_READ)
    @Operation(operationId = "readIndicators", summary = "The key figures of a released quarter or year")
    IndicatorsResource indicators(CurrentStaff staff, @PathVariable String id) {
        Told told = desk.read(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return new IndicatorsResource(
                told.period(),
                told.made(),
                told.threshold(),
                desk.indicators(told).stream().map(IndicatorResource::of).toList());
    }

    @GetMapping(path = "/periods/{id}/cells", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.STATISTICS_READ)
    @Operation(
            operationId = "readCells",
            summary =
                    "One cross of at most three dimensions, with what may be told of each cell. Crosses that are not in"
                            + " the list are refused, and every question is recorded")
    CellsResource cells(
            CurrentStaff staff,
            @PathVariable String id,
            @Schema(implementation = Population.class) @RequestParam(defaultValue = "CASES") String population,
            @Schema(implementation = Dimension.class) @RequestParam List<String> by,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit) {
        List<Dimension> dimensions = StatisticsDesk.dimensions(by).orElseThrow(StatisticsController::unreadable);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw unreadable();
        }
        int from = position(after);
        return switch (desk.cells(staff, id, ReportFiles.of(Population.class, population), dimensions)) {
            case Answer.NotReleased _ -> throw new ProblemException(Problem.NOT_FOUND);
            case Answer.NotCrossed _ -> throw new ProblemException(Problem.NOT_ALLOWED);
            case Answer.Cells cells ->
                new CellsResource(
                        cells.period(),
                        cells.population(),
                        cells.by(),
                        cells.cells().stream()
                                .skip(from)
                                .limit(limit)
                                .map(cell -> CellResource.of(cells.by(), cell))
                                .toList(),
                        next(from, limit, cells.cells().size()));
        };
    }

    @GetMapping(path = "/periods/{id}/report")
    @Requires(Permission.STATISTICS_READ)
    @Operation(
            operationId = "readReport",
            summary = "The report as a file in one of the desk's languages; the numbers are the same in each. Recorded")
    ResponseEntity<byte[]> report(
            CurrentStaff staff,
            @PathVariable String id,
            @Schema(implementation = ReportFiles.Format.class) @RequestParam String format,
            @RequestParam(defaultValue = "en") String language) {
        return files.answer(
                staff, id, format, ConsoleLanguage.of(language).orElseThrow(StatisticsController::unreadable));
    }

    @GetMapping(path = "/queries", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.AUDIT_READ)
    @Operation(operationId = "readQueries", summary = "Who asked what of the counts on one day, the latest first")
    QueriesResource queries(
            CurrentStaff staff,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw unreadable();
        }
        LocalDate asked = day == null ? desk.today() : day(day);
        int from = position(after);
        List<Query> queries = desk.queries(staff, asked);
        return new QueriesResource(
                asked,
                queries.stream().skip(from).limit(limit).map(QueryResource::of).toList(),
                next(from, limit, queries.size()));
    }

    @GetMapping(path = "/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.STATISTICS_READ)
    @Operation(operationId = "readRebuild", summary = "What the last counting anew found")
    RebuildResource rebuilt(CurrentStaff staff) {
        return RebuildResource.of(desk.rebuilt(staff));
    }

    @PutMapping(path = "/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires({Permission.STATISTICS_READ, Permission.AUDIT_VERIFY})
    @Operation(
            operationId = "rebuildCounts",
            summary = "Count anew from all cases, in the background, one at a time. Released quarters stay as they are")
    ResponseEntity<RebuildResource> rebuild(CurrentStaff staff) {
        desk.rebuild(staff);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(RebuildResource.of(desk.rebuilt(staff)));
    }

    private static @Nullable String next(int from, int limit, int size) {
        return from + limit < size ? Integer.toString(from + limit) : null;
    }

    private static int position(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9]{1,6}")) {
            throw unreadable();
        }
        return Integer.parseInt(after);
    }

    private static LocalDate day(String sent) {
        try {
            return LocalDate.parse(sent);
        } catch (DateTimeParseException nonsense) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(Problem.UNREADABLE);
    }
}

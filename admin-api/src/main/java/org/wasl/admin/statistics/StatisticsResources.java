package org.wasl.admin.statistics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Counts as the API shows them. */
final class StatisticsResources {
    private StatisticsResources() {}

    /**
     * A number as it may be told.
     *
     * @param count {@code null} where it is withheld
     */
    record FigureResource(Figure.Kind kind, @Nullable Long count) {
        static FigureResource of(Figure figure) {
            return new FigureResource(
                    figure.kind(), figure.kind() == Figure.Kind.WITHHELD ? null : Long.valueOf(figure.value()));
        }
    }

    /** @param nextRelease the earliest day the next quarter is released */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PeriodsResource(
            List<String> quarters, List<String> years, String running, LocalDate nextRelease, int threshold) {
        static PeriodsResource of(StatisticsDesk.Periods periods) {
            return new PeriodsResource(
                    periods.quarters().stream().map(Quarter::toString).toList(),
                    periods.years().stream().map(year -> Integer.toString(year)).toList(),
                    periods.running().toString(),
                    periods.next(),
                    periods.threshold());
        }
    }

    record CellResource(Map<String, String> at, FigureResource figure) {
        static CellResource of(List<Dimension> by, Answer.CellFigure cell) {
            Map<String, String> at = new LinkedHashMap<>();
            for (int index = 0; index < by.size(); index++) {
                at.put(by.get(index).name(), cell.at().get(index));
            }
            return new CellResource(at, FigureResource.of(cell.figure()));
        }
    }

    record CellsResource(
            String period,
            Population population,
            List<Dimension> by,
            List<CellResource> items,
            @Nullable String next) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record IndicatorResource(
            String id,

            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"}) @Nullable
            String level,

            FigureResource part,
            FigureResource of,
            @Nullable Integer percent,
            @Nullable Long targetSeconds,
            @Nullable Long medianSeconds,
            @Nullable Long ninetySeconds) {
        static IndicatorResource of(Indicator one) {
            return new IndicatorResource(
                    one.id(),
                    one.level() == null ? null : one.level().wire(),
                    FigureResource.of(one.part()),
                    FigureResource.of(one.of()),
                    one.percent(),
                    one.targetSeconds(),
                    one.medianSeconds(),
                    one.ninetySeconds());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record IndicatorsResource(String period, LocalDate made, int threshold, List<IndicatorResource> indicators) {}

    record RunningCellResource(Dimension dimension, String value, FigureResource figure) {}

    record RunningResource(String quarter, int threshold, List<RunningCellResource> cells) {
        static RunningResource of(RunningCounts running) {
            return new RunningResource(
                    running.quarter().toString(),
                    running.threshold(),
                    running.tables().stream()
                            .flatMap(table -> table.rows().stream()
                                    .map(row -> new RunningCellResource(
                                            table.first(), row.value(), FigureResource.of(row.total()))))
                            .toList());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record QueryResource(Instant at, String staffId, String question, boolean answered) {
        static QueryResource of(Query query) {
            return new QueryResource(query.at(), query.by().value(), query.what(), query.answered());
        }
    }

    record QueriesResource(
            LocalDate day,
            List<QueryResource> items,
            @Nullable String next) {}

    /** Without an end it goes on; with an end and without figures it broke off. */
    record RebuildResource(
            @Nullable Instant begun,
            @Nullable Instant ended,
            @Nullable Integer cases,
            @Nullable Integer mended,
            @Nullable Integer severed) {
        static RebuildResource of(Rebuild.@Nullable State state) {
            if (state == null) {
                return new RebuildResource(null, null, null, null, null);
            }
            CaseCounts.Rebuilt found = state.found();
            return found == null
                    ? new RebuildResource(state.begun(), state.ended(), null, null, null)
                    : new RebuildResource(state.begun(), state.ended(), found.cases(), found.mended(), found.severed());
        }
    }
}

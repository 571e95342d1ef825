package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is told of quarters that are not released: one dimension at a time, and each count rounded down to a whole
 * multiple of the threshold. So a count moves by nothing or by at least the threshold, however often somebody looks, and
 * no two looks tell of one case.
 */
record RunningCounts(Quarter quarter, int threshold, List<FigureTable> tables) {
    private static final Map<Population, List<Dimension>> SHOWN = new EnumMap<>(Map.of(
            Population.CASES,
            List.of(
                    Dimension.LEVEL,
                    Dimension.CATEGORY,
                    Dimension.GOVERNORATE,
                    Dimension.LANGUAGE,
                    Dimension.CHANNEL,
                    Dimension.ACKNOWLEDGED,
                    Dimension.ANSWERED,
                    Dimension.ACTED),
            Population.LEFT,
            List.of(Dimension.STAGE),
            Population.FEEDBACK,
            List.of(Dimension.HELPED, Dimension.FELT_SAFE)));

    static RunningCounts of(Counted counted, Quarter quarter, int threshold) {
        List<FigureTable> tables = new ArrayList<>();
        SHOWN.forEach((population, dimensions) -> {
            List<Set<Dimension>> told = dimensions.stream().map(Set::of).toList();
            Tally tally = population == Population.CASES
                    ? cases(counted, quarter, told)
                    : population.tally(counted, quarter, told);
            dimensions.forEach(dimension -> tables.add(table(population, dimension, tally, threshold)));
        });
        return new RunningCounts(quarter, threshold, tables);
    }

    /** Clocks that run still are shown as such. */
    private static Tally cases(Counted counted, Quarter quarter, List<Set<Dimension>> told) {
        Tally tally = new Tally(told);
        counted.cases().stream().filter(one -> one.opened().equals(quarter)).forEach(one -> tally.count(one.codes()));
        return tally;
    }

    private static FigureTable table(Population population, Dimension dimension, Tally tally, int threshold) {
        List<FigureTable.Row> rows = dimension.codes().stream()
                .map(value -> new FigureTable.Row(
                        value,
                        List.of(),
                        floored(tally.counts().getOrDefault(Cell.of(Map.of(dimension, value)), 0L), threshold)))
                .toList();
        // No total: it would tell what the rows leave out.
        return new FigureTable(
                population, List.of(dimension), List.of(), rows, new FigureTable.Row("", List.of(), Figure.WITHHELD));
    }

    private static Figure floored(long count, int threshold) {
        long floor = count / threshold * threshold;
        return floor == 0 ? Figure.WITHHELD : Figure.atLeast(floor);
    }
}

package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is told of quarters that are not released: one dimension at a time, and each count rounded down to a whole
 * multiple of the threshold. So a count moves by nothing or by at least the threshold, however often somebody looks, and
 * no two looks tell of one case.
 */
record RunningCounts(Quarter quarter, int threshold, List<FigureTable> tables) {
    static final List<Dimension> DIMENSIONS = List.of(
            Dimension.LEVEL,
            Dimension.CATEGORY,
            Dimension.GOVERNORATE,
            Dimension.LANGUAGE,
            Dimension.CHANNEL,
            Dimension.ACKNOWLEDGED,
            Dimension.ANSWERED,
            Dimension.ACTED);

    static RunningCounts of(List<CodedCase> cases, Quarter quarter, int threshold) {
        List<CodedCase> counted =
                cases.stream().filter(one -> one.opened().equals(quarter)).toList();
        Tally tally = new Tally(DIMENSIONS.stream().map(java.util.Set::of).toList());
        counted.forEach(one -> tally.count(one.codes()));
        List<FigureTable> tables = new ArrayList<>();
        for (Dimension dimension : DIMENSIONS) {
            List<FigureTable.Row> rows = dimension.codes().stream()
                    .map(value -> new FigureTable.Row(
                            value,
                            List.of(),
                            floored(tally.counts().getOrDefault(Cell.of(Map.of(dimension, value)), 0L), threshold)))
                    .toList();
            // No total: it would tell what the rows leave out.
            tables.add(new FigureTable(
                    Population.CASES,
                    List.of(dimension),
                    List.of(),
                    rows,
                    new FigureTable.Row("", List.of(), Figure.WITHHELD)));
        }
        return new RunningCounts(quarter, threshold, tables);
    }

    private static Figure floored(long count, int threshold) {
        long floor = count / threshold * threshold;
        return floor == 0 ? Figure.WITHHELD : Figure.atLeast(floor);
    }
}

package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One table of what is told, ready to be read: on a page, in a file, out of the API, always with the same numbers. Rows
 * and columns in which nothing was counted are left out.
 *
 * @param by what the rows are, and the columns where there are any
 * @param columns values of the second dimension; empty where there is none
 */
record FigureTable(Population population, List<Dimension> by, List<String> columns, List<Row> rows, Row total) {
    private static final List<Dimension> ALWAYS_WHOLE =
            List.of(Dimension.LEVEL, Dimension.GOVERNORATE, Dimension.STAGE);

    public FigureTable {
        by = List.copyOf(by);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One line.
     *
     * @param value of the first dimension; empty for the line of totals
     * @param cells one for each column
     */
    public record Row(String value, List<Figure> cells, Figure total) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    static FigureTable of(Told told, Population population, Dimension rows, @Nullable Dimension columns) {
        List<String> shown = columns == null
                ? List.of()
                : columns.codes().stream()
                        .filter(column -> counted(told.figure(population, Map.of(columns, column))))
                        .toList();
        List<Row> lines = new ArrayList<>();
        for (String value : rows.codes()) {
            Figure total = told.figure(population, Map.of(rows, value));
            if (counted(total) || ALWAYS_WHOLE.contains(rows)) {
                lines.add(row(told, population, rows, value, columns, shown, total));
            }
        }
        Row total = new Row(
                "",
                shown.stream()
                        .map(column -> told.figure(population, at(null, "", columns, column)))
                        .toList(),
                told.total(population));
        return new FigureTable(
                population, columns == null ? List.of(rows) : List.of(rows, columns), shown, lines, total);
    }

    private static Row row(
            Told told,
            Population population,
            Dimension rows,
            String value,
            @Nullable Dimension columns,
            List<String> shown,
            Figure total) {
        return new Row(
                value,
                shown.stream()
                        .map(column -> told.figure(population, at(rows, value, columns, column)))
                        .toList(),
                total);
    }

    private static Map<Dimension, String> at(
            @Nullable Dimension rows, String value, @Nullable Dimension columns, String column) {
        Map<Dimension, String> at = new EnumMap<>(Dimension.class);
        if (rows != null) {
            at.put(rows, value);
        }
        if (columns != null) {
            at.put(columns, column);
        }
        return at;
    }

    private static boolean counted(Figure figure) {
        return !figure.told() || figure.value() > 0;
    }

    public Dimension first() {
        return by.getFirst();
    }

    /** The columns' dimension; {@code null} without columns. */
    public @Nullable Dimension second() {
        return by.size() > 1 ? by.get(1) : null;
    }

    /** The largest told count among the lines, for charts; at least 1. */
    public long largest() {
        return Math.max(
                1, rows.stream().mapToLong(row -> row.total().value()).max().orElse(1));
    }

    /** Whether anything of it is withheld. */
    public boolean withholds() {
        return !total.total().told()
                || rows.stream()
                        .anyMatch(row ->
                                !row.total().told() || row.cells().stream().anyMatch(cell -> !cell.told()));
    }
}

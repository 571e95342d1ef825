package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table as it is shown: beside each line's numbers a bar that says the same. Nothing is said by colour or length
 * alone; whoever cannot see the bar reads the number.
 *
 * @param id where on the page it stands
 * @param legend what the parts of the bars are, in their order; empty for bars of one part
 * @param notes what to know when reading it
 */
record Chart(
        String id,
        String title,
        List<String> headers,
        List<Line> lines,
        Line total,
        List<Part> legend,
        List<String> notes) {
    private static final int FULL = 100;
    /** So much of a bar says that there is something, where how much is withheld. */
    private static final int SOMETHING = 4;

    /**
     * One line.
     *
     * @param parts of its bar, from where the language begins
     */
    public record Line(String name, List<Part> parts, List<String> cells, String total) {}

    /**
     * A part of a bar, in hundredths of the width.
     *
     * @param kind how it is drawn
     */
    public record Part(int from, int width, String kind, String name) {}

    static Chart of(String id, String title, FigureTable table, Words words, int threshold) {
        List<String> headers = new ArrayList<>();
        headers.add(words.dimension(table.first()));
        Dimension second = table.second();
        if (second != null) {
            table.columns().forEach(column -> headers.add(words.value(second, column)));
        }
        headers.add(words.say("statistics.total"));
        boolean clock = second != null && CodedCase.CLOCKS.contains(second);
        List<Line> lines = table.rows().stream()
                .map(row -> line(
                        words.value(table.first(), row.value()),
                        row,
                        clock ? stacked(table, row, words) : plain(row.total(), table.largest())))
                .toList();
        List<Part> legend = clock ? legend(table, words) : List.of();
        List<String> notes = table.withholds()
                ? List.of(words.say("statistics.note.withheld", Integer.toString(threshold)))
                : List.of();
        return new Chart(
                id,
                title,
                headers,
                lines,
                line(words.say("statistics.total"), table.total(), List.of()),
                legend,
                notes);
    }

    /** Of the running quarter: lines alone, since there is no total. */
    static Chart running(FigureTable table, Words words) {
        return new Chart(
                table.first().name().toLowerCase(Locale.ROOT),
                words.dimension(table.first()),
                List.of(words.dimension(table.first()), words.population(table.population())),
                table.rows().stream()
                        .filter(row -> row.total().value() > 0
                                || table.first() == Dimension.LEVEL
                                || table.first() == Dimension.STAGE)
                        .map(row ->
                                line(words.value(table.first(), row.value()), row, plain(row.total(), table.largest())))
                        .toList(),
                line("", table.total(), List.of()),
                List.of(),
                List.of());
    }

    private static Line line(String name, FigureTable.Row row, List<Part> parts) {
        return new Line(
                name,
                parts,
                row.cells().stream().map(Figure::text).toList(),
                row.total().text());
    }

    private static List<Part> plain(Figure figure, long largest) {
        if (figure.kind() == Figure.Kind.WITHHELD) {
            return List.of(new Part(0, SOMETHING, "withheld", ""));
        }
        int width = (int) Math.round((double) figure.value() * FULL / largest);
        return figure.value() == 0 ? List.of() : List.of(new Part(0, Math.max(1, width), "whole", ""));
    }

    /** Shares of one line; what is withheld leaves its room empty. */
    private static List<Part> stacked(FigureTable table, FigureTable.Row row, Words words) {
        List<Part> parts = new ArrayList<>();
        Dimension second = table.second();
        if (second == null || !row.total().told() || row.total().value() == 0) {
            return parts;
        }
        int from = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            Figure cell = row.cells().get(column);
            int width =
                    (int) Math.round((double) cell.value() * FULL / row.total().value());
            if (width > 0) {
                String value = table.columns().get(column);
                parts.add(new Part(
                        from,
                        Math.min(width, FULL - from),
                        value.toLowerCase(Locale.ROOT),
                        words.value(second, value)));
                from += width;
            }
        }
        return parts;
    }

    private static List<Part> legend(FigureTable table, Words words) {
        Dimension second = table.second();
        return second == null
                ? List.of()
                : table.columns().stream()
                        .map(value -> new Part(0, FULL, value.toLowerCase(Locale.ROOT), words.value(second, value)))
                        .toList();
    }
}

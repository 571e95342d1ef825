package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The report in one language, in words and numbers: what every file is written from, so that all say the same.
 *
 * @param facts what stands before the tables, as name and value
 * @param notes methodology and what was withheld by which rule
 */
record ReportDocument(
        String title, List<List<String>> facts, List<Table> tables, String notesTitle, List<String> notes) {
    ReportDocument {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /**
     * One table, each line as long as the headers.
     *
     * @param rows names first, then numbers as they are told
     * @param notes what to know when reading it
     */
    record Table(String title, List<String> headers, List<List<String>> rows, List<String> notes) {
        Table {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
            notes = List.copyOf(notes);
        }
    }

    static ReportDocument of(Told told, List<Indicator> indicators, Words words) {
        List<Table> tables = new ArrayList<>();
        tables.add(indicators(indicators, told.threshold(), words));
        for (Section section : Section.of(told)) {
            FigureTable table = section.table(told);
            List<String> notes = new ArrayList<>();
            if (table.withholds()) {
                notes.add(words.say("statistics.note.withheld", Integer.toString(told.threshold())));
            }
            tables.add(new Table(words.say(section.title()), headers(table, words), rows(table, words), notes));
        }
        return new ReportDocument(
                words.say("statistics.report.title", told.period()),
                facts(told, words),
                tables,
                words.say("statistics.notes"),
                notes(told, words));
    }

    private static Table indicators(List<Indicator> indicators, int threshold, Words words) {
        List<List<String>> rows = new ArrayList<>();
        for (Indicator one : indicators) {
            String name = words.say("statistics.kpi." + one.id());
            rows.add(List.of(
                    one.level() == null
                            ? name
                            : name + ", "
                                    + words.value(Dimension.LEVEL, one.level().wire()),
                    one.targetSeconds() == null ? "" : words.time(one.targetSeconds()),
                    one.percent() == null ? "" : one.percent() + "%",
                    one.part().text(),
                    one.of().text(),
                    words.time(one.medianSeconds()),
                    words.time(one.ninetySeconds())));
        }
        List<String> what = new ArrayList<>();
        if (indicators.stream().anyMatch(one -> !one.part().told() || !one.of().told())) {
            what.add(words.say("statistics.note.withheld", Integer.toString(threshold)));
        }
        indicators.stream()
                .map(Indicator::id)
                .distinct()
                .map(id -> words.say("statistics.kpi." + id) + ": " + words.say("statistics.kpi." + id + ".what"))
                .forEach(what::add);
        return new Table(
                words.say("statistics.table.kpi"),
                List.of(
                        words.say("statistics.kpi"),
                        words.say("statistics.target"),
                        words.say("statistics.share"),
                        words.say("statistics.part"),
                        words.say("statistics.of"),
                        words.say("statistics.median"),
                        words.say("statistics.ninety")),
                rows,
                what);
    }

    private static List<String> headers(FigureTable table, Words words) {
        List<String> headers = new ArrayList<>();
        headers.add(words.dimension(table.first()));
        Dimension second = table.second();
        if (second != null) {
            table.columns().forEach(column -> headers.add(words.value(second, column)));
        }
        headers.add(words.say("statistics.total"));
        return headers;
    }

    private static List<List<String>> rows(FigureTable table, Words words) {
        List<List<String>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(row(words.value(table.first(), row.value()), row)));
        rows.add(row(words.say("statistics.total"), table.total()));
        return rows;
    }

    private static List<String> row(String name, FigureTable.Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        row.cells().forEach(figure -> cells.add(figure.text()));
        cells.add(row.total().text());
        return cells;
    }

    private static List<List<String>> facts(Told told, Words words) {
        return List.of(
                List.of(words.say("statistics.period"), told.period()),
                List.of(words.say("statistics.days"), told.firstDay() + " – " + told.lastDay()),
                List.of(words.say("statistics.made"), told.made().toString()),
                List.of(
                        words.population(Population.CASES),
                        told.total(Population.CASES).text()),
                List.of(
                        words.population(Population.CLOSURES),
                        told.total(Population.CLOSURES).text()));
    }

    private static List<String> notes(Told told, Words words) {
        List<String> notes = new ArrayList<>();
        String threshold = Integer.toString(told.threshold());
        notes.add(words.say("statistics.note.reported"));
        notes.add(words.say("statistics.note.threshold", threshold));
        notes.add(words.say("statistics.note.complement"));
        notes.add(words.say("statistics.note.zero"));
        notes.add(words.say("statistics.note.crosses"));
        notes.add(words.say("statistics.note.quarter"));
        if (told instanceof Told.Year) {
            notes.add(words.say("statistics.note.year"));
        }
        for (Population population : Population.values()) {
            if (told.tells(population, Set.of())) {
                notes.add(words.say(
                        "statistics.note.count",
                        words.population(population),
                        Integer.toString(told.withheld(population)),
                        Integer.toString(told.leftOut(population))));
            }
        }
        notes.add(words.say("statistics.note.clocks"));
        notes.add(words.say("statistics.note.chats"));
        notes.add(words.say("statistics.note.feedback"));
        return notes;
    }
}

package org.wasl.admin.statistics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report as comma-separated values: one number to a line, so that a program needs to know no table. With the mark
 * that lets Excel see it is UTF-8, and without anything a spreadsheet would take for a formula.
 */
final class CsvFile {
    private static final String UTF8_MARK = "\uFEFF";
    private static final String END = "\r\n";

    private CsvFile() {}

    static byte[] write(ReportDocument report, Words words) {
        StringBuilder csv = new StringBuilder(UTF8_MARK);
        line(
                csv,
                List.of(
                        words.say("statistics.csv.table"),
                        words.say("statistics.csv.row"),
                        words.say("statistics.csv.column"),
                        words.say("statistics.csv.value")));
        report.facts().forEach(fact -> line(csv, List.of(report.title(), fact.getFirst(), "", fact.getLast())));
        for (ReportDocument.Table table : report.tables()) {
            for (List<String> row : table.rows()) {
                for (int column = 1; column < row.size(); column++) {
                    line(
                            csv,
                            List.of(
                                    table.title(),
                                    row.getFirst(),
                                    table.headers().get(column),
                                    row.get(column)));
                }
            }
            table.notes()
                    .forEach(note -> line(csv, List.of(table.title(), words.say("statistics.csv.note"), "", note)));
        }
        report.notes().forEach(note -> line(csv, List.of(report.title(), words.say("statistics.csv.note"), "", note)));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(CsvFile::quoted).collect(Collectors.joining(",")))
                .append(END);
    }

    private static String quoted(String cell) {
        return '"' + SheetText.harmless(cell).replace("\"", "\"\"") + '"';
    }
}

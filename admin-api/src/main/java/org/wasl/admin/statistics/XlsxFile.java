package org.wasl.admin.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The report as a workbook: one sheet to a table. Whole numbers are numbers, all else is text; no cell is a formula. */
final class XlsxFile {
    private static final String PROGRAM = "Wasl";
    private static final String VERSION = "1.0";
    private static final int LONGEST_NAME = 31;
    private static final int FIRST_COLUMN = 42;
    private static final int OTHER_COLUMNS = 16;

    private XlsxFile() {}

    static byte[] write(ReportDocument report, Words words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean rightToLeft = words.language().direction().equals("rtl");
        try (Workbook workbook = new Workbook(bytes, PROGRAM, VERSION)) {
            Set<String> names = new HashSet<>();
            Worksheet about = sheet(workbook, words.say("statistics.sheet.about"), names, rightToLeft);
            text(about, 0, 0, report.title());
            about.style(0, 0).bold().set();
            int line = 2;
            for (List<String> fact : report.facts()) {
                cells(about, line++, fact);
            }
            line++;
            for (String note : report.notes()) {
                text(about, line++, 0, note);
            }
            for (ReportDocument.Table table : report.tables()) {
                write(sheet(workbook, table.title(), names, rightToLeft), table);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, ReportDocument.Table table) {
        text(sheet, 0, 0, table.title());
        sheet.style(0, 0).bold().set();
        int line = 2;
        cells(sheet, line, table.headers());
        sheet.range(line, 0, line, table.headers().size() - 1).style().bold().set();
        for (List<String> row : table.rows()) {
            cells(sheet, ++line, row);
        }
        line++;
        for (String note : table.notes()) {
            text(sheet, ++line, 0, note);
        }
    }

    private static void cells(Worksheet sheet, int line, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (column > 0 && cell.matches("[0-9]{1,9}")) {
                sheet.value(line, column, Long.valueOf(cell));
            } else {
                text(sheet, line, column, cell);
            }
        }
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        sheet.value(line, column, SheetText.harmless(text));
    }

    private static Worksheet sheet(Workbook workbook, String title, Set<String> names, boolean rightToLeft) {
        Worksheet sheet = workbook.newWorksheet(name(title, names));
        if (rightToLeft) {
            sheet.rightToLeft();
        }
        sheet.width(0, FIRST_COLUMN);
        for (int column = 1; column <= OTHER_COLUMNS; column++) {
            sheet.width(column, OTHER_COLUMNS);
        }
        return sheet;
    }

    /** As Excel allows it: short, without its own signs, none twice. */
    private static String name(String title, Set<String> names) {
        String plain = title.replaceAll("[\\\\/*?:\\[\\]']", " ").strip();
        List<String> tries = new ArrayList<>(List.of(cut(plain, LONGEST_NAME)));
        for (int number = 2; !names.add(tries.getLast()); number++) {
            String end = " " + number;
            tries.add(cut(plain, LONGEST_NAME - end.length()) + end);
        }
        return tries.getLast();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most).strip();
    }
}

package org.wasl.admin.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.wasl.admin.casework.LevelClock;
import org.wasl.admin.web.ConsoleLanguage;

/** The files say what the release says, all of them the same, and nothing in them is a formula. */
class ReportFilesTest {
    private static final Quarter QUARTER = new Quarter(2026, 3);
    private static final Release RELEASE = Release.of(
            QUARTER, LocalDate.of(2026, 10, 9), new CodedCases(3).counted(QUARTER, 700), StatisticsSettings.DEFAULTS);
    private static final LevelClock CLOCK =
            new LevelClock(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10));

    @ParameterizedTest
    @EnumSource(ConsoleLanguage.class)
    void csvAndXlsxHoldTheNumbersOfTheReport(ConsoleLanguage language) throws IOException {
        Words words = words(language);
        ReportDocument report = report(words);
        Map<String, String> csv = csv(CsvFile.write(report, words));
        Map<String, String> xlsx = xlsx(XlsxFile.write(report, words), report);
        Map<String, String> said = said(report);

        assertThat(said).hasSizeGreaterThan(300);
        assertThat(csv).isEqualTo(said);
        assertThat(xlsx).isEqualTo(said);
    }

    @Test
    void theReportIsTheReleaseAndNothingElse() {
        Words words = words(ConsoleLanguage.ENGLISH);
        ReportDocument.Table categories = report(words).tables().stream()
                .filter(table -> table.title().equals("Matters"))
                .findFirst()
                .orElseThrow();
        Figure violence = RELEASE.figure(Population.CASES, Map.of(Dimension.CATEGORY, "DV"));

        assertThat(categories.rows().getFirst().getFirst()).isEqualTo("Family violence");
        assertThat(categories.rows().getFirst().getLast()).isEqualTo(violence.text());
    }

    @Test
    void footnotesSayWhatIsWithheldAndByWhichRule() {
        ReportDocument report = report(words(ConsoleLanguage.ENGLISH));

        assertThat(report.notes())
                .anyMatch(note -> note.equals("Counts from 1 to below 5 are withheld (•)."))
                .anyMatch(note ->
                        note.startsWith("Cases opened: " + RELEASE.withheld(Population.CASES) + " cells withheld; "));
        report.tables().stream()
                .filter(table -> table.rows().stream().flatMap(List::stream).anyMatch("•"::equals))
                .forEach(table -> assertThat(table.notes())
                        .contains("• is a count that is withheld: below 5, or beside one that is."));
    }

    @Test
    void nothingIsByMonthOrDistrictAndNoTableCrossesMatterGovernorateAndAge() {
        for (Section section : Section.REPORT) {
            assertThat(section.rows()).isNotEqualTo(Dimension.MONTH);
            assertThat(section.columns()).isNotEqualTo(Dimension.MONTH);
        }
        for (Population population : Population.values()) {
            assertThat(population.tables()).allMatch(table -> table.size() <= 3);
            assertThat(population.tells(java.util.Set.of(Dimension.CATEGORY, Dimension.GOVERNORATE, Dimension.AGE)))
                    .isFalse();
        }
    }

    @Test
    void whereConversationsWereLeftAndWhatWasAnsweredIsInTheReport() {
        ReportDocument report = report(words(ConsoleLanguage.ENGLISH));
        assertThat(report.tables())
                .extracting(ReportDocument.Table::title)
                .contains(
                        "Where conversations were left, by language",
                        "Where conversations were left, by way they came",
                        "Chats opened without choosing a language",
                        "Did it help",
                        "Did it feel safe");
        assertThat(report.tables().getFirst().rows())
                .extracting(List::getFirst)
                .contains("Conversations left before sending", "Said that it helped", "Said that it felt safe");
        Figure story = RELEASE.figure(Population.LEFT, Map.of(Dimension.STAGE, "STORY"));
        assertThat(report.tables().stream()
                        .filter(table -> table.title().equals("Where conversations were left, by language"))
                        .flatMap(table -> table.rows().stream())
                        .filter(row -> row.getFirst().equals("What happened"))
                        .map(List::getLast))
                .containsExactly(story.text());
    }

    @Test
    void whatAnOlderReleaseDidNotCountIsNotInItsReport() {
        Release older = new Release(
                QUARTER,
                RELEASE.made(),
                RELEASE.threshold(),
                only(RELEASE.told()),
                only(RELEASE.withheld()),
                only(RELEASE.tables()),
                only(RELEASE.leftOut()),
                RELEASE.times());
        ReportDocument report =
                ReportDocument.of(older, Indicator.of(older, level -> CLOCK), words(ConsoleLanguage.ENGLISH));

        assertThat(report.tables()).noneMatch(table -> table.title().startsWith("Where conversations"));
        assertThat(report.notes()).noneMatch(note -> note.startsWith("Answers about the help:"));
        assertThat(report.tables().getFirst().rows())
                .noneMatch(row -> row.getFirst().startsWith("Said that"));
    }

    private static <T> Map<Population, T> only(Map<Population, T> all) {
        Map<Population, T> cases = new java.util.EnumMap<>(all);
        cases.keySet().removeAll(List.of(Population.LEFT, Population.OPENED, Population.FEEDBACK));
        return cases;
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"})
    void whatWouldBeAFormulaIsText(String text) {
        assertThat(SheetText.harmless(text)).startsWith("'").doesNotContain("\t", "\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"•", "≥57", "12", "الموصل", "L1", ""})
    void whatIsHarmlessStaysAsItIs(String text) {
        assertThat(SheetText.harmless(text)).isEqualTo(text);
    }

    @Test
    void aFormulaAsATitleIsTextInBothFiles() throws IOException {
        Words words = words(ConsoleLanguage.ENGLISH);
        ReportDocument evil = new ReportDocument(
                "=cmd|' /C calc'!A0",
                List.of(List.of("@a", "+1")),
                List.of(new ReportDocument.Table(
                        "=T[1]:*?", List.of("-h", "=v"), List.of(List.of("=HYPERLINK(\"x\")", "7")), List.of("+n"))),
                "=notes",
                List.of("-note"));
        String csv = new String(CsvFile.write(evil, words), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\uFEFF")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"")
                .doesNotContain(",\"=", ",\"+", ",\"-", ",\"@");

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(XlsxFile.write(evil, words)))) {
            for (Sheet sheet : book.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    row.stream().filter(cell -> cell != null).forEach(cell -> {
                        assertThat(cell.getFormula()).isNull();
                        assertThat(cell.getRawValue()).doesNotStartWith("=");
                    });
                }
            }
        }
    }

    private static ReportDocument report(Words words) {
        return ReportDocument.of(RELEASE, Indicator.of(RELEASE, level -> CLOCK), words);
    }

    static Words words(ConsoleLanguage language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "console/messages/statistics",
                "console/messages/codes",
                "console/messages/casework",
                "console/messages/console",
                "console/messages/reasons");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, language);
    }

    private static Map<String, String> said(ReportDocument report) {
        Map<String, String> said = new LinkedHashMap<>();
        for (ReportDocument.Table table : report.tables()) {
            for (List<String> row : table.rows()) {
                for (int column = 1; column < row.size(); column++) {
                    said.put(
                            table.title() + "|" + row.getFirst() + "|"
                                    + table.headers().get(column),
                            row.get(column));
                }
            }
        }
        return said;
    }

    private static Map<String, String> csv(byte[] file) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String line : new String(file, StandardCharsets.UTF_8).substring(1).split("\r\n", -1)) {
            List<String> cells = new ArrayList<>();
            for (String cell : line.split("\",\"", -1)) {
                cells.add(cell.replaceAll("^\"|\"$", "").replace("\"\"", "\""));
            }
            if (cells.size() == 4 && !cells.get(2).isEmpty() && read.size() < 100_000) {
                read.put(String.join("|", cells.subList(0, 3)), cells.get(3));
            }
        }
        read.remove(read.keySet().iterator().next());
        return read;
    }

    private static Map<String, String> xlsx(byte[] file, ReportDocument report) throws IOException {
        Map<String, String> read = new LinkedHashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets).hasSize(report.tables().size() + 1);
            for (int index = 0; index < report.tables().size(); index++) {
                ReportDocument.Table table = report.tables().get(index);
                List<Row> rows = sheets.get(index + 1).read();
                assertThat(rows.getFirst().getCellText(0)).isEqualTo(table.title());
                for (int line = 0; line < table.rows().size(); line++) {
                    Row row = rows.stream().filter(new At(line + 4)).findFirst().orElseThrow();
                    for (int column = 1; column < table.headers().size(); column++) {
                        read.put(
                                table.title() + "|" + row.getCellText(0) + "|"
                                        + table.headers().get(column),
                                row.getCellText(column));
                    }
                }
            }
        }
        return read;
    }

    private record At(int number) implements java.util.function.Predicate<Row> {
        @Override
        public boolean test(Row row) {
            return row.getRowNum() == number;
        }
    }
}

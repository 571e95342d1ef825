package org.wasl.admin.statistics;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.print.Press;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The report as a file of its reader's language. */
final class ReportFiles {
    private final StatisticsDesk desk;
    private final MessageSource messages;
    private final Press press;

    ReportFiles(StatisticsDesk desk, MessageSource messages, Press press) {
        this.desk = desk;
        this.messages = messages;
        this.press = press;
    }

    /** What the report is written as. */
    enum Format {
        PDF("application/pdf"),
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final MediaType type;

        Format(String type) {
            this.type = MediaType.parseMediaType(type);
        }

        /** As an address writes them. */
        static java.util.List<String> names() {
            return java.util.Arrays.stream(values())
                    .map(format -> format.name().toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    ResponseEntity<byte[]> answer(CurrentStaff staff, String period, String format, ConsoleLanguage language) {
        Format chosen = of(Format.class, format);
        Optional<Told> told = desk.export(staff, period, chosen.name());
        Told released = told.orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Words words = words(language);
        ReportDocument report = ReportDocument.of(released, desk.indicators(released), words);
        byte[] file = switch (chosen) {
            case PDF -> PdfFile.write(press.begin(language, report.title(), staff.id()), report);
            case CSV -> CsvFile.write(report, words);
            case XLSX -> XlsxFile.write(report, words);
        };
        String name = "wasl-" + released.period() + "-" + language.code() + "."
                + chosen.name().toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .contentType(chosen.type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }

    Words words(ConsoleLanguage language) {
        return new Words(messages, language);
    }

    static <E extends Enum<E>> E of(Class<E> type, String sent) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(sent.toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        throw new ProblemException(Problem.UNREADABLE);
    }
}

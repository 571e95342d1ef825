package org.wasl.admin.statistics;

import java.util.List;
import org.wasl.admin.print.PdfDocument;

/** The report on paper. */
final class PdfFile {
    private PdfFile() {}

    static byte[] write(PdfDocument paper, ReportDocument report) {
        paper.table(List.of("", ""), report.facts());
        for (ReportDocument.Table table : report.tables()) {
            paper.heading(table.title()).table(table.headers(), table.rows());
            table.notes().forEach(paper::quiet);
        }
        return paper.heading(report.notesTitle()).list(report.notes()).bytes();
    }
}

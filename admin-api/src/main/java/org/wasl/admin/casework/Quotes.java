package org.wasl.admin.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.report.Evidence;

/** The words under the ten-second card: what the person wrote that weighs most. */
final class Quotes {
    /** What fits a phone beside the card. */
    private static final int MOST = 3;

    private Quotes() {}

    static List<CaseView.Quote> of(Case held) {
        List<CaseView.Quote> quotes = new ArrayList<>();
        for (CaseReport report : held.reports()) {
            for (Reason reason : report.assessment().reasons()) {
                Evidence words = reason.evidence();
                if (words != null && !words.text().isBlank()) {
                    quotes.add(new CaseView.Quote(
                            reason.rule(), reason.floor(), reason.suspected(), report.shownWords(words.text())));
                }
            }
        }
        quotes.sort(Comparator.comparing(CaseView.Quote::floor)
                .thenComparing(CaseView.Quote::suspected)
                .thenComparing(CaseView.Quote::rule));
        Set<String> said = new HashSet<>();
        return quotes.stream()
                .filter(quote -> said.add(quote.words()))
                .limit(MOST)
                .toList();
    }
}

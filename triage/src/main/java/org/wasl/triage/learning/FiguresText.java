package org.wasl.triage.learning;

import java.util.Locale;

/** The figures as a table for the terminal and for the README (Markdown). */
final class FiguresText {

    private FiguresText() {}

    static String of(Evaluation.Result result) {
        StringBuilder out = new StringBuilder();
        out.append("model ")
                .append(result.model())
                .append(", on ")
                .append(result.on())
                .append("\n\n");
        out.append("| language | kind | texts | urgent recall | urgent precision | urgent to L4/L5 | level accepted"
                + " | category macro-F1 | language | L2 on suspicion |\n|---|---|---|---|---|---|---|---|---|---|\n");
        for (Scorecard card : result.cards()) {
            row(out, card);
        }
        for (Confusion confusion : result.confusions()) {
            confusion(out, confusion);
        }
        if (!result.outside().isEmpty()) {
            out.append("\n| other people's texts | share | of | wanted |\n|---|---|---|---|\n");
            result.outside()
                    .forEach(line -> out.append(String.format(
                            Locale.ROOT,
                            "| %s | %s | %d | %s %.3f%s |%n",
                            line.what(),
                            line.rate().shown(),
                            line.rate().of(),
                            line.atLeast() ? "at least" : "at most",
                            line.target(),
                            line.reached() ? "" : ", missed")));
            out.append("\nWhich rules say urgent, and of how many of those texts\n");
            result.outside().stream()
                    .filter(line -> !line.rules().isEmpty())
                    .forEach(line -> out.append("- ")
                            .append(line.what())
                            .append(": ")
                            .append(line.rules())
                            .append('\n'));
        }
        return out.toString();
    }

    private static void row(StringBuilder out, Scorecard card) {
        out.append("| ")
                .append(String.join(
                        " | ",
                        card.language(),
                        card.kind(),
                        String.valueOf(card.texts()),
                        card.urgentRecall().shown(),
                        card.urgentPrecision().shown(),
                        card.falseUrgent().shown(),
                        card.accepted().shown(),
                        card.category().shown(),
                        card.languageRecall().shown(),
                        card.onSuspicion().shown()))
                .append(" |\n");
    }

    private static void confusion(StringBuilder out, Confusion confusion) {
        out.append('\n').append(confusion.title()).append(", right in rows, given in columns\n\n| |");
        confusion.codes().forEach(code -> out.append(' ').append(code).append(" |"));
        out.append("\n|---|").append("---|".repeat(confusion.codes().size())).append('\n');
        for (int row = 0; row < confusion.codes().size(); row++) {
            out.append("| ").append(confusion.codes().get(row)).append(" |");
            confusion
                    .counts()
                    .get(row)
                    .forEach(count -> out.append(' ').append(count).append(" |"));
            out.append('\n');
        }
    }
}

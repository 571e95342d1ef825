package org.wasl.triage.learning;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The figures as one page with charts: no script, no request to anybody. */
final class FiguresPage {

    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;
              color: #1c2330; background: #fff; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
            table { border-collapse: collapse; font-size: .85rem; } td, th { border: 1px solid #d5dae2;
              padding: .2rem .45rem; text-align: right; } th { background: #f3f5f8; } td:first-child { text-align: left; }
            svg { max-width: 100%; height: auto; } .missed { color: #a3241f; } .wide { overflow-x: auto; }
            @media (prefers-color-scheme: dark) { body { background: #14171c; color: #e4e7ec; }
              th { background: #20252d; } td, th { border-color: #39414d; } .missed { color: #ff8d85; } }
            """;

    private static final int BAR = 18;
    private static final int WIDTH = 420;
    private static final int LEFT = 190;

    private FiguresPage() {}

    static String of(Evaluation.Result result) {
        StringBuilder out = new StringBuilder();
        out.append(
                "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><title>Wasl: triage measured</title><style>\n");
        out.append(STYLE).append("</style></head><body>\n<h1>Triage, measured</h1>\n<p>Model ");
        out.append(escaped(result.model())).append(", on ").append(escaped(result.on()));
        out.append(". Bars end at the share counted; the thin line is the interval of 95 % confidence, the dotted"
                + " line the target.</p>\n");
        chart(out, result, "Urgent recall, danger said openly", "plain", Scorecard::urgentRecall, 0.97);
        chart(out, result, "Urgent recall, half told", "indirect", Scorecard::urgentRecall, 0.85);
        chart(out, result, "Urgency given to L4 and L5 (less is better)", Scorecard.ALL, Scorecard::falseUrgent, 0.05);
        chart(out, result, "Level accepted, danger said openly", "plain", Scorecard::accepted, 0.90);
        chart(out, result, "Level accepted, half told", "indirect", Scorecard::accepted, 0.75);
        chart(out, result, "Language recognised", Scorecard.ALL, Scorecard::languageRecall, 0.92);
        cards(out, result.cards());
        result.confusions().forEach(confusion -> confusion(out, confusion));
        outside(out, result.outside());
        return out.append("</body></html>\n").toString();
    }

    private static void chart(
            StringBuilder out,
            Evaluation.Result result,
            String title,
            String kind,
            Function<Scorecard, Rate> rate,
            double target) {
        List<Scorecard> cards = result.cards().stream()
                .filter(card -> card.kind().equals(kind) && rate.apply(card).isKnown())
                .toList();
        if (cards.isEmpty()) {
            return;
        }
        int height = cards.size() * (BAR + 8) + 24;
        out.append("<h2>")
                .append(escaped(title))
                .append("</h2>\n<svg viewBox=\"0 0 ")
                .append(LEFT + WIDTH + 80);
        out.append(' ')
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(title))
                .append("\">\n");
        for (int at = 0; at < cards.size(); at++) {
            bar(out, cards.get(at), rate.apply(cards.get(at)), at * (BAR + 8) + 4);
        }
        line(out, LEFT + target * WIDTH, 0, LEFT + target * WIDTH, height - 18, "stroke-dasharray=\"3 3\"");
        out.append("</svg>\n");
    }

    private static void bar(StringBuilder out, Scorecard card, Rate rate, int top) {
        text(out, 0, top + 14, card.language() + " (" + rate.of() + ")");
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#3b76b8\"/>%n",
                LEFT,
                top,
                rate.share() * WIDTH,
                BAR));
        line(out, LEFT + rate.lower() * WIDTH, top + 9, LEFT + rate.upper() * WIDTH, top + 9, "");
        text(out, LEFT + WIDTH + 8, top + 14, Rate.decimals(rate.share()));
    }

    private static void line(StringBuilder out, double x1, double y1, double x2, double y2, String more) {
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"currentColor\" %s/>%n",
                x1,
                y1,
                x2,
                y2,
                more));
    }

    private static void text(StringBuilder out, double x, double y, String words) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"13\" fill=\"currentColor\">%s</text>%n",
                x,
                y,
                escaped(words)));
    }

    private static void cards(StringBuilder out, List<Scorecard> cards) {
        out.append("<h2>By language and kind</h2><div class=\"wide\"><table><tr><th>language<th>kind<th>texts"
                + "<th>urgent recall<th>urgent precision<th>urgent to L4/L5<th>level accepted<th>category macro-F1"
                + "<th>language<th>L2 on suspicion</tr>\n");
        for (Scorecard card : cards) {
            out.append("<tr><td>")
                    .append(escaped(card.language()))
                    .append("<td>")
                    .append(card.kind());
            out.append("<td>").append(card.texts());
            for (String cell : List.of(
                    card.urgentRecall().shown(),
                    card.urgentPrecision().shown(),
                    card.falseUrgent().shown(),
                    card.accepted().shown(),
                    card.category().shown(),
                    card.languageRecall().shown(),
                    card.onSuspicion().shown())) {
                out.append("<td>").append(cell);
            }
            out.append("</tr>\n");
        }
        out.append("</table></div>\n");
    }

    private static void confusion(StringBuilder out, Confusion confusion) {
        out.append("<h2>").append(escaped(confusion.title())).append(": right in rows, given in columns</h2>");
        out.append("<div class=\"wide\"><table><tr><th>");
        confusion.codes().forEach(code -> out.append("<th>").append(code));
        out.append("</tr>\n");
        for (int row = 0; row < confusion.codes().size(); row++) {
            List<Integer> counts = confusion.counts().get(row);
            int all = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
            out.append("<tr><th>").append(confusion.codes().get(row));
            for (int count : counts) {
                out.append(String.format(
                        Locale.ROOT, "<td style=\"background: rgb(59 118 184 / %.2f)\">%d", 0.8 * count / all, count));
            }
            out.append("</tr>\n");
        }
        out.append("</table></div>\n");
    }

    private static void outside(StringBuilder out, List<Outside.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.append("<h2>Other people's texts</h2><table><tr><th>what<th>share<th>of<th>wanted</tr>\n");
        for (Outside.Line line : lines) {
            out.append("<tr").append(line.reached() ? "" : " class=\"missed\"").append("><td>");
            out.append(escaped(line.what())).append("<td>").append(line.rate().shown());
            out.append("<td>").append(line.rate().of()).append("<td>");
            out.append(line.atLeast() ? "at least " : "at most ")
                    .append(line.target())
                    .append("</tr>\n");
        }
        out.append("</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package org.wasl.admin.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.AskNext;
import org.wasl.admin.casework.AskedQuestion;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.DeskReply;
import org.wasl.admin.reply.Reach;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.WouldRaise;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.FactKey;

/**
 * One report of a case as its page shows it.
 *
 * @param first the reviewed first message in the citizen's language
 * @param reviewed the other reviewed texts, by name
 */
record ReportScreen(
        CaseReport report,
        List<Said> transcript,
        List<Reason> reasons,
        Reach reach,
        String first,
        Map<String, String> reviewed) {
    static ReportScreen of(
            Case held,
            CaseReport report,
            Reach reach,
            String first,
            Map<String, String> reviewed,
            ConsoleLanguage reader) {
        List<Reason> reasons = report.assessment().reasons().stream()
                .sorted(Comparator.comparing(Reason::floor).thenComparing(Reason::rule))
                .map(reason -> shown(report, reason))
                .toList();
        return new ReportScreen(
                report, transcript(held, report, new Highlighter(reasons), reader), reasons, reach, first, reviewed);
    }

    private static Reason shown(CaseReport report, Reason reason) {
        Evidence words = reason.evidence();
        if (words == null) {
            return reason;
        }
        return new Reason(
                reason.rule(),
                reason.version(),
                reason.floor(),
                reason.text(),
                reason.facts(),
                reason.suspected(),
                new Evidence(words.start(), words.end(), HiddenDirections.removed(report.shownWords(words.text()))));
    }

    /** What the bot node had said, where the desk says otherwise; {@code null} where they agree. */
    public @Nullable Assessment botSaid() {
        return report.assessmentDiffers() ? report.latest().said() : null;
    }

    /** The hours the person chose, in Baghdad's time; empty when they chose none. */
    public List<ChosenHours> hours() {
        return ContactWindows.read(report.windows()).all().stream()
                .map(ChosenHours::of)
                .toList();
    }

    /** The word agreed on with the person; {@code null} for none. */
    public @Nullable String agreedWord() {
        String word = report.codeWord();
        return word == null ? null : HiddenDirections.removed(word);
    }

    /** What could still raise the level, the furthest first. */
    public List<WouldRaise> wouldRaise() {
        return report.assessment().wouldRaise().stream()
                .sorted(Comparator.comparing(WouldRaise::to))
                .toList();
    }

    /** What the operator could ask next. */
    public List<FactKey> askNext() {
        return AskNext.of(report.assessment());
    }

    public boolean unconfirmed() {
        return report.latest().unconfirmed();
    }

    private static List<Said> transcript(
            Case held, CaseReport report, Highlighter highlighter, ConsoleLanguage reader) {
        List<Said> said = new ArrayList<>();
        report.transcript().stream()
                .filter(line -> !line.text().isBlank())
                .forEach(line -> said.add(new Said(
                        line.speaker().name(),
                        AskedQuestion.of(report, line, reader).orElse(null),
                        highlighter.segments(report.shown(line.text())),
                        line.at(),
                        null)));
        if (said.isEmpty()) {
            story(report, highlighter, said);
        }
        for (DeskReply reply : held.replies()) {
            if (reply.report().equals(report.id())) {
                said.add(new Said(
                        "DESK",
                        null,
                        List.of(Segment.plain(HiddenDirections.removed(reply.text()))),
                        reply.at(),
                        reply.state()));
            }
        }
        // Stable: lines of one moment keep the order in which they came.
        said.sort(Comparator.comparing(Said::at));
        return said;
    }

    /** What could not be worked through has no lines, only the words themselves. */
    private static void story(CaseReport report, Highlighter highlighter, List<Said> said) {
        Instant at = report.latest().at();
        report.shown(report.latest().story())
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> said.add(new Said("CITIZEN", null, highlighter.segments(line), at, null)));
    }

    @Override
    public String toString() {
        return "ReportScreen[redacted]";
    }
}

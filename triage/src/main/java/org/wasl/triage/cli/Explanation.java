package org.wasl.triage.cli;

import java.util.stream.Collectors;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/** How one text is read, for people who work on the lexicons. */
final class Explanation {

    private Explanation() {}

    static String of(Triage triage, String text) {
        Assessment assessment = triage.assess(new Report(text, Facts.NONE));
        StringBuilder out = new StringBuilder();
        out.append("language  ").append(assessment.language().wire()).append('\n');
        out.append("level     ").append(assessment.level().wire());
        out.append(assessment.suspectedOnly() ? " (to confirm)" : "");
        out.append(assessment.understood() ? "" : " (not understood: a human reads it)")
                .append('\n');
        out.append("score     ").append(assessment.score()).append('\n');
        out.append("category  ").append(assessment.category());
        assessment.also().forEach(also -> out.append(", ").append(also));
        out.append("\nfacts\n");
        for (Fact fact : assessment.facts()) {
            out.append("  ").append(fact.key().wire()).append(detail(fact));
            out.append(words(fact.evidence())).append('\n');
        }
        out.append("reasons\n");
        for (Reason reason : assessment.reasons()) {
            out.append("  ")
                    .append(reason.rule())
                    .append(' ')
                    .append(reason.floor().wire());
            out.append(' ')
                    .append(reason.text())
                    .append(words(reason.evidence()))
                    .append('\n');
        }
        out.append("would raise\n  ")
                .append(assessment.wouldRaise().stream()
                        .map(would -> would.fact().wire() + " to " + would.to().wire())
                        .collect(Collectors.joining(", ")));
        out.append("\nmodel     ").append(assessment.model());
        out.append("\nrules     ").append(assessment.rules()).append('\n');
        return out.toString();
    }

    private static String detail(Fact fact) {
        String detail = fact.detail() == null ? "" : "=" + fact.detail();
        return detail + (fact.hours() == null ? "" : " in " + fact.hours() + " h");
    }

    private static String words(@org.jspecify.annotations.Nullable Evidence evidence) {
        return evidence == null ? "" : "  [" + evidence.start() + ".." + evidence.end() + "] " + evidence.text();
    }
}

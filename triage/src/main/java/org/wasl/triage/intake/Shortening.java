package org.wasl.triage.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.intake.IntakeEntry.Filed;
import org.wasl.triage.intake.IntakeEntry.Unread;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.Facts;

/**
 * Cuts the longest texts of an entry, no more than needed, until it fits. Short lines stay whole; the middle of very many
 * lines goes last.
 */
final class Shortening {

    private static final String CUT = "…";

    private static final int LONGEST = 8_000;
    private static final int SHORTEST = 60;
    private static final int FEW_LINES = 100;

    private Shortening() {}

    /** The entry unchanged when nothing in it can be cut; the least of it when nothing fits. */
    static IntakeEntry of(IntakeEntry entry, Predicate<IntakeEntry> fits) {
        IntakeEntry shortened = entry;
        for (int most = LONGEST; most >= SHORTEST && !fits.test(shortened); most = most / 2) {
            shortened = cut(entry, most, Limits.LINES);
        }
        return fits.test(shortened) ? shortened : cut(entry, SHORTEST, FEW_LINES);
    }

    private static IntakeEntry cut(IntakeEntry entry, int most, int lines) {
        return switch (entry) {
            case Filed filed -> new Filed(cut(filed.report(), most, lines));
            case Unread unread ->
                new Unread(
                        unread.id(),
                        unread.sequence(),
                        unread.at(),
                        unread.locale(),
                        unread.channel(),
                        cut(unread.text(), most),
                        unread.mark());
            case IntakeEntry other -> other;
        };
    }

    private static FiledReport cut(FiledReport report, int most, int lines) {
        return new FiledReport(
                report.id(),
                report.sequence(),
                report.unconfirmed(),
                report.drill(),
                report.at(),
                report.locale(),
                report.channel(),
                // The story is what the desk assesses again, so it keeps more than any single line.
                cut(report.story(), Math.max(most, LONGEST / 2)),
                ends(report.lines(), lines).stream()
                        .map(line -> new Line(line.speaker(), cut(line.text(), most), line.question(), line.at()))
                        .toList(),
                cut(report.facts(), most),
                cut(report.assessment(), most),
                report.consents(),
                report.mailbox(),
                report.capsule(),
                report.mark(),
                report.windows(),
                report.attachments(),
                report.evidence());
    }

    private static Assessment cut(Assessment assessment, int most) {
        return new Assessment(
                assessment.language(),
                assessment.category(),
                assessment.also(),
                assessment.level(),
                assessment.score(),
                assessment.suspectedOnly(),
                assessment.understood(),
                cut(assessment.facts(), most),
                assessment.reasons().stream()
                        .limit(Limits.REASONS)
                        .map(reason -> cut(reason, most))
                        .toList(),
                assessment.wouldRaise(),
                assessment.tags(),
                assessment.model(),
                assessment.rules());
    }

    private static Reason cut(Reason reason, int most) {
        return new Reason(
                reason.rule(),
                reason.version(),
                reason.floor(),
                reason.text(),
                reason.facts(),
                reason.suspected(),
                cut(reason.evidence(), most));
    }

    private static Facts cut(Facts facts, int most) {
        List<Fact> cut = new ArrayList<>();
        for (Fact fact : facts) {
            cut.add(new Fact(
                    fact.key(), fact.truth(), fact.detail(), fact.hours(), fact.source(), cut(fact.evidence(), most)));
        }
        return Facts.of(cut.subList(0, Math.min(cut.size(), Limits.FACTS)));
    }

    private static @Nullable Evidence cut(@Nullable Evidence evidence, int most) {
        return evidence == null ? null : new Evidence(evidence.start(), evidence.end(), cut(evidence.text(), most));
    }

    private static <T> List<T> ends(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        return Stream.concat(
                        all.subList(0, most / 2).stream(),
                        all.subList(all.size() - (most - most / 2), all.size()).stream())
                .toList();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + CUT;
    }
}

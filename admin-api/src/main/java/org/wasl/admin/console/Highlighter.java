package org.wasl.admin.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Level;

/**
 * Marks, in each line of a transcript, the words that made a rule fire. The spans of an assessment count from the start
 * of the whole story, so the words themselves are looked for; where they stand twice, both are marked.
 */
final class Highlighter {
    private static final int SHORTEST = 2;

    private final List<Mark> marks = new ArrayList<>();

    private record Mark(String words, Level level, String rule) {
        @Override
        public String toString() {
            return "Mark[" + level + ", redacted]";
        }
    }

    Highlighter(List<Reason> reasons) {
        for (Reason reason : reasons) {
            Evidence evidence = reason.evidence();
            if (evidence != null) {
                evidence.text()
                        .lines()
                        .map(HiddenDirections::removed)
                        .map(String::strip)
                        .filter(words -> words.length() >= SHORTEST)
                        .forEach(words -> marks.add(new Mark(words, reason.floor(), reason.rule())));
            }
        }
    }

    /** The line in pieces; joined they are the line without its hidden direction marks. */
    List<Segment> segments(String line) {
        String text = HiddenDirections.removed(line);
        List<List<Mark>> over = over(text);
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at == text.length() || !over.get(at).equals(over.get(start))) {
                segments.add(segment(text.substring(start, at), over.get(start)));
                start = at;
            }
        }
        return segments;
    }

    private List<List<Mark>> over(String text) {
        List<List<Mark>> over = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            over.add(new ArrayList<>());
        }
        for (Mark mark : marks) {
            int found = text.indexOf(mark.words());
            while (found >= 0) {
                for (int at = found; at < found + mark.words().length(); at++) {
                    over.get(at).add(mark);
                }
                found = text.indexOf(mark.words(), found + mark.words().length());
            }
        }
        return over;
    }

    private static Segment segment(String text, List<Mark> marks) {
        @Nullable Level worst = null;
        for (Mark mark : marks) {
            worst = worst == null ? mark.level() : worst.moreSevereOf(mark.level());
        }
        String rules = marks.stream().map(Mark::rule).distinct().collect(Collectors.joining(" "));
        return new Segment(text, worst, rules);
    }
}

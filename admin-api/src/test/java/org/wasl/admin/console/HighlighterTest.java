package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Level;

class HighlighterTest {
    @Test
    void marksTheWordsThatMadeARuleFire() {
        Highlighter highlighter = new Highlighter(List.of(reason("R06", Level.L1_IMMEDIATE, "بيده سچينة")));

        List<Segment> segments = highlighter.segments("زوجي گدامي وبيده سچينة هسه");

        assertThat(segments).hasSize(3);
        assertThat(segments.get(1)).isEqualTo(new Segment("بيده سچينة", Level.L1_IMMEDIATE, "R06"));
        assertThat(joined(segments)).isEqualTo("زوجي گدامي وبيده سچينة هسه");
    }

    @Test
    void marksWordsOfTwoRulesByTheMoreSevereOne() {
        Highlighter highlighter = new Highlighter(List.of(
                reason("R09", Level.L2_EMERGENT, "will kill me"), reason("R08", Level.L1_IMMEDIATE, "kill me now")));

        List<Segment> segments = highlighter.segments("he will kill me now");

        assertThat(segments).extracting(Segment::text).containsExactly("he ", "will ", "kill me", " now");
        assertThat(segments.get(2).level()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(segments.get(2).rules()).isEqualTo("R09 R08");
    }

    @Test
    void marksEvidenceThatGoesOverTwoLinesInBoth() {
        Highlighter highlighter =
                new Highlighter(List.of(reason("R15", Level.L2_EMERGENT, "الباب مقفول\nوما أگدر أطلع")));

        assertThat(highlighter.segments("الباب مقفول")).allMatch(Segment::marked);
        assertThat(highlighter.segments("وما أگدر أطلع")).allMatch(Segment::marked);
    }

    @Test
    void leavesALineWithoutEvidenceAsItIs() {
        assertThat(new Highlighter(List.of(reason("R01", Level.L1_IMMEDIATE, null))).segments("plain"))
                .containsExactly(Segment.plain("plain"));
        assertThat(new Highlighter(List.of()).segments("")).isEmpty();
    }

    @Test
    void takesOutWhatTurnsTextAroundUnseen() {
        List<Segment> segments = new Highlighter(List.of()).segments("a\u202Eevil\u202C b\u2067c\u2069\u0007");

        assertThat(joined(segments)).isEqualTo("aevil bc");
    }

    private static String joined(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }

    private static Reason reason(String rule, Level floor, @Nullable String words) {
        Evidence evidence = words == null ? null : new Evidence(0, words.length(), words);
        return new Reason(rule, "1", floor, "a reason", List.of(), false, evidence);
    }
}

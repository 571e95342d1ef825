package org.wasl.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;
import org.wasl.triage.text.Normaliser;

/** Whatever is sent is answered, in bounded work, with spans that lie in the text. */
class AnyTextTest {

    private static final Triage TRIAGE = Triage.load();

    @Test
    void neverThrowsAndKeepsSpansInsideTheText() {
        Random random = new Random(5);
        List<Table.Row> golden = Table.read("/assessments/golden.tsv");
        for (int round = 0; round < 4_000; round++) {
            String text = round % 2 == 0
                    ? bytes(random)
                    : spoilt(golden.get(random.nextInt(golden.size())).get("text"), random);
            Assessment assessment = TRIAGE.assess(new Report(text, Facts.NONE));
            for (Fact fact : assessment.facts()) {
                Evidence words = Objects.requireNonNull(fact.evidence());
                assertThat(text.substring(words.start(), words.end())).isEqualTo(words.text());
            }
        }
    }

    @Test
    void aTextTooLongToReadWholeIsForAHuman() {
        Assessment assessment = TRIAGE.assess(new Report("سلام عليكم ".repeat(3_000), Facts.NONE));
        assertThat(assessment.understood()).isFalse();
        assertThat(assessment.urgent()).isTrue();
        assertThat(assessment.reasons()).extracting(Reason::rule).contains("U01");
    }

    /** A hundred thousand characters and five million take what the first twenty thousand take, and are told apart. */
    @Test
    void readsNoFurtherThanItSays() {
        List<String> units = List.of(
                "يهددني بصوري ", "راح يقتلني. ", "ا", "a", "a ", "a. ", "😭", "🔪 ", "3'", "\u0301", "ه\u200C", "ﷺ");
        for (String unit : units) {
            for (int length : new int[] {100_000, 5_000_000}) {
                String text = unit.repeat(length / unit.length());
                Assessment assessment = TRIAGE.assess(new Report(text, Facts.NONE));
                int read = Normaliser.read(text);
                assertThat(read).isBetween(Normaliser.LONGEST - 1, Normaliser.LONGEST);
                assertThat(assessment.understood()).as(unit).isFalse();
                assertThat(assessment.reasons()).extracting(Reason::rule).contains("U01", "U02");
                for (Fact fact : assessment.facts()) {
                    assertThat(Objects.requireNonNull(fact.evidence()).end()).isLessThanOrEqualTo(read);
                }
                assertThat(TRIAGE.steps(text)).isEqualTo(TRIAGE.steps(text.substring(0, read)));
            }
        }
    }

    @Test
    void saysNothingOfABoundWhereAllWasRead() {
        Assessment assessment = TRIAGE.assess(new Report("ا".repeat(Normaliser.LONGEST), Facts.NONE));
        assertThat(assessment.reasons()).extracting(Reason::rule).doesNotContain("U02");
    }

    @Test
    void aLanguageWithoutALexiconIsForAHuman() {
        Assessment assessment = TRIAGE.assess(new Report("Kocam beni öldürecek, çok korkuyorum", Facts.NONE));
        assertThat(assessment.understood()).isFalse();
        assertThat(assessment.urgent()).isTrue();
    }

    @Test
    void workGrowsNoFasterThanTheText() {
        List<String> hostile = List.of(
                "يهددني ",
                "راح ",
                "صوري ",
                "اريد ",
                "ا ",
                "هددني صوري ",
                "وێنەکانم ",
                "min ",
                "he ",
                "🔪",
                "1 ",
                "ینشر صوري ",
                "راح يقتلني. ",
                "a. ",
                "😭",
                "3'",
                "ه\u200C",
                "1 ساعات ينشر صوري 2 ");
        for (String unit : hostile) {
            String half = unit.repeat(9_000 / unit.length());
            long once = TRIAGE.steps(half);
            long twice = TRIAGE.steps(half + half);
            assertThat(twice).as(unit).isLessThanOrEqualTo(once * 2 + once / 5 + 20_000);
            assertThat(twice).as(unit).isLessThan(18_000L * 4_000);
        }
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return random.nextBoolean()
                ? new String(bytes, StandardCharsets.UTF_8)
                : new String(bytes, StandardCharsets.UTF_16BE);
    }

    private static String spoilt(String text, Random random) {
        String noise = "\u200F\u200C\u200D\u0640\u064B\uD83D\uDE00\uDC00\uFEF5\uFB56\u0301\u202E*. \n\u0000";
        StringBuilder out = new StringBuilder(text);
        for (int at = 0; at < 6; at++) {
            out.insert(random.nextInt(out.length() + 1), noise.charAt(random.nextInt(noise.length())));
        }
        return out.toString();
    }
}

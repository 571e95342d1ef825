package org.wasl.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/** The words that count are pointed at exactly, in UTF-16 units of what was sent, whatever stands around and inside. */
class EvidenceSpanTest {

    private static final Triage TRIAGE = Triage.load();
    private static final String WORDS = "راح يقتلني";

    static List<String> before() {
        return List.of(
                "",
                "😀 ",
                "\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 ",
                "e\u0301\u0301 ",
                "\uD83D ",
                "\uDC00\uD83D ",
                "\u202E\u2067",
                "\u200F",
                "\uFEFB \u0651 ",
                "١٢٣. ",
                "ﷺ! ",
                "𝒽𝒾 ");
    }

    static List<String> inside() {
        return List.of(
                "راح يـقـتلني",
                "راح يَقْتُلُنِي",
                "راح ي\u200Fقت\u202Aلني",
                "راح يق\u200Dتلني",
                "راح  يقتلني",
                "ر\u0651اح ي\u0670قتلني",
                "راح ﻳﻘﺘﻠﻨﻲ",
                "راح يقتلنيي");
    }

    @ParameterizedTest
    @MethodSource("before")
    void countsWhatStandsBefore(String before) {
        pointsAt(before, WORDS);
    }

    @ParameterizedTest
    @MethodSource("inside")
    void coversWhatStandsInside(String words) {
        for (String before : before()) {
            pointsAt(before, words);
        }
    }

    private static void pointsAt(String before, String words) {
        String text = before + words + " 😭\uD83D";

        Fact fact = TRIAGE.assess(new Report(text, Facts.NONE))
                .facts()
                .observations(FactKey.THREAT_TO_KILL)
                .getFirst();

        Evidence evidence = Objects.requireNonNull(fact.evidence());
        assertThat(evidence.text()).isEqualTo(words);
        assertThat(evidence.start()).isEqualTo(before.length());
        assertThat(evidence.end()).isEqualTo(before.length() + words.length());
    }
}

package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of damage is planted once, so that a silent check of a run with kills means something. */
class LedgerTest {

    private static final String FIRST = "it began in May " + Ledger.sign("kc1", 1);
    private static final String SECOND = "he knows the house " + Ledger.sign("kc1", 2);
    private static final Ledger.Answer ANSWER = new Ledger.Answer("answer-A1.", true);

    @Test
    void hasNothingToSayWhenAllIsThereOnce() {
        assertThat(findings(aWitness(), aCase(List.of(FIRST, SECOND)))).isEmpty();
    }

    @Test
    void noticesALostWord() {
        assertThat(findings(aWitness(), aCase(List.of(FIRST)))).containsExactly("lost: (kc1w2)");
    }

    @Test
    void noticesADoubledWord() {
        assertThat(findings(aWitness(), aCase(List.of(FIRST, SECOND, SECOND))))
                .containsExactly("doubled: (kc1w2), 2 times");
    }

    @Test
    void noticesALostReport() {
        assertThat(Ledger.findings(List.of(aWitness()), List.of()))
                .contains("report of kc1 in 0 cases (expected: 1)", "lost: (kc1w1)", "lost: (kc1w2)");
    }

    @Test
    void noticesADoubledReport() {
        assertThat(findings(aWitness(), aCase(List.of(FIRST)), aCase("A2", List.of(SECOND))))
                .contains("report of kc1 in 2 cases (expected: 1)");
    }

    @Test
    void noticesACaseOfNobody() {
        assertThat(findings(aWitness(), aCase(List.of(FIRST, SECOND)), aCase("A2", List.of())))
                .contains("case A2 holds words of [] (expected: of one citizen)");
    }

    @Test
    void noticesAMissingFilingAndASecondReport() {
        Ledger.SeenCase broken = new Ledger.SeenCase("A1", 2, false, List.of(FIRST, SECOND), List.of(ANSWER));
        assertThat(findings(aWitness(), broken))
                .containsExactly(
                        "case A1 has 2 reports (expected: 1)",
                        "case A1 misses a filing or has one twice with other words");
    }

    @Test
    void noticesALostAnswerAndOneNobodyKnowsToBeDelivered() {
        Ledger.Witness blind =
                new Ledger.Witness("kc1", List.of("(kc1w1)", "(kc1w2)"), List.of(), List.of(), 1, 1, true, "");
        Ledger.SeenCase untold = new Ledger.SeenCase(
                "A1", 1, true, List.of(FIRST, SECOND), List.of(new Ledger.Answer("answer-A1.", false)));
        assertThat(findings(blind, untold))
                .containsExactly("lost: answer to kc1", "answer to kc1 is not known to be delivered");
    }

    @Test
    void noticesAnAnswerThatCameOftenerThanKillsExplain() {
        List<String> thrice = List.of("answer-A1.", "answer-A1.", "answer-A1.");
        Ledger.Witness pestered =
                new Ledger.Witness("kc1", List.of("(kc1w1)"), List.of("(kc1w2)"), thrice, 3, 1, true, "");
        assertThat(findings(pestered, aCase(List.of(FIRST, SECOND))))
                .containsExactly(
                        "doubled: answer to kc1, 3 times after 1 kills", "a message came to kc1 3 times after 1 kills");
    }

    @Test
    void noticesWhoIsStuck() {
        Ledger.Witness stuck = new Ledger.Witness(
                "kc1", List.of("(kc1w1)", "(kc1w2)"), List.of(), List.of("answer-A1."), 1, 0, false, "[BG]");
        assertThat(findings(stuck, aCase(List.of(FIRST, SECOND)))).containsExactly("stuck: kc1 waits for [BG]");
    }

    private static Ledger.Witness aWitness() {
        return new Ledger.Witness(
                "kc1", List.of("(kc1w1)", "(kc1w2)"), List.of(), List.of("answer-A1."), 1, 1, true, "");
    }

    private static Ledger.SeenCase aCase(List<String> words) {
        return aCase("A1", words);
    }

    private static Ledger.SeenCase aCase(String number, List<String> words) {
        return new Ledger.SeenCase(number, 1, true, words, List.of(ANSWER));
    }

    private static List<String> findings(Ledger.Witness witness, Ledger.SeenCase... cases) {
        return Ledger.findings(List.of(witness), List.of(cases));
    }
}

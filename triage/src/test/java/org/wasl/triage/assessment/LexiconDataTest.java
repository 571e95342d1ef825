package org.wasl.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wasl.triage.lexicon.FaultyDataException;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;
import org.wasl.triage.text.LanguageIdentifier;
import org.wasl.triage.text.NormalText;

/** The lexicon and rule files: ours load, faulty ones are refused with every fault at its line. */
class LexiconDataTest {

    @Test
    void loadsTheShippedRulesAndLexicons() {
        assertThat(Triage.load().assess(new Report("", Facts.NONE)))
                .extracting(Assessment::rules)
                .asString()
                .matches("\\d{4}\\.\\d+\\.\\d+/\\d{4}\\.\\d+\\.\\d+(\\+\\d{4}\\.\\d+\\.\\d+)*");
    }

    @Test
    void refusesAFaultyLexiconWithEveryFaultAtItsLine() {
        List<String> faulty = List.of(
                "format wasl-lexicon 1",
                "language en",
                "words a = b",
                "pattern one > dangernow",
                "pattern two > strangled=yesterday",
                "pattern three > dangerNow",
                ": {unknown} x",
                ": x ..9 y",
                ": x? y",
                "pattern three > dangerNow",
                ": fine",
                "words b = (open",
                "nonsense here",
                "guard empty",
                "pattern four > strangled",
                ": {@strangel} x");

        assertThatThrownBy(() -> LexiconReader.read(Map.of("en.txt", faulty)))
                .isInstanceOfSatisfying(
                        FaultyDataException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(
                                        "en.txt:4: unknown fact 'dangernow'",
                                        "en.txt:5: 'yesterday' (expected: a detail of strangled, "
                                                + org.wasl.triage.report.FactKey.STRANGLED.details() + ")",
                                        "en.txt:7: no words 'unknown' above",
                                        "en.txt:8: gap of 9 (expected: at most 6)",
                                        "en.txt:9: a sequence begins and ends with a word that must be there",
                                        "en.txt:6: pattern 'en.three' has no sequence",
                                        "en.txt:10: pattern 'en.three' twice or without a name",
                                        "en.txt:12: '(open': bracket not closed",
                                        "en.txt:13: unknown word 'nonsense'",
                                        "en.txt:14: pattern 'en.empty' has no sequence",
                                        "en.txt:16: no concept 'strangel' in the inventory",
                                        "en.txt:15: pattern 'en.four' has no sequence"));
    }

    @Test
    void aPatternOfConceptsReadsEveryLanguageThatHasWordsForThem() {
        List<String> lines = List.of(
                "format wasl-lexicon 1",
                "language other",
                "pattern gun > weaponThreat",
                ": {@threaten} ..4 {@weapon}",
                ": {@weapon} ..4 {@threaten}");
        Lexicons lexicons = LexiconReader.read(Map.of("shared.txt", lines));

        assertThat(facts(lexicons, "ابوي يهددني بالمسدس")).isEqualTo(1);
        assertThat(facts(lexicons, "بە دەمانچە هەڕەشەم لێ دەکات")).isEqualTo(1);
        assertThat(facts(lexicons, "ب دەبانجێ گەفا ل من دکەت")).isEqualTo(1);
        assertThat(facts(lexicons, "اشتريت خبز")).isZero();
    }

    private static int facts(Lexicons lexicons, String text) {
        return read(lexicons, text).facts().size();
    }

    private static FactReader.Reading read(Lexicons lexicons, String text) {
        NormalText normal = NormalText.of(text);
        return new FactReader(lexicons)
                .read(text, normal, LanguageIdentifier.load().identify(normal));
    }

    @Test
    void whatADoubtedPatternSaysStandsApart() {
        List<String> lines = List.of(
                "format wasl-lexicon 1",
                "language en",
                "pattern sure > confined",
                ": locked up",
                "pattern unsure > confined #door",
                ": locked out",
                "alone doubted");
        Lexicons lexicons = LexiconReader.read(Map.of("en.txt", lines));

        assertThat(read(lexicons, "locked up").facts()).hasSize(1);
        assertThat(read(lexicons, "locked up").doubted().facts()).isEmpty();
        assertThat(read(lexicons, "locked out").facts()).isEmpty();
        assertThat(read(lexicons, "locked out").signals()).isEmpty();
        assertThat(read(lexicons, "locked out").doubted().facts()).hasSize(1);
        assertThat(read(lexicons, "locked out").doubted().signals()).containsExactly("door");
    }

    /** Whether it may be more urgent than it says is no question where it is urgent anyhow. */
    @Test
    void asksForALookOnlyBelowTheLevelThatGetsOneAnyhow() {
        Triage triage = Triage.load();
        Assessment calm = triage.assess(report("ابو المولده حابسنا بالظلام"));
        Assessment urgent = triage.assess(report("ابو المولده حابسنا بالظلام. شربت حبوب كلهن قبل ساعة"));

        assertThat(calm.reasons()).extracting(Reason::rule).contains("S03");
        assertThat(urgent.level()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(urgent.reasons()).extracting(Reason::rule).doesNotContain("S03");
        assertThat(urgent.tags()).doesNotContain(Tag.TO_CONFIRM);
    }

    /** Confinement in a game counts for nothing; the same words in a call for help do. */
    @Test
    void aDoubtedPatternCountsWhereTheWholeMessageAsksForALook() {
        Triage triage = Triage.load();
        Assessment calm = triage.assess(report("ابو المولده حابسنا بالظلام"));
        Assessment grave =
                triage.assess(report("ابو المولده حابسنا بالظلام. ابوي يضربني كل يوم ويهددني يذبحني واني خايفة"));

        assertThat(calm.facts().holds(FactKey.CONFINED)).isFalse();
        assertThat(calm.tags()).contains(Tag.TO_CONFIRM);
        assertThat(grave.facts().holds(FactKey.CONFINED)).isTrue();
    }

    private static Report report(String text) {
        return new Report(text, Facts.NONE);
    }

    @Test
    void refusesSeveralFaultyLexiconsAtOnce() {
        Map<String, List<String>> files = new TreeMap<>(Map.of(
                "ar.txt", List.of("format wasl-lexicon 1", "language ar", "words a = (b"),
                "ckb.txt", List.of("format wasl-lexicon 1", "language ckb", "nonsense here")));

        assertThatThrownBy(() -> LexiconReader.read(files))
                .isInstanceOfSatisfying(
                        FaultyDataException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(
                                        "ar.txt:3: '(b': bracket not closed", "ckb.txt:3: unknown word 'nonsense'"));
    }

    @Test
    void refusesALexiconWithoutItsFormatLine() {
        assertThatThrownBy(() -> LexiconReader.read(Map.of("x.txt", List.of("language en", "words a = b"))))
                .hasMessageContaining("x.txt:1: no format line");
    }

    @Test
    void refusesAFaultyRuleFileWithEveryFaultAtItsLine() {
        List<String> faulty = List.of(
                "format wasl-rules 1",
                "version 1",
                "rule R01 1",
                "floor L9 when dangerNow",
                "floor L1 when dangerNow and",
                "floor L1 when (dangerNow",
                "floor L1 when ageBand=old",
                "text x",
                "rule R01 1",
                "floor L1 when @nobody",
                "tag NOTHING",
                "weight many when dangerNow",
                "category XYZ when dangerNow");

        assertThatThrownBy(() -> RuleBookReader.read("rules.txt", faulty))
                .isInstanceOfSatisfying(
                        FaultyDataException.class,
                        refused -> assertThat(refused.problems())
                                .hasSizeGreaterThanOrEqualTo(9)
                                .allMatch(problem -> problem.matches("rules.txt:\\d+: .+"))
                                .anyMatch(problem -> problem.startsWith("rules.txt:4: "))
                                .anyMatch(problem -> problem.startsWith("rules.txt:10: unknown group"))
                                .anyMatch(problem -> problem.startsWith("rules.txt:13: ")));
    }
}

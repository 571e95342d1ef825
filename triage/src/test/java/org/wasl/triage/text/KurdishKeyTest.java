package org.wasl.triage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KurdishKeyTest {

    @Test
    void isTheSameForTheWaysAWordIsTypedInLatinLetters() {
        assertThat(of("dixwazim")).isEqualTo(of("dxwazm")).isEqualTo(of("dikhwazim"));
        assertThat(of("şeş")).isEqualTo(of("shesh")).isEqualTo(of("ses"));
        assertThat(of("keçik")).isEqualTo(of("kechk"));
        assertThat(of("dikuje")).isEqualTo(of("dkuzhe")).isEqualTo(of("dkoje"));
        assertThat(of("kurrê")).isEqualTo(of("kurê"));
        assertThat(of("sa3et")).isEqualTo(of("saet"));
    }

    @Test
    void keepsAPrefixFromTheLetterAfterIt() {
        assertThat(of("didin")).isNotEqualTo(of("din"));
    }

    @Test
    void readsTheLettersOfOlderLayouts() {
        assertThat(of("دكوذيت")).isEqualTo(of("دکوژیت"));
        assertThat(of("ئةظ")).isEqualTo(of("ئەڤ"));
        assertThat(of("طةف")).isEqualTo(of("گەف"));
        assertThat(of("ضةك")).isEqualTo(of("چەک"));
        assertThat(of("ثارة")).isEqualTo(of("پارە"));
    }

    @Test
    void writesBadiniAsItIsChattedInLatinLetters() {
        assertThat(KurdishKey.inLatinLetters("دکوژیت")).isEqualTo(of("dikujît")).isEqualTo(of("dkujit"));
        assertThat(KurdishKey.inLatinLetters("بابێ")).isEqualTo(of("babê")).isEqualTo(of("babe"));
        assertThat(KurdishKey.inLatinLetters("برایێ")).isEqualTo(of("birayê")).isEqualTo(of("braye"));
        assertThat(KurdishKey.inLatinLetters("خوینا")).isEqualTo(of("xwîna")).isEqualTo(of("xwina"));
        assertThat(KurdishKey.inLatinLetters("بەلاڤ")).isEqualTo(of("belav"));
        assertThat(KurdishKey.inLatinLetters("پۆلیس")).isEqualTo(of("polîs")).isEqualTo(of("polis"));
        assertThat(KurdishKey.inLatinLetters("کچکا")).isEqualTo(of("kiçka")).isEqualTo(of("kchka"));
    }

    @Test
    void hasNoLatinKeyForOtherScripts() {
        assertThat(KurdishKey.inLatinLetters("belav")).isEmpty();
        assertThat(KurdishKey.inLatinLetters("🔪")).isEmpty();
    }

    @Test
    void leavesOrdinaryWordsOfTheArabicScriptAlone() {
        String folded = Normaliser.foldedWord("دەرگەه");
        assertThat(KurdishKey.of(folded)).isSameAs(folded);
        assertThat(KurdishKey.of("")).isEmpty();
    }

    private static String of(String word) {
        return KurdishKey.ofWritten(word);
    }
}

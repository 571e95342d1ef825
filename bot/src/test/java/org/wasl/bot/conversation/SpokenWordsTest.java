package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenWordsTest {

    private static final Material REAL = Materials.REAL;
    private final SpokenWords spoken = new SpokenWords(REAL);

    @Test
    void knowsEveryStringOfItsOwnLocaleAndNoneOfAnother() {
        for (String locale : Material.LOCALES) {
            for (String other : Material.LOCALES) {
                String line = REAL.catalogue(other).say("kept");
                assertThat(spoken.foreign(locale, line))
                        .as("%s in %s", other, locale)
                        .isEqualTo(other.equals(locale) ? 0 : 1);
            }
        }
    }

    @Test
    void leavesOutWhatSomebodyWroteAndSeesWhatStandsBesideIt() {
        String kept = REAL.catalogue("ckb").say("kept");
        assertThat(spoken.foreign("ckb", Catalogue.quoted("he said\nsomething 0770 123 4567 else")))
                .isZero();
        assertThat(spoken.foreign("ckb", kept + "\n" + Catalogue.isolated("1.") + " " + kept))
                .isZero();
        assertThat(spoken.foreign("ckb", kept + "\nhe said")).isEqualTo(1);
        assertThat(spoken.foreign("ckb", kept + " he said")).isEqualTo(1);
    }
}

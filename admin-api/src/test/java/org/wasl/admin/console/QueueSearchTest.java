package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.triage.report.Level;

class QueueSearchTest {
    private final QueueSearch search = new QueueSearch(
            words(), ConsoleLanguage.ALL.stream().map(ConsoleLanguage::locale).toList());

    @Test
    void aCaseNumberIsReadInAnyDigits() {
        CaseNumber number = CaseNumber.read("5885-1192-05").orElseThrow();

        assertThat(search.read(" ٥٨٨٥ ١١٩٢ ٠٥ ")).isEqualTo(new QueueSearch.Meant.OneCase(number));
    }

    @Test
    void aGovernorateIsFoundInEveryLanguageAndHoweverItsLettersAreTyped() {
        assertThat(filter("Basra").governorate()).isEqualTo("BA");
        assertThat(filter("البصره").governorate()).isEqualTo("BA");
        assertThat(filter("هەولێر").governorate()).isEqualTo("AR");
        assertThat(filter("بغداد").governorate()).isEqualTo("BG");
    }

    @Test
    void wordsNarrowTogether() {
        QueueFilter filter = filter("immediate basra sorani");

        assertThat(filter.levels()).isEqualTo(Set.of(Level.L1_IMMEDIATE));
        assertThat(filter.governorate()).isEqualTo("BA");
        assertThat(filter.language()).isEqualTo("ckb");
    }

    @Test
    void theBeginningOfANameIsEnough() {
        assertThat(filter("sulay").governorate()).isEqualTo("SU");
    }

    @Test
    void aWordThatNamesNothingFindsNothingRatherThanEverything() {
        assertThat(search.read("Layla basra")).isEqualTo(new QueueSearch.Meant.Nothing());
        assertThat(search.read("  ")).isEqualTo(new QueueSearch.Meant.Nothing());
    }

    private QueueFilter filter(String typed) {
        return ((QueueSearch.Meant.Some) search.read(typed)).filter();
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("console/messages/codes");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}

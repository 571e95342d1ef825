package org.wasl.admin.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.reply.CareWarning.*;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyCareTest {
    private final ReplyCare care = ReplyCare.load();

    @ParameterizedTest
    @ValueSource(strings = {"0770 123 4567", "+964-770-123-4567", "٠٧٧٠١٢٣٤٥٦٧", "call ۰۷۵۰۱۲۳۴۵۶۷ now"})
    void aPhoneNumberIsSeenInAnyDigits(String text) {
        assertThat(care.of(text, false)).contains(PHONE_NUMBER);
    }

    @Test
    void theShortNumberOfAServiceIsNone() {
        assertThat(care.of("اتصل بـ 911 أو 533", false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ADDRESS, شنو عنوانج؟",
        "ADDRESS, وين بيتكم بالضبط",
        "ADDRESS, ناونیشانەکەت بنێرە",
        "ADDRESS, ل کیڤە دژی؟",
        "ADDRESS, What is your address?",
        "PICTURE, دزيلنا الصور",
        "PICTURE, وێنەکان بنێرە",
        "PICTURE, ڤیدیۆیێ بۆ مە بهنێرە",
        "PICTURE, Send a screenshot please",
        "FAMILY, راح نحچي ويا أهلچ",
        "FAMILY, نتصل بأخوك",
        "FAMILY, قسە لەگەڵ باوکت دەکەین",
        "FAMILY, دێ دگەل برایێ تە ئاخڤین",
        "FAMILY, Does your family know?",
        "MINUTES, نوصلكم خلال عشر دقايق",
        "MINUTES, لە ماوەی ٥ خولەکدا دەگەین",
        "MINUTES, د پێنج دەقیقان دا دێ گەهین",
        "MINUTES, They will be there in 5 minutes"
    })
    void wordsThatPutSomebodyInDangerAreSeenInEveryLanguage(CareWarning warning, String text) {
        assertThat(care.of(text, false)).containsExactly(warning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"هلا، احچي شصار وياج", "سڵاو، چی ڕوویدا؟", "سلاڤ، چ چێ بوو؟", "Hello, tell me what happened"})
    void aFirstMessageThatDoesNotAskForTheMomentIsSeenAndALaterOneIsNot(String text) {
        assertThat(care.of(text, true)).containsExactly(NO_OPENER);
        assertThat(care.of(text, false)).isEmpty();
    }

    @Test
    void everyReviewedTextPassesInEveryLocale() {
        CannedReplies canned = CannedReplies.load();
        List<String> warned = new ArrayList<>();
        for (String locale : CannedReplies.LOCALES) {
            if (!care.of(canned.first(locale), true).isEmpty()) {
                warned.add(locale + " first " + care.of(canned.first(locale), true));
            }
            if (!care.of(canned.others(locale).getOrDefault("moment", ""), true).isEmpty()) {
                warned.add(locale + " moment " + care.of(canned.others(locale).getOrDefault("moment", ""), true));
            }
            canned.others(locale).forEach((name, text) -> {
                if (!care.of(text, false).isEmpty()) {
                    warned.add(locale + " " + name + " " + care.of(text, false));
                }
            });
        }
        assertThat(warned).isEmpty();
    }

    @Test
    void whatBeginsLikeAWordInTheMiddleOfAnotherIsNotSeen() {
        assertThat(care.of("The tumour is gone", false)).isEmpty();
    }
}

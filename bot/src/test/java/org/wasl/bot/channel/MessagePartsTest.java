package org.wasl.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessagePartsTest {

    private static final String FAMILY = "👩‍👧";

    @Test
    void leavesWhatFitsAlone() {
        String text = "ڕ".repeat(100);

        assertThat(MessageParts.of(text, 100)).containsExactly(text);
        assertThat(MessageParts.of("", 100)).containsExactly("");
    }

    @Test
    void dividesOneUnitTooMany() {
        assertThat(MessageParts.of("ڕ".repeat(101), 100))
                .extracting(String::length)
                .containsExactly(100, 1);
    }

    @Test
    void neverDividesInsideOneSign() {
        String text = "ا".repeat(97) + FAMILY + "ب";

        assertThat(MessageParts.of(text, 100)).containsExactly("ا".repeat(97), FAMILY + "ب");
    }

    @Test
    void keepsAVowelSignOnItsLetter() {
        String text = "ا".repeat(99) + "بَّ";

        assertThat(MessageParts.of(text, 100)).containsExactly("ا".repeat(99), "بَّ");
    }

    @Test
    void prefersTheEndOfALineAndThenOfAWord() {
        assertThat(MessageParts.of("aaaaaa\nbb bbb", 10)).containsExactly("aaaaaa\n", "bb bbb");
        assertThat(MessageParts.of("aaaaaa bbbbbb", 10)).containsExactly("aaaaaa ", "bbbbbb");
    }

    @Test
    void losesNothingAndStaysWithinTheLimitWhateverTheText() {
        Random random = new Random(7);
        List<String> signs = List.of("ا", "ڵ", "ێ", " ", "\n", FAMILY, "🇮🇶", "بَّ", "x", "\u2066", "١");
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                text.append(signs.get(random.nextInt(signs.size())));
            }
            List<String> parts = MessageParts.of(text.toString(), 16);
            assertThat(String.join("", parts)).isEqualTo(text.toString());
            assertThat(parts).allMatch(part -> part.length() <= 16);
        }
    }
}

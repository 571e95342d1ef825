package org.wasl.triage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Both keys: what they merge, that they are stable, and where their letters came from. */
class NormaliserTest {

    @Test
    void mergesWhatKeyboardsConfuse() {
        assertThat(List.of("دةمكوذيت", "دهمکوذیت", "دەمكوذێت"))
                .extracting(Normaliser::foldedWord)
                .containsOnly(Normaliser.foldedWord("دەمکوذێت"));
        assertThat(Normaliser.foldedWord("أهلــي")).isEqualTo(Normaliser.foldedWord("اهلى"));
        assertThat(Normaliser.foldedWord("گالْ")).isEqualTo(Normaliser.foldedWord("كال"));
        assertThat(Normaliser.foldedWord("مااااكو")).isEqualTo(Normaliser.foldedWord("ماكو"));
        assertThat(Normaliser.foldedWord("Kuştinê")).isEqualTo("kustine");
        assertThat(Normaliser.foldedWord("ه\u200C")).isEqualTo(Normaliser.foldedWord("ە"));
    }

    @Test
    void keepsHeartAndDogApart() {
        assertThat(Normaliser.foldedWord("قلب")).isNotEqualTo(Normaliser.foldedWord("كلب"));
    }

    @Test
    void keepsTheScriptInTheLightKey() {
        assertThat(Normaliser.light("ێ گ ڕ ٣؟ \u202Eب\u200F ﻻ Ａ").text()).isEqualTo("ێ گ ڕ 3? ب لا a");
    }

    @Test
    void pointsBackIntoTheRawText() {
        String raw = "😀 ﻻ يـَق\u200Fتلني e\u0301x";
        MappedText light = Normaliser.light(raw);
        int word = light.text().indexOf("يقتلني");
        assertThat(raw.substring(light.rawStart(word), light.rawEnd(word + 5))).isEqualTo("يـَق\u200Fتلني");
        int ligature = light.text().indexOf("لا");
        assertThat(raw.substring(light.rawStart(ligature), light.rawEnd(ligature + 1)))
                .isEqualTo("ﻻ");
        int accented = light.text().indexOf("éx");
        assertThat(raw.substring(light.rawStart(accented), light.rawEnd(accented)))
                .isEqualTo("e\u0301");
    }

    @Test
    void isStableWhenAppliedAgain() {
        Random random = new Random(3);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder raw = new StringBuilder();
            int length = random.nextInt(40);
            for (int at = 0; at < length; at++) {
                raw.append(anyUnit(random));
            }
            String light = Normaliser.light(raw.toString()).text();
            assertThat(Normaliser.light(light).text()).isEqualTo(light);
            String folded = Normaliser.folded(Normaliser.light(light)).text();
            assertThat(Normaliser.folded(Normaliser.light(folded)).text()).isEqualTo(folded);
        }
    }

    @Test
    void undoesLettersSetApartAndSymbolsInside() {
        assertThat(words("ق.ت.ل ا ن ت ح ر ي_ق_ت_ل ان*تحر")).containsExactly("قتل", "انتحر", "يقتل", "انتحر");
        assertThat(words("و هو هنا")).containsExactly("و", "هو", "هنا");
    }

    @Test
    void leavesOutAddressesAndMentions() {
        assertThat(words("@somebody كتب https://example.org/x هنا")).containsExactly("كتب", "هنا");
    }

    @Test
    void hearsLaughter() {
        for (String laugh : List.of("ههههه", "هههه", "خخخخ", "hhhh", "hahaha", "😂")) {
            assertThat(NormalText.of(laugh).sentences().get(0).get(0).kind())
                    .as(laugh)
                    .isEqualTo(Token.Kind.LAUGH);
        }
    }

    private static List<String> words(String text) {
        return NormalText.of(text).sentences().stream()
                .flatMap(List::stream)
                .map(Token::light)
                .toList();
    }

    private static char anyUnit(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> (char) random.nextInt(0x10000);
            case 1 -> (char) (0xFB50 + random.nextInt(0xFEFF - 0xFB50));
            case 2 -> (char) (0x300 + random.nextInt(0x70));
            case 3 -> (char) (0x20 + random.nextInt(0x60));
            default -> (char) (0x600 + random.nextInt(0x100));
        };
    }
}

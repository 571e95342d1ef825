package org.wasl.admin.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.admin.web.ConsoleLanguage;

/** Letters are joined and numbers stand in their order, as another library draws the page. */
class LettersTest {

    private static final String NUMBERS = "0123456789٠١٢٣٤٥٦٧٨٩-:+٫";

    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

    /** Counted by hand: strokes that do not touch, and each dot or sign above or below. */
    @ParameterizedTest
    @CsvSource({
        "ببب, 4", "دەم, 3", "سێو, 4", "ڵێم, 5", "کوڕ, 3",
    })
    void joinsWhatIsJoined(String word, int pieces) throws Exception {
        try (Paper paper = Paper.ofLine(word, ConsoleLanguage.SORANI, AS_IT_IS, 40)) {
            assertThat(paper.pieces(1)).isEqualTo(pieces);
        }
    }

    /** The planted breach of the above. */
    @Test
    void countsLettersThatStandAlone() throws Exception {
        try (Paper paper = Paper.ofLine("ببب", ConsoleLanguage.ARABIC, LettersTest::torn, 40)) {
            assertThat(paper.pieces(1)).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "تم في 2026-11-23 الساعة 14:05 فقط, 14:052026-11-23",
        "ژمارە 1234 5678 9012 3456 7890 بنووسە, 12345678901234567890",
        "اتصل على 0750 200 8179، شكراً, 07502008179",
        "من 2026-11-23 – 2026-11-30 فقط, 2026-11-302026-11-23",
        "هاتفه +964-1 فقط, +964-1",
        "نسبة ٤٫٥ من ١٢-٣, ١٢-٣٤٫٥",
        "القضية 26-004711 (2) عند الفريق, 226-004711",
    })
    void keepsTheOrderOfNumbersBetweenArabicWords(String line, String fromTheLeft) throws Exception {
        try (Paper paper = Paper.ofLine(line, ConsoleLanguage.ARABIC, Numerals::isolated, 16)) {
            assertThat(paper.seen(1, NUMBERS).replace("–", "")).isEqualTo(fromTheLeft);
        }
    }

    /** The planted breach of the above: what Unicode's rules make of it. */
    @Test
    void seesADateThatIsTurnedAround() throws Exception {
        try (Paper paper = Paper.ofLine("تم في 2026-11-23 فقط", ConsoleLanguage.ARABIC, AS_IT_IS, 16)) {
            assertThat(paper.seen(1, NUMBERS)).isEqualTo("23-11-2026");
        }
    }

    @Test
    void doesNotPartANumberAtTheEndOfALine() {
        for (String number : List.of("26-004711", "14:05", "0750 200 8179", "2026-11-23")) {
            Typesetter typesetter = new Typesetter(Paper.TYPEFACE, Locale.ROOT, false);
            float whole = typesetter.widths("word", Face.REGULAR, 10).whole()
                    + typesetter.widths(number, Face.REGULAR, 10).whole() * 0.8f;
            assertThat(typesetter.lines("word " + number, Face.REGULAR, 10, whole))
                    .extracting(SetLine::spoken)
                    .containsExactly("word", number);
        }
    }

    @Test
    void keepsLatinWordsTogether() throws Exception {
        try (Paper paper =
                Paper.ofLine("الحساب Wasl desk 24 على Telegram فقط", ConsoleLanguage.ARABIC, Numerals::isolated, 16)) {
            assertThat(paper.seen(1, "WaslTegrm24")).isEqualTo("Telegram" + "Wasles24");
        }
    }

    /** Zero width non-joiners between all letters. */
    private static String torn(String line) {
        return line.chars().mapToObj(Character::toString).collect(Collectors.joining("\u200C"));
    }
}

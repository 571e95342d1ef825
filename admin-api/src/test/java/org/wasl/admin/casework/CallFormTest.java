package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How long an L1 takes to enter by keyboard, counted with the keystroke-level model (Card, Moran and Newell 1980): a key
 * of an average typist 0.28 s, getting ready for each next field 1.35 s.
 */
class CallFormTest {
    private static final Duration KEY = Duration.ofMillis(280);
    private static final Duration THOUGHT = Duration.ofMillis(1_350);
    /** "He is here with a knife, he says he will kill her, second floor, the door is locked." in Arabic letters and more. */
    private static final int WORDS = 120;
    /** Type the first letters of a choice, or the arrow, and on. */
    private static final int KEYS_EACH = 4;

    @Test
    void anL1IsEnteredInUnderNinetySecondsByKeyboard() throws IOException {
        String form = Files.readString(Path.of("src/main/resources/templates/casework/call.html"));
        String before = form.substring(form.indexOf("<form"), form.indexOf("data-send-now"));
        long fields = Pattern.compile("<(textarea|select|input type=\"checkbox\")")
                .matcher(before)
                .results()
                .count();

        assertThat(fields).isEqualTo(6);
        Duration typing = KEY.multipliedBy(WORDS + fields * (KEYS_EACH + 1) + 1);
        Duration whole = typing.plus(THOUGHT.multipliedBy(fields + 1));
        assertThat(whole).isLessThan(Duration.ofSeconds(90)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void whatDecidesAnL1StandsBeforeTheButtonAndTheWordsComeFirst() throws IOException {
        String form = Files.readString(Path.of("src/main/resources/templates/casework/call.html"));
        List<String> names = Pattern.compile("<(?:textarea|select)[^>]* name=\"(\\w+)\"")
                .matcher(form.substring(0, form.indexOf("data-send-now")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(names).startsWith("words", "dangerNow", "governorate");
        assertThat(form.substring(form.indexOf("name=\"words\""), form.indexOf("</textarea>")))
                .contains("autofocus");
    }
}

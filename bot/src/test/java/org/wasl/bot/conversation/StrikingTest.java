package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasl.triage.intake.IntakeEntry;

/** Any sentence can be taken out, before it was sent and after. */
class StrikingTest {

    @Test
    void cutsAtTheEndsOfSentencesOfEveryScript() {
        assertThat(Sentences.of("شنو هذا؟ هو يصيح. ... وبعد\nهەڕەشە دەکات۔ Why?! ok"))
                .containsExactly("شنو هذا؟", "هو يصيح.", "وبعد", "هەڕەشە دەکات۔", "Why?!", "ok");
        assertThat(Sentences.of(" ... ؟ ")).isEmpty();
    }

    @Test
    void whatWasNotSentIsGone() {
        Chat chat = Chat.atTheStory("en").says("One is here. Two is here. Three is here.");
        chat.says("summary").taps("p-strike");
        chat.says("2");
        assertThat(chat.said()).contains("It is taken out");
        assertThat(chat.state().story().getFirst().text()).isEqualTo("One is here. Three is here.");
        assertThat(chat.state().lines()).noneMatch(line -> line.text().contains("Two is here"));
        assertThat(new String(StateCodec.json(chat.state()), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Two is here");
        assertThat(chat.effects).noneMatch(effect -> effect instanceof Effect.Tell);
    }

    @Test
    void severalNumbersInAnyScriptTakeOutSeveral() {
        Chat chat = Chat.atTheStory("en").says("One is here. Two is here. Three is here.");
        chat.says("summary").taps("p-strike").says("١ و ۳");
        assertThat(chat.state().story().getFirst().text()).isEqualTo("Two is here.");
    }

    @Test
    void whatWasSentIsStruckAtTheDeskAndCountsAsBefore() {
        Chat chat = Chat.atTheStory("en").says("He said he will kill me. My name is Layla-Demo.");
        assertThat(chat.effects).anyMatch(effect -> effect instanceof Effect.File);
        chat.says("summary").taps("p-strike").says("1 2");

        assertThat(chat.effects)
                .filteredOn(effect -> effect instanceof Effect.Tell)
                .extracting(effect -> ((Effect.Tell) effect).entry())
                .first()
                .isInstanceOfSatisfying(
                        IntakeEntry.Struck.class,
                        struck -> assertThat(struck.sentences())
                                .containsExactly("He said he will kill me.", "My name is Layla-Demo."));
        assertThat(chat.said()).doesNotContain("Layla-Demo").doesNotContain("kill");
        assertThat(chat.says("summary").said()).doesNotContain("Layla-Demo");
        chat.says("something else");
        assertThat(chat.effects)
                .filteredOn(effect -> effect instanceof Effect.File)
                .first()
                .isInstanceOfSatisfying(Effect.File.class, file -> {
                    assertThat(file.assessment().level().urgent()).isTrue();
                    assertThat(file.lines()).noneMatch(line -> line.text().contains("Layla-Demo"));
                });
    }

    @Test
    void aSecondTapOnTheSameButtonTakesNothingElseOut() {
        Chat chat = Chat.atTheStory("en").says("One is here. Two is here.");
        chat.says("summary").taps("p-strike");
        List<String> buttons = chat.options();
        chat.taps(buttons.getFirst());
        assertThat(chat.options()).doesNotContain(buttons.getFirst());
        assertThat(chat.state().story().getFirst().text()).isEqualTo("Two is here.");
    }
}

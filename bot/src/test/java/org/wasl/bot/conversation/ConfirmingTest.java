package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Truth;

/** One confirming question, about what matters most of that which the words seem to say. */
class ConfirmingTest {

    @ParameterizedTest
    @CsvSource({
        "He said he will kill me, confirm-threat",
        "He choked me last year, confirm-choking",
    })
    void asksAboutWhatTheLevelRestsOn(String story, String question) {
        assertThat(Chat.atTheStory("en").tells(story).step()).isEqualTo(question);
    }

    /** Choking of yesterday would be immediate danger; the threat beside it is urgent either way. */
    @Test
    void asksFirstWhatWouldRaiseTheLevel() {
        Chat chat = Chat.atTheStory("en").tells("He said he will kill me. He choked me yesterday.");
        assertThat(chat.step()).isEqualTo("confirm-choking");
        chat.taps("so");
        assertThat(chat.effects)
                .anySatisfy(effect -> assertThat(effect)
                        .isInstanceOfSatisfying(
                                Effect.File.class,
                                file -> assertThat(file.assessment().level().wire())
                                        .isEqualTo("L1")));
    }

    @Test
    void asksNothingWhereNothingUrgentRestsOnASuspicion() {
        assertThat(Chat.atTheStory("en")
                        .tells("Someone made a fake account with my name")
                        .step())
                .isEqualTo("for-whom");
    }

    @Test
    void asksOneAndNoSecond() {
        Chat chat = Chat.atTheStory("en").tells("He said he will kill me. He showed me his gun last month.");
        assertThat(chat.step()).startsWith("confirm-");
        chat.taps("not-so");
        assertThat(chat.step()).doesNotStartWith("confirm-");
    }

    @Test
    void aYesIsCertainWithTheWhenTheWordsSaid() {
        Chat chat = Chat.atTheStory("en").tells("He choked me yesterday");
        chat.taps("so");
        assertThat(chat.state().told())
                .anyMatch(fact ->
                        fact.key() == FactKey.STRANGLED && fact.truth() == Truth.YES && "72h".equals(fact.detail()));
        chat.says("back");
        assertThat(chat.state().told()).noneMatch(fact -> fact.key() == FactKey.STRANGLED);
    }

    @Test
    void sameWordsLeadToTheSameQuestion() {
        String story = "He said he will kill me. My family searches for me. He took my phone.";
        assertThat(Chat.atTheStory("en").tells(story).step())
                .isEqualTo(Chat.atTheStory("en").tells(story).step());
    }

    @Test
    void whatWasToldIsSaidBeforeItIsAsked() {
        Chat chat = Chat.atTheStory("en").tells("My uncle is a policeman and he shouts at me");
        for (int turn = 0; turn < 8 && !chat.step().equals("force"); turn++) {
            chat.taps("m-skip");
        }
        assertThat(chat.said()).contains("You told me: police, army or an armed group.");
    }
}

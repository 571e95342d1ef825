package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.bot.conversation.Conversation.Filing;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.triage.mailbox.Pin;

/** What opens this chat to its person alone is nobody else's to read, whoever writes along. */
class SecretsTest {

    private static Scene asked(String question) {
        Scene scene = Scene.at((Step.Asking) Scene.flow().step(question), "en");
        return scene.with(Stored.with(scene.state(), "filing", new Filing("ab".repeat(16), 1, true, false, false)));
    }

    /** A person of the team writes along. */
    private static Scene accompanied(String question) {
        Scene scene = asked(question);
        return scene.with(Stored.with(
                scene.state(), "takenUntil", Scene.NOW.plusSeconds(60).toString()));
    }

    private static List<Effect.File> filed(Turn turn) {
        return turn.effects().stream()
                .filter(effect -> effect instanceof Effect.File)
                .map(effect -> (Effect.File) effect)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2480", "٢٤٨٠", "24 80 13"})
    void aShortNumberIsNotTheTeamsToReadWhileOneOfThemWritesAlong(String number) {
        Scene scene = accompanied("first-pin");
        Turn once = scene.said(number);
        assertThat(filed(once)).isEmpty();
        assertThat(Scene.next(once).story()).isEmpty();
        assertThat(Scene.next(once).lines()).isEmpty();
        assertThat(once.effects()).anyMatch(effect -> effect instanceof Effect.DeleteMessage);

        Turn twice = scene.advance(Scene.next(once), new Input.Said(number, "m", Scene.NOW));
        assertThat(filed(twice)).isEmpty();
        Pin kept = Objects.requireNonNull(
                Objects.requireNonNull(Scene.next(twice).reach()).pin());
        assertThat(kept.matches(Pin.digits(number).orElseThrow())).isTrue();
        assertThat(Scene.next(twice).step()).as("the way goes on").isNotEqualTo("first-pin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-pin", "first-word"})
    void wordsGoToWhoeverWritesAlong(String question) {
        Turn turn = accompanied(question).said("he is back");
        assertThat(filed(turn))
                .singleElement()
                .satisfies(file -> assertThat(file.lines().getLast().text()).isEqualTo("he is back"));
        assertThat(Scene.next(turn).step()).isEqualTo(question);
    }

    @Test
    void theAgreedWordIsAskedForAgainWhenThePersonOfTheTeamHasGone() {
        Scene scene = accompanied("first-word");
        Turn alone = scene.advance(scene.state(), new Input.HandedBack(Scene.NOW));
        assertThat(Scene.sends(alone).getLast().text())
                .contains(scene.material().catalogue("en").say("word.text"));
        Turn word = scene.advance(Scene.next(alone), new Input.Said("pomegranate", "m", Scene.NOW));
        assertThat(Objects.requireNonNull(Scene.next(word).reach()).word()).isEqualTo("pomegranate");
    }

    @Test
    void aShortNumberIsNoStoryWhereTheQuestionForItWasLeftAnHourAgo() {
        Scene scene = Scene.at((Step.Asking) Scene.flow().step("came-back"), "ckb");
        Instant later = Scene.NOW.plus(Duration.ofHours(1));
        staysNowhere(scene.advance(scene.state(), new Input.Said("2480", "m", later)));
    }

    @Test
    void aShortNumberIsNoStoryInAChatThatRests() {
        Scene scene = Scene.at((Step.Asking) Scene.flow().step("story"), "ckb");
        Turn hidden = scene.tapped("m-exit");
        Turn greeted = scene.advance(Scene.next(hidden), new Input.Started("", Scene.NOW));
        Turn typed = scene.advance(Scene.next(hidden), new Input.Said("٢٤٨٠", "m", Scene.NOW));
        staysNowhere(typed);
        assertThat(Scene.sends(typed).getLast().text())
                .as("the greeting of everybody")
                .isEqualTo(Scene.sends(greeted).getLast().text());
    }

    private static void staysNowhere(Turn turn) {
        assertThat(Scene.next(turn).story()).isEmpty();
        assertThat(Scene.next(turn).lines()).isEmpty();
        assertThat(Scene.next(turn).step()).isEqualTo(Scene.flow().start());
        assertThat(turn.effects()).anyMatch(effect -> effect instanceof Effect.DeleteMessage);
    }

    @Test
    void aShortNumberIsTakenUnderAPanelToo() {
        Scene scene = asked("first-pin");
        Turn help = scene.tapped("m-help");
        assertThat(Scene.next(help).panel()).isEqualTo(Panel.HELP);
        Conversation typed = Scene.next(scene.advance(Scene.next(help), new Input.Said("2480", "m", Scene.NOW)));
        assertThat(typed.panel()).isNull();
        assertThat(Objects.requireNonNull(typed.reach()).typed()).isEqualTo("2480");
    }

    @Test
    void numbersOfSentencesToStrikeAreNoShortNumber() {
        Scene scene = Scene.at(
                (Step.Asking) Scene.flow().step("first-pin"), "en", TranscriptRunner.WIDE, Set.of(Flag.CONSENTED));
        String story = "One thing. Another thing. ".repeat(6).strip();
        Conversation striking = Stored.with(
                Stored.with(scene.state(), "story", List.of(new Conversation.Fragment("story", story))),
                "panel",
                "STRIKE");
        Conversation next = Scene.next(scene.advance(striking, new Input.Said("10 12", "m", Scene.NOW)));
        assertThat(next.story().getFirst().shown().length()).isLessThan(story.length());
        assertThat(next.reach()).isNull();
    }
}

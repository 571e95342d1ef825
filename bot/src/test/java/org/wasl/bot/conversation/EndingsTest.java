package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.bot.conversation.Conversation.Filing;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.intake.Stage;

/** Each conversation is counted once, when it is over, by where it was left: and by nothing else. */
class EndingsTest {

    /** Questions after sending, or of coming back: nobody abandons a report there. */
    private static final Set<String> UNCOUNTED = Set.of(
            "came-back",
            "receipt",
            "open-line",
            "menu",
            "am-safe",
            "fb-helped",
            "fb-safe",
            "fb-words",
            "hours",
            "days",
            "guard",
            "pin",
            "word",
            "guard-offer",
            "first-pin",
            "first-word",
            "stop",
            "withdraw-sure",
            "erase-sure");

    @Test
    void everyQuestionBeforeSendingHasAStage() {
        Set<String> without = new TreeSet<>();
        Scene.questions().stream()
                .map(Step::id)
                .filter(id -> !Scene.flow().counted().stages().containsKey(id))
                .forEach(without::add);
        assertThat(without).isEqualTo(new TreeSet<>(UNCOUNTED));
        assertThat(Scene.flow().counted().stages().values()).contains(Stage.values());
    }

    @Test
    void whoGoesIsCountedWhereTheyWere() {
        Chat chat = Chat.atTheStory("ckb");
        chat.says("دەرچوون");
        assertThat(counted(chat)).containsExactly(new Ending.Left(Stage.STORY, "ckb"));
        chat.says("x").says("دەرچوون");
        assertThat(counted(chat)).isEmpty();
    }

    @Test
    void whatWasSentIsNotLeft() {
        Scene scene = Scene.at((Step.Asking) Scene.flow().step("summary"), "en");
        Conversation sent = Stored.with(scene.state(), "filing", new Filing("ab".repeat(16), 1, true, false, true));

        assertThat(counted(scene.said("خروج"))).containsExactly(new Ending.Left(Stage.SUMMARY, "en"));
        assertThat(counted(scene.with(sent).said("خروج"))).isEmpty();
        assertThat(forgotten(sent)).isEmpty();
        Input erased = new Input.ErasedAtDesk("ab".repeat(16), Scene.NOW);
        assertThat(counted(scene.advance(sent, erased))).isEmpty();
    }

    @Test
    void whatIsPutAsideIsOverOnlyWhenItCanBeTakenUpNoMore() {
        Scene scene = Scene.at((Step.Asking) Scene.flow().step("place"), "kmr-Arab");
        Turn paused = scene.advance(scene.state(), new Input.Started("", Scene.NOW));
        assertThat(counted(paused)).isEmpty();
        assertThat(forgotten(Scene.next(paused))).containsExactly(new Ending.Left(Stage.QUESTIONS, "kmr-Arab"));

        Turn again = scene.advance(Scene.next(paused), new Input.Started("", Scene.NOW));
        assertThat(counted(again)).containsExactly(new Ending.Left(Stage.QUESTIONS, "kmr-Arab"));
        assertThat(forgotten(Scene.next(again))).isEmpty();
    }

    @Test
    void aChatThatWasOnlyOpenedCountsWhenItIsForgottenAndHasNoLanguage() {
        Chat chat = new Chat(Materials.REAL);
        Scene scene = Scene.at((Step.Asking) Scene.flow().step("greeting"), "");
        Turn thrice = scene.advance(scene.state(), new Input.Started("", Scene.NOW));
        assertThat(counted(thrice)).isEmpty();
        assertThat(forgotten(scene.state())).containsExactly(new Ending.Left(Stage.GREETING, ""));
        assertThat(forgotten(chat.state())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"so,so,YES,YES", "so,not-so,YES,NO", "not-so,,NO,NONE"})
    void twoTapsAreCountedAndAnEmptyAnswerIsNone(String helped, String safe, Tap first, Tap second) {
        Scene scene = Scene.at((Step.Asking) Scene.flow().step("menu"), "ckb");
        Map<String, List<String>> answers = new LinkedHashMap<>(scene.state().answers());
        answers.put("fb-helped", List.of(helped));
        answers.put("fb-safe", safe == null ? List.of() : List.of(safe));
        Conversation answered = Stored.with(scene.state(), "answers", answers);

        assertThat(forgotten(answered)).containsExactly(new Ending.Said(first, second, "ckb"));
        assertThat(forgotten(scene.state())).isEmpty();
    }

    @Test
    void theTwoQuestionsAreAskedOfNobodyWhoIsNotSafeOrHasReadNoAnswer() {
        assertThat(asked(Set.of(Flag.CONSENTED, Flag.ANSWERED))).isTrue();
        assertThat(asked(Set.of(Flag.CONSENTED))).isFalse();
        for (Flag flag : List.of(Flag.SAFE_MODE, Flag.EXIT_USED, Flag.EMERGENCY)) {
            assertThat(asked(Set.of(Flag.CONSENTED, Flag.ANSWERED, flag)))
                    .as(flag.wire())
                    .isFalse();
        }
        Scene scene = Scene.at(
                (Step.Asking) Scene.flow().step("menu"),
                "en",
                TranscriptRunner.WIDE,
                Set.of(Flag.CONSENTED, Flag.ANSWERED));
        for (String unsafe : List.of("danger", "unsure")) {
            Map<String, List<String>> answers =
                    new LinkedHashMap<>(scene.state().answers());
            answers.put("am-safe", List.of(unsafe));
            assertThat(Scene.next(scene.with(Stored.with(scene.state(), "answers", answers))
                                    .tapped("enough"))
                            .step())
                    .as(unsafe)
                    .isNotEqualTo("fb-helped");
        }
    }

    private static boolean asked(Set<Flag> flags) {
        Scene scene = Scene.at((Step.Asking) Scene.flow().step("menu"), "en", TranscriptRunner.WIDE, flags);
        return Scene.next(scene.tapped("enough")).step().equals("fb-helped");
    }

    @Test
    void seesACountedAnswerThatSaysSomethingElseToo() {
        Map<String, Step> steps = new LinkedHashMap<>(Scene.flow().steps());
        Counted sound = Scene.flow().counted();
        assertThat(sound.problems(steps)).isEmpty();
        assertThat(new Counted(sound.stages(), "fb-helped", null).problems(steps))
                .containsExactly("one of the two questions about the help");
        assertThat(new Counted(sound.stages(), "am-safe", "fb-safe").problems(steps))
                .hasSize(2);
        assertThat(new Counted(sound.stages(), "story", "fb-safe").problems(steps))
                .containsExactly("counted answer of no choice: story");
        assertThat(new Counted(Map.of("judge", Stage.STORY), "fb-helped", "fb-safe").problems(steps))
                .containsExactly("stage of no question: judge");
    }

    @Test
    void seesStagesThatAreNotWellWritten() {
        List<String> found = new ArrayList<>();
        for (String wrong : List.of(
                "{stage: middle, steps: [one]}",
                "{stage: story, parts: [two]}",
                "{stage: story, steps: [one]}, {stage: danger, steps: [one]}")) {
            Problems problems = new Problems();
            Counted.read(DataFile.of("flow", "stages: [" + wrong + "]", problems), Map.of(), Map.of());
            found.addAll(problems.list());
        }
        assertThat(found)
                .hasSize(3)
                .anyMatch(problem -> problem.contains("stage not known: middle"))
                .anyMatch(problem -> problem.contains("part not known: two"))
                .anyMatch(problem -> problem.contains("question in two stages: one"));
    }

    private static List<Ending> forgotten(Conversation state) {
        return new ConversationEngine(Materials.REAL).forgotten(state);
    }

    private static List<Ending> counted(Chat chat) {
        return counted(chat.effects);
    }

    private static List<Ending> counted(Turn turn) {
        return counted(turn.effects());
    }

    private static List<Ending> counted(List<Effect> effects) {
        return effects.stream()
                .filter(effect -> effect instanceof Effect.Ended)
                .map(effect -> ((Effect.Ended) effect).ending())
                .toList();
    }
}

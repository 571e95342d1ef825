package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wasl.bot.conversation.Conversation.Filing;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.report.FactKey;

/**
 * Every universal move at every question of the flow, in every language: by its button, by each of its words, by its
 * label, and by its number in three digit scripts. What it does is checked once for the button; every other way must do
 * the very same.
 */
class MovesAtEveryStepTest {

    private static final Map<String, List<String>> WORDS =
            DataFile.resource("/catalogue/moves.yml", new Problems()).lists("words");

    @TestFactory
    Stream<DynamicTest> everyMoveWorksFromEveryQuestion() {
        return everywhere((step, locale) -> {
            for (Move move : Move.values()) {
                Scene scene = Scene.at(step, locale);
                Turn byButton = scene.tapped(move.id());
                effect(scene, move, byButton);
                waysTo(scene, move).forEach(way -> same(move, byButton, scene.said(way), way));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyMoveIsChosenByItsNumberWhereThatStandsInTheText() {
        return inTurns((step, locale) -> {
            Scene scene = Scene.at(step, locale, Scene.NO_BUTTONS, Set.of(Flag.CONSENTED));
            String question = Scene.sends(scene.tapped("m-repeat")).getLast().text();
            List<String> shown = Scene.options(Scene.at(step, locale).tapped("m-repeat"));
            assertThat(question).contains("\u2066" + shown.size() + ".\u2069");
            for (int at = 0; at < shown.size(); at++) {
                Move move = Move.ofId(shown.get(at));
                if (move != null) {
                    Turn byButton = scene.tapped(move.id());
                    Scene.typed(at + 1).forEach(number -> same(move, byButton, scene.said(number), number));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> threeMovesAreShownAndTheRestStandsUnderMore() {
        return everywhere((step, locale) -> {
            Scene scene = Scene.at(step, locale);
            List<String> shown = Scene.options(scene.tapped("m-repeat")).stream()
                    .filter(option -> Move.ofId(option) != null)
                    .toList();
            assertThat(shown).endsWith("m-help", "m-exit", "m-more");
            assertThat(shown.size()).isLessThanOrEqualTo(4);
            assertThat(Scene.options(scene.tapped("m-more")))
                    .containsAll(Move.UNDER_MORE.stream().map(Move::id).toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> aWordInsideASentenceMakesNoMove() {
        return inTurns((step, locale) -> {
            Scene scene = Scene.at(step, locale);
            for (String sentence :
                    List.of("help came too late yesterday", "خروج البارحة من البيت", "مسح دموعي بيدها")) {
                Turn turn = scene.said(sentence);
                assertThat(Scene.next(turn).panel()).as(sentence).isNull();
                // What opens a chat is an answer like any, and never part of the story.
                if (!(step instanceof Step.Secret)) {
                    assertThat(Scene.next(turn).story()).as(sentence).isNotEmpty();
                }
                assertThat(turn.effects()).noneMatch(effect -> effect instanceof Effect.EndInvitation);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aFilingSurvivesExitAndIsTakenBackOnlyAfterOneQuestion() {
        return everywhere((step, locale) -> {
            Scene bare = Scene.at(step, locale);
            Scene scene = bare.with(filed(bare.state()));
            Turn exit = scene.tapped("m-exit");
            assertThat(tells(exit)).doesNotContain("WithdrawAsked", "EraseAsked");
            assertThat(Scene.next(exit).earlier()).hasSize(1);

            Turn asked = scene.tapped("m-take-back");
            assertThat(Scene.next(asked).panel()).isEqualTo(Panel.TAKE_BACK);
            assertThat(tells(asked)).isEmpty();
            Turn kept = after(scene, asked, "p-on");
            assertThat(tells(kept)).doesNotContain("WithdrawAsked");
            assertThat(Scene.next(kept).step()).isEqualTo(step.id());
            assertThat(tells(after(scene, asked, "p-take-back"))).contains("WithdrawAsked");

            Turn erase = scene.tapped("m-erase");
            assertThat(tells(erase)).isEmpty();
            assertThat(tells(after(scene, erase, "p-erase"))).contains("EraseAsked");
        });
    }

    @TestFactory
    Stream<DynamicTest> duressIsRecordedAndNothingShowsIt() {
        return everywhere((step, locale) -> {
            Scene bare = Scene.at(step, locale, TranscriptRunner.WIDE, Set.of(Flag.CONSENTED, Flag.SAFE_MODE));
            Scene scene = bare.with(told(bare.state(), 3));
            String word = scene.material().catalogue(locale).say("safe-word.3");
            Turn duress = scene.said(word);
            Effect.File file = (Effect.File) duress.effects().getFirst();
            assertThat(file.facts().isYes(FactKey.DURESS)).isTrue();
            assertThat(file.assessment().level()).isEqualTo(org.wasl.triage.report.Level.L1_IMMEDIATE);
            assertThat(file.lines().toString()).doesNotContain(word);
            assertThat(shownBy(duress)).isEqualTo(shownBy(scene.tapped("m-repeat")));
            assertThat(shownBy(after(scene, duress, "m-more"))).isEqualTo(shownBy(scene.tapped("m-more")));
            assertThat(shownBy(after(scene, duress, "m-review"))).isEqualTo(shownBy(scene.tapped("m-review")));
            assertThat(shownBy(after(scene, duress, "m-take-back"))).isEqualTo(shownBy(scene.tapped("m-take-back")));
            assertThat(tells(after(scene, duress, "m-take-back"))).doesNotContain("WithdrawAsked");
        });
    }

    @TestFactory
    Stream<DynamicTest> duressIsRecordedAtOnceWhateverWasFiledOrHeldBackBefore() {
        return inTurns((step, locale) -> {
            for (Flag flag : List.of(Flag.CONSENTED, Flag.ONLY_ADVICE, Flag.HELD_BACK)) {
                Scene bare = Scene.at(step, locale, TranscriptRunner.WIDE, Set.of(flag, Flag.SAFE_MODE));
                Scene told = bare.with(told(bare.state(), 1));
                Scene scene = flag == Flag.CONSENTED ? told.with(filed(told.state())) : told;
                Turn duress = scene.said(scene.material().catalogue(locale).say("safe-word.1"));
                List<Effect> files = duress.effects().stream()
                        .filter(effect -> effect instanceof Effect.File)
                        .toList();
                assertThat(files).hasSize(1);
                Effect.File file = (Effect.File) files.getFirst();
                assertThat(file.facts().isYes(FactKey.DURESS)).isTrue();
                if (flag != Flag.CONSENTED) {
                    assertThat(file.story()).isEmpty();
                    assertThat(file.lines()).isEmpty();
                }
                assertThat(shownBy(duress)).isEqualTo(shownBy(scene.tapped("m-repeat")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theDuressWordIsAWordLikeAnyOtherElsewhere() {
        return inTurns((step, locale) -> {
            Scene open = Scene.at(step, locale);
            Scene untold = Scene.at(step, locale, TranscriptRunner.WIDE, Set.of(Flag.CONSENTED, Flag.SAFE_MODE));
            String word = open.material().catalogue(locale).say("safe-word.3");
            for (Scene scene :
                    List.of(open.with(told(open.state(), 3)), untold, untold.with(told(untold.state(), 4)))) {
                Turn turn = scene.said(word);
                assertThat(turn.effects())
                        .noneMatch(effect -> effect instanceof Effect.File file
                                && file.facts().isYes(FactKey.DURESS));
            }
        });
    }

    // ---- what a move does

    private static void effect(Scene scene, Move move, Turn turn) {
        Conversation next = Scene.next(turn);
        String step = scene.step().id();
        switch (move) {
            case HELP -> {
                opened(scene, turn, Panel.HELP);
                assertThat(Scene.sends(turn).getLast().text()).contains("911");
            }
            case MORE -> opened(scene, turn, Panel.MORE);
            case ERASE -> {
                opened(scene, turn, Panel.ERASE);
                assertThat(turn.effects()).noneMatch(effect -> effect instanceof Effect.Forget);
                Turn no = after(scene, turn, "p-on");
                asksAgain(scene, no);
                Turn yes = after(scene, turn, "p-erase");
                assertThat(yes.effects()).anyMatch(effect -> effect instanceof Effect.Forget);
                ended(yes);
            }
            case LANGUAGE -> {
                opened(scene, turn, Panel.LANGUAGE);
                for (String locale : Material.LOCALES) {
                    Turn changed = after(scene, turn, "p-" + locale);
                    assertThat(Scene.next(changed).locale()).isEqualTo(locale);
                    asksAgain(Scene.at(scene.step(), locale), changed);
                }
            }
            case CHANGE -> {
                opened(scene, turn, Panel.CHANGE);
                Turn chosen = after(scene, turn, "p-c0");
                assertThat(Scene.next(chosen).answers())
                        .doesNotContainKey(Scene.next(chosen).step());
                assertThat(Scene.next(chosen).step()).isNotEqualTo(step);
            }
            case EXIT -> {
                ended(turn);
                assertThat(Scene.sends(turn))
                        .singleElement()
                        .satisfies(send -> assertThat(send.purpose()).isEqualTo(Effect.Purpose.DECOY));
                assertThat(Scene.options(turn)).containsExactly("p-clear");
                assertThat(next.held()).isNull();
            }
            case PAUSE -> {
                ended(turn);
                assertThat(Scene.sends(turn)).hasSize(1);
                assertThat(next.held()).isNotNull();
                assertThat(Objects.requireNonNull(next.held()).step()).isEqualTo(step);
            }
            case BACK -> {
                assertThat(next.step()).isEqualTo(Scene.before(scene.step()));
                assertThat(next.answers())
                        .isEqualTo(scene.state().back().getLast().answers());
                assertThat(next.answers()).doesNotContainKey("age");
            }
            case SKIP -> {
                if (scene.step().skip() == null) {
                    asksAgain(scene, turn);
                } else if (!next.step().isEmpty()) {
                    assertThat(next.step()).isNotEqualTo(step);
                    assertThat(next.answers().get(step)).isIn(List.of(), null);
                }
            }
            case REPEAT -> asksAgain(scene, turn);
            case HUMAN, REVIEW, NUMBER, TAKE_BACK -> {
                assertThat(next.step()).isEqualTo(step);
                assertThat(next.answers()).isEqualTo(scene.state().answers());
                assertThat(Scene.sends(turn).size()).isGreaterThanOrEqualTo(2);
                asks(scene, turn);
            }
        }
    }

    private static void opened(Scene scene, Turn turn, Panel panel) {
        assertThat(Scene.next(turn).panel()).isEqualTo(panel);
        assertThat(Scene.next(turn).step()).isEqualTo(scene.step().id());
        assertThat(Scene.next(turn).answers()).isEqualTo(scene.state().answers());
    }

    private static void ended(Turn turn) {
        assertThat(Scene.next(turn).step()).isEmpty();
        assertThat(turn.effects()).anyMatch(effect -> effect instanceof Effect.EndInvitation);
        assertThat(turn.effects()).noneMatch(effect -> effect instanceof Effect.SetTimer);
    }

    private static void asksAgain(Scene scene, Turn turn) {
        assertThat(Scene.next(turn).step()).isEqualTo(scene.step().id());
        assertThat(Scene.next(turn).panel()).isNull();
        assertThat(Scene.next(turn).answers()).isEqualTo(scene.state().answers());
        asks(scene, turn);
    }

    private static void asks(Scene scene, Turn turn) {
        Turn question = scene.tapped("m-repeat");
        assertThat(Scene.sends(turn).getLast().text())
                .isEqualTo(Scene.sends(question).getLast().text());
        assertThat(Scene.options(turn)).isEqualTo(Scene.options(question));
    }

    // ---- the ways to make it

    /** All of them at each question in one of the languages, in turns; its label and a number everywhere. */
    private static List<String> waysTo(Scene scene, Move move) {
        List<String> words = Objects.requireNonNull(
                WORDS.get(move.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        List<String> ways = new ArrayList<>(
                List.of(scene.material().catalogue(scene.locale()).say(move.label())));
        if (!Scene.inTurn(scene.step()).equals(scene.locale())) {
            int shown = Scene.options(scene.tapped("m-repeat")).indexOf(move.id());
            return shown < 0
                    ? ways
                    : List.of(ways.getFirst(), Scene.typed(shown + 1).getLast());
        }
        ways.addAll(words);
        ways.add("/" + words.getFirst().toUpperCase(Locale.ROOT).replace(' ', '_'));
        ways.add(" «" + words.getLast() + "». ");
        int shown = Scene.options(scene.tapped("m-repeat")).indexOf(move.id());
        if (shown >= 0) {
            ways.addAll(Scene.typed(shown + 1));
        }
        return ways;
    }

    @TestFactory
    Stream<DynamicTest> whatStandsUnderMoreIsChosenByNumberToo() {
        return inTurns((step, locale) -> {
            Scene scene = Scene.at(step, locale);
            Turn more = scene.tapped("m-more");
            List<String> shown = Scene.options(more);
            for (Move move : Move.UNDER_MORE) {
                Turn byButton = after(scene, more, move.id());
                for (String number : Scene.typed(shown.indexOf(move.id()) + 1)) {
                    Turn typed = scene.advance(more.next(), new Input.Said(number, "m", Scene.NOW));
                    same(move, byButton, typed, number);
                }
            }
        });
    }

    private static void same(Move move, Turn expected, Turn actual, String way) {
        assertThat(Scene.seen(actual)).as("%s by %s", move, way).isEqualTo(Scene.seen(expected));
        assertThat(Scene.next(actual).step()).isEqualTo(Scene.next(expected).step());
        assertThat(Scene.next(actual).panel()).isEqualTo(Scene.next(expected).panel());
        assertThat(Scene.next(actual).answers()).isEqualTo(Scene.next(expected).answers());
    }

    private static Turn after(Scene scene, Turn turn, String option) {
        Conversation next = Scene.next(turn);
        String token = "v1|" + next.session() + "|" + next.turn() + "|" + option;
        return scene.advance(next, new Input.Tapped(token, Scene.NOW));
    }

    private static List<String> shownBy(Turn turn) {
        return Scene.sends(turn).stream()
                .map(send -> send.text() + " " + Scene.options(turn))
                .toList();
    }

    private static List<String> tells(Turn turn) {
        return turn.effects().stream()
                .filter(effect ->
                        effect instanceof Effect.Tell tell && !(tell.entry() instanceof IntakeEntry.ContactSeen))
                .map(effect -> ((Effect.Tell) effect).entry().getClass().getSimpleName())
                .toList();
    }

    private static Conversation filed(Conversation state) {
        return Stored.with(state, "filing", new Filing("ab".repeat(16), 1, true, false, false));
    }

    private static Conversation told(Conversation state, int word) {
        return Stored.with(state, "safeWord", word);
    }

    private interface Check {
        void at(Step.Asking step, String locale);
    }

    private static Stream<DynamicTest> inTurns(Check check) {
        return Scene.questions().stream().map(step -> {
            String locale = Scene.inTurn(step);
            return DynamicTest.dynamicTest(step.id() + ", " + locale, () -> check.at(step, locale));
        });
    }

    private static Stream<DynamicTest> everywhere(Check check) {
        return Scene.questions().stream()
                .flatMap(step -> Material.LOCALES.stream()
                        .map(locale ->
                                DynamicTest.dynamicTest(step.id() + ", " + locale, () -> check.at(step, locale))));
    }
}

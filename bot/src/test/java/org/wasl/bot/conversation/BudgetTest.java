package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many questions a way asks is held by the engine, whatever a flow says. */
class BudgetTest {

    private static final int MOST_TURNS = 120;
    private static final int AFTER_THE_STORY = 12;
    private static final int IN_AN_EMERGENCY = 4;

    private final Budget budget = new Budget(Set.of("a", "b", "c", "last"), 3, "last", "then", false);

    @Test
    void keepsTheLastPlaceForTheLastQuestion() {
        assertThat(budget.instead("b", Set.of("a"))).isNull();
        assertThat(budget.instead("c", Set.of("a", "b"))).isEqualTo("last");
        assertThat(budget.instead("last", Set.of("a", "b"))).isNull();
        assertThat(budget.instead("c", Set.of("a", "last"))).isEqualTo("then");
        assertThat(budget.instead("c", Set.of("a", "b", "last"))).isEqualTo("then");
        assertThat(budget.instead("elsewhere", Set.of("a", "b", "last"))).isNull();
    }

    @Test
    void aBudgetThatLeadsNowhereIsAProblem() {
        assertThat(budget.problems(Set.of("a", "b", "c", "last"))).containsExactly("budget leads to no step: then");
        assertThat(new Budget(Set.of("a"), 0, "z", "a", false).problems(Set.of("a", "z")))
                .hasSize(3);
    }

    /** Every way that answers what is asked: none asks more after the story than was promised. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Someone threatens to publish my pictures and wants money",
                "He shouts at me every day and looks through my phone",
                "My neighbour screams at night, I think her husband hits her",
                "They want to marry me to my cousin",
                "asdf qwer zxcv"
            })
    void asksNoMoreAfterTheStoryThanWasPromised(String story) {
        int most = 0;
        for (int seed = 0; seed < 40; seed++) {
            Chat chat = Chat.atTheStory("en").tells(story);
            chat.asked.clear();
            chat.asked.add(chat.step());
            walk(chat, new Random(seed));
            List<String> counted = chat.asked.stream()
                    .filter(budgetOf("contact").counted()::contains)
                    .toList();
            assertThat(counted).as("seed " + seed).hasSizeLessThanOrEqualTo(AFTER_THE_STORY);
            most = Math.max(most, counted.size());
        }
        assertThat(most).isGreaterThan(1);
    }

    @Test
    void asksFourThingsInAnEmergencyAtMost() {
        for (int seed = 0; seed < 40; seed++) {
            Chat chat = Chat.atTheStory("en").says("He has a knife and he is here in front of me now");
            chat.asked.clear();
            chat.asked.add(chat.step());
            walk(chat, new Random(seed));
            assertThat(chat.asked.stream().filter(budgetOf("e-come").counted()::contains))
                    .as("seed " + seed)
                    .hasSizeLessThanOrEqualTo(IN_AN_EMERGENCY);
        }
    }

    /** Answers at random until the summary or the line that stays open. */
    private static void walk(Chat chat, Random random) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            if (chat.step().equals("summary")
                    || chat.step().equals("open-line")
                    || chat.step().isEmpty()) {
                return;
            }
            List<String> options = chat.options().stream()
                    .filter(option -> !option.startsWith("m-") && !option.equals("page"))
                    .toList();
            if (options.isEmpty()) {
                chat.says("near the school");
            } else {
                chat.taps(options.get(random.nextInt(options.size())));
            }
        }
    }

    private static Budget budgetOf(String question) {
        Budget found = Scene.flow().budget(question);
        assertThat(found).isNotNull();
        return Objects.requireNonNull(found);
    }
}

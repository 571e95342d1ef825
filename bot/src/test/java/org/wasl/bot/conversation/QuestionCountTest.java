package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.report.Report;

/**
 * How many questions a person is asked, counted from outside over many ways through the flow: on the emergency path,
 * after the story, and once danger was filed. Offers, permissions, the look over what is sent and what comes after the
 * sending are no questions of a way; they are named here, so that none becomes one unseen.
 */
class QuestionCountTest {

    private static final int WALKS = 1_200;
    private static final int TURNS = 45;

    /** What is asked that is not a question about what happened. */
    private static final Set<String> NO_QUESTIONS =
            Set.of("summary", "permits", "e-unsent", "reconsider", "advice-again", "held-back", "reach", "region");

    /** After the team was told: the account of the one who threatens. Somebody who searches for a person has a way apart. */
    private static final Set<String> APART = Set.of("ev-", "searcher-");

    /** Where the flow leads to a person once danger is with the team. */
    private static final Set<String> TO_A_PERSON = Set.of("pressed", "gauge", "matter", "contacted", "dv-2", "dv-3");

    private enum Way {
        /** From the first question of the emergency path to a person. */
        EMERGENCY(4),
        /** From the end of the story to the summary. */
        AFTER_STORY(12),
        /** From the filing of danger that was told in the story, or confirmed, to a person. */
        AFTER_DANGER(3),
        /** From the answer that showed danger, or more of it after a no, to a person. */
        LATE_DANGER(3);

        private final int most;

        Way(int most) {
            this.most = most;
        }
    }

    /** What a story says, in every language; half of them say nothing urgent. */
    private static final List<String> STORIES = List.of(
            "زوجي يضربني كل يوم ويهدد يكتلني",
            "واحد يهددني ينشر صوري اذا ما ادفع فلوس",
            "هاوسەرەکەم هەڕەشەی کوشتنم لێ دەکات",
            "زەلامەک گەفان ل من دکەت و وێنەیێن من بەلاڤ دکەت",
            "someone took my papers and locked me in",
            "my sister is 15 and they force her to marry",
            "sometimes I do not want to live",
            "my boss touches me",
            "my neighbour shouts at his children every night",
            "جاري يزعجني",
            "کەسێک لە دوام دێت",
            "x");

    private final Map<Report, Assessment> assessed = new java.util.HashMap<>();
    private final Function<Report, Assessment> triage =
            report -> assessed.computeIfAbsent(report, Materials.REAL.triage());
    private final Material material = Materials.assessedBy(triage);
    private final Flow flow = material.flow(material.current());

    @Test
    void nobodyIsAskedMoreThanWasPromised() {
        Map<Way, Map<Integer, Integer>> counts = walks(new ConversationEngine(material), WALKS);
        StringBuilder report = new StringBuilder(WALKS + " ways by buttons at random:");
        counts.forEach((way, distribution) ->
                report.append(' ').append(name(way) + " at most " + most(distribution) + " of " + way.most));
        counts.forEach((way, distribution) -> report.append('\n')
                .append(name(way))
                .append(", questions asked = ways: ")
                .append(distribution));
        ConversationReport.put("questions asked", report.toString());
        for (Way way : Way.values()) {
            Map<Integer, Integer> distribution = counts.getOrDefault(way, Map.of());
            assertThat(distribution.values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as("ways counted: %s", way)
                    .isGreaterThan(20);
            assertThat(most(distribution)).as("most questions: %s", way).isLessThanOrEqualTo(way.most);
        }
    }

    /** The same flow without its ways to a person: the engine ends the questions by itself. */
    @Test
    void theEngineEndsTheQuestionsWhereTheFlowForgets() {
        Map<String, Step> steps = new LinkedHashMap<>(flow.steps());
        steps.replaceAll((id, step) -> step instanceof Step.Branch branch && TO_A_PERSON.contains(id)
                ? Copies.with(branch, "arms", later(branch))
                : step);
        Flow forgetful = Copies.with(flow, "steps", steps);
        Flow endless = Copies.with(
                forgetful,
                "budgets",
                flow.budgets().stream().filter(budget -> !budget.pressed()).toList());
        assertThat(mostLate(forgetful)).isLessThanOrEqualTo(Way.LATE_DANGER.most);
        assertThat(mostLate(endless)).isGreaterThan(Way.LATE_DANGER.most);
    }

    /** Its arms without the first, which is the way to a person. */
    private static List<Step.Arm> later(Step.Branch branch) {
        return branch.arms().subList(1, branch.arms().size());
    }

    private int mostLate(Flow altered) {
        Material asking = Copies.with(material, "flows", Map.of(material.current(), altered));
        return most(walks(new ConversationEngine(asking), WALKS / 4).getOrDefault(Way.LATE_DANGER, Map.of()));
    }

    @Test
    void seesAFlowThatAsksTooMuch() {
        Flow endless = Copies.with(flow, "budgets", List.of());
        Material asking = Copies.with(material, "flows", Map.of(material.current(), endless));
        Map<Way, Map<Integer, Integer>> counts = walks(new ConversationEngine(asking), WALKS / 6);
        assertThat(most(counts.getOrDefault(Way.AFTER_STORY, Map.of()))).isGreaterThan(Way.AFTER_STORY.most);
    }

    private Map<Way, Map<Integer, Integer>> walks(Dialogue dialogue, int walks) {
        Map<Way, Map<Integer, Integer>> counts = new EnumMap<>(Way.class);
        for (int seed = 0; seed < walks; seed++) {
            new Person(new Random(seed), dialogue, counts).goes();
        }
        return counts;
    }

    private static String name(Way way) {
        return way.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static int most(Map<Integer, Integer> distribution) {
        return distribution.keySet().stream().max(Integer::compare).orElse(0);
    }

    /** Somebody who answers what is asked, by whatever button, and tells a story where one is asked for. */
    private final class Person {

        private final Random random;
        private final Dialogue dialogue;
        private final Map<Way, Map<Integer, Integer>> counts;
        private final Set<String> asked = new HashSet<>();
        private Conversation state;
        private Instant now = Instant.parse("2026-11-22T06:00:00Z");
        private Way way = Way.AFTER_STORY;
        private boolean counting;

        Person(Random random, Dialogue dialogue, Map<Way, Map<Integer, Integer>> counts) {
            this.random = random;
            this.dialogue = dialogue;
            this.counts = counts;
            this.state = (Conversation) dialogue.begin(context());
        }

        void goes() {
            Input next = new Input.Started("", now);
            for (int at = 0; at < TURNS; at++) {
                Conversation before = state;
                Turn turn = dialogue.advance(state, next, context());
                state = (Conversation) turn.next();
                count(before, turn);
                if (state.step().isEmpty()) {
                    return;
                }
                now = now.plus(Duration.ofSeconds(4));
                next = answer(turn);
            }
        }

        private void count(Conversation before, Turn turn) {
            boolean urgent = pressed(state) && !pressed(before);
            boolean emergency =
                    state.flags().contains(Flag.EMERGENCY) && !before.flags().contains(Flag.EMERGENCY);
            if (emergency) {
                begin(Way.EMERGENCY);
            } else if (urgent && !state.flags().contains(Flag.EMERGENCY)) {
                begin(told(before) ? Way.AFTER_DANGER : Way.LATE_DANGER);
            } else if (before.step().equals("story")
                    && !state.step().equals("story")
                    && !(counting && way == Way.AFTER_DANGER)) {
                begin(Way.AFTER_STORY);
            }
            if (counting && (way == Way.AFTER_DANGER || way == Way.LATE_DANGER) && !pressed(state)) {
                // It was asked, and it is not so: what follows are the questions of anybody.
                way = Way.AFTER_STORY;
            }
            Step open = flow.steps().get(state.step());
            boolean question =
                    open instanceof Step.Choose || open instanceof Step.AskText || open instanceof Step.AskPlace;
            boolean apart = NO_QUESTIONS.contains(state.step())
                    || APART.stream().anyMatch(part -> state.step().startsWith(part));
            if (state.step().equals("story") && counting) {
                return;
            }
            if (!question || state.step().equals("summary")) {
                end();
            } else if (counting && state.opened() == state.turn() && !apart) {
                asked.add(state.step());
            }
        }

        /** Danger is with the team, as far as this chat shows. */
        private boolean pressed(Conversation seen) {
            Talk talk = Talk.open(material, seen, now, context());
            return talk.is(Flag.FILED) && talk.level().urgent();
        }

        private boolean told(Conversation before) {
            return flow.steps().get(before.step()) instanceof Step.Story
                    || before.step().startsWith("confirm");
        }

        private void begin(Way next) {
            end();
            way = next;
            counting = true;
        }

        private void end() {
            if (counting) {
                counts.computeIfAbsent(way, one -> new TreeMap<>()).merge(asked.size(), 1, Integer::sum);
            }
            counting = false;
            asked.clear();
        }

        private Input answer(Turn turn) {
            for (Effect effect : turn.effects()) {
                if (effect instanceof Effect.AskMark mark) {
                    return new Input.MarkAnswered(mark.askId(), List.of(), now);
                }
            }
            Step open = flow.steps().get(state.step());
            boolean tells = open instanceof Step.Story
                    && state.story().stream().noneMatch(one -> one.question().equals(open.id()));
            if (tells && random.nextInt(4) > 0) {
                return new Input.Said(STORIES.get(random.nextInt(STORIES.size())), "m", now);
            }
            if (open instanceof Step.Story && state.timers().containsKey(Walk.SILENCE)) {
                return new Input.TimerFired(Walk.SILENCE, state.timers().getOrDefault(Walk.SILENCE, 0), now);
            }
            List<String> tokens = new ArrayList<>();
            turn.effects().forEach(effect -> {
                if (effect instanceof Effect.Send send) {
                    send.choices().stream()
                            .map(Effect.Choice::token)
                            .filter(token -> !token.contains("|m-") || token.endsWith("|m-skip"))
                            .filter(token -> !token.endsWith("|before") && !token.endsWith("|add"))
                            .forEach(tokens::add);
                }
            });
            return tokens.isEmpty()
                    ? new Input.Said("a word", "m", now)
                    : new Input.Tapped(tokens.get(random.nextInt(tokens.size())), now);
        }

        private TurnContext context() {
            Presence presence = random.nextBoolean()
                    ? new Presence(now, List.of(new Presence.Staffed("ckb", "KRI", 1)))
                    : Presence.NOBODY;
            return new TurnContext(
                    now,
                    count -> {
                        byte[] bytes = new byte[count];
                        random.nextBytes(bytes);
                        return bytes;
                    },
                    presence,
                    new ChannelKind("web"),
                    TranscriptRunner.WIDE,
                    false);
        }
    }
}

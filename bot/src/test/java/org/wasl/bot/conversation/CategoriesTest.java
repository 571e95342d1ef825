package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;

/** Which branch a matter goes, that it asks three questions at most, and that it stops where danger was filed. */
class CategoriesTest {

    private static final Flow FLOW = Scene.flow();
    private static final Set<String> PART = DataFile.resource("/flows/report-2/categories.yml", new Problems())
            .named("steps")
            .keySet();
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Triage TRIAGE = Triage.load();

    /** What happened so far, as a branch may ask about it. */
    private record Known(Category category, Level level, Set<Flag> flags, Set<String> asked)
            implements Condition.Situation {
        @Override
        public Facts facts() {
            return Facts.NONE;
        }

        @Override
        public boolean is(Flag flag) {
            return flags.contains(flag);
        }

        @Override
        public List<String> answer(String step) {
            return List.of();
        }

        @Override
        public String territory() {
            return "";
        }
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void leadsEveryCategoryToItsOwnBranchAndAGuessAtDespairOrASearchToTheList(Category category) {
        String next = next("matter", new Known(category, Level.L4_STANDARD, Set.of(), Set.of()));

        switch (category) {
            case NONE, SUI, MIS -> assertThat(next).isEqualTo("what");
            default -> assertThat(next).isEqualTo(category.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void asksForTheListWhereTheWordsCouldNotBeReadWhateverTheGuess(Category category) {
        assertThat(next("matter", new Known(category, Level.L4_STANDARD, Set.of(Flag.UNREAD), Set.of())))
                .isEqualTo("what");
    }

    @Test
    void asksForTheListOnce() {
        for (Category category : List.of(Category.NONE, Category.SUI, Category.MIS)) {
            assertThat(next("matter", new Known(category, Level.L4_STANDARD, Set.of(), Set.of("what"))))
                    .isEqualTo("matter-out");
        }
    }

    @Test
    void showsEightPlainMattersAndNeverHonourByItself() {
        Step.Choose what = (Step.Choose) FLOW.step("what");
        assertThat(what.options()).hasSize(9);
        assertThat(what.options().getLast().label()).isEqualTo("what.unknown");
        for (String list : List.of("what", "what-again", "what-online", "what-else")) {
            assertThat(((Step.Choose) FLOW.step(list)).options().stream().flatMap(option -> option.facts().stream()))
                    .noneMatch(fact -> "HBV".equals(fact.detail()) || fact.key() == FactKey.HONOUR_THREAT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"father", "brother", "family"})
    void asksAboutHonourWhereTheFamilyItselfMayBeTheDanger(String relation) {
        assertThat(FLOW.steps().get("dv-2"))
                .isInstanceOfSatisfying(
                        Step.Branch.class,
                        branch -> assertThat(branch.arms())
                                .anySatisfy(arm -> assertThat(arm).satisfies(one -> {
                                    assertThat(one.next()).isEqualTo("dv-honour");
                                    assertThat(((Condition.Answered) one.when()).options())
                                            .contains(relation);
                                })));
    }

    @Test
    void stopsBeforeEveryFurtherQuestionOnceDangerWasFiled() {
        Known filed = new Known(Category.BLK, Level.L2_EMERGENT, Set.of(Flag.FILED), Set.of());
        List<String> branches = PART.stream()
                .filter(id -> FLOW.step(id) instanceof Step.Branch && !id.startsWith("evidence"))
                .toList();
        assertThat(branches).hasSizeGreaterThan(25);
        for (String id : branches) {
            assertThat(next(id, filed)).as(id).isEqualTo("pressing");
        }
    }

    @Test
    void goesOnWhereTheSameLevelIsNotFiled() {
        assertThat(next("blk-2", new Known(Category.BLK, Level.L2_EMERGENT, Set.of(), Set.of())))
                .isEqualTo("blk-demand");
    }

    @Test
    void countsTheQuestionsOfBothBranchesWhereOneLeadsIntoTheOther() {
        Set<String> three = Set.of("cyb-kind", "cyb-demand", "blk-deadline");
        assertThat(next("blk-2", new Known(Category.CYB, Level.L3_URGENT, Set.of(), three)))
                .isEqualTo("contact");
    }

    @Test
    void saysHoursWhereAButtonSaysWhen() {
        assertThat(hours("blk-deadline", "hours")).isEqualTo(6);
        assertThat(hours("blk-deadline", "day")).isEqualTo(24);
        assertThat(hours("blk-so", "meet-soon")).isEqualTo(6);
        assertThat(hours("fmr-when", "days")).isEqualTo(72);
        assertThat(hours("trf-moved", "soon")).isEqualTo(24);
    }

    /** The first choice of the list was wrong: what it said is gone, and the branch of the second says what it is about. */
    @Test
    void aChoiceThatWasCorrectedSaysNothingAnyMore() {
        String played = new TranscriptRunner(
                        new ConversationEngine(TRIAGE::assess, ConversationSettings.DEFAULTS, FlowLimits.DEFAULTS))
                .play("""
                        > start
                        > tap en
                        > derived
                        > tap safe
                        > tap agree
                        > onward home
                        > tap sexual
                        > tap other
                        > tap left
                        > onward send
                        > tap send
                        """);

        assertThat(played)
                .contains("categoryChosen=YES:RUN")
                .doesNotContain("YES:SXV")
                .doesNotContain("sexualViolence=");
    }

    /** Any taps at all, in every language: three questions of a matter at most, and none after danger was filed. */
    @Test
    void asksThreeQuestionsOfAMatterAtMostWhateverIsTapped() {
        Map<String, Integer> met = new java.util.TreeMap<>();
        for (int seed = 0; seed < 120; seed++) {
            walk(new Random(seed)).forEach(step -> met.merge(step, 1, Integer::sum));
        }
        assertThat(met.keySet()).hasSizeGreaterThan(25);
    }

    private static List<String> walk(Random random) {
        ConversationEngine engine =
                new ConversationEngine(TRIAGE::assess, ConversationSettings.DEFAULTS, FlowLimits.DEFAULTS);
        Conversation state = (Conversation) engine.begin(context(random));
        List<String> asked = new ArrayList<>();
        boolean danger = false;
        Input input = new Input.Started("", NOW);
        for (int turns = 0; turns < 60; turns++) {
            Turn turn = engine.advance(state, input, context(random));
            String before = state.step();
            state = (Conversation) turn.next();
            for (Effect effect : turn.effects()) {
                // The last filing counts: a tick taken away again is no danger any more.
                danger = effect instanceof Effect.File file
                        ? file.assessment().level().urgent()
                        : danger;
            }
            String step = state.step();
            if (!step.equals(before) && PART.contains(step) && !step.startsWith("ev-") && !step.startsWith("what")) {
                asked.add(step);
                assertThat(danger).as("asked after danger was filed: " + asked).isFalse();
                assertThat(asked.stream().distinct().toList()).hasSizeLessThanOrEqualTo(3);
            }
            if (step.isEmpty() || Set.of("summary", "open-line", "e-wait").contains(step)) {
                return asked;
            }
            input = next(random, state, turn.effects());
        }
        return asked;
    }

    private static Input next(Random random, Conversation state, List<Effect> effects) {
        List<Effect.Choice> choices = effects.stream()
                .filter(effect -> effect instanceof Effect.Send)
                .map(effect -> ((Effect.Send) effect).choices())
                .filter(list -> !list.isEmpty())
                .reduce((first, last) -> last)
                .orElse(List.of());
        List<String> tokens = choices.stream()
                .filter(choice -> !choice.label().startsWith("✓"))
                .map(Effect.Choice::token)
                .filter(token -> !token.matches(".*\\|(m-(?!skip).*|p-.*|page|other)"))
                .filter(token -> PART.contains(state.step()) || !leadsElsewhere(state.step(), token))
                .toList();
        return tokens.isEmpty()
                ? new Input.Said("x", "m", NOW)
                : new Input.Tapped(tokens.get(random.nextInt(tokens.size())), NOW);
    }

    /** Before the matter only the calm way is gone. */
    private static boolean leadsElsewhere(String step, String token) {
        String option = token.substring(token.lastIndexOf('|') + 1);
        return switch (step) {
            case "greeting" -> false;
            case "safe" -> !option.equals("safe");
            case "notice" -> !option.equals("agree");
            case "dangers", "contact" -> !option.equals("done") && !option.equals("none");
            default -> !option.equals("m-skip") && !option.equals("done");
        };
    }

    private static TurnContext context(Random random) {
        return new TurnContext(
                NOW,
                count -> {
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                },
                Presence.NOBODY,
                new ChannelKind("web"),
                TranscriptRunner.WIDE,
                false);
    }

    private static String next(String id, Condition.Situation situation) {
        Step.Branch branch = (Step.Branch) FLOW.step(id);
        return branch.arms().stream()
                .filter(arm -> arm.when().holds(situation))
                .map(Step.Arm::next)
                .findFirst()
                .orElse(branch.otherwise());
    }

    private static Integer hours(String step, String option) {
        return ((Step.Choose) FLOW.step(step))
                .options().stream()
                        .filter(one -> one.id().equals(option))
                        .flatMap(one -> one.facts().stream())
                        .map(Fact::hours)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
    }
}

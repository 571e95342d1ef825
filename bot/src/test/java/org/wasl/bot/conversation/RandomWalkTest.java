package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.report.Report;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever comes in whatever order, in every language and on every kind of channel: never an exception, a dead end, a
 * silence, a word of another language, a lost answer, a second filing, or present danger that waits. What people write is
 * taken from the development texts of triage, which are read here and shown nowhere. {@code -Dwasl.walks=20000} for the
 * long version; {@code -Dwasl.walks.first=4355 -Dwasl.walks=1} walks one of them again.
 */
class RandomWalkTest {

    private static final int WALKS = Integer.getInteger("wasl.walks", 1_000);
    private static final int FIRST = Integer.getInteger("wasl.walks.first", 0);
    private static final int PLANTED_WALKS = 400;
    private static final int FEWEST_TO_REACH_MUCH = 1_000;
    private static final int TURNS = 40;
    private static final int MOST_REMEMBERED = 5_000;
    private static final Path TEXTS = Path.of("../triage/src/corpus/dev");
    private static final int COLUMN = 7;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Walks meet the same reports again and again, and triage answers the same each time: so it is asked once. */
    private static final Map<Report, Assessment> ASSESSED = new ConcurrentHashMap<>();

    private static final Material MATERIAL = Materials.assessedBy(RandomWalkTest::assess);
    private static final SpokenWords SPOKEN = new SpokenWords(MATERIAL);
    private static final List<String> PEOPLE = texts();
    private static final List<String> MOVES = moves();

    private final Dialogue dialogue = new ConversationEngine(MATERIAL);

    private static Assessment assess(Report report) {
        if (ASSESSED.size() > MOST_REMEMBERED) {
            ASSESSED.clear();
        }
        return ASSESSED.computeIfAbsent(report, Materials.REAL.triage());
    }

    @Test
    void nothingGoesWrongWhateverComesInWhateverOrder() {
        Set<String> reached = ConcurrentHashMap.newKeySet();
        assertThat(walks(dialogue, FIRST, WALKS, reached).stream().limit(40)).isEmpty();
        if (WALKS < FEWEST_TO_REACH_MUCH) {
            return;
        }
        Flow flow = MATERIAL.flow(MATERIAL.current());
        for (String locale : Material.LOCALES) {
            assertThat(questions(flow).stream()
                            .filter(step -> reached.contains(Material.key(flow) + "/" + step + " in " + locale))
                            .count())
                    .as("questions reached in %s by %s walks", locale, WALKS)
                    .isGreaterThan(questions(flow).size() / 5);
        }
    }

    private static List<String> questions(Flow flow) {
        return flow.steps().values().stream()
                .filter(step -> step instanceof Step.Asking)
                .map(Step::id)
                .toList();
    }

    private static List<String> walks(Dialogue dialogue, int first, int walks, Set<String> reached) {
        return IntStream.range(first, first + walks)
                .parallel()
                .mapToObj(seed -> walk(dialogue, seed, reached))
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private static List<String> walk(Dialogue dialogue, int seed, Set<String> reached) {
        WalkRules rules = new WalkRules(MATERIAL, SPOKEN, RandomWalkTest::assess);
        return new Walker(seed, dialogue, rules, PEOPLE, MOVES, reached).go(TURNS);
    }

    /** A dialogue that does one thing wrong. */
    private record Planted(String seenAs, UnaryOperator<Turn> wrong) {
        @Override
        public String toString() {
            return seenAs;
        }
    }

    static Stream<Planted> planted() {
        return Stream.of(
                new Planted("an exception", turn -> {
                    throw new IllegalStateException("planted");
                }),
                new Planted("silence", turn -> without(turn, Effect.Send.class)),
                new Planted("lines in another language", RandomWalkTest::inAnotherLanguage),
                new Planted("a message in", RandomWalkTest::toSomebodyElse),
                new Planted("words that were just said are nowhere", RandomWalkTest::forgetful),
                new Planted("the same words filed twice", RandomWalkTest::repeating),
                new Planted("words that are in no story", turn -> filed(turn, file -> Copies.with(file, "story", ""))),
                new Planted(
                        "follow-up #", turn -> filed(turn, file -> Copies.with(file, "sequence", file.sequence() + 1))),
                new Planted(
                        "a report that was left behind and forgotten",
                        turn -> turn.next().turn() % 5 == 0
                                ? new Turn(edited(turn, "\"filing\":null,\"earlier\":[]"), turn.effects())
                                : turn),
                new Planted("a short number in a report", RandomWalkTest::indiscreet),
                new Planted("present danger that was not filed in its turn", turn -> without(turn, Effect.File.class)),
                new Planted("EXIT does not hide", turn -> without(turn, Effect.EndInvitation.class)),
                new Planted("HELP shows no number", RandomWalkTest::withoutNumbers),
                new Planted("a turn that does not count", turn -> new Turn(edited(turn, "\"turn\":0"), turn.effects())),
                new Planted("a message of", RandomWalkTest::longwinded));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void seesWhatIsPlanted(Planted planted) {
        Dialogue broken = new Altered(dialogue, planted.wrong());
        Set<String> reached = ConcurrentHashMap.newKeySet();
        assertThat(IntStream.range(0, PLANTED_WALKS)
                        .parallel()
                        .anyMatch(seed -> walk(broken, seed, reached).stream()
                                .anyMatch(found -> found.contains(planted.seenAs()))))
                .as("seen within %s walks: %s", PLANTED_WALKS, planted)
                .isTrue();
    }

    @Test
    void seesADeadEnd() {
        Flow sound = MATERIAL.flow("report-1");
        Map<String, Step> steps = new java.util.LinkedHashMap<>(sound.steps());
        steps.replaceAll((id, step) -> step instanceof Step.End end && end.how() == Step.How.REST
                ? new Step.Say(id, "bye.text", new Condition.Any(List.of()), "story")
                : step);
        Flow endless = Copies.with(sound, "steps", steps);
        Dialogue dialogue =
                new ConversationEngine(Materials.with(Map.of("report-1", endless), "report-1", Migrations.NONE));
        assertThat(walks(dialogue, 0, 8, ConcurrentHashMap.newKeySet()))
                .anyMatch(found -> found.contains("no way to an end"));
    }

    private static Turn without(Turn turn, Class<? extends Effect> kind) {
        return new Turn(
                turn.next(),
                turn.effects().stream()
                        .filter(effect -> !kind.isInstance(effect))
                        .toList());
    }

    private static Turn said(Turn turn, UnaryOperator<Effect.Send> change) {
        return new Turn(
                turn.next(),
                turn.effects().stream()
                        .map(effect -> effect instanceof Effect.Send send ? change.apply(send) : effect)
                        .toList());
    }

    private static Effect.Send saying(Effect.Send send, String text, String locale) {
        return Copies.with(Copies.with(send, "text", text), "locale", locale);
    }

    private static Turn inAnotherLanguage(Turn turn) {
        return said(turn, send -> {
            String other = send.locale().equals("ckb") ? "kmr-Arab" : "ckb";
            return saying(send, MATERIAL.catalogue(other).say("kept"), send.locale());
        });
    }

    private static Turn toSomebodyElse(Turn turn) {
        return said(turn, send -> saying(send, send.text(), send.locale().equals("ckb") ? "en" : "ckb"));
    }

    private static Turn longwinded(Turn turn) {
        return said(turn, send -> saying(send, send.text() + Catalogue.quoted("x".repeat(3_000)), send.locale()));
    }

    private static Turn withoutNumbers(Turn turn) {
        return said(turn, send -> saying(send, send.text().replaceAll("911|104", ""), send.locale()));
    }

    private static Turn filed(Turn turn, UnaryOperator<Effect.File> change) {
        return new Turn(
                turn.next(),
                turn.effects().stream()
                        .map(effect -> effect instanceof Effect.File file ? change.apply(file) : effect)
                        .toList());
    }

    private static Turn repeating(Turn turn) {
        return filed(turn, file -> {
            List<Line> twice = new ArrayList<>(file.lines());
            twice.addAll(file.lines());
            return Copies.with(file, "lines", twice);
        });
    }

    private static Turn forgetful(Turn turn) {
        Turn filed = filed(turn, file -> Copies.with(file, "lines", List.of()));
        return new Turn(edited(filed, "\"lines\":[]"), filed.effects());
    }

    /** Writes a short number that was typed once into the story. */
    private static Turn indiscreet(Turn turn) {
        Conversation next = (Conversation) turn.next();
        String typed = next.reach() == null ? null : next.reach().typed();
        return typed == null
                ? turn
                : new Turn(
                        Stored.with(next, "story", List.of(new Conversation.Fragment(next.step(), typed))),
                        turn.effects());
    }

    /** The next state with one of its fields as given. */
    private static ConversationState edited(Turn turn, String field) {
        ObjectNode tree = (ObjectNode) JSON.readTree(StateCodec.json((Conversation) turn.next()));
        ObjectNode change = (ObjectNode) JSON.readTree("{" + field + "}");
        tree.setAll(change);
        return StateCodec.decode(JSON.writeValueAsBytes(tree));
    }

    @Test
    void answersTheSameForTheSameStateInputAndContext() {
        ConversationState state = dialogue.begin(fixed());
        Input input = new Input.Said("راح يكتلني هسه", "m", Instant.EPOCH);
        assertThat(dialogue.advance(state, input, fixed())).isEqualTo(dialogue.advance(state, input, fixed()));
    }

    private static TurnContext fixed() {
        return new TurnContext(
                Instant.EPOCH,
                count -> new byte[count],
                Presence.NOBODY,
                new ChannelKind("web"),
                TranscriptRunner.WIDE,
                false);
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] columns = line.split("\t", -1);
                    if (columns.length > COLUMN) {
                        texts.add(columns[COLUMN]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(texts).hasSizeGreaterThan(1_000);
        return texts;
    }

    private static List<String> moves() {
        List<String> moves = new ArrayList<>();
        Map<String, Map<String, List<String>>> file =
                new Yaml().load(RandomWalkTest.class.getResourceAsStream("/catalogue/moves.yml"));
        file.getOrDefault("words", Map.of()).values().forEach(moves::addAll);
        assertThat(moves).hasSizeGreaterThan(50);
        return moves;
    }
}

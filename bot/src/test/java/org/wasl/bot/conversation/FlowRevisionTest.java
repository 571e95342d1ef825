package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.report.FactKey;

/** A revision published, or retired, while somebody is in the middle of a conversation. */
class FlowRevisionTest {

    private static final Material REAL = Materials.REAL;
    private static final Instant BEGIN = Instant.parse("2026-11-22T06:00:00Z");

    /** A whole report on the first revision, by what is tapped ("/...") and said. */
    private static final List<String> WHOLE = List.of(
            "/ckb",
            "/safe",
            "/agree",
            "/calm",
            "دوێنێ جانتاکەم لە بازاڕ دزرا",
            "/done",
            "/adult",
            "/BG",
            "/no-force",
            "/send",
            "/later",
            "/done");

    private static final String OLD = """
            flow: small
            revision: 1
            start: ask
            emergency: alarm
            returning: back
            answer: line
            once-more: ask
            again: line
            steps:
              ask:
                type: choose
                text: danger.text
                name: danger.name
                options:
                  - {id: one, label: confirm.yes, facts: ["forWhom=YES:self"], next: colour}
                  - {id: two, label: confirm.no, facts: ["forWhom=YES:other"], next: colour}
              colour:
                type: choose
                text: force.text
                options:
                  - {id: so, label: confirm.yes, facts: [abuserInSecurityForces=YES], next: where}
                  - {id: not-so, label: confirm.no, next: where}
              where: {type: place, text: place.text, next: line}
              alarm: {type: story, text: e-wait.text, done: e-wait.done, heard: added, next: over}
              line: {type: story, text: open.text, done: open.done, heard: added, silence: PT45S, next: over}
              back: {type: returning, text: returning.text, next: ask}
              over: {type: end, how: rest, text: bye.text}
            """;

    private static final String NEW = """
            flow: small
            revision: 2
            start: danger
            emergency: alarm
            returning: back
            answer: line
            once-more: danger
            again: line
            steps:
              danger:
                type: choose
                text: danger.text
                name: danger.name
                options:
                  - {id: aye, label: confirm.yes, facts: ["forWhom=YES:self"], next: province}
                  - {id: nay, label: confirm.no, facts: ["forWhom=YES:other"], next: province}
              province: {type: place, text: place.text, next: line}
              alarm: {type: story, text: e-wait.text, done: e-wait.done, heard: added, next: over}
              line: {type: story, text: open.text, done: open.done, heard: added, silence: PT45S, next: over}
              back: {type: returning, text: returning.text, next: danger}
              over: {type: end, how: rest, text: bye.text}
            """;

    private static final String WAY = """
            migrations:
              - from: small-1
                to: small-2
                steps: {ask: danger, colour: province, where: province}
                answers: {ask: danger, where: province}
                options: {"ask=one": aye, "ask=two": nay}
                dropped: [colour]
            """;

    private final Random random = new Random(3);
    private ConversationState state = Conversation.fresh("s", "none");
    private List<Effect> effects = List.of();
    private Instant now = BEGIN;

    @Test
    void aConversationBegunOnARevisionEndsOnItWheneverTheNextOneIsPublished() {
        ConversationEngine before = new ConversationEngine(material(Map.of("report-1", real("report-1")), "report-1"));
        ConversationEngine after = new ConversationEngine(REAL);
        assertThat(REAL.current()).isNotEqualTo("report-1");
        List<List<Effect>> alone = play(before, before, WHOLE.size());
        assertThat(alone.stream().flatMap(List::stream)).anyMatch(effect -> effect instanceof Effect.File);
        for (int published = 1; published < WHOLE.size(); published++) {
            assertThat(play(before, after, published))
                    .as("published before word %s", published)
                    .isEqualTo(alone);
            assertThat(talk().step()).isEmpty();
            assertThat(talk().flow()).as("the next one").isEqualTo(REAL.current());
        }
    }

    @Test
    void aPausedConversationIsTakenUpOnItsOwnRevision() {
        ConversationEngine before = new ConversationEngine(material(Map.of("report-1", real("report-1")), "report-1"));
        ConversationEngine after = new ConversationEngine(REAL);
        state = before.begin(context());
        turn(before, new Input.Started("", now));
        List.of("/en", "/safe", "/agree", "/calm").forEach(word -> act(before, word));
        act(after, "pause");
        assertThat(talk().flow()).isEqualTo(REAL.current());
        turn(after, new Input.Started("", now));
        List.of("/en", "/before").forEach(word -> act(after, word));
        if (talk().askId() == null) {
            act(after, "/none");
        }
        turn(after, new Input.MarkAnswered(String.valueOf(talk().askId()), List.of(), now));
        assertThat(talk().flow()).isEqualTo("report-1");
        assertThat(talk().step()).isEqualTo("story");
    }

    @Test
    void aRetiredRevisionIsLeftByItsMigration() {
        retireAt("/one", "/so");
        turn(small(WAY), new Input.CameBack(now));

        assertThat(talk().flow()).isEqualTo("small-2");
        assertThat(talk().step()).isEqualTo("province");
        assertThat(talk().answers()).containsOnlyKeys("danger").containsEntry("danger", List.of("aye"));
        assertThat(talk().told()).extracting(fact -> fact.key()).containsExactly(FactKey.ABUSER_IN_SECURITY_FORCES);
        assertThat(talk().back()).extracting(Conversation.Snapshot::step).containsExactly("danger", "province");
        assertThat(said()).hasSize(1);

        act(small(WAY), "/BG");
        assertThat(talk().step()).isEqualTo("line");
    }

    @Test
    void whatWasWrittenUnderTheOldQuestionAnswersNothingUnderTheNewOne() {
        retireAt("/one");
        act(small(WAY), "1");

        assertThat(talk().step()).isEqualTo("province");
        assertThat(talk().answers()).doesNotContainKey("province");
        assertThat(talk().story()).extracting(Conversation.Fragment::text).contains("1");
        assertThat(said()).hasSize(2);

        act(small(WAY), "1");
        assertThat(talk().step()).isEqualTo("line");
    }

    @Test
    void aButtonOfTheOldQuestionBringsTheNewOne() {
        retireAt("/one");
        act(small(WAY), "/so");
        assertThat(talk().step()).isEqualTo("province");
        assertThat(talk().answers()).doesNotContainKey("province");
        assertThat(said()).hasSize(2);
    }

    @Test
    void aSilenceThatBeganOnTheOldRevisionEndsNothingOnTheNewOne() {
        retireAt("/one", "/so", "/BG", "nothing much");
        int set = talk().timers().getOrDefault(Walk.SILENCE, -1);
        turn(small(WAY), new Input.TimerFired(Walk.SILENCE, set, now));
        assertThat(talk().step()).isEqualTo("line");
    }

    @Test
    void aRevisionNobodyKnowsIsLeftPolitelyForTheStoryAndNeverInSilence() {
        ConversationEngine lost = new ConversationEngine(material(Map.of("small-2", flow(NEW)), "small-2"));
        for (String word : List.of("/so", "1", "hello", "", "skip", "back", "change")) {
            retireAt("/one");
            act(lost, word);
            assertThat(talk().flow()).isEqualTo("small-2");
            assertThat(talk().step()).as(word).isEqualTo("line");
            assertThat(said()).as(word).isNotEmpty();
        }
    }

    @Test
    void whoWasInDangerIsLedToTheEmergencyPathOfTheNextRevision() {
        ConversationEngine lost = new ConversationEngine(material(Map.of("small-2", flow(NEW)), "small-2"));
        retireAt("/one");
        String stored = new String(StateCodec.json(talk()), java.nio.charset.StandardCharsets.UTF_8);
        state = lost.decode(stored.replace("\"flags\":[]", "\"flags\":[\"EMERGENCY\"]")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        act(lost, "hello");
        assertThat(talk().step()).isEqualTo("alarm");
    }

    @Test
    void findsNothingInASoundMigration() {
        assertThat(problems(WAY)).isEmpty();
    }

    @Test
    void findsNothingInTheRealOnes() {
        Problems problems = new Problems();
        new MigrationCheck(REAL, problems).check();
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: small-1|from: small-9|no way off small-1",
                "from: small-1|from: small-9|no such revision, live or retired",
                "to: small-2|to: small-9|leads to no revision: small-9",
                "to: small-2|to: small-1|goes in a circle",
                "{ask: danger, |{|no way from step ask",
                "{ask: danger, colour: province,|{ask: danger, colour: nowhere,|no question of small-2: nowhere",
                "steps: {ask|steps: {nothing: danger, ask|no question of small-1: nothing",
                "answers: {ask: danger, |answers: {|the answer ask=one is neither taken over nor dropped",
                "answers: {ask: danger, where: province}|answers: {ask: danger}|the answer of where is neither taken over",
                "\"ask=one\": aye, |''|the answer ask=one is neither taken over nor dropped",
                "\"ask=one\": aye|\"ask=nine\": aye|no such option: ask=nine",
                "dropped: [colour]|dropped: []|the answer colour=so is neither taken over nor dropped",
                "dropped: [colour]|dropped: [colour, smell]|no question of small-1: smell",
                "dropped: [colour]|lost: [colour]|lost is not known here",
                "{ask: danger, colour: province,|{ask: [danger, line], colour: province,|ask leads to 2",
            })
    void seesWhatIsPlantedInAMigration(String sound, String planted, String problem) {
        String broken = WAY.replace(sound, planted);
        assertThat(broken).isNotEqualTo(WAY);
        assertThat(problems(broken)).anyMatch(found -> found.contains(problem));
    }

    @Test
    void seesARevisionThatIsLiveAndRetiredAndTwoWaysOffOne() {
        Problems problems = new Problems();
        Flow old = flow(OLD);
        String twice = WAY + "  - {from: small-1, to: small-2}\n";
        Migrations ways = Migrations.read(DataFile.of("ways", twice, problems), Map.of("small-1", old));
        new MigrationCheck(with(Map.of("small-1", old, "small-2", flow(NEW)), "small-2", ways), problems).check();
        assertThat(problems.list())
                .anyMatch(found -> found.contains("two ways off small-1"))
                .anyMatch(found -> found.contains("small-1 is live and retired"));
    }

    private static List<String> problems(String ways) {
        Problems problems = new Problems();
        Migrations read = Migrations.read(DataFile.of("ways", ways, problems), Map.of("small-1", flow(OLD)));
        new MigrationCheck(with(Map.of("small-2", flow(NEW)), "small-2", read), problems).check();
        return problems.list();
    }

    /** Somebody comes as far as these words lead on the old revision, which is then retired. */
    private void retireAt(String... words) {
        ConversationEngine old = new ConversationEngine(material(Map.of("small-1", flow(OLD)), "small-1"));
        state = old.begin(context());
        turn(old, new Input.Started("", now));
        List.of(words).forEach(word -> act(old, word));
        assertThat(talk().flow()).isEqualTo("small-1");
    }

    private static ConversationEngine small(String ways) {
        Problems problems = new Problems();
        Migrations read = Migrations.read(DataFile.of("ways", ways, problems), Map.of("small-1", flow(OLD)));
        assertThat(problems.list()).isEmpty();
        return new ConversationEngine(with(Map.of("small-2", flow(NEW)), "small-2", read));
    }

    private List<List<Effect>> play(ConversationEngine before, ConversationEngine after, int published) {
        random.setSeed(3);
        now = BEGIN;
        state = before.begin(context());
        List<List<Effect>> all = new ArrayList<>();
        turn(before, new Input.Started("", now));
        all.add(effects);
        for (int word = 0; word < WHOLE.size(); word++) {
            if (word == 1) {
                turn(before, new Input.Worked(TranscriptRunner.derived(true, false, List.of()), now));
            }
            String flow = talk().flow();
            act(word < published ? before : after, WHOLE.get(word));
            assertThat(flow).isEqualTo("report-1");
            all.add(effects);
        }
        return all;
    }

    private void act(ConversationEngine engine, String word) {
        now = now.plusSeconds(3);
        if (word.startsWith("/")) {
            String token = new OptionToken(talk().session(), talk().turn(), word.substring(1)).wire();
            turn(engine, new Input.Tapped(token, now));
        } else {
            turn(engine, new Input.Said(word, "m", now));
        }
    }

    private void turn(ConversationEngine engine, Input input) {
        Turn turn = engine.advance(engine.decode(engine.encode(state)), input, context());
        state = turn.next();
        effects = turn.effects();
    }

    private List<Effect> said() {
        return effects.stream().filter(effect -> effect instanceof Effect.Send).toList();
    }

    private Conversation talk() {
        return (Conversation) state;
    }

    private TurnContext context() {
        return new TurnContext(
                now,
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

    private static Flow real(String key) {
        Flow flow = REAL.flows().get(key);
        return Objects.requireNonNull(flow, key);
    }

    private static Flow flow(String yaml) {
        Problems problems = new Problems();
        Flow flow = FlowReader.read(DataFile.of("flow", yaml, problems), name -> {
            throw new IllegalArgumentException("no part " + name);
        });
        assertThat(problems.list()).isEmpty();
        return flow;
    }

    private static Material material(Map<String, Flow> flows, String current) {
        return with(flows, current, Migrations.NONE);
    }

    private static Material with(Map<String, Flow> flows, String current, Migrations migrations) {
        return Materials.with(flows, current, migrations);
    }
}

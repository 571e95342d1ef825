package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.InboundContent.UnsupportedKind;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.report.Report;
import org.wasl.triage.seal.Bytes;

/**
 * Whatever comes in whatever order: nothing is thrown, a way out always works, the state stays small. {@code
 * -Dwasl.walks=20000} for the long version.
 */
class RandomWalkTest {

    private static final int WALKS = Integer.getInteger("wasl.walks", 1_000);
    private static final int TURNS = 40;
    private static final int LARGEST_STATE = 200_000;
    private static final int MOST_REMEMBERED = 5_000;
    private static final Triage TRIAGE = Triage.load();
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "خروج",
            "exit",
            "help",
            "erase",
            "back",
            "skip",
            "more",
            "pause",
            "human",
            "review",
            "change",
            "language",
            "number",
            "red tea",
            "1",
            "٢",
            "۳",
            "99",
            "yes",
            "نعم",
            "Baghdad",
            "هەولێر",
            "زوجي يضربني كل يوم",
            "هەڕەشەی کوشتنم لێ دەکات",
            "he is killing me now",
            "اريد اموت",
            "12345678901234567890",
            "00000000000000000195",
            "\uD800",
            "{emergency}",
            "\u202Eabc\u2066",
            "x".repeat(9_000),
            "'",
            "<b>&*_`",
            "خروج خروج");

    /** Walks meet the same few reports again and again, and triage answers the same each time: so it is asked once. */
    private final Map<Report, Assessment> assessed = new ConcurrentHashMap<>();

    private final Dialogue dialogue =
            new ConversationEngine(this::assess, ConversationSettings.DEFAULTS, FlowLimits.DEFAULTS);

    private Assessment assess(Report report) {
        if (assessed.size() > MOST_REMEMBERED) {
            assessed.clear();
        }
        return assessed.computeIfAbsent(report, TRIAGE::assess);
    }

    @Test
    void survivesAnyOrderOfInputsAndAlwaysHasAWayOut() {
        Set<String> reached = ConcurrentHashMap.newKeySet();
        IntStream.range(0, WALKS).parallel().forEach(seed -> new Walker(seed, reached).go());
        assertThat(reached).as("questions reached by %s walks", WALKS).hasSizeGreaterThan(20);
    }

    private final class Walker {

        private final Random random;
        private final Set<String> reached;
        private final List<Effect.Choice> seen = new ArrayList<>();
        private final Map<String, Integer> sequences = new HashMap<>();
        private final Set<String> withdrawn = new HashSet<>();
        private Instant now = Instant.parse("2026-11-22T06:00:00Z");
        private ConversationState state;
        private String ask = "";

        Walker(int seed, Set<String> reached) {
            this.random = new Random(seed);
            this.reached = reached;
            this.state = dialogue.begin(context());
        }

        void go() {
            for (int turn = 0; turn < TURNS; turn++) {
                now = now.plusSeconds(random.nextInt(60) == 0 ? 3_000 : 5);
                step(input());
                wayOut();
            }
        }

        private void step(Input input) {
            byte[] stored = dialogue.encode(state);
            assertThat(stored.length).isLessThan(LARGEST_STATE);
            Turn turn = dialogue.advance(dialogue.decode(stored), input, context());
            assertThat(turn.next().turn()).isGreaterThan(state.turn());
            state = turn.next();
            reached.add(((Conversation) state).step());
            turn.effects().forEach(this::check);
            if (input instanceof Input.Said said && !said.text().isBlank() && !silentByDesign()) {
                assertThat(turn.effects()).as("never silent").isNotEmpty();
            }
            if (turn.effects().stream().anyMatch(effect -> effect instanceof Effect.Forget)) {
                state = dialogue.begin(context());
            }
        }

        private boolean silentByDesign() {
            Conversation talk = (Conversation) state;
            return talk.takenUntil() != null
                    || talk.flow().isEmpty()
                    || talk.step().equals("e-wait")
                    || talk.step().equals("open-line");
        }

        private void check(Effect effect) {
            switch (effect) {
                case Effect.Send send -> {
                    assertThat(send.text()).isNotBlank();
                    assertThat(send.text().length()).isLessThanOrEqualTo(2_000);
                    send.choices().forEach(choice -> {
                        assertThat(choice.token().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                                .isLessThanOrEqualTo(64);
                        seen.add(choice);
                    });
                }
                case Effect.File file -> {
                    String id = file.id().value();
                    int expected = sequences.merge(id, 1, Integer::sum) - 1;
                    assertThat(file.sequence()).isEqualTo(expected);
                    assertThat(withdrawn).doesNotContain(id);
                }
                case Effect.AskMark mark -> ask = mark.askId();
                case Effect.Tell tell -> {
                    if (tell.entry() instanceof org.wasl.triage.intake.IntakeEntry.WithdrawAsked asked) {
                        withdrawn.add(asked.id().value());
                    }
                }
                default -> {}
            }
        }

        /** EXIT from here leaves nothing but a decoy, and the next word meets the greeting. */
        private void wayOut() {
            Turn out = dialogue.advance(state, new Input.Said("خروج", "m", now), context());
            List<Effect> sends = out.effects().stream()
                    .filter(effect -> effect instanceof Effect.Send)
                    .toList();
            assertThat(sends).hasSize(1);
            assertThat(((Effect.Send) sends.getFirst()).purpose()).isEqualTo(Effect.Purpose.DECOY);
            assertThat(out.effects()).anyMatch(effect -> effect instanceof Effect.EndInvitation);
            assertThat(((Conversation) out.next()).story()).isEmpty();
            Turn help = dialogue.advance(state, new Input.Said("مساعدة", "m", now), context());
            assertThat(help.effects())
                    .anyMatch(effect -> effect instanceof Effect.Send send
                            && (send.text().contains("911") || send.text().contains("104")));
        }

        private Input input() {
            return switch (random.nextInt(40)) {
                case 0 -> new Input.Started("", now);
                case 1, 2, 3, 4, 5 -> new Input.Said(WORDS.get(random.nextInt(WORDS.size())), "m", now);
                case 6 -> new Input.MediaSent(MediaKind.VOICE, "p", 1, "", "m", now);
                case 7 -> new Input.Unsupported(UnsupportedKind.STICKER, now);
                case 8 -> timer();
                case 9 -> asynchronous();
                case 10 -> new Input.Tapped("v1|x|" + random.nextInt(50) + "|danger", now);
                default -> tap();
            };
        }

        private Input tap() {
            if (seen.isEmpty()) {
                return new Input.Started("", now);
            }
            List<Effect.Choice> forward = seen.subList(Math.max(0, seen.size() - 14), seen.size()).stream()
                    .filter(choice -> !choice.token().contains("|m-"))
                    .toList();
            if (!forward.isEmpty() && random.nextInt(10) < 8) {
                return new Input.Tapped(
                        forward.get(random.nextInt(forward.size())).token(), now);
            }
            int back = random.nextInt(Math.min(seen.size(), random.nextInt(4) == 0 ? 40 : 9));
            return new Input.Tapped(seen.get(seen.size() - 1 - back).token(), now);
        }

        private Input timer() {
            Map<String, Integer> timers = ((Conversation) state).timers();
            String name =
                    timers.isEmpty() ? "silence" : timers.keySet().iterator().next();
            return new Input.TimerFired(name, timers.getOrDefault(name, 3), now);
        }

        private Input asynchronous() {
            Bytes key = Bytes.ofHex("11".repeat(32));
            Reply reply = new Reply("r" + random.nextInt(5), "officer", "We read it.", null, now);
            MailboxAddress mailbox = new MailboxAddress("ab".repeat(16), key, key, 1);
            return switch (random.nextInt(9)) {
                case 0 -> new Input.ReplyArrived(reply, now);
                case 1 -> new Input.TakenOver(now.plusSeconds(60), now);
                case 2 -> new Input.HandedBack(now);
                case 3 -> new Input.MarkAnswered(ask, List.of(new Input.KnownReport("ab", List.of(reply))), now);
                case 4 -> new Input.MarkAnswered(ask, List.of(), now);
                case 5 -> new Input.Left(now);
                case 6 -> new Input.CameBack(now);
                case 7 -> new Input.Worked(new WorkResult.Failed("busy"), now);
                default ->
                    new Input.Worked(
                            new WorkResult.ReceiptDerived(
                                    random.nextBoolean(), random.nextBoolean(), mailbox, key, key, List.of(reply)),
                            now);
            };
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
                    new ChannelKind("telegram"),
                    TranscriptRunner.WIDE,
                    random.nextBoolean());
        }
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
}

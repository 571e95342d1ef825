package org.wasl.bot.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wasl.bot.channel.ChannelPulse.State;
import org.wasl.bot.channel.FakeGate;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.channel.LoopbackOnly;
import org.wasl.bot.channel.PollerLease;

/** What has gone wrong between real bots and the real platform, one by one. */
@ExtendWith(LoopbackOnly.class)
class TelegramFaultsTest {

    private final FakeBotApi api = new FakeBotApi();
    private final FakeGate gate = new FakeGate();
    private final PollerLease lease = new InMemoryPollerLease(Clock.systemUTC());
    private final FakeTelegramCitizen layla = api.citizen(7_004_211_337L);
    private final TelegramChannel channel = channel("node-a", api.settings());

    private TelegramChannel channel(String node, TelegramSettings settings) {
        return new TelegramChannel(
                TelegramChannel.CITIZENS, FakeBotApi.TOKEN, node, settings, lease, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        channel.close();
        api.close();
    }

    private static InboundContent said(String text) {
        return new InboundContent.Text(text);
    }

    @Test
    void confirmsNothingBeforeTheInboxHasIt() {
        gate.down(true);
        layla.says("he is at the door");
        layla.says("second");
        channel.start(gate);

        gate.awaitOffered(3);
        assertThat(api.pending()).isEqualTo(2);
        assertThat(gate.taken()).isEmpty();
        assertThat(channel.pulse().trouble()).isEqualTo("inbox-unavailable");

        gate.down(false);
        gate.awaitTaken(2);
        api.await("the confirmation", all -> all.pending() == 0);
        assertThat(gate.contents()).containsExactly(said("he is at the door"), said("second"));
    }

    @Test
    void aRestartHearsAgainWhatWasNotConfirmed() {
        channel.start(gate);
        layla.says("before");
        gate.awaitTaken(1);
        gate.down(true);
        layla.says("while stopping");
        channel.stop();

        gate.down(false);
        TelegramChannel next = channel("node-b", api.settings());
        next.start(gate);
        gate.awaitTaken(2);
        next.close();
        assertThat(gate.contents()).containsExactly(said("before"), said("while stopping"));
    }

    @Test
    void aPoisonedUpdateIsCountedAndBlocksNobody() {
        layla.says("first");
        ObjectNode poison = api.json().createObjectNode();
        poison.putObject("message").put("date", "not a date").put("text", "poison");
        api.push(poison);
        ObjectNode worse = api.json().createObjectNode();
        worse.put("message", 7);
        api.push(worse);
        api.push(99_999_999_999L, api.json().createObjectNode().put("update_id", 99_999_999_999L));
        layla.says("last");
        channel.start(gate);

        gate.awaitTaken(2);
        api.await("the confirmation", all -> all.pending() == 0);
        assertThat(gate.contents()).containsExactly(said("first"), said("last"));
        assertThat(channel.pulse().unreadable()).isEqualTo(2);
    }

    @Test
    void aStrangeProfileDoesNotSpoilTheWords() {
        layla.sends(message -> {
            message.put("text", "hear me");
            message.putObject("from").put("id", "99999999999999999999999").put("language_code", 7);
            message.putObject("field_of_next_year").putArray("x").add(1);
        });
        channel.start(gate);

        assertThat(gate.awaitTaken(1).getLast().content()).isEqualTo(said("hear me"));
    }

    @Test
    void anInboxThatThrowsNeitherEndsThePollingNorBlocksTheNext() {
        AtomicInteger thrown = new AtomicInteger();
        InboundGate broken = event -> {
            if (event.content().equals(said("breaks it"))) {
                thrown.incrementAndGet();
                throw new IllegalStateException("a fault of ours");
            }
            return gate.accept(event);
        };
        layla.says("breaks it");
        layla.says("behind it");
        channel.start(broken);

        assertThat(gate.awaitTaken(1).getLast().content()).isEqualTo(said("behind it"));
        assertThat(thrown).hasValue(5);
        assertThat(channel.pulse().unreadable()).isEqualTo(1);
    }

    @Test
    void evenAnErrorInTheInboxLeavesThePollerAlive() {
        AtomicInteger thrown = new AtomicInteger();
        InboundGate broken = event -> {
            if (thrown.getAndIncrement() == 0) {
                throw new StackOverflowError();
            }
            return gate.accept(event);
        };
        layla.says("again please");
        channel.start(broken);

        assertThat(gate.awaitTaken(1).getLast().content()).isEqualTo(said("again please"));
    }

    @Test
    void hearsIdsThatBeginAgainFromBelow() {
        channel.start(gate);
        layla.says("high");
        gate.awaitTaken(1);
        api.await("the confirmation", all -> all.pending() == 0);

        api.idsBeginAt(5);
        layla.says("low");
        layla.says("low too");

        gate.awaitTaken(3);
        assertThat(gate.contents()).containsExactly(said("high"), said("low"), said("low too"));
        api.await("the confirmation", all -> all.pending() == 0);
    }

    @Test
    void doesNotSpinWhenTheOffsetIsIgnored() {
        layla.says("once");
        String again = "{\"ok\":true,\"result\":[{\"update_id\":7}]}";
        api.next(
                "getUpdates",
                java.util.Collections.nCopies(20, new BotApiFault.Answers(200, again))
                        .toArray(BotApiFault[]::new));
        channel.start(gate);

        gate.awaitTaken(1);
        List<FakeBotApi.Call> polls = api.calls("getUpdates");
        assertThat(Duration.between(polls.getFirst().at(), polls.getLast().at()))
                .isGreaterThan(Duration.ofMillis(1500));
    }

    @Test
    void takesABatchInTheOrderOfItsIds() {
        for (int i = 0; i < 250; i++) {
            layla.says("line " + i);
        }
        channel.start(gate);

        gate.awaitTaken(250);
        assertThat(gate.contents().getFirst()).isEqualTo(said("line 0"));
        assertThat(gate.contents().getLast()).isEqualTo(said("line 249"));
        assertThat(gate.offered()).hasSize(250);
    }

    @Test
    void comesBackAfterWhateverTheServerAnswers() {
        api.next(
                "getUpdates",
                new BotApiFault.Truncates(),
                BotApiFault.badGateway(),
                BotApiFault.refused(500, "Internal Server Error"),
                BotApiFault.refused(409, "Conflict: terminated by other getUpdates request"),
                new BotApiFault.DoesAndDies(),
                new BotApiFault.Answers(200, ""),
                new BotApiFault.Answers(200, "{\"ok\":true,\"result\":{}}"),
                new BotApiFault.Answers(200, "[]"));
        layla.says("still there");
        channel.start(gate);

        assertThat(gate.awaitTaken(1).getLast().content()).isEqualTo(said("still there"));
        api.await("the confirmation", all -> all.pending() == 0);
    }

    @Test
    void aPollThatHangsIsBrokenOff() {
        TelegramSettings base = api.settings();
        TelegramSettings impatient = new TelegramSettings(
                FakeBotApi.TOKEN,
                "",
                "",
                base.server(),
                Duration.ZERO,
                Duration.ofMillis(300),
                Duration.ofSeconds(6),
                100,
                64,
                Duration.ofMillis(20),
                Duration.ofMillis(50));
        api.next("getUpdates", new BotApiFault.Hangs(Duration.ofMinutes(2)));
        layla.says("after the silence");
        TelegramChannel quick = channel("node-b", impatient);
        quick.start(gate);

        assertThat(gate.awaitTaken(1).getLast().content()).isEqualTo(said("after the silence"));
        quick.close();
    }

    @Test
    void tellsTheOperatorOfAnotherPoller() {
        api.next(
                "getUpdates",
                java.util.Collections.nCopies(
                                50, BotApiFault.refused(409, "Conflict: terminated by other getUpdates request"))
                        .toArray(BotApiFault[]::new));
        channel.start(gate);

        api.await("polls", all -> all.calls("getUpdates").size() >= 3);
        assertThat(channel.pulse().state()).isEqualTo(State.TROUBLED);
        assertThat(channel.pulse().trouble()).isEqualTo("another-poller");
        assertThat(channel.pulse().lastHeard()).isEmpty();
    }

    @Test
    void waitsAsLongAsThePollingIsToldTo() {
        api.next("getUpdates", BotApiFault.tooMany(1));
        channel.start(gate);

        api.await("the second poll", all -> all.calls("getUpdates").size() >= 2);
        List<FakeBotApi.Call> polls = api.calls("getUpdates");
        assertThat(Duration.between(polls.get(0).at(), polls.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void onlyOneOfTwoNodesPollsAndTheOtherTakesOver() {
        TelegramChannel other = channel("node-b", api.settings());
        channel.start(gate);
        api.await("a poll", all -> all.calls("getUpdates").size() >= 1);
        other.start(gate);
        layla.says("one");
        gate.awaitTaken(1);
        assertThat(other.pulse().state()).isNotEqualTo(State.LISTENING);

        channel.stop();
        layla.says("two");

        gate.awaitTaken(2);
        assertThat(gate.contents()).containsExactly(said("one"), said("two"));
        other.close();
    }

    @Test
    void aNodeThatDiedIsReplacedWhenItsLeaseRunsOut() {
        assertThat(lease.hold("telegram", "node-that-died", Duration.ofMillis(1500)))
                .isPresent();
        channel.start(gate);
        layla.says("anybody there");

        assertThat(gate.awaitTaken(1).getLast().content()).isEqualTo(said("anybody there"));
    }
}

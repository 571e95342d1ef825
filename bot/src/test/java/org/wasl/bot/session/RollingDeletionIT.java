package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundContent.UnsupportedKind;
import org.wasl.bot.channel.SendOutcome;

/** A chat in safe mode is emptied as it goes, and at the latest before the platform would refuse to. */
class RollingDeletionIT {

    private static final Duration ALMOST_A_DAY = Duration.ofHours(23).plusSeconds(1);

    @RegisterExtension
    static final StoreUnderTest STORE = new StoreUnderTest();

    private TurnWorld world;

    @BeforeEach
    void freshWorld() {
        world = new TurnWorld(STORE.bot());
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @Test
    void deletesWhatBothSaidAndLeavesTheLast() {
        world.say("rolls", "hello");
        world.run("rolls");
        assertThat(world.web.deleted).isEmpty();

        world.say("rolls", "roll");
        world.run("rolls");
        assertThat(world.web.deleted).containsExactly("in-event-0", "m1");

        world.say("rolls", "roll");
        world.run("rolls");
        assertThat(world.web.deleted).containsExactly("in-event-0", "m1", "in-event-1", "m2");
    }

    @Test
    void deletesAStickerAndAPlaceLikeAnyWord() {
        offer("sticker", "s", new InboundContent.Unsupported(UnsupportedKind.STICKER));
        offer("sticker", "p", new InboundContent.Place(33.3, 44.4));
        offer("sticker", "b", new InboundContent.Started("poster-1"));
        world.run("sticker");
        world.say("sticker", "roll");
        world.run("sticker");

        assertThat(world.web.deleted).contains("in-s", "in-p", "in-b");
    }

    private void offer(String who, String id, InboundContent content) {
        world.offer(who, id, content, world.clock.instant());
    }

    @Test
    void deletesTheLastOnesBeforeADayIsOverAlsoAfterARestartAndAnExit() {
        world.say("leaves", "roll");
        world.run("leaves");
        world.say("leaves", "exit");
        world.run("leaves");
        world.restart();
        world.passAfter(Duration.ofHours(22), "leaves");
        assertThat(world.web.deleted).isEmpty();

        world.passAfter(Duration.ofHours(1).plusSeconds(1), "leaves");
        assertThat(world.web.deleted).containsExactly("in-event-0", "m1", "in-event-1", "m2");
    }

    @Test
    void leavesALaterConversationOfTheSameChatAlone() {
        world.say("again", "roll");
        world.run("again");
        world.clock.advance(Duration.ofHours(22));
        world.say("again", "hello");
        world.run("again");

        world.passAfter(Duration.ofHours(1).plusSeconds(1), "again");
        assertThat(world.web.deleted).containsExactly("in-event-0", "m1");
    }

    @Test
    void movesTheLastMomentWithEveryWord() {
        world.say("goes-on", "roll");
        world.run("goes-on");
        world.clock.advance(Duration.ofHours(20));
        world.say("goes-on", "roll");
        world.run("goes-on");
        world.web.deleted.clear();

        world.passAfter(Duration.ofHours(4), "goes-on");
        assertThat(world.web.deleted).isEmpty();
        world.passAfter(Duration.ofHours(20), "goes-on");
        assertThat(world.web.deleted).isNotEmpty();
    }

    @Test
    void waitsAsLongAsThePlatformAsksAndTriesAgain() {
        world.say("slowly", "hello");
        world.run("slowly");
        world.web.answersDeletions(new SendOutcome.RetryAfter(Duration.ofSeconds(30), false));
        world.say("slowly", "roll");
        world.run("slowly");
        assertThat(world.web.deleted).isEmpty();

        world.passAfter(Duration.ofSeconds(29), "slowly");
        assertThat(world.web.deleted).isEmpty();
        world.passAfter(Duration.ofSeconds(2), "slowly");
        assertThat(world.web.deleted).containsExactly("in-event-0", "m1");
    }

    @Test
    void goesOnAfterAMessageThePlatformWillNotDelete() {
        world.say("old", "hello");
        world.run("old");
        world.web.answersDeletions(new SendOutcome.RefusedForGood("400"));
        world.say("old", "roll");
        world.run("old");

        assertThat(world.web.deleted).containsExactly("m1");
        assertThat(world.web.textsTo("old")).contains("rolled 2");
    }

    @Test
    void stillDeletesWhatWasToBeDeletedWhenTheChatEnds() {
        for (String end : new String[] {"exit", "forget"}) {
            world.say(end, "hello");
            world.run(end);
            world.web.answersDeletions(new SendOutcome.RetryAfter(Duration.ofSeconds(30), false));
            world.say(end, "roll");
            world.run(end);
            world.web.deleted.clear();
            world.say(end, end);
            world.run(end);
            world.passAfter(Duration.ofMinutes(1), end);

            assertThat(world.web.deleted)
                    .as(end)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .contains("in-event-" + (end.equals("exit") ? 0 : 3));
        }
    }

    @Test
    void doesNotWaitBehindAMessageThatWaitsForTheNextWord() {
        world.say("held", "hello");
        world.run("held");
        world.web.answers("held", new SendOutcome.RetryAfter(Duration.ofHours(1), false));
        world.say("held", "roll");
        world.run("held");
        world.passAfter(Duration.ofHours(2), "held");

        assertThat(world.web.textsTo("held")).doesNotContain("rolled 2");
        assertThat(world.web.deleted).containsExactly("in-event-0", "m1");
    }

    @Test
    void deletesWhatWasSentAfterItsTimeIsUp() {
        world.say("brief", "brief");
        world.run("brief");
        world.restart();
        world.passAfter(Duration.ofMinutes(2).plusSeconds(1), "brief");

        assertThat(world.web.deleted).containsExactly("m1");
    }

    @Test
    void leavesNothingInTheStoreOnceAllIsDeleted() {
        world.say("nothing", "roll");
        world.run("nothing");
        world.passAfter(ALMOST_A_DAY, "nothing");
        world.passAfter(Duration.ofHours(1), "nothing");

        String key = world.names().conversation(TurnWorld.address("nothing")).hex();
        var shard = world.names().conversation(TurnWorld.address("nothing")).shard();
        for (String hash : new String[] {"states", "outbox", "due", "refs"}) {
            assertThat(STORE.admin().hkeys(shard.key(hash))).noneMatch(field -> field.startsWith(key));
        }
    }

    @Test
    void deletesFirstAndForgetsThenWhenTheNodeWasAwayMeanwhile() {
        world.say("outage", "roll");
        world.run("outage");
        world.restart();
        world.web.answersDeletions(new SendOutcome.RetryAfter(Duration.ofMinutes(10), false));
        world.passAfter(Duration.ofHours(30), "outage");
        assertThat(world.web.deleted).isEmpty();
        world.passAfter(Duration.ofMinutes(11), "outage");
        world.passAfter(Duration.ofMinutes(6), "outage");

        assertThat(world.web.deleted).containsExactly("in-event-0", "m1");
        String key = world.names().conversation(TurnWorld.address("outage")).hex();
        var shard = world.names().conversation(TurnWorld.address("outage")).shard();
        assertThat(STORE.admin().hkeys(shard.key("states"))).doesNotContain(key);
    }

    @Test
    void refusesALastMomentAfterThePlatformsOwnOrAfterTheConversationIsGone() {
        assertThatThrownBy(() -> settings(Duration.ofHours(60), Duration.ofHours(48)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wasl.session.clear-after");
        assertThatThrownBy(() -> settings(Duration.ofHours(24), Duration.ofHours(24)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SessionSettings settings(Duration forget, Duration clear) {
        SessionSettings d = SessionSettings.DEFAULTS;
        return new SessionSettings(
                d.node(),
                d.lease(),
                d.conversationsInHand(),
                d.workers(),
                d.commitLanes(),
                d.commitBatch(),
                d.inboxPerShard(),
                d.inboxPerConversation(),
                d.acceptWait(),
                d.attempts(),
                d.invitation(),
                forget,
                clear,
                d.rememberEvents(),
                d.outage(),
                d.poll(),
                d.sweep(),
                d.sends(),
                d.channelPause(),
                d.markPace(),
                d.heldReplies(),
                d.replicas(),
                d.durableWait(),
                d.fsyncAlways(),
                d.countsTold());
    }
}

package org.wasl.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class RedisPollerLeaseIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static RealRedis redis;

    private PollerLease lease;
    private String name;

    @BeforeAll
    static void startRedis() {
        redis = new RealRedis();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void nameIt(TestInfo test) {
        lease = new RedisPollerLease(redis.client());
        name = test.getDisplayName();
    }

    @Test
    void oneNodeHoldsItAndKeepsItsEpoch() {
        assertThat(lease.hold(name, "a", LONG)).hasValue(1);
        assertThat(lease.hold(name, "b", LONG)).isEmpty();
        assertThat(lease.hold(name, "a", LONG)).hasValue(1);
    }

    @Test
    void theNextHolderHasAHigherEpoch() {
        lease.hold(name, "a", LONG);
        lease.release(name, "a");

        assertThat(lease.hold(name, "b", LONG)).hasValue(2);
        assertThat(lease.hold(name, "a", LONG)).isEmpty();
    }

    @Test
    void nobodyGivesBackWhatAnotherHolds() {
        lease.hold(name, "a", LONG);
        lease.release(name, "b");

        assertThat(lease.hold(name, "b", LONG)).isEmpty();
    }

    @Test
    void aHolderThatDiedIsReplacedWhenItsTimeIsOver() throws InterruptedException {
        lease.hold(name, "a", Duration.ofMillis(100));
        while (lease.hold(name, "b", LONG).isEmpty()) {
            Thread.sleep(20);
        }
        assertThat(lease.hold(name, "a", LONG)).isEmpty();
        assertThat(lease.hold(name, "b", LONG)).hasValue(2);
    }

    @Test
    void aNodeThatWasKilledTakesOverFromItselfWithoutWaiting() {
        assertThat(lease.hold(name, "bot-1/first", LONG)).hasValue(1);

        PollerLease startedAgain = new RedisPollerLease(redis.client());
        assertThat(startedAgain.hold(name, "bot-1/second", LONG)).hasValue(2);
        assertThat(startedAgain.hold(name, "bot-1/second", LONG)).hasValue(2);
    }

    @Test
    void aFormerSelfThatLivesAfterAllDoesNotTakeItBack() {
        lease.hold(name, "bot-1/first", LONG);
        new RedisPollerLease(redis.client()).hold(name, "bot-1/second", LONG);

        assertThat(lease.hold(name, "bot-1/first", LONG)).isEmpty();
        assertThat(lease.hold(name, "bot-1/first", LONG)).isEmpty();
    }

    @Test
    void aNodeOfAnotherNameWaitsAlsoWhenItBegins() {
        lease.hold(name, "bot-1/first", LONG);

        assertThat(new RedisPollerLease(redis.client()).hold(name, "bot-10/first", LONG))
                .isEmpty();
        assertThat(new RedisPollerLease(redis.client()).hold(name, "bot-2/first", LONG))
                .isEmpty();
    }

    @Test
    void eachPollerHasALeaseOfItsOwn() {
        assertThat(lease.hold(name + "1", "a", LONG)).isPresent();
        assertThat(lease.hold(name + "2", "b", LONG)).isPresent();
    }

    @Test
    void goesOnWhenTheServerForgotItsScripts() {
        lease.hold(name, "a", LONG);
        redis.client().scriptFlush("x");

        assertThat(lease.hold(name, "a", LONG)).hasValue(1);
    }
}

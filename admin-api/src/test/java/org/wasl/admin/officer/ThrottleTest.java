package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wasl.admin.MovableClock;

class ThrottleTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Throttle throttle = new Throttle(3, Duration.ofMinutes(15), 100, clock);

    @Test
    void letsTheFirstTriesThroughAndThenDoublesTheWait() {
        tries("stranger", 3);

        assertThat(throttle.admit("stranger")).isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.admit("stranger")).isZero();
        assertThat(throttle.admit("stranger")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void slowsNobodyWhoComesFromAnotherPlace() {
        tries("layla from a stranger's address", 3);

        assertThat(throttle.admit("layla from a stranger's address")).isPositive();
        assertThat(throttle.admit("layla's own device")).isZero();
    }

    @Test
    void neverWaitsLongerThanTheSlowest() {
        for (int i = 0; i < 40; i++) {
            clock.pass(throttle.admit("stranger"));
            throttle.admit("stranger");
        }

        assertThat(throttle.admit("stranger")).isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void beginsAnewAfterARightTryAndAfterALongRest() {
        tries("one", 3);
        throttle.clear("one");
        assertThat(throttle.admit("one")).isZero();

        tries("two", 3);
        clock.pass(Duration.ofMinutes(31));
        assertThat(throttle.admit("two")).isZero();
        assertThat(throttle.admit("two")).isZero();
    }

    @Test
    void remembersNoMorePlacesThanItMay() {
        tries("first", 3);
        for (int i = 0; i < 100; i++) {
            throttle.admit("place " + i);
        }

        assertThat(throttle.admit("first")).isZero();
    }

    private void tries(String place, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(throttle.admit(place)).isZero();
        }
    }
}

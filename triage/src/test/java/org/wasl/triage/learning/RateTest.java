package org.wasl.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTest {

    /** The intervals are those of Brown, Cai, DasGupta (2001), computed by hand. */
    @Test
    void knowsTheWilsonInterval() {
        Rate rate = new Rate(8, 10);
        assertThat(rate.lower()).isCloseTo(0.4902, within(0.0001));
        assertThat(rate.upper()).isCloseTo(0.9433, within(0.0001));
    }

    @Test
    void staysInsideZeroAndOne() {
        assertThat(new Rate(0, 20).lower()).isZero();
        assertThat(new Rate(20, 20).upper()).isEqualTo(1);
        assertThat(new Rate(0, 1000).upper()).isLessThan(0.005);
    }

    @Test
    void showsThreeDecimals() {
        assertThat(new Rate(8, 10).shown()).isEqualTo(".800 (.490-.943)");
        assertThat(Rate.NONE.shown()).isEqualTo("-");
    }

    @Test
    void refusesMoreHitsThanTexts() {
        assertThatThrownBy(() -> new Rate(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.wasl.triage.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactWindowsTest {

    /** A Monday. */
    private static Instant monday(int hour, int minute) {
        return LocalDateTime.of(2026, 11, 23, hour, minute)
                .atZone(ContactWindow.BAGHDAD)
                .toInstant();
    }

    @Test
    void opensAndClosesByTheClockOfBaghdad() {
        ContactWindows evening = ContactWindows.read(List.of("evening"));
        assertThat(evening.open(monday(15, 59))).isFalse();
        assertThat(evening.open(monday(16, 0))).isTrue();
        assertThat(evening.open(monday(20, 59))).isTrue();
        assertThat(evening.open(monday(21, 0))).isFalse();
        assertThat(evening.closes(monday(17, 0))).contains(monday(21, 0));
        assertThat(evening.closes(monday(12, 0))).isEmpty();
        assertThat(evening.opens(monday(12, 0))).contains(monday(16, 0));
        assertThat(evening.opens(monday(16, 0))).contains(monday(16, 0).plus(java.time.Duration.ofDays(1)));
    }

    @Test
    void theHourAfterMidnightBelongsToTheDayBefore() {
        ContactWindows sundayNight = ContactWindows.read(List.of("night:sun"));
        assertThat(sundayNight.open(monday(0, 30))).isTrue();
        assertThat(sundayNight.open(monday(1, 0))).isFalse();
        assertThat(sundayNight.open(monday(22, 0))).isFalse();
        assertThat(sundayNight.closes(monday(0, 30))).contains(monday(1, 0));
    }

    @Test
    void windowsWithoutAGapAreOne() {
        ContactWindows two = ContactWindows.of(List.of("evening", "night"));
        assertThat(two.closes(monday(17, 0))).contains(monday(1, 0).plus(java.time.Duration.ofDays(1)));
    }

    @Test
    void onlyTheWeekdaysChosenCount() {
        ContactWindows friday = ContactWindows.of(List.of("morning", "fri"));
        assertThat(friday.wire()).containsExactly("morning:fri");
        assertThat(friday.open(monday(8, 0))).isFalse();
        assertThat(friday.opens(monday(8, 0))).contains(monday(7, 0).plus(java.time.Duration.ofDays(4)));
    }

    @Test
    void comesBackFromTheWireAsItWas() {
        for (List<String> wire : List.of(List.of("night"), List.of("noon:sat", "evening:mon+tue"), List.<String>of())) {
            assertThat(ContactWindows.read(wire).wire()).isEqualTo(wire);
        }
    }

    @Test
    void whatIsNotKnownIsNeverOpen() {
        ContactWindows unknown = ContactWindows.read(List.of("always", "evening:", "evening:sat+xyz", ""));
        assertThat(unknown.isEmpty()).isTrue();
        assertThat(unknown.opens(monday(8, 0))).isEmpty();
    }

    @Test
    void weekdaysAloneChooseNothing() {
        assertThat(ContactWindows.of(List.of("none", "fri")).isEmpty()).isTrue();
    }
}

package org.wasl.admin.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.admin.officer.Governorate;

class QuarterTest {
    @Test
    void beginsAndEndsByTheCountrysClock() {
        Quarter third = new Quarter(2026, 3);

        assertThat(Quarter.of(Instant.parse("2026-09-30T20:59:59Z"))).isEqualTo(third);
        assertThat(Quarter.of(Instant.parse("2026-09-30T21:00:00Z"))).isEqualTo(new Quarter(2026, 4));
        assertThat(third.end()).isEqualTo(Instant.parse("2026-09-30T21:00:00Z"));
        assertThat(third.lastDay()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(Quarter.monthOf(Instant.parse("2026-08-31T21:00:00Z"))).isEqualTo(3);
    }

    @Test
    void isReadAsItIsWritten() {
        assertThat(Quarter.read("2026-Q3")).contains(new Quarter(2026, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-Q5", "2026-q3", "1999-Q1", "2026-Q", "2026-Q3 ", "../2026-Q3", ""})
    void isReadFromNothingElse(String written) {
        assertThat(Quarter.read(written)).isEmpty();
    }

    @Test
    void aStepOfTimeLiesOnOneSideOfEveryTarget() {
        assertThat(CodedCase.bucket(Duration.ofMinutes(2))).isEqualTo(1);
        assertThat(CodedCase.bucket(Duration.ofMinutes(2).plusMillis(1))).isEqualTo(2);
        assertThat(CodedCase.bucket(Duration.ofDays(30))).isEqualTo(CodedCase.BUCKETS.size());
    }

    @Test
    void everyGovernorateHasATileOfItsOwn() {
        Set<String> places = new HashSet<>();
        for (Governorate governorate : Governorate.values()) {
            assertThat(TileMap.places()).containsKey(governorate);
            places.add(Arrays.toString(TileMap.places().get(governorate)));
        }
        assertThat(places).hasSize(Governorate.values().length);
    }

    @Test
    void valuesThatAreNotAmongTheCodesAreNotCountedUnderTheirOwnName() {
        assertThat(Dimension.GOVERNORATE.coded("Mosul, left bank")).isEqualTo("UNKNOWN");
        assertThat(Dimension.CHANNEL.coded("carrier pigeon")).isEqualTo("OTHER");
    }
}

package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasl.admin.casework.ActClock.State;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** The second clock and the hours a person chose, in Baghdad's time. */
class ActClocksTest {
    /** Eleven in the morning in Baghdad; an evening window opens five hours later and closes after ten. */
    private static final Instant ELEVEN = Instant.parse("2026-11-22T08:00:00Z");

    private static final Instant EVENING = ELEVEN.plus(Duration.ofHours(5));
    private static final Instant NIGHT = ELEVEN.plus(Duration.ofHours(10));

    private final ActClocks clocks = new ActClocks(CaseworkSettings.DEFAULTS);

    @Test
    void waitsForTheWindowAndRunsToItsEnd() {
        ActClock waiting = at(Level.L2_EMERGENT, Duration.ofHours(3), "evening");

        assertThat(waiting).isEqualTo(new ActClock(State.WAITS_FOR_WINDOW, NIGHT, EVENING));
        assertThat(at(Level.L2_EMERGENT, Duration.ofHours(5), "evening"))
                .isEqualTo(new ActClock(State.RUNNING, NIGHT, null));
        assertThat(at(Level.L2_EMERGENT, Duration.ofHours(10), "evening").state())
                .isEqualTo(State.MISSED);
    }

    @Test
    void doesNotPauseWhereTheWindowWasOpenFromTheStart() {
        assertThat(at(Level.L2_EMERGENT, Duration.ofHours(1), "morning", "noon"))
                .isEqualTo(new ActClock(State.RUNNING, ELEVEN.plus(Duration.ofHours(2)), null));
        assertThat(at(Level.L2_EMERGENT, Duration.ofHours(2), "morning", "noon").state())
                .isEqualTo(State.MISSED);
    }

    @Test
    void aWindowAboutToCloseIsNoOccasion() {
        Instant fiveToNoon = ELEVEN.plus(Duration.ofMinutes(55));
        ActClock clock = clocks.running(Level.L2_EMERGENT, fiveToNoon, card(false, "morning"), fiveToNoon);

        // The next morning's window closes at noon.
        assertThat(clock.due()).isEqualTo(ELEVEN.plus(Duration.ofHours(25)));
    }

    @Test
    void neverPausesAnL1() {
        assertThat(at(Level.L1_IMMEDIATE, Duration.ofMinutes(9), "evening"))
                .isEqualTo(new ActClock(State.RUNNING, ELEVEN.plus(Duration.ofMinutes(10)), null));
        assertThat(at(Level.L1_IMMEDIATE, Duration.ofMinutes(10), "evening").state())
                .isEqualTo(State.MISSED);
    }

    @Test
    void goesOnWhileThePersonIsInTheChat() {
        Instant now = ELEVEN.plus(Duration.ofHours(1));
        assertThat(clocks.running(Level.L2_EMERGENT, ELEVEN, card(true, now, "evening"), now)
                        .state())
                .isEqualTo(State.RUNNING);
    }

    @Test
    void nobodyInTheChatAndNoWindowCannotBeReachedYetAndIsMissedAfterADay() {
        assertThat(at(Level.L2_EMERGENT, Duration.ofHours(3)))
                .isEqualTo(new ActClock(State.CANNOT_REACH_YET, null, null));
        assertThat(at(Level.L2_EMERGENT, Duration.ofHours(24)).state()).isEqualTo(State.MISSED);
        assertThat(at(Level.L4_STANDARD, Duration.ofHours(24)).state()).isEqualTo(State.CANNOT_REACH_YET);
    }

    private ActClock at(Level level, Duration after, String... windows) {
        return clocks.running(level, ELEVEN, card(false, windows), ELEVEN.plus(after));
    }

    private static Card card(boolean inChat, String... windows) {
        return card(inChat, ELEVEN, windows);
    }

    private static Card card(boolean inChat, Instant at, String... windows) {
        return new Card(
                "self",
                Truth.UNKNOWN,
                null,
                null,
                true,
                List.of(windows),
                inChat,
                at,
                null,
                null,
                Truth.UNKNOWN,
                "ar-IQ",
                "ar",
                Truth.UNKNOWN);
    }
}

package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a day goes, as a board on the wall shows it. Of the cases in memory: the open ones and those that were closed while
 * this node ran; after a restart what was closed before it is missing. Figures to be reported are the statistics'.
 *
 * @param taken how many were first taken by a human today
 * @param firstHuman the median time from the person's filing to that; {@code null} while none was taken
 * @param acknowledgeMissed cases whose first clock ran out today before anybody took them
 * @param actMissed cases whose second clock ran out today before anything was done
 */
public record DayFigures(int taken, @Nullable Duration firstHuman, int acknowledgeMissed, int actMissed) {
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    static DayFigures of(Collection<HotCase> cases, CaseworkSettings settings, Instant now) {
        LocalDate today = now.atZone(BAGHDAD).toLocalDate();
        ActClocks acting = new ActClocks(settings);
        List<Duration> waits = cases.stream()
                .filter(held -> on(today, held.firstHuman()))
                .map(held -> Duration.between(held.came(), Objects.requireNonNull(held.firstHuman())))
                .sorted()
                .toList();
        int acknowledge = 0;
        int act = 0;
        for (HotCase held : cases) {
            Instant due = held.clockFrom().plus(settings.clock(held.level()).acknowledge());
            acknowledge += on(today, due) && missed(due, held.acknowledged(), held.needsAcknowledgement(), now) ? 1 : 0;
            Instant acted = held.acted();
            ActClock clock = acting.running(held.level(), held.clockFrom(), held.card(), acted == null ? now : acted);
            boolean ran = held.status().open() || acted != null;
            act += ran && clock.state() == ActClock.State.MISSED && on(today, clock.due()) ? 1 : 0;
        }
        return new DayFigures(
                waits.size(), waits.isEmpty() ? null : waits.get((waits.size() - 1) / 2), acknowledge, act);
    }

    private static boolean missed(Instant due, @Nullable Instant taken, boolean waits, Instant now) {
        return waits ? now.isAfter(due) : taken != null && taken.isAfter(due);
    }

    private static boolean on(LocalDate day, @Nullable Instant when) {
        return when != null && when.atZone(BAGHDAD).toLocalDate().equals(day);
    }
}

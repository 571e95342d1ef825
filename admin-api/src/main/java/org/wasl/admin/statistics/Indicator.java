package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.LevelClock;
import org.wasl.triage.report.Level;

/**
 * One key figure. Made of told counts alone, so it says nothing they do not.
 *
 * @param id names its title ({@code statistics.kpi.<id>}) and its definition ({@code statistics.kpi.<id>.what})
 * @param level {@code null} where it is over all levels
 * @param part how many of {@code of}; of as many as are told
 * @param percent rounded to whole; {@code null} where one of both is withheld or there is nothing to divide by
 * @param targetSeconds the time it is measured against; {@code null} where there is none
 */
record Indicator(
        String id,
        @Nullable Level level,
        Figure part,
        Figure of,
        @Nullable Integer percent,
        @Nullable Long targetSeconds,
        @Nullable Long medianSeconds,
        @Nullable Long ninetySeconds) {
    private static final int WHOLE = 100;

    static List<Indicator> of(Told told, Function<Level, LevelClock> clocks) {
        List<Indicator> all = new ArrayList<>();
        for (Dimension clock : CodedCase.CLOCKS) {
            for (Level level : Level.values()) {
                all.add(clock(told, clock, level, clocks.apply(level)));
            }
        }
        all.add(share(told, "override-up", Population.CASES, Dimension.OVERRIDE, List.of("RAISED"), List.of()));
        all.add(share(told, "override-down", Population.CASES, Dimension.OVERRIDE, List.of("LOWERED"), List.of()));
        all.add(share(
                told,
                "false-alarm",
                Population.CASES,
                Dimension.SUSPICION,
                List.of("FALSE_ALARM"),
                List.of("CONFIRMED")));
        all.add(share(
                told, "lost-contact", Population.CASES, Dimension.CONTACT, List.of("LOST", "RECOVERED"), List.of()));
        all.add(share(told, "recovered", Population.CASES, Dimension.CONTACT, List.of("RECOVERED"), List.of("LOST")));
        all.add(share(told, "consent", Population.CASES, Dimension.CONSENT, List.of("GIVEN"), List.of("REFUSED")));
        all.add(share(
                told,
                "wish",
                Population.CASES,
                Dimension.WISH,
                List.of("HONOURED"),
                List.of("OPEN", "AGREED_OTHERWISE")));
        all.add(share(told, "reopened", Population.CLOSURES, Dimension.REOPENED, List.of("YES"), List.of()));
        all.add(share(
                told, "referred", Population.CLOSURES, Dimension.OUTCOME, List.of("REFERRED_ACCEPTED"), List.of()));
        all.add(share(
                told,
                "safe-later",
                Population.CLOSURES,
                Dimension.FOLLOW_UP,
                List.of("SAFE"),
                List.of("NEEDS_MORE", "NO_ANSWER")));
        if (told.tells(Population.LEFT, Set.of(Dimension.STAGE))) {
            all.add(left(told));
            all.add(share(told, "helped", Population.FEEDBACK, Dimension.HELPED, List.of("YES"), List.of("NO")));
            all.add(share(told, "felt-safe", Population.FEEDBACK, Dimension.FELT_SAFE, List.of("YES"), List.of("NO")));
        }
        return List.copyOf(all);
    }

    /** Kept of those that were kept or missed: who waited for the person's own hours is not judged. */
    private static Indicator clock(Told told, Dimension clock, Level level, LevelClock targets) {
        Figure kept = at(told, clock, level, ClockVerdict.KEPT);
        Figure judged = kept.plus(at(told, clock, level, ClockVerdict.MISSED));
        long target = switch (clock) {
            case ACKNOWLEDGED -> targets.acknowledge().toSeconds();
            case ANSWERED -> targets.firstMessage().toSeconds();
            case ACTED -> targets.act().toSeconds();
            default -> throw new IllegalArgumentException("clock: " + clock + " (expected: one of the three)");
        };
        Optional<Release.Times> times = told.times(clock, level.wire());
        return new Indicator(
                clock.name().toLowerCase(Locale.ROOT),
                level,
                kept,
                judged,
                percent(kept, judged),
                target,
                times.map(Release.Times::median).orElse(null),
                times.map(Release.Times::ninety).orElse(null));
    }

    private static Figure at(Told told, Dimension clock, Level level, ClockVerdict verdict) {
        Map<Dimension, String> at = new EnumMap<>(Dimension.class);
        at.put(Dimension.LEVEL, level.wire());
        at.put(clock, verdict.name());
        return told.figure(Population.CASES, at);
    }

    /** Out of those and of the cases that came from chats: how many conversations sent something is told nowhere else. */
    private static Indicator left(Told told) {
        Figure left = told.total(Population.LEFT);
        Figure all = left.plus(sum(told, Population.CASES, Dimension.CHANNEL, List.of("telegram", "web")));
        return new Indicator("left", null, left, all, percent(left, all), null, null, null);
    }

    /** @param others what the part is compared with; empty for all there is */
    private static Indicator share(
            Told told, String id, Population population, Dimension dimension, List<String> part, List<String> others) {
        Figure counted = sum(told, population, dimension, part);
        Figure whole =
                others.isEmpty() ? told.total(population) : counted.plus(sum(told, population, dimension, others));
        return new Indicator(id, null, counted, whole, percent(counted, whole), null, null, null);
    }

    private static Figure sum(Told told, Population population, Dimension dimension, List<String> values) {
        return values.stream()
                .map(value -> told.figure(population, Map.of(dimension, value)))
                .reduce(Figure.of(0), Figure::plus);
    }

    private static @Nullable Integer percent(Figure part, Figure of) {
        return part.told() && of.told() && of.value() > 0
                ? (int) Math.round((double) part.value() * WHOLE / of.value())
                : null;
    }
}

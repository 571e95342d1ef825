package org.wasl.triage.intake;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a person said that a message may arrive: a part of the day, on some weekdays or on every day. Baghdad time.
 *
 * <p>On the wire {@code evening}, or {@code evening:thu+fri}.
 *
 * @param days on which the part begins; never empty
 */
public record ContactWindow(DayPart part, Set<DayOfWeek> days) {

    /** Windows are parts of the person's day, and the service is for one country. */
    public static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private static final int SHORT = 3;

    public ContactWindow {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("contact window: no day (expected: at least one)");
        }
        days = Set.copyOf(days);
    }

    static ContactWindow on(DayPart part, Collection<DayOfWeek> days) {
        return new ContactWindow(
                part, days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : Set.copyOf(EnumSet.copyOf(days)));
    }

    /** Empty for anything this version does not know: such a window is never open. */
    public static Optional<ContactWindow> read(String wire) {
        int colon = wire.indexOf(':');
        Optional<DayPart> part = DayPart.ofWire(colon < 0 ? wire : wire.substring(0, colon));
        if (part.isEmpty() || colon < 0) {
            return part.map(known -> on(known, Set.of()));
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String written : wire.substring(colon + 1).split("\\+", -1)) {
            Optional<DayOfWeek> day = day(written);
            if (day.isEmpty()) {
                return Optional.empty();
            }
            days.add(day.get());
        }
        return Optional.of(new ContactWindow(part.get(), days));
    }

    /** A weekday as it stands on the wire and in flows: {@code mon} to {@code sun}. */
    public static Optional<DayOfWeek> day(String wire) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (wire(day).equals(wire)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    public String wire() {
        return days.size() == DayOfWeek.values().length
                ? part.wire()
                : part.wire()
                        + ":"
                        + days.stream().sorted().map(ContactWindow::wire).collect(Collectors.joining("+"));
    }

    private static String wire(DayOfWeek day) {
        return day.name().substring(0, SHORT).toLowerCase(Locale.ROOT);
    }

    /** When the occurrence that is open then closes; empty when none is. */
    Optional<Instant> closes(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, BAGHDAD);
        return closes(today, at).or(() -> closes(today.minusDays(1), at));
    }

    private Optional<Instant> closes(LocalDate day, Instant at) {
        boolean open = days.contains(day.getDayOfWeek()) && !at.isBefore(begin(day)) && at.isBefore(end(day));
        return open ? Optional.of(end(day)) : Optional.empty();
    }

    /** The next beginning after then. */
    Instant opens(Instant after) {
        LocalDate day = LocalDate.ofInstant(after, BAGHDAD);
        while (!days.contains(day.getDayOfWeek()) || !begin(day).isAfter(after)) {
            day = day.plusDays(1);
        }
        return begin(day);
    }

    private Instant begin(LocalDate day) {
        return ZonedDateTime.of(day, part.from(), BAGHDAD).toInstant();
    }

    private Instant end(LocalDate day) {
        return ZonedDateTime.of(part.endsNextDay() ? day.plusDays(1) : day, part.until(), BAGHDAD)
                .toInstant();
    }
}

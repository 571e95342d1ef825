package org.wasl.admin.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/** By which ways a person is paged: for an L1 every one at once, else the first, and the next when one fails. */
final class AlertWays {
    private final List<AlertChannel> channels;

    private final Function<StaffId, AlertPreference> preferences;
    private final Predicate<StaffId> outside;

    /** @param outside whether alerts for this person may leave for machines outside this house */
    AlertWays(List<AlertChannel> channels, Function<StaffId, AlertPreference> preferences, Predicate<StaffId> outside) {
        this.channels = List.copyOf(channels);
        this.preferences = preferences;
        this.outside = outside;
    }

    /** The ways a first page takes. */
    List<Page.Way> first(StaffId staff, Level level, Instant now) {
        List<Page.Way> open = open(staff, level, now);
        return level == Level.L1_IMMEDIATE ? open : open.stream().limit(1).toList();
    }

    /** The way after those that failed. */
    Optional<Page.Way> next(StaffId staff, Level level, List<Page.Way> tried, Instant now) {
        return open(staff, level, now).stream()
                .filter(way -> !tried.contains(way))
                .findFirst();
    }

    /** Whether this person can be rung. */
    boolean rings(StaffId staff) {
        return channel(Page.Way.RING)
                .filter(channel -> channel.reaches(staff) && outside.test(staff))
                .isPresent();
    }

    Optional<AlertChannel> channel(Page.Way way) {
        return channels.stream().filter(channel -> channel.way() == way).findFirst();
    }

    List<AlertChannel> all() {
        return channels;
    }

    /** Every way this person can be reached by, the one they chose first. */
    List<Page.Way> every(StaffId staff) {
        Page.Way chosen = preferences.apply(staff).first();
        return channels.stream()
                .filter(channel -> channel.way() != Page.Way.RING
                        && channel.reaches(staff)
                        && (!channel.slow() || outside.test(staff)))
                .map(AlertChannel::way)
                .sorted(Comparator.comparing(way -> way != chosen))
                .toList();
    }

    /** Quiet hours leave the console, and hold back no L1. */
    private List<Page.Way> open(StaffId staff, Level level, Instant now) {
        boolean quiet = level != Level.L1_IMMEDIATE && preferences.apply(staff).quiet(now);
        return quiet ? List.of() : every(staff);
    }
}

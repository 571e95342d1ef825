package org.wasl.admin.exposure;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.ReadingWatch;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/**
 * Counts what each person reads, on whichever node, and knows what is new to them.
 *
 * <p>It helps, and nothing depends on it: where it cannot be written a case is shown all the same, and the count is too
 * low. The record of who read what is the audit chain, not this.
 */
public final class ReadingLog implements ReadingWatch {
    private static final Logger log = LoggerFactory.getLogger(ReadingLog.class);
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private final ReadingStore store;
    private final ExposureSettings settings;
    private final Clock clock;

    ReadingLog(ReadingStore store, ExposureSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void opened(CurrentStaff staff, Case held) {
        try {
            count(staff.id(), held.number(), held.effectiveLevel() == Level.L1_IMMEDIATE, held.restricted());
        } catch (DataAccessException | MongoException | IllegalStateException away) {
            log.warn("a reading was not counted: {}", away.getClass().getSimpleName());
        }
    }

    void count(StaffId staff, CaseNumber number, boolean immediate, boolean restricted) {
        Instant now = clock.instant();
        Readings.Reading reading = new Readings.Reading(now, immediate, restricted);
        store.change(staff, day(now), day -> day.with(number.value(), reading));
    }

    /** How much one person read during the window. */
    public Exposure of(StaffId staff) {
        Instant from = clock.instant().minus(settings.window());
        Map<String, Readings.Reading> read = read(staff);
        read.values().removeIf(reading -> reading.at().isBefore(from));
        int heavy = (int) read.values().stream().filter(Readings.Reading::heavy).count();
        return new Exposure(
                read.size(),
                (int) read.values().stream().filter(Readings.Reading::immediate).count(),
                (int) read.values().stream()
                        .filter(Readings.Reading::restricted)
                        .count(),
                heavy,
                heavy >= settings.heavy());
    }

    /** What is new in the queue to somebody who looks at it now. */
    public Fresh look(StaffId staff) {
        Instant now = clock.instant();
        Readings today = store.change(staff, day(now), day -> {
            Instant looking = day.looking();
            boolean again = looking == null || looking.plus(settings.look()).isBefore(now);
            // Written once in a while, not with every row that moves.
            boolean old = looking == null
                    || looking.plus(settings.look().dividedBy(2)).isBefore(now);
            return old ? new Readings(day.read(), now, again ? looking : day.looked()) : day;
        });
        Instant before = today.looked();
        return new Fresh(read(staff), before == null ? yesterday(staff, now) : before, now);
    }

    private @Nullable Instant yesterday(StaffId staff, Instant now) {
        return store.read(staff, day(now).minusDays(1)).looking();
    }

    private Map<String, Readings.Reading> read(StaffId staff) {
        LocalDate today = day(clock.instant());
        Map<String, Readings.Reading> read =
                new HashMap<>(store.read(staff, today.minusDays(1)).read());
        read.putAll(store.read(staff, today).read());
        return read;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BAGHDAD);
    }

    /** What one person has not read, and what came since they last looked. */
    public static final class Fresh {
        private final Map<String, Readings.Reading> read;
        private final @Nullable Instant looked;
        private final Instant now;

        private Fresh(Map<String, Readings.Reading> read, @Nullable Instant looked, Instant now) {
            this.read = read;
            this.looked = looked;
            this.now = now;
        }

        /** When they last looked before; {@code null} when that is longer ago than yesterday. */
        public @Nullable Instant looked() {
            return looked;
        }

        /**
         * Whether somebody's latest word is one this person has not opened. What is older than the log is taken as read.
         *
         * @param word when the citizen last wrote
         */
        public boolean unread(CaseNumber number, Instant word) {
            Readings.Reading reading = read.get(number.value());
            return reading == null ? word.isAfter(now.minusSeconds(86_400)) : word.isAfter(reading.at());
        }

        /** Whether it came since the last look. */
        public boolean arrived(Instant word) {
            return looked != null && word.isAfter(looked);
        }
    }
}

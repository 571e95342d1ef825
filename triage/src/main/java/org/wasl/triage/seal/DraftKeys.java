package org.wasl.triage.seal;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One key a day for what lies between turns, each destroyed {@link #LIFE} after its day began, by which everything it
 * sealed is unreadable, in the store and in every copy of it. The folder must be outside the store's backups.
 *
 * <p>A key that has lived its life still opens until {@link #destroyExpired} was called: a node that was down over a
 * weekend first takes what it had accepted, then destroys.
 *
 * <p>Days are UTC. A key is made when the first draft of its day is sealed, and lies on disk before it is used. What was
 * sealed in the last minute of a day can be read for 24 hours at least.
 */
public final class DraftKeys {

    /** From the beginning of a key's day to its destruction. */
    public static final Duration LIFE = Duration.ofHours(48);

    private static final String SUFFIX = ".draft-key";

    private final OwnFolder folder;
    private final InstantSource clock;
    private final Map<LocalDate, DayKey> held = new ConcurrentHashMap<>();

    public DraftKeys(Path folder, InstantSource clock) {
        this.folder = OwnFolder.create(folder);
        this.clock = clock;
    }

    public DraftSealer sealer() {
        return new DraftSealer(this);
    }

    public DraftOpener opener() {
        return new DraftOpener(this);
    }

    /** Destroys what has lived its life; to be called at least hourly. Answers how many keys were destroyed. */
    public synchronized int destroyExpired() {
        int destroyed = 0;
        for (String name : folder.names(SUFFIX)) {
            Optional<LocalDate> day = dayOf(name);
            if (day.isPresent() && expired(day.get())) {
                folder.destroy(name);
                held.remove(day.get());
                destroyed++;
            }
        }
        return destroyed;
    }

    DayKey today() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DayKey key = held.get(today);
        return key == null ? loadOrMake(today) : key;
    }

    Optional<DayKey> of(LocalDate day) {
        DayKey key = held.get(day);
        return key == null ? load(day) : Optional.of(key);
    }

    private synchronized DayKey loadOrMake(LocalDate day) {
        return load(day).orElseGet(() -> {
            KeysetHandle keyset = Keysets.generate(Keysets.AEAD);
            // Another process of the same node may have been first: then its key is the day's key.
            folder.writeNew(nameOf(day), Keysets.write(keyset));
            return load(day).orElseThrow(() -> new IllegalStateException("draft key: not readable after writing"));
        });
    }

    private synchronized Optional<DayKey> load(LocalDate day) {
        DayKey already = held.get(day);
        if (already != null) {
            return Optional.of(already);
        }
        Optional<DayKey> read = folder.read(nameOf(day)).map(bytes -> dayKey(day, bytes));
        read.ifPresent(key -> held.put(day, key));
        return read;
    }

    private static DayKey dayKey(LocalDate day, byte[] written) {
        try {
            KeysetHandle keyset = Keysets.read(written);
            return new DayKey(day, SecretSealer.of(keyset, Padding.DRAFT), SecretOpener.of(keyset, Padding.DRAFT));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("draft key of " + day + ": damaged file");
        }
    }

    private boolean expired(LocalDate day) {
        return !clock.instant()
                .isBefore(day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(LIFE));
    }

    private static String nameOf(LocalDate day) {
        return day + SUFFIX;
    }

    private static Optional<LocalDate> dayOf(String name) {
        try {
            return Optional.of(LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())));
        } catch (java.time.DateTimeException notADay) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "DraftKeys[redacted]";
    }

    /** One day's key in its two halves. */
    record DayKey(LocalDate day, SecretSealer sealer, SecretOpener opener) {}
}

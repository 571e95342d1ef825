package org.wasl.triage.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many staff are on duty, by language and territory; no names. Older than {@link #LIFE} means nobody.
 *
 * @param staffed counts, each for a locale's language and a territory
 */
public record Presence(Instant at, List<Staffed> staffed) {

    public static final Duration LIFE = Duration.ofSeconds(60);

    public static final Presence NOBODY = new Presence(Instant.EPOCH, List.of());

    /** One count. Territory is {@code FED} or {@code KRI}. */
    public record Staffed(String locale, String territory, int onDuty) {}

    /** Whether anybody is on duty at all, told recently enough to be believed. */
    public boolean anybody(Instant now) {
        return now.isBefore(at.plus(LIFE)) && staffed.stream().anyMatch(count -> count.onDuty() > 0);
    }
}

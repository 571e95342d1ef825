package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.wasl.triage.intake.Shard;

/**
 * What could not be sent or read and is closed: why, by which channel, on which day. Neither words nor addresses, and
 * nothing of it is ever sent into a chat again.
 */
final class DeadLetters {

    private final Shelf shelf;

    DeadLetters(Shelf shelf) {
        this.shelf = shelf;
    }

    /** How many, by {@code reason|channel|day}. Reads all shards. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int number = 0; number < Shard.COUNT; number++) {
            shelf.all(ShardKeys.of(new Shard(number)).dead())
                    .values()
                    .forEach(why -> counts.merge(new String(why, StandardCharsets.US_ASCII), 1, Integer::sum));
        }
        return counts;
    }
}

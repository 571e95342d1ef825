package org.wasl.triage.intake;

/**
 * One of the 256 parts the bot's store is divided into, for ever, on one server as on a cluster. All keys of a
 * conversation carry its shard as hash tag, so that one script can change them together.
 */
public record Shard(int number) {

    public static final int COUNT = 256;

    public Shard {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("shard: " + number + " (expected: 0..255)");
        }
    }

    /** {@code wasl:{s017}:name}. */
    public String key(String name) {
        return String.format(java.util.Locale.ROOT, "wasl:{s%03d}:%s", number, name);
    }

    /** The list the bot appends sealed entries to and the desk drains. The only list the bot may touch. */
    public String intakeKey() {
        return key("intake");
    }

    /** Where an entry waits while one desk node inserts it. */
    public String drainKey(String deskNode) {
        return key("intake:" + deskNode);
    }
}

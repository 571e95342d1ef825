package org.wasl.bot.conversation;

import java.util.Optional;

/** What a button carries on the wire: {@code v1|session|turn|option}, at most 64 bytes. */
record OptionToken(String session, int turn, String option) {

    static final int LONGEST = 64;

    String wire() {
        return "v1|" + session + "|" + turn + "|" + option;
    }

    /** Reads a token as it came back; empty for anything that cannot be one of ours. */
    static Optional<OptionToken> read(String wire) {
        if (wire.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = wire.split("\\|", -1);
        if (parts.length != 4
                || !parts[0].equals("v1")
                || !parts[2].matches("[0-9]{1,9}")
                || !parts[3].matches("[A-Za-z0-9-]{1,32}")) {
            return Optional.empty();
        }
        return Optional.of(new OptionToken(parts[1], Integer.parseInt(parts[2]), parts[3]));
    }
}

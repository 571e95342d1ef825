package org.wasl.bot.channel;

/** A kind of channel by its short lower-case name: {@code telegram}, {@code telegram-officer}, {@code web}. */
public record ChannelKind(String name) {

    public ChannelKind {
        if (!name.matches("[a-z][a-z-]{1,30}")) {
            throw new IllegalArgumentException("channel kind (expected: a short lower-case name)");
        }
    }
}

package org.wasl.bot.channel;

/**
 * A button.
 *
 * @param token {@code v1|session|turn|option}, at most 64 bytes
 */
public record OutgoingChoice(String token, String label) {

    @Override
    public String toString() {
        return "OutgoingChoice[" + token + ", redacted]";
    }
}

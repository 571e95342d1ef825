package org.wasl.triage.intake;

/** HMAC of a channel address under the bot's lookup key, in hex: equal for equal addresses, tells nothing else. */
public record Mark(String value) {

    @Override
    public String toString() {
        return "Mark[redacted]";
    }
}

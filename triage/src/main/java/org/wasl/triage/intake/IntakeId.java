package org.wasl.triage.intake;

/** Names one report across both zones: 128 random bits in hex. Says nothing about who wrote it or when. */
public record IntakeId(String value) {

    public IntakeId {
        if (!value.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException(
                    "intake id: " + value.length() + " characters (expected: 32 hex digits)");
        }
    }
}

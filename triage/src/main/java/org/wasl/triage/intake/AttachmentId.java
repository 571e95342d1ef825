package org.wasl.triage.intake;

/** Names one attachment across both zones: 128 random bits in hex. */
public record AttachmentId(String value) {

    public AttachmentId {
        if (!value.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException(
                    "attachment id: " + value.length() + " characters (expected: 32 hex digits)");
        }
    }
}

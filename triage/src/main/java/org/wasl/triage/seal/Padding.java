package org.wasl.triage.seal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Fills content up to one of a few sizes, so that a ciphertext's length tells next to nothing of what is inside. */
enum Padding {
    /** What crosses between the zones. */
    TEXT(1, 4, 16, 64),
    /** State between turns. */
    DRAFT(1, 4, 16, 64, 256),
    /** A case with its transcript. */
    CASE(1, 4, 16, 64, 256, 1024, 4096);

    private static final int HEADER = Integer.BYTES;

    private final List<Integer> buckets;

    Padding(int... kilobytes) {
        this.buckets =
                java.util.Arrays.stream(kilobytes).mapToObj(size -> size * 1024).toList();
    }

    /** The most content it takes, in bytes. */
    int largest() {
        return buckets.getLast() - HEADER;
    }

    /** Throws for content over {@link #largest()}: the caller has to cut before sealing, nothing is cut here. */
    byte[] pad(byte[] content) {
        int needed = content.length + HEADER;
        int bucket = buckets.stream()
                .filter(size -> size >= needed)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "content to seal: " + content.length + " bytes (expected: at most " + largest() + ")"));
        return ByteBuffer.allocate(bucket).putInt(content.length).put(content).array();
    }

    /** The content; empty when these bytes were not padded by this. */
    Optional<byte[]> unpad(byte[] padded) {
        if (!buckets.contains(padded.length)) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(padded);
        int length = buffer.getInt();
        if (length < 0 || length > padded.length - HEADER) {
            return Optional.empty();
        }
        for (int at = HEADER + length; at < padded.length; at++) {
            if (padded[at] != 0) {
                return Optional.empty();
            }
        }
        byte[] content = new byte[length];
        buffer.get(content);
        return Optional.of(content);
    }
}

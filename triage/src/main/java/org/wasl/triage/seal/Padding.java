package org.wasl.triage.seal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Fills content up to one of a few sizes, so that a ciphertext's length tells next to nothing of what is inside. */
enum Padding {
    /** What crosses between the zones. */
    TEXT(1024, 4 * 1024, 16 * 1024, 64 * 1024),
    /** State between turns; most of it fits the smallest, and 2 KB keeps the longest conversations under 4. */
    DRAFT(1024, 2 * 1024, 4 * 1024, 16 * 1024, 64 * 1024, 256 * 1024),
    /** A case with its transcript. */
    CASE(1024, 4 * 1024, 16 * 1024, 64 * 1024, 256 * 1024, 1024 * 1024, 4096 * 1024),
    /** An address and a key: one size for all. */
    CAPSULE(512);

    private static final int HEADER = Integer.BYTES;

    private final List<Integer> buckets;

    Padding(Integer... buckets) {
        this.buckets = List.of(buckets);
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

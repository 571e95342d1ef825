package org.wasl.triage.intake;

import org.wasl.triage.seal.Bytes;

/**
 * What opens the chunks of one attachment. Travels inside a seal only: its key is the attachment.
 *
 * @param blob 32 hex digits the chunks are named by; another for every attempt, so that two never mix
 * @param key 32 bytes, made for this attempt
 * @param chunks how many there are
 * @param size of the content without padding, in bytes
 * @param digest SHA-256 of the content, for whoever must prove later that nothing was changed
 */
public record AttachmentSeal(String blob, Bytes key, int chunks, long size, Bytes digest) {

    public static final int KEY = 32;
    public static final int DIGEST = 32;

    public AttachmentSeal {
        if (!blob.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("blob: " + blob.length() + " characters (expected: 32 hex digits)");
        }
        if (key.size() != KEY || digest.size() != DIGEST) {
            throw new IllegalArgumentException("attachment key and digest: " + key.size() + " and " + digest.size()
                    + " bytes (expected: 32 each)");
        }
        if (chunks < 1 || chunks > Limits.CHUNKS || size < 0 || size > (long) chunks * Limits.CHUNK) {
            throw new IllegalArgumentException("attachment: " + chunks + " chunks (expected: 1.." + Limits.CHUNKS
                    + ", and no more content than they hold)");
        }
    }

    @Override
    public String toString() {
        return "AttachmentSeal[" + chunks + " chunks, redacted]";
    }
}

package org.wasl.triage.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256. */
public final class Digest {

    private Digest() {}

    public static Bytes of(Bytes content) {
        try {
            return Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256 in this Java", impossible);
        }
    }
}

package org.wasl.admin.alert;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names alerts: 32 hex digits, good for one "seen" and telling nothing. */
final class OnceValues {
    private static final int BYTES = 16;

    private final SecureRandom random;

    OnceValues(SecureRandom random) {
        this.random = random;
    }

    String next() {
        byte[] value = new byte[BYTES];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}

package org.wasl.triage.seal;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under one key: equal for equal input, tells nothing else to who has not the key. Thread-safe. */
public final class MacKey {

    static final int SIZE = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private MacKey(SecretKeySpec key) {
        this.key = key;
    }

    /** Throws for anything but 32 bytes. */
    public static MacKey of(Bytes key) {
        if (key.size() != SIZE) {
            throw new IllegalArgumentException("MAC key: " + key.size() + " bytes (expected: " + SIZE + ")");
        }
        return new MacKey(new SecretKeySpec(key.toArray(), ALGORITHM));
    }

    public Bytes mac(Bytes content) {
        return Bytes.copyOf(compute(content.toArray()));
    }

    /** Of a purpose and its parts, each written with its length; 64 hex digits. */
    public String hex(String purpose, String... parts) {
        return HexFormat.of()
                .formatHex(compute(Context.of("wasl/mac/v1", purpose, parts).encoded()));
    }

    private byte[] compute(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no " + ALGORITHM + " in this Java", impossible);
        }
    }

    @Override
    public String toString() {
        return "MacKey[redacted]";
    }
}

package org.wasl.admin.officer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wasl.triage.seal.Bytes;

/**
 * One-time numbers by the clock, RFC 6238 with what every authenticator application knows: HMAC-SHA1, thirty seconds, six
 * digits. The JDK has the HMAC; the RFC's own vectors are in the tests.
 */
final class Totp {
    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    /** One step before and one after: clocks of telephones are not exact (RFC 6238, 5.2). */
    private static final int SKEW = 1;

    private static final String ALGORITHM = "HmacSHA1";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_A_SIGN = 5;

    private Totp() {}

    /**
     * The step a number belongs to, if it is right now.
     *
     * @param last the step of the last number that was used; that one and earlier ones are refused
     */
    static OptionalLong step(Bytes secret, String typed, Instant now, long last) {
        String number = typed.replaceAll("[^0-9]", "");
        if (number.length() != DIGITS) {
            return OptionalLong.empty();
        }
        long present = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = present - SKEW; step <= present + SKEW; step++) {
            // All of them, so that the time it takes tells nothing.
            boolean same = java.security.MessageDigest.isEqual(
                    number(secret, step, DIGITS).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    number.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            if (same && step > last) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The number of a step, RFC 4226, 5.3. */
    static String number(Bytes secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.toArray(), ALGORITHM));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            int modulus = (int) Math.pow(10, digits);
            return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + ": not in this Java", e);
        }
    }

    /** What an application is given by hand: the secret in base32, RFC 4648. */
    static String base32(Bytes secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : secret.toArray()) {
            buffer = (buffer << Byte.SIZE) | (one & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS_A_SIGN) {
                bits -= BITS_A_SIGN;
                text.append(BASE32.charAt((buffer >> bits) & 0x1f));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (BITS_A_SIGN - bits)) & 0x1f));
        }
        return text.toString();
    }
}

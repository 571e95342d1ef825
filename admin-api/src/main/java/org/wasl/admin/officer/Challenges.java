package org.wasl.admin.officer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.wasl.admin.audit.AuditKey;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.MacKey;

/**
 * What a passkey is asked to sign. It says itself when it was made and for what, so that asking for one leaves nothing in
 * the store and any node takes what another made; that each is used once is kept by whoever takes it.
 */
final class Challenges {
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int NONCE = 16;
    private static final int HEAD = NONCE + Long.BYTES;

    private final MacKey key;
    private final SecureRandom random;
    private final Clock clock;

    Challenges(AuditKey key, SecureRandom random, Clock clock) {
        this.key = MacKey.of(MacKey.of(key.key()).mac(Bytes.ofUtf8("wasl/staff-challenges/v1")));
        this.random = random;
        this.clock = clock;
    }

    /** A fresh one. */
    byte[] make(String purpose, String subject) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(HEAD)
                .put(nonce)
                .putLong(clock.instant().getEpochSecond())
                .array();
        byte[] mac = mac(head, purpose, subject);
        return ByteBuffer.allocate(HEAD + mac.length).put(head).put(mac).array();
    }

    /** Whether it was made here, for this, and not long ago. */
    boolean good(byte[] challenge, String purpose, String subject) {
        if (challenge.length <= HEAD) {
            return false;
        }
        byte[] head = Arrays.copyOf(challenge, HEAD);
        byte[] mac = Arrays.copyOfRange(challenge, HEAD, challenge.length);
        if (!MessageDigest.isEqual(mac, mac(head, purpose, subject))) {
            return false;
        }
        Instant made =
                Instant.ofEpochSecond(ByteBuffer.wrap(head, NONCE, Long.BYTES).getLong());
        return clock.instant().isBefore(made.plus(LIFE));
    }

    private byte[] mac(byte[] head, String purpose, String subject) {
        byte[] what = Bytes.ofUtf8(purpose + "\n" + subject + "\n").toArray();
        return key.mac(Bytes.copyOf(ByteBuffer.allocate(what.length + head.length)
                        .put(what)
                        .put(head)
                        .array()))
                .toArray();
    }
}

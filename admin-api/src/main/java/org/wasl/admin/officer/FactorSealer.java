package org.wasl.admin.officer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.wasl.admin.audit.AuditKey;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.MacKey;

/**
 * Seals what of staff must not stand in clear in the store, AES-256-GCM, each bound to whose it is. Its keys are made of
 * the chains' key, which lies outside the store, one for each purpose.
 */
final class FactorSealer {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /** For the secrets of one-time numbers. */
    FactorSealer(AuditKey key, SecureRandom random) {
        this(key, "wasl/staff-factors/v1", random);
    }

    FactorSealer(AuditKey key, String purpose, SecureRandom random) {
        Bytes derived = MacKey.of(key.key()).mac(Bytes.ofUtf8(purpose));
        this.key = new SecretKeySpec(derived.toArray(), "AES");
        this.random = random;
    }

    Bytes seal(StaffId whose, Bytes secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, whose, nonce).doFinal(secret.toArray());
            byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return Bytes.copyOf(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("seal: failed", e);
        }
    }

    /** Empty for what was sealed for another, under another key, or changed since. */
    Optional<Bytes> open(StaffId whose, Bytes sealed) {
        byte[] both = sealed.toArray();
        if (both.length <= NONCE) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, whose, Arrays.copyOf(both, NONCE));
            return Optional.of(Bytes.copyOf(cipher.doFinal(both, NONCE, both.length - NONCE)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, StaffId whose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(whose.value().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}

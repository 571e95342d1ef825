package org.wasl.triage.seal;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;

/**
 * Seals to a public key, and can open nothing. What it makes tells its reader's key and its size bucket, no more; it
 * does <em>not</em> tell who sealed it (see {@link SignedSealer}).
 */
public final class Sealer {

    private final HybridEncrypt encrypt;

    private Sealer(HybridEncrypt encrypt) {
        this.encrypt = encrypt;
    }

    /** Of a written public keyset. Throws when it holds anything private: who seals must not be able to open. */
    public static Sealer of(Bytes publicKeyset) {
        try {
            return of(Keysets.readPublic(publicKeyset.toArray()));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("sealing keyset: refused (expected: public keys only)");
        }
    }

    /** Of one X25519 public key. Throws when it is not one. */
    public static Sealer ofRaw(Bytes publicKey) {
        try {
            return of(Keysets.rawSealing(publicKey.toArray()));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException(
                    "sealing key: " + publicKey.size() + " bytes refused (expected: an X25519 public key)");
        }
    }

    /** Of the public key of a page, a point of P-256 in 65 bytes. Throws when it is not one. */
    public static Sealer ofPage(Bytes publicKey) {
        try {
            return of(Keysets.pageSealing(publicKey.toArray()));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "page key: " + publicKey.size() + " bytes refused (expected: a point of P-256)");
        }
    }

    static Sealer of(KeysetHandle keyset) {
        if (Keysets.holdsPrivateKeys(keyset)) {
            throw new IllegalArgumentException("sealing keyset: holds a private key (expected: public keys only)");
        }
        try {
            return new Sealer(Keysets.primitive(keyset, HybridEncrypt.class));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("sealing keyset: refused (expected: X25519 public keys)");
        }
    }

    /** The most that can be sealed at once, in bytes. */
    public static int largest() {
        return Padding.TEXT.largest();
    }

    /** Throws when the content is over {@link #largest()}, or the public key is one nobody can hold. */
    public Bytes seal(Bytes content, Context context) {
        byte[] padded = Padding.TEXT.pad(content.toArray());
        try {
            return Bytes.copyOf(encrypt.encrypt(padded, context.encoded()));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("sealing key: refused (expected: a usable X25519 public key)");
        }
    }

    @Override
    public String toString() {
        return "Sealer";
    }
}

package org.wasl.triage.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Opens what a {@link Sealer} of the same key sealed under the same context. */
public final class Opener {

    /** Padded content, encapsulated key, tag and key id, and some room. */
    static final int LARGEST = Padding.TEXT.largest() + 1024;

    private final HybridDecrypt decrypt;

    private Opener(HybridDecrypt decrypt) {
        this.decrypt = decrypt;
    }

    /** Of one X25519 private key. Throws when it is not one. */
    public static Opener ofRaw(Bytes privateKey) {
        try {
            return of(Keysets.rawOpening(privateKey.toArray()));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "opening key: " + privateKey.size() + " bytes refused (expected: an X25519 private key)");
        }
    }

    /** The public half of an X25519 private key. Throws when it is not one. */
    public static Bytes publicKeyOf(Bytes privateKey) {
        try {
            return Bytes.copyOf(Keysets.sealingPublicOf(privateKey.toArray()));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "opening key: " + privateKey.size() + " bytes refused (expected: an X25519 private key)");
        }
    }

    static Opener of(KeysetHandle keyset) {
        try {
            return new Opener(Keysets.primitive(keyset, HybridDecrypt.class));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("opening keyset: refused (expected: X25519 private keys)");
        }
    }

    /** The content; empty for another key, another context, or a change of any bit. Never throws. */
    public Optional<Bytes> open(Bytes sealed, Context context) {
        if (sealed.size() > LARGEST) {
            return Optional.empty();
        }
        try {
            byte[] padded = decrypt.decrypt(sealed.toArray(), context.encoded());
            return Padding.TEXT.unpad(padded).map(Bytes::copyOf);
        } catch (GeneralSecurityException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Opener[redacted]";
    }
}

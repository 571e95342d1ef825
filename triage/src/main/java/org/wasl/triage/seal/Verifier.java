package org.wasl.triage.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeyVerify;
import java.security.GeneralSecurityException;

/** Tells whether a statement was signed by the holder of the private half. */
public final class Verifier {

    private final PublicKeyVerify verify;

    private Verifier(PublicKeyVerify verify) {
        this.verify = verify;
    }

    /** Of a written public keyset. Throws when it holds anything private. */
    public static Verifier of(Bytes publicKeyset) {
        try {
            return of(Keysets.readPublic(publicKeyset.toArray()));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("verifying keyset: refused (expected: public keys only)");
        }
    }

    /** Of one Ed25519 public key. Throws when it is not one. */
    public static Verifier ofRaw(Bytes publicKey) {
        try {
            return of(Keysets.rawVerifying(publicKey.toArray()));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "verifying key: " + publicKey.size() + " bytes refused (expected: an Ed25519 public key)");
        }
    }

    static Verifier of(KeysetHandle keyset) {
        if (Keysets.holdsPrivateKeys(keyset)) {
            throw new IllegalArgumentException("verifying keyset: holds a private key (expected: public keys only)");
        }
        try {
            return new Verifier(Keysets.primitive(keyset, PublicKeyVerify.class));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("verifying keyset: refused (expected: Ed25519 public keys)");
        }
    }

    /** Never throws, whatever the bytes. */
    public boolean verifies(Bytes signature, Context statement) {
        try {
            verify.verify(signature.toArray(), statement.encoded());
            return true;
        } catch (GeneralSecurityException | RuntimeException refused) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Verifier";
    }
}

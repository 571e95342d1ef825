package org.wasl.triage.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import java.security.GeneralSecurityException;

/** Signs with Ed25519, always bound to a context. */
public final class Signer {

    private final PublicKeySign sign;

    private Signer(PublicKeySign sign) {
        this.sign = sign;
    }

    /** Of one Ed25519 seed. Throws when it is not one. */
    public static Signer ofRaw(Bytes seed) {
        try {
            return of(Keysets.rawSigning(seed.toArray()));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new IllegalArgumentException("signing key: " + seed.size() + " bytes refused (expected: 32)");
        }
    }

    /** The public half of an Ed25519 seed. Throws when it is not one. */
    public static Bytes publicKeyOf(Bytes seed) {
        try {
            return Bytes.copyOf(Keysets.signingPublicOf(seed.toArray()));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new IllegalArgumentException("signing key: " + seed.size() + " bytes refused (expected: 32)");
        }
    }

    static Signer of(KeysetHandle keyset) {
        try {
            return new Signer(Keysets.primitive(keyset, PublicKeySign.class));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("signing keyset: refused (expected: Ed25519 private keys)");
        }
    }

    public Bytes sign(Context statement) {
        return Bytes.copyOf(Keysets.sure(() -> sign.sign(statement.encoded())));
    }

    @Override
    public String toString() {
        return "Signer[redacted]";
    }
}

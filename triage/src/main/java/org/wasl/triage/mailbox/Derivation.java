package org.wasl.triage.mailbox;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.wasl.triage.seal.Bytes;

/** HKDF-SHA256 (RFC 5869): independent keys out of one secret, told apart by what they are for. */
final class Derivation {

    private Derivation() {}

    static Bytes expand(Bytes secret, String what, int size) {
        try {
            HKDFParameterSpec parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret.toArray())
                    .addSalt(Bytes.ofUtf8("wasl/mailbox/v1").toArray())
                    .thenExpand(Bytes.ofUtf8(what).toArray(), size);
            return Bytes.copyOf(KDF.getInstance("HKDF-SHA256").deriveData(parameters));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no HKDF-SHA256 in this Java", impossible);
        }
    }
}

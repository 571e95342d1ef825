package org.wasl.triage.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;

/** Seals with a secret key (AES-256-GCM), for a holder of the same key. Hands out nothing that opens. */
public final class SecretSealer {

    private final Aead aead;
    private final Padding padding;

    private SecretSealer(Aead aead, Padding padding) {
        this.aead = aead;
        this.padding = padding;
    }

    static SecretSealer of(KeysetHandle keyset, Padding padding) {
        return new SecretSealer(Keysets.sure(() -> Keysets.primitive(keyset, Aead.class)), padding);
    }

    /** Throws when the content is over the largest size of its kind. */
    public Bytes seal(Bytes content, Context context) {
        byte[] padded = padding.pad(content.toArray());
        return Bytes.copyOf(Keysets.sure(() -> aead.encrypt(padded, context.encoded())));
    }

    @Override
    public String toString() {
        return "SecretSealer[redacted]";
    }
}

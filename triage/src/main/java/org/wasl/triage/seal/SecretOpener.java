package org.wasl.triage.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Opens what a {@link SecretSealer} of the same key sealed under the same context. */
public final class SecretOpener {

    /** Nonce, tag, key id, and some room. */
    private static final int OVERHEAD = 1024;

    private final Aead aead;
    private final Padding padding;

    private SecretOpener(Aead aead, Padding padding) {
        this.aead = aead;
        this.padding = padding;
    }

    static SecretOpener of(KeysetHandle keyset, Padding padding) {
        return new SecretOpener(Keysets.sure(() -> Keysets.primitive(keyset, Aead.class)), padding);
    }

    /** The content; empty for another key, another context, or a change of any bit. Never throws. */
    public Optional<Bytes> open(Bytes sealed, Context context) {
        if (sealed.size() > padding.largest() + OVERHEAD) {
            return Optional.empty();
        }
        try {
            return padding.unpad(aead.decrypt(sealed.toArray(), context.encoded()))
                    .map(Bytes::copyOf);
        } catch (GeneralSecurityException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SecretOpener[redacted]";
    }
}

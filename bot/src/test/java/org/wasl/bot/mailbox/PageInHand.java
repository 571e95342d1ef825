package org.wasl.bot.mailbox;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.wasl.triage.seal.Bytes;

/** A page of the console that waits for a number, without a browser. */
final class PageInHand {

    private final KeysetHandle keys;

    PageInHand() throws GeneralSecurityException {
        keys = KeysetHandle.generateNew(
                HpkeParameters.builder()
                        .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
                        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                        .setVariant(HpkeParameters.Variant.NO_PREFIX)
                        .build(),
                TinkConfig2026.get());
    }

    @AccessesPartialKey
    Bytes key() throws GeneralSecurityException {
        HpkePublicKey key =
                (HpkePublicKey) keys.getPublicKeysetHandle().getPrimary().getKey();
        return Bytes.copyOf(key.getPublicKeyBytes().toByteArray());
    }

    String opens(Bytes sealed, String askId) throws GeneralSecurityException {
        ByteBuffer context = ByteBuffer.allocate(200);
        for (String part : new String[] {"wasl/page/v1", "receipt", askId}) {
            context.putInt(part.length()).put(part.getBytes(StandardCharsets.US_ASCII));
        }
        byte[] padded = keys.getPrimitive(TinkConfig2026.get(), HybridDecrypt.class)
                .decrypt(sealed.toArray(), Arrays.copyOf(context.array(), context.position()));
        return new String(padded, Integer.BYTES, ByteBuffer.wrap(padded).getInt(), StandardCharsets.US_ASCII);
    }
}

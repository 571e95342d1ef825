package org.wasl.triage.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.wasl.triage.intake.Limits;
import org.wasl.triage.seal.Bytes;

class PageSealerTest {

    private static final Receipt RECEIPT = Receipt.of18("123456789012345678");

    private final KeysetHandle page = aPage();

    private static KeysetHandle aPage() {
        try {
            return KeysetHandle.generateNew(
                    HpkeParameters.builder()
                            .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
                            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                            .setVariant(HpkeParameters.Variant.NO_PREFIX)
                            .build(),
                    TinkConfig2026.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AccessesPartialKey
    private static Bytes publicKey(KeysetHandle page) throws GeneralSecurityException {
        HpkePublicKey key =
                (HpkePublicKey) page.getPublicKeysetHandle().getPrimary().getKey();
        return Bytes.copyOf(key.getPublicKeyBytes().toByteArray());
    }

    private static String opened(KeysetHandle page, Bytes sealed, byte[] context) throws GeneralSecurityException {
        byte[] padded =
                page.getPrimitive(TinkConfig2026.get(), HybridDecrypt.class).decrypt(sealed.toArray(), context);
        int length = ByteBuffer.wrap(padded).getInt();
        return new String(padded, Integer.BYTES, length, StandardCharsets.US_ASCII);
    }

    /** As the page's script writes it down. */
    private static byte[] context(String askId) {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        for (String part : new String[] {"wasl/page/v1", "receipt", askId}) {
            buffer.putInt(part.length()).put(part.getBytes(StandardCharsets.US_ASCII));
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Test
    void isOpenedByThePageThatAskedAndUnderItsQuestionAlone() throws Exception {
        Bytes sealed = new PageSealer().seal(RECEIPT, "ask-1", publicKey(page));
        assertThat(sealed.size()).isLessThan(Limits.SEALED_RECEIPT);
        assertThat(opened(page, sealed, context("ask-1"))).isEqualTo(RECEIPT.digits());
        assertThatThrownBy(() -> opened(page, sealed, context("ask-2"))).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> opened(aPage(), sealed, context("ask-1")))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void refusesWhatIsNoPointOfTheCurve() throws Exception {
        Bytes point = publicKey(page);
        assertThat(PageSealer.usable(point)).isTrue();
        byte[] beside = point.toArray();
        beside[64] ^= 1;
        assertThat(PageSealer.usable(Bytes.copyOf(beside))).isFalse();
        assertThat(PageSealer.usable(Bytes.ofHex("09".repeat(32)))).isFalse();
        assertThat(PageSealer.usable(Bytes.EMPTY)).isFalse();
        assertThatThrownBy(() -> new PageSealer().seal(RECEIPT, "ask-1", Bytes.copyOf(beside)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(RECEIPT.digits());
    }
}

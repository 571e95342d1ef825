package org.wasl.triage.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignerTest {

    private static final Context STATEMENT = Context.of("wasl/test/v1", "test", "a");

    private final KeysetHandle keyset = Keysets.generate(Keysets.SIGNING);
    private final Signer signer = Signer.of(keyset);
    private final Verifier verifier = Verifier.of(Keysets.publicHalf(keyset));

    @Test
    void verifiesItsOwnSignatureOnly() {
        Bytes signature = signer.sign(STATEMENT);

        assertThat(verifier.verifies(signature, STATEMENT)).isTrue();
        assertThat(verifier.verifies(signature, Context.of("wasl/test/v1", "test", "b")))
                .isFalse();
        assertThat(Verifier.of(Keysets.publicHalf(Keysets.generate(Keysets.SIGNING)))
                        .verifies(signature, STATEMENT))
                .isFalse();
    }

    @Test
    void refusesAFlippedBitAndACutSignature() {
        byte[] signature = signer.sign(STATEMENT).toArray();
        for (int at = 0; at < signature.length; at++) {
            byte[] changed = signature.clone();
            changed[at] ^= 1;
            assertThat(verifier.verifies(Bytes.copyOf(changed), STATEMENT)).isFalse();
            assertThat(verifier.verifies(Bytes.copyOf(Arrays.copyOf(signature, at)), STATEMENT))
                    .isFalse();
        }
    }

    @Test
    void refusesAPrivateKeysetForVerifying() {
        assertThatThrownBy(() -> Verifier.of(keyset)).hasMessageContaining("expected: public keys only");
        assertThatThrownBy(() -> Verifier.of(Bytes.copyOf(Keysets.write(keyset))))
                .hasMessageContaining("expected: public keys only");
    }

    /** RFC 8032, section 7.1, TEST 1: the public key of a known seed. */
    @Test
    void derivesThePublicKeyOfTheStandardsExample() {
        Bytes seed = Bytes.ofHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        assertThat(Signer.publicKeyOf(seed).toHex())
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    /** RFC 7748, section 6.1: Bob's keys. */
    @Test
    void derivesTheSealingKeyOfTheStandardsExample() {
        Bytes bob = Bytes.ofHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");

        assertThat(Opener.publicKeyOf(bob).toHex())
                .isEqualTo("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    }
}

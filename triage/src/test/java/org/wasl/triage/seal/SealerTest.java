package org.wasl.triage.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final Context CONTEXT = Context.of("wasl/test/v1", "test", "a");
    private static final Bytes WORDS = Bytes.ofUtf8("demonstration words");

    private final KeysetHandle keyset = Keysets.generate(Keysets.SEALING);
    private final Sealer sealer = Sealer.of(Keysets.publicHalf(keyset));
    private final Opener opener = Opener.of(keyset);

    @Test
    void opensWhatWasSealed() {
        assertThat(opener.open(sealer.seal(WORDS, CONTEXT), CONTEXT)).contains(WORDS);
        assertThat(opener.open(sealer.seal(Bytes.EMPTY, CONTEXT), CONTEXT)).contains(Bytes.EMPTY);
    }

    @Test
    void neverMakesTheSameBytesTwice() {
        assertThat(sealer.seal(WORDS, CONTEXT)).isNotEqualTo(sealer.seal(WORDS, CONTEXT));
    }

    @Test
    void refusesAPrivateKeyset() {
        assertThatThrownBy(() -> Sealer.of(keyset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: public keys only");
        assertThatThrownBy(() -> Sealer.of(Bytes.copyOf(Keysets.write(keyset))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: public keys only");
    }

    @Test
    void takesAWrittenPublicKeyset() {
        Bytes written = Bytes.copyOf(Keysets.writePublic(Keysets.publicHalf(keyset)));

        assertThat(opener.open(Sealer.of(written).seal(WORDS, CONTEXT), CONTEXT))
                .contains(WORDS);
    }

    @Test
    void refusesAnotherKey() {
        Opener other = Opener.of(Keysets.generate(Keysets.SEALING));

        assertThat(other.open(sealer.seal(WORDS, CONTEXT), CONTEXT)).isEmpty();
    }

    @Test
    void refusesAnotherContext() {
        Bytes sealed = sealer.seal(WORDS, CONTEXT);

        assertThat(opener.open(sealed, Context.of("wasl/test/v1", "test", "b"))).isEmpty();
        assertThat(opener.open(sealed, Context.of("wasl/test/v2", "test", "a"))).isEmpty();
        assertThat(opener.open(sealed, Context.of("wasl/test/v1", "testa"))).isEmpty();
        assertThat(opener.open(sealed, Context.of("wasl/test/v1", "test"))).isEmpty();
    }

    @Test
    void refusesAFlippedBitInAnyByte() {
        byte[] sealed = sealer.seal(WORDS, CONTEXT).toArray();
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= (byte) (1 << (at % 8));
            assertThat(opener.open(Bytes.copyOf(changed), CONTEXT))
                    .as("byte %d", at)
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatIsCutOrLengthened() {
        byte[] sealed = sealer.seal(WORDS, CONTEXT).toArray();
        for (int size = 0; size < sealed.length; size += size < 80 ? 1 : 37) {
            assertThat(opener.open(Bytes.copyOf(java.util.Arrays.copyOf(sealed, size)), CONTEXT))
                    .as("%d bytes", size)
                    .isEmpty();
        }
        assertThat(opener.open(Bytes.copyOf(java.util.Arrays.copyOf(sealed, sealed.length + 1)), CONTEXT))
                .isEmpty();
    }

    @Test
    void refusesGarbageOfAnyLength() {
        Random random = new Random(7);
        for (int size : new int[] {0, 1, 4, 5, 31, 32, 37, 63, 64, 1000, 70_000, 1_000_000}) {
            byte[] garbage = new byte[size];
            random.nextBytes(garbage);
            assertThat(opener.open(Bytes.copyOf(garbage), CONTEXT)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1024", "1020, 1024", "1021, 4096", "4092, 4096", "4093, 16384", "16381, 65536", "65532, 65536"})
    void tellsOnlyTheBucketByItsLength(int content, int bucket) {
        Bytes sealed = sealer.seal(Bytes.copyOf(new byte[content]), CONTEXT);

        // Key id 5, encapsulated key 32, tag 16.
        assertThat(sealed.size()).isEqualTo(bucket + 53);
        assertThat(opener.open(sealed, CONTEXT))
                .hasValueSatisfying(opened -> assertThat(opened.size()).isEqualTo(content));
    }

    @Test
    void saysWhatIsTooLarge() {
        assertThatThrownBy(() -> sealer.seal(Bytes.copyOf(new byte[65_533]), CONTEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("content to seal: 65533 bytes (expected: at most 65532)");
    }

    @Test
    void opensWhatAnOldKeySealedAndSealsUnderTheNew() {
        Bytes old = sealer.seal(WORDS, CONTEXT);
        KeysetHandle rotated = Keysets.withNewPrimary(keyset);
        Bytes fresh = Sealer.of(Keysets.publicHalf(rotated)).seal(WORDS, CONTEXT);

        assertThat(Opener.of(rotated).open(old, CONTEXT)).contains(WORDS);
        assertThat(Opener.of(rotated).open(fresh, CONTEXT)).contains(WORDS);
        assertThat(opener.open(fresh, CONTEXT)).isEmpty();
        assertThat(Opener.of(Keysets.newestOnly(rotated, 1)).open(old, CONTEXT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void refusesRawKeysOfAnotherSize(int size) {
        Bytes key = Bytes.copyOf(new byte[size]);

        assertThatThrownBy(() -> Sealer.ofRaw(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Opener.ofRaw(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Signer.ofRaw(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Verifier.ofRaw(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Points of small order: whoever hands one over could open what is sealed to it.
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"
            })
    void refusesAPublicKeyAnybodyCouldOpen(String hex) {
        assertThatThrownBy(() -> Sealer.ofRaw(Bytes.ofHex(hex)).seal(WORDS, CONTEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: a usable X25519 public key");
    }
}

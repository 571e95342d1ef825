package org.wasl.triage.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.Test;
import org.wasl.triage.seal.CaseSealer.CaseKey;

class CaseSealerTest {

    private static final Bytes WORDS = Bytes.ofUtf8("demonstration words");

    private final KeysetHandle wrapping = Keysets.generate(Keysets.AEAD);
    private final CaseSealer sealer = new CaseSealer(wrapping);

    @Test
    void opensACaseWithItsWrappedKey() {
        Bytes wrapped = sealer.newKey("case-1");
        Bytes sealed = key(sealer, wrapped).seal(WORDS, "case-1", "content", 3);

        assertThat(key(new CaseSealer(wrapping), wrapped).open(sealed, "case-1", "content", 3))
                .contains(WORDS);
    }

    @Test
    void refusesAnotherCasePartVersionOrKey() {
        Bytes wrapped = sealer.newKey("case-1");
        CaseKey key = key(sealer, wrapped);
        Bytes sealed = key.seal(WORDS, "case-1", "content", 3);

        assertThat(key.open(sealed, "case-2", "content", 3)).isEmpty();
        assertThat(key.open(sealed, "case-1", "transcript", 3)).isEmpty();
        assertThat(key.open(sealed, "case-1", "content", 2)).isEmpty();
        assertThat(key(sealer, sealer.newKey("case-1")).open(sealed, "case-1", "content", 3))
                .isEmpty();
        assertThat(sealer.unwrap(wrapped, "case-2")).isEmpty();
        assertThat(sealer.unwrap(Bytes.EMPTY, "case-1")).isEmpty();
        assertThat(new CaseSealer(Keysets.generate(Keysets.AEAD)).unwrap(wrapped, "case-1"))
                .isEmpty();
    }

    @Test
    void refusesAFlippedBitInAnyByte() {
        Bytes wrapped = sealer.newKey("case-1");
        CaseKey key = key(sealer, wrapped);
        byte[] sealed = key.seal(WORDS, "case-1", "content", 3).toArray();
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 16;
            assertThat(key.open(Bytes.copyOf(changed), "case-1", "content", 3)).isEmpty();
        }
        byte[] wrappedBytes = wrapped.toArray();
        for (int at = 0; at < wrappedBytes.length; at++) {
            byte[] changed = wrappedBytes.clone();
            changed[at] ^= 16;
            assertThat(sealer.unwrap(Bytes.copyOf(changed), "case-1")).isEmpty();
        }
    }

    @Test
    void rewrapsForANewWrappingKeyAndForgetsTheOld() {
        Bytes wrapped = sealer.newKey("case-1");
        Bytes sealed = key(sealer, wrapped).seal(WORDS, "case-1", "content", 3);
        KeysetHandle rotated = Keysets.withNewPrimary(wrapping);
        CaseSealer renewed = new CaseSealer(rotated);

        Bytes rewrapped = renewed.rewrap(wrapped, "case-1").orElseThrow();

        assertThat(renewed.wrappingKeyId()).isNotEqualTo(sealer.wrappingKeyId());
        CaseSealer afterDestruction = new CaseSealer(Keysets.newestOnly(rotated, 1));
        assertThat(afterDestruction.wrappingKeyId()).isEqualTo(renewed.wrappingKeyId());
        assertThat(key(afterDestruction, rewrapped).open(sealed, "case-1", "content", 3))
                .contains(WORDS);
        assertThat(afterDestruction.unwrap(wrapped, "case-1")).isEmpty();
    }

    @Test
    void tellsOnlyTheBucketByItsLength() {
        CaseKey key = key(sealer, sealer.newKey("case-1"));

        assertThat(key.seal(Bytes.copyOf(new byte[1]), "case-1", "content", 1).size())
                .isEqualTo(key.seal(Bytes.copyOf(new byte[1000]), "case-1", "content", 1)
                        .size());
        Bytes large = Bytes.copyOf(new byte[3_000_000]);
        assertThat(key.open(key.seal(large, "case-1", "content", 1), "case-1", "content", 1))
                .contains(large);
    }

    private static CaseKey key(CaseSealer sealer, Bytes wrapped) {
        return sealer.unwrap(wrapped, "case-1").orElseThrow();
    }
}

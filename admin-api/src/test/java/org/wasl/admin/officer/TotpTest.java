package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.admin.audit.AuditKey;
import org.wasl.triage.seal.Bytes;

class TotpTest {
    private static final Bytes RFC_SECRET = Bytes.ofUtf8("12345678901234567890");
    private static final StaffId LAYLA = new StaffId("a".repeat(32));
    private static final StaffId DARA = new StaffId("b".repeat(32));

    /** RFC 6238, appendix B, the rows of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void saysWhatTheRfcSays(long second, String number) {
        assertThat(Totp.number(RFC_SECRET, second / 30, 8)).isEqualTo(number);
    }

    @Test
    void takesTheNumberOfNowAndOfOneStepAround() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = now.getEpochSecond() / 30;

        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.step(RFC_SECRET, Totp.number(RFC_SECRET, near, 6), now, 0))
                    .isEqualTo(OptionalLong.of(near));
        }
        assertThat(Totp.step(RFC_SECRET, Totp.number(RFC_SECRET, step - 2, 6), now, 0))
                .isEmpty();
        assertThat(Totp.step(RFC_SECRET, Totp.number(RFC_SECRET, step + 2, 6), now, 0))
                .isEmpty();
        assertThat(Totp.step(RFC_SECRET, "", now, 0)).isEmpty();
        assertThat(Totp.step(RFC_SECRET, "12345", now, 0)).isEmpty();
    }

    @Test
    void refusesAUsedNumberAndEveryEarlierOne() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = now.getEpochSecond() / 30;

        assertThat(Totp.step(RFC_SECRET, Totp.number(RFC_SECRET, step, 6), now, step))
                .isEmpty();
        assertThat(Totp.step(RFC_SECRET, Totp.number(RFC_SECRET, step - 1, 6), now, step))
                .isEmpty();
        assertThat(Totp.step(RFC_SECRET, Totp.number(RFC_SECRET, step + 1, 6), now, step))
                .isPresent();
    }

    @Test
    void writesTheSecretInBase32() {
        assertThat(Totp.base32(Bytes.ofUtf8("foobar"))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.base32(RFC_SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void aSealedSecretOpensForWhoseItIsUnderTheSameKeyAndUnchanged() {
        FactorSealer sealer = sealer("k");
        Bytes sealed = sealer.seal(LAYLA, RFC_SECRET);
        byte[] changed = sealed.toArray();
        changed[changed.length - 1] ^= 1;

        assertThat(sealer.open(LAYLA, sealed)).contains(RFC_SECRET);
        assertThat(sealer.open(DARA, sealed)).isEmpty();
        assertThat(sealer("o").open(LAYLA, sealed)).isEmpty();
        assertThat(sealer.open(LAYLA, Bytes.copyOf(changed))).isEmpty();
        assertThat(sealer.open(LAYLA, Bytes.ofUtf8("short"))).isEmpty();
        assertThat(sealer.seal(LAYLA, RFC_SECRET)).isNotEqualTo(sealed);
    }

    private static FactorSealer sealer(String key) {
        return new FactorSealer(new AuditKey(Bytes.ofUtf8(key.repeat(32))), new SecureRandom());
    }
}

package org.wasl.triage.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesReaderTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 127, 128, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void readsTheNumberThatWasWritten(long number) {
        BytesReader in = new BytesReader(new BytesWriter().number(number).written());

        assertThat(in.number()).isEqualTo(number);
        in.end();
    }

    @Test
    void readsEveryKindThatWasWritten() {
        Instant at = Instant.parse("2026-11-22T10:15:30.123456789Z");
        Bytes written = new BytesWriter()
                .version(200)
                .flag(true)
                .text("سڵاو 😀", 64)
                .bytes(Bytes.ofHex("00ff"), 2)
                .instant(at)
                .instant(Instant.MIN)
                .instant(Instant.MAX)
                .optional("x", (out, value) -> out.text(value, 1))
                .<String>optional(null, (out, value) -> out.text(value, 1))
                .list(List.of(1, 2, 3), 3, (out, value) -> out.number(value))
                .written();

        BytesReader in = new BytesReader(written);
        assertThat(in.version()).isEqualTo(200);
        assertThat(in.flag()).isTrue();
        assertThat(in.text(64)).isEqualTo("سڵاو 😀");
        assertThat(in.bytes(2)).isEqualTo(Bytes.ofHex("00ff"));
        assertThat(in.instant()).isEqualTo(at);
        assertThat(in.instant()).isEqualTo(Instant.MIN);
        assertThat(in.instant()).isEqualTo(Instant.MAX);
        assertThat(Objects.requireNonNull(in.<String>optional(from -> from.text(1))))
                .isEqualTo("x");
        assertThat((Object) in.<String>optional(from -> from.text(1))).isNull();
        assertThat(in.list(3, BytesReader::number)).containsExactly(1L, 2L, 3L);
        in.end();
    }

    @Test
    void keepsTheLengthOfTextWithALoneSurrogate() {
        Bytes written = new BytesWriter().text("a\uD83Db", 16).written();

        assertThat(new BytesReader(written).text(16)).isEqualTo("a?b");
    }

    @Test
    void refusesWhatIsOverALimitOnBothSides() {
        assertThatThrownBy(() -> new BytesWriter().text("abc", 2)).hasMessage("text: 3 bytes (expected: at most 2)");
        assertThatThrownBy(() -> new BytesWriter().list(List.of(1L, 2L), 1, BytesWriter::number))
                .hasMessage("list: 2 entries (expected: at most 1)");
        Bytes text = new BytesWriter().text("abc", 3).written();
        assertThatThrownBy(() -> new BytesReader(text).text(2)).isInstanceOf(MalformedBytes.class);
        Bytes list =
                new BytesWriter().list(List.of(1L, 2L), 2, BytesWriter::number).written();
        assertThatThrownBy(() -> new BytesReader(list).list(1, BytesReader::number))
                .isInstanceOf(MalformedBytes.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                // A length of two thousand million with nothing behind it.
                "80a8d6b90eff",
                // A number that never ends.
                "ffffffffffffffffffffffff",
                // Invalid UTF-8, a surrogate in UTF-8, an overlong form.
                "04c328",
                "06eda080",
                "04c0af"
            })
    void refusesMalformedText(String hex) {
        assertThatThrownBy(() -> new BytesReader(Bytes.ofHex(hex)).text(1 << 20))
                .isInstanceOf(MalformedBytes.class);
    }

    @Test
    void refusesBytesLeftOver() {
        assertThatThrownBy(() -> new BytesReader(Bytes.ofHex("00")).end()).hasMessage("bytes left over");
    }

    @Test
    void throwsNothingElseForAnyBytes() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            byte[] garbage = new byte[random.nextInt(40)];
            random.nextBytes(garbage);
            BytesReader in = new BytesReader(Bytes.copyOf(garbage));
            try {
                while (true) {
                    switch (random.nextInt(7)) {
                        case 0 -> in.flag();
                        case 1 -> in.number();
                        case 2 -> in.text(1 << 16);
                        case 3 -> in.bytes(Integer.MAX_VALUE);
                        case 4 -> in.instant();
                        case 5 -> in.list(Integer.MAX_VALUE, BytesReader::instant);
                        default -> in.optional(from -> from.number(-5, 5));
                    }
                }
            } catch (MalformedBytes expected) {
                assertThat(expected.refusal()).isEqualTo(Refusal.MALFORMED);
            }
        }
    }
}

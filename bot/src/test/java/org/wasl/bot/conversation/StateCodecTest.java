package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was stored by an earlier version is read by this one; samples are only ever added to. */
class StateCodecTest {

    private static final Path SAMPLES = Path.of("src/test/resources/stored");

    @Test
    void readsWhatWasStoredBeforeStatesWereMadeSmall() throws IOException {
        Conversation read = StateCodec.decode(Files.readAllBytes(SAMPLES.resolve("state-1.json")));
        assertThat(read.step()).isEqualTo("confirm-threat");
        assertThat(read.back()).hasSize(5);
        assertThat(read.back().getLast().answers()).containsEntry("danger", List.of("calm"));
        assertThat(StateCodec.decode(StateCodec.encode(read))).isEqualTo(read);
    }

    /** Fails when the words known beforehand are changed: that takes another packing byte, and another sample. */
    @Test
    void readsWhatWasStoredWithTheseVeryWordsKnownBeforehand() throws IOException {
        byte[] packed = HexFormat.of()
                .parseHex(Files.readString(SAMPLES.resolve("state-2.hex")).strip());
        assertThat(StateCodec.decode(packed))
                .isEqualTo(StateCodec.decode(Files.readAllBytes(SAMPLES.resolve("state-1.json"))));
    }

    @Test
    void makesAStateLessThanHalfAsLarge() throws IOException {
        byte[] bare = Files.readAllBytes(SAMPLES.resolve("state-1.json"));
        assertThat(StateCodec.encode(StateCodec.decode(bare))).hasSizeLessThan(bare.length / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "02", "02ff", "09616263", "7b", "02636000"})
    void refusesWhatIsNoStateWithoutQuotingIt(String hex) {
        assertThatThrownBy(() -> StateCodec.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void refusesHalfOfOne() throws IOException {
        byte[] whole = StateCodec.encode(StateCodec.decode(Files.readAllBytes(SAMPLES.resolve("state-1.json"))));
        assertThatThrownBy(() -> StateCodec.decode(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("confirm");
    }

    @Test
    void refusesWhatWouldGrowBeyondAnyState() {
        Compact compact = Compact.plain();
        byte[] small = compact.make(new byte[4 << 20]);
        assertThat(small.length).isLessThan(10_000);
        assertThatThrownBy(() -> compact.open(small, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1048576");
    }

    @Test
    void saysNothingOfWhatItRead() {
        byte[] other = "{\"version\":7,\"story\":\"MARKER\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StateCodec.decode(other)).hasMessageNotContaining("MARKER");
    }
}

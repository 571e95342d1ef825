package org.wasl.triage.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.MalformedBytes;
import org.wasl.triage.seal.Refusal;
import org.wasl.triage.seal.Vectors;
import tools.jackson.databind.JsonNode;

class CodecTest {

    static Stream<IntakeEntry> entries() {
        return EntryFixture.entries().values().stream();
    }

    static Stream<DeskNotice> notices() {
        return EntryFixture.notices().values().stream();
    }

    static Stream<JsonNode> intakeVectors() {
        return Vectors.of("intake-content-v1.json");
    }

    static Stream<JsonNode> noticeVectors() {
        return Vectors.of("notice-content-v1.json");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void readsEveryEntryAsItWasWritten(IntakeEntry entry) {
        assertThat(IntakeCodec.decode(IntakeCodec.encode(entry))).isEqualTo(entry);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void readsEveryNoticeAsItWasWritten(DeskNotice notice) {
        assertThat(NoticeCodec.decode(NoticeCodec.encode(notice))).isEqualTo(notice);
    }

    @Test
    void readsPresenceAsItWasWritten() {
        assertThat(PresenceCodec.decode(PresenceCodec.encode(EntryFixture.aPresence())))
                .isEqualTo(EntryFixture.aPresence());
    }

    @Test
    void readsAnyReportAsItWasWritten() {
        RandomReports reports = new RandomReports(23);
        for (int round = 0; round < 2_000; round++) {
            IntakeEntry entry = new IntakeEntry.Filed(reports.next());
            Bytes content = IntakeCodec.encode(entry);
            IntakeEntry read = IntakeCodec.decode(content);
            assertThat(read).isEqualTo(entry);
            assertThat(IntakeCodec.encode(read)).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @MethodSource("intakeVectors")
    void readsEveryEntryThatWasEverWritten(JsonNode vector) {
        IntakeEntry expected = EntryFixture.entries().get(vector.get("name").asString());

        assertThat(IntakeCodec.decode(Vectors.bytes(vector, "content"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("noticeVectors")
    void readsEveryNoticeThatWasEverWritten(JsonNode vector) {
        DeskNotice expected = EntryFixture.notices().get(vector.get("name").asString());

        assertThat(NoticeCodec.decode(Vectors.bytes(vector, "content"))).isEqualTo(expected);
    }

    /** The format is frozen: the same entry has the same bytes, or digests would change under a running desk. */
    @ParameterizedTest
    @MethodSource("intakeVectors")
    void writesTheSameBytesAsEver(JsonNode vector) {
        IntakeEntry entry = EntryFixture.entries().get(vector.get("name").asString());

        assertThat(IntakeCodec.encode(Objects.requireNonNull(entry))).isEqualTo(Vectors.bytes(vector, "content"));
    }

    @Test
    void hasAVectorForEveryKind() {
        assertThat(intakeVectors().map(vector -> vector.get("name").asString()))
                .containsAll(EntryFixture.entries().keySet());
        assertThat(noticeVectors().map(vector -> vector.get("name").asString()))
                .containsAll(EntryFixture.notices().keySet());
        assertThat(EntryFixture.entries().values().stream()
                        .map(Object::getClass)
                        .distinct())
                .hasSameSizeAs(IntakeEntry.class.getPermittedSubclasses());
        assertThat(EntryFixture.notices().values().stream()
                        .map(Object::getClass)
                        .distinct())
                .hasSameSizeAs(DeskNotice.class.getPermittedSubclasses());
    }

    @Test
    void refusesAnUnknownVersion() {
        byte[] content = IntakeCodec.encode(new IntakeEntry.Delivered("r", EntryFixture.AT))
                .toArray();
        content[0] = 2;

        assertThatThrownBy(() -> IntakeCodec.decode(Bytes.copyOf(content)))
                .isInstanceOfSatisfying(
                        MalformedBytes.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNKNOWN_VERSION));
        assertThatThrownBy(() -> NoticeCodec.decode(Bytes.ofHex("07")))
                .isInstanceOfSatisfying(
                        MalformedBytes.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNKNOWN_VERSION));
        assertThatThrownBy(() -> PresenceCodec.decode(Bytes.ofHex("00")))
                .isInstanceOfSatisfying(
                        MalformedBytes.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNKNOWN_VERSION));
    }

    @Test
    void refusesEvidenceThatIsNoneOrNotInItsForm() {
        byte[] content = IntakeCodec.encode(new IntakeEntry.Filed(EntryFixture.aReportWithEvidence()))
                .toArray();
        byte[] bare = IntakeCodec.encode(new IntakeEntry.Filed(EntryFixture.aReport()))
                .toArray();
        byte[] none = Arrays.copyOf(bare, bare.length + 3);
        none[1] = 2 * 16;
        assertThatThrownBy(() -> IntakeCodec.decode(Bytes.copyOf(none))).isInstanceOf(MalformedBytes.class);

        assertThat(refused(content, "+9647701234567", "00964770123456")).isTrue();
        assertThat(refused(content, "bad_boy.99", "bad boy.99")).isTrue();
        assertThat(refused(content, "INSTAGRAM", "INSTAGRAN")).isTrue();
        assertThat(refused(content, "bad_boy.99", "bad_boy.98")).isFalse();
    }

    @Test
    void refusesCountsThatAreNotInTheirForm() {
        byte[] content = IntakeCodec.encode(
                        Objects.requireNonNull(EntryFixture.entries().get("conversations-counted")))
                .toArray();

        assertThat(refused(content, "00ff00ff00ff00ff", "00FF00ff00ff00ff")).isTrue();
        assertThat(refused(content, "2026-11", "2026-13")).isTrue();
        assertThat(refused(content, "STORY", "STARS")).isTrue();
        assertThat(refused(content, "2026-11", "2026-12")).isFalse();
    }

    private static boolean refused(byte[] content, String form, String planted) {
        String latin = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(latin).contains(form);
        String changed = latin.replace(form, planted.substring(0, form.length()));
        return refusesOrReads(
                        IntakeCodec::decode,
                        Bytes.copyOf(changed.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                == 1;
    }

    @Test
    void refusesWhatIsCutAndWhatIsLeftOver() {
        EntryFixture.entries().values().forEach(entry -> {
            byte[] content = IntakeCodec.encode(entry).toArray();
            for (int size = 0; size < content.length; size++) {
                Bytes cut = Bytes.copyOf(Arrays.copyOf(content, size));
                assertThatThrownBy(() -> IntakeCodec.decode(cut)).isInstanceOf(MalformedBytes.class);
            }
            Bytes longer = Bytes.copyOf(Arrays.copyOf(content, content.length + 1));
            assertThatThrownBy(() -> IntakeCodec.decode(longer)).isInstanceOf(MalformedBytes.class);
        });
    }

    /** A bot node that was taken over signs and seals what it likes: only the decoder stands before the desk then. */
    @Test
    void throwsNothingButARefusalForChangedContent() {
        Random random = new Random(29);
        int refused = 0;
        for (IntakeEntry entry : EntryFixture.entries().values()) {
            byte[] content = IntakeCodec.encode(entry).toArray();
            for (int round = 0; round < 3_000; round++) {
                refused += refusesOrReads(IntakeCodec::decode, changed(content, random));
            }
        }
        for (DeskNotice notice : EntryFixture.notices().values()) {
            byte[] content = NoticeCodec.encode(notice).toArray();
            for (int round = 0; round < 1_000; round++) {
                refused += refusesOrReads(NoticeCodec::decode, changed(content, random));
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void throwsNothingButARefusalForGarbage() {
        Random random = new Random(31);
        for (int round = 0; round < 30_000; round++) {
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            if (garbage.length > 1) {
                garbage[0] = 1;
                garbage[1] = (byte) (2 * random.nextInt(12));
            }
            refusesOrReads(IntakeCodec::decode, Bytes.copyOf(garbage));
            refusesOrReads(NoticeCodec::decode, Bytes.copyOf(garbage));
            refusesOrReads(PresenceCodec::decode, Bytes.copyOf(garbage));
        }
    }

    private static int refusesOrReads(java.util.function.Function<Bytes, ?> decode, Bytes content) {
        try {
            assertThat(decode.apply(content)).isNotNull();
            return 0;
        } catch (MalformedBytes | IllegalArgumentException refused) {
            return 1;
        }
    }

    private static Bytes changed(byte[] content, Random random) {
        byte[] changed = content.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return Bytes.copyOf(changed);
    }
}

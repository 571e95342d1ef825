package org.wasl.triage.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.triage.intake.AttachmentSealer.Sealing;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;
import org.wasl.triage.seal.Signer;
import org.wasl.triage.seal.StreamKey;
import org.wasl.triage.seal.Vectors;
import org.wasl.triage.seal.Verifier;
import tools.jackson.databind.JsonNode;

class AttachmentSealerTest {

    private static final AttachmentId ID = new AttachmentId("1a".repeat(16));
    private static final Bytes SEED = Bytes.ofHex("07".repeat(32));
    private static final long MOST = 20L * 1024 * 1024;

    private final AttachmentSealer sealer = new AttachmentSealer(Signer.ofRaw(SEED), new SecureRandom());
    private final AttachmentOpener opener = new AttachmentOpener(Verifier.ofRaw(Signer.publicKeyOf(SEED)));

    static Stream<Integer> sizes() {
        int one = (int) StreamKey.room(1);
        int two = (int) StreamKey.room(2);
        return Stream.of(1, 17, 4_000, one - 1, one, one + 1, two - 1, two, two + 1, 900_000);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void opensToWhatWasSealed(int size) throws IOException {
        byte[] content = content(size, 3);
        Sealed sealed = sealed(content, ID);

        assertThat(sealed.open(opener, ID).readAllBytes()).isEqualTo(content);
        assertThat(sealed.whole(opener, ID)).isTrue();
        assertThat(sealed.seal().size()).isEqualTo(size);
        assertThat(sealed.seal().digest()).isEqualTo(Digest.of(Bytes.copyOf(content)));
    }

    /** All that crosses in the open is how many pieces of a quarter of a megabyte there are. */
    @Test
    void makesEveryChunkOfTheSameSize() throws IOException {
        Sealed small = sealed(content(1, 1), ID);
        Sealed full = sealed(content((int) StreamKey.room(1), 1), ID);
        Sealed three = sealed(content(600_000, 1), ID);

        assertThat(small.wires()).hasSize(1);
        assertThat(full.wires()).hasSize(1);
        assertThat(three.wires()).hasSize(3);
        assertThat(Stream.of(small, full, three).flatMap(one -> one.wires().stream()))
                .extracting(Bytes::size)
                .containsOnly(small.wires().getFirst().size());
    }

    @Test
    void holdsNeverMoreThanOneChunk() throws IOException {
        int[] read = {0};
        InputStream counting = new ByteArrayInputStream(content(3_000_000, 5)) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                int got = super.read(to, from, length);
                read[0] += Math.max(got, 0);
                return got;
            }
        };
        List<Integer> ahead = new ArrayList<>();
        sealer.seal(counting, ID, MOST, chunk -> ahead.add(read[0] - ahead.size() * StreamKey.SEGMENT));

        assertThat(ahead).hasSize(12).allMatch(bytes -> bytes <= 2 * StreamKey.SEGMENT + 16 * 1024);
    }

    @Test
    void refusesAChunkThatIsMissingAtAnyPlace() throws IOException {
        Sealed sealed = sealed(content(900_000, 7), ID);
        for (int gone = 0; gone < sealed.chunks().size(); gone++) {
            List<Bytes> fewer = new ArrayList<>(sealed.chunks());
            fewer.set(gone, null);
            assertRefused(new Sealed(sealed.seal(), fewer, sealed.wires()), ID);
        }
    }

    @Test
    void refusesAStreamCutAtTheEnd() throws IOException {
        Sealed sealed = sealed(content(900_000, 7), ID);
        AttachmentSeal seal = sealed.seal();
        AttachmentSeal shorter = new AttachmentSeal(seal.blob(), seal.key(), 2, 500_000, seal.digest());

        assertThat(opener.whole(shorter, ID, sealed.chunks()::get)).isFalse();
    }

    @Test
    void refusesChunksInAnotherOrder() throws IOException {
        Sealed sealed = sealed(content(900_000, 7), ID);
        for (int one = 0; one < sealed.chunks().size(); one++) {
            for (int other = one + 1; other < sealed.chunks().size(); other++) {
                List<Bytes> turned = new ArrayList<>(sealed.chunks());
                turned.set(one, sealed.chunks().get(other));
                turned.set(other, sealed.chunks().get(one));
                assertRefused(new Sealed(sealed.seal(), turned, sealed.wires()), ID);
            }
        }
    }

    @Test
    void refusesAChunkOfAnotherAttachmentOrOfAnotherAttempt() throws IOException {
        Sealed sealed = sealed(content(900_000, 7), ID);
        Sealed again = sealed(content(900_000, 7), ID);
        for (int at = 0; at < sealed.chunks().size(); at++) {
            List<Bytes> mixed = new ArrayList<>(sealed.chunks());
            mixed.set(at, again.chunks().get(at));
            assertRefused(new Sealed(sealed.seal(), mixed, sealed.wires()), ID);
        }
    }

    @Test
    void refusesAnAttachmentUnderTheNameOfAnother() throws IOException {
        Sealed sealed = sealed(content(1_000, 7), ID);

        assertRefused(sealed, new AttachmentId("1b".repeat(16)));
    }

    @Test
    void refusesAnyChangedBit() throws IOException {
        Sealed sealed = sealed(content(300_000, 7), ID);
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            List<Bytes> changed = new ArrayList<>(sealed.chunks());
            int at = random.nextInt(changed.size());
            byte[] bytes = changed.get(at).toArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            changed.set(at, Bytes.copyOf(bytes));
            assertThat(new Sealed(sealed.seal(), changed, sealed.wires()).whole(opener, ID))
                    .isFalse();
        }
    }

    @Test
    void refusesAnotherKeyAndAnotherDigest() throws IOException {
        Sealed sealed = sealed(content(1_000, 7), ID);
        AttachmentSeal seal = sealed.seal();
        Bytes other = Bytes.ofHex("5c".repeat(32));

        assertThat(opener.whole(
                        new AttachmentSeal(seal.blob(), other, 1, 1_000, seal.digest()), ID, sealed.chunks()::get))
                .isFalse();
        assertThat(opener.whole(new AttachmentSeal(seal.blob(), seal.key(), 1, 1_000, other), ID, sealed.chunks()::get))
                .isFalse();
        assertThat(opener.whole(
                        new AttachmentSeal(seal.blob(), seal.key(), 1, 999, seal.digest()), ID, sealed.chunks()::get))
                .isFalse();
    }

    @Test
    void takesAChunkOnlyFromABotNode() throws IOException {
        Bytes wire = sealed(content(1_000, 7), ID).wires().getFirst();
        AttachmentOpener elsewhere =
                new AttachmentOpener(Verifier.ofRaw(Signer.publicKeyOf(Bytes.ofHex("08".repeat(32)))));

        assertThat(opener.chunk(wire)).isPresent();
        assertThat(elsewhere.chunk(wire)).isEmpty();
    }

    /** The signature covers place, attempt and bytes: nobody on the way can turn them round. */
    @Test
    void refusesAWireChangedAnywhere() throws IOException {
        Bytes wire = sealed(content(1_000, 7), ID).wires().getFirst();
        Random random = new Random(13);
        for (int round = 0; round < 400; round++) {
            byte[] bytes = wire.toArray();
            int at = round < 110 ? round : random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(opener.chunk(Bytes.copyOf(bytes))).as("byte %d", at).isEmpty();
        }
    }

    @Test
    void refusesGarbageOfAnyLength() {
        Random random = new Random(17);
        for (int round = 0; round < 5_000; round++) {
            byte[] garbage = new byte[random.nextInt(300)];
            random.nextBytes(garbage);
            if (garbage.length > 1) {
                garbage[0] = 'A';
                garbage[1] = 1;
            }
            assertThat(opener.chunk(Bytes.copyOf(garbage))).isEmpty();
        }
    }

    @Test
    void tellsAChunkFromAnEntry() throws IOException {
        assertThat(AttachmentOpener.isChunk(sealed(content(10, 1), ID).wires().getFirst()))
                .isTrue();
        assertThat(AttachmentOpener.isChunk(Bytes.ofHex("01" + "00".repeat(70_000))))
                .isFalse();
        assertThat(AttachmentOpener.isChunk(Bytes.EMPTY)).isFalse();
    }

    @Test
    void takesNoMoreThanIsAllowed() throws IOException {
        assertThat(sealer.seal(new ByteArrayInputStream(content(10_001, 1)), ID, 10_000, chunk -> {}))
                .isEqualTo(new Sealing.TooLarge());
        assertThat(sealer.seal(new ByteArrayInputStream(content(10_000, 1)), ID, 10_000, chunk -> {}))
                .isInstanceOf(Sealing.Whole.class);
    }

    @Test
    void takesNothingOutOfNothing() throws IOException {
        assertThat(sealer.seal(InputStream.nullInputStream(), ID, MOST, chunk -> {}))
                .isEqualTo(new Sealing.Empty());
    }

    @Test
    void letsTheSourcesFailureThrough() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };
        assertThatThrownBy(() -> sealer.seal(broken, ID, MOST, chunk -> {})).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 257})
    void neverDescribesMoreChunksThanThereCanBe(int chunks) {
        assertThatThrownBy(() -> new AttachmentSeal(
                        "2a".repeat(16), Bytes.ofHex("2b".repeat(32)), chunks, 1, Bytes.ofHex("2c".repeat(32))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What was sealed by an earlier version, and the signature it was taken by. */
    @Test
    void opensWhatWasEverSealed() throws IOException {
        JsonNode vector = Vectors.of("attachment-v1.json").findFirst().orElseThrow();
        Bytes wire;
        try (InputStream in = getClass().getResourceAsStream("/vectors/attachment-v1.chunk")) {
            wire = Bytes.copyOf(in.readAllBytes());
        }
        AttachmentChunk chunk = opener.chunk(wire).orElseThrow();
        AttachmentSeal seal = new AttachmentSeal(
                vector.get("blob").asString(),
                Vectors.bytes(vector, "key"),
                1,
                vector.get("size").asLong(),
                Vectors.bytes(vector, "digest"));

        assertThat(chunk.blob()).isEqualTo(seal.blob());
        assertThat(opener.whole(seal, ID, at -> chunk.sealed())).isTrue();
        assertThat(opener.open(seal, ID, at -> chunk.sealed()).readAllBytes())
                .isEqualTo(Vectors.bytes(vector, "content").toArray());
    }

    private record Sealed(AttachmentSeal seal, List<Bytes> chunks, List<Bytes> wires) {
        InputStream open(AttachmentOpener opener, AttachmentId id) throws IOException {
            return opener.open(seal, id, chunks::get);
        }

        boolean whole(AttachmentOpener opener, AttachmentId id) {
            return opener.whole(seal, id, chunks::get);
        }
    }

    private void assertRefused(Sealed sealed, AttachmentId id) {
        assertThat(sealed.whole(opener, id)).isFalse();
        assertThatThrownBy(() -> sealed.open(opener, id).readAllBytes()).isInstanceOf(IOException.class);
    }

    private Sealed sealed(byte[] content, AttachmentId id) throws IOException {
        List<Bytes> wires = new ArrayList<>();
        Sealing sealing = sealer.seal(new ByteArrayInputStream(content), id, MOST, wires::add);
        List<Bytes> chunks = new ArrayList<>();
        for (Bytes wire : wires) {
            chunks.add(opener.chunk(wire).orElseThrow().sealed());
        }
        AttachmentSeal seal = ((Sealing.Whole) sealing).seal();
        assertThat(seal.chunks()).isEqualTo(wires.size());
        return new Sealed(seal, chunks, wires);
    }

    private static byte[] content(int size, int seed) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return Arrays.copyOf(content, size);
    }
}

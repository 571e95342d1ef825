package org.wasl.triage.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

class HandoverCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-23T09:00:00Z");
    private static final Bytes CONTENT = Bytes.ofUtf8("<p>ما يلزم: مكان آمن الليلة</p>");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path desk;
    private BundleSealer sealer;

    @BeforeEach
    void aDesk() {
        desk = folder.resolve("keys");
        sealer = aDesk(desk);
    }

    @Test
    void opensWithThePartnersKeyWhatTheDeskSealedToIt() throws IOException {
        Path key = folder.resolve("partner.key");
        Bytes published = newKey(key);

        int ended = open(key, desk, sealer.seal(CONTENT, published, "r-1", NOON));

        assertThat(ended).isEqualTo(HandoverCommand.DONE);
        assertThat(Bytes.copyOf(out.toByteArray())).isEqualTo(CONTENT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("opened: r-1").doesNotContain("مكان");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAnotherKeyAnotherDeskAnotherReferenceAndGarbage() throws IOException {
        Path key = folder.resolve("partner.key");
        Bytes published = newKey(key);
        Path stranger = folder.resolve("stranger.key");
        newKey(stranger);
        Bytes file = sealer.seal(CONTENT, published, "r-1", NOON);
        Path otherDesk = folder.resolve("other");
        aDesk(otherDesk);

        assertThat(open(stranger, desk, file)).isEqualTo(HandoverCommand.REFUSED);
        assertThat(open(key, otherDesk, file)).isEqualTo(HandoverCommand.REFUSED);
        byte[] renamed = file.toArray();
        renamed[BundleSealer.FIRST_LINE.length() + 3] = '2';
        assertThat(open(key, desk, Bytes.copyOf(renamed))).isEqualTo(HandoverCommand.REFUSED);
        byte[] flipped = file.toArray();
        flipped[flipped.length - 1] ^= 1;
        assertThat(open(key, desk, Bytes.copyOf(flipped))).isEqualTo(HandoverCommand.REFUSED);
        assertThat(open(key, desk, Bytes.ofUtf8("nothing of ours"))).isEqualTo(HandoverCommand.REFUSED);
        assertThat(open(key, desk, Bytes.EMPTY)).isEqualTo(HandoverCommand.REFUSED);
        assertThat(out.size()).isZero();
    }

    @Test
    void neverWritesOverAKey() throws IOException {
        Path key = folder.resolve("partner.key");
        newKey(key);
        String before = Files.readString(key);

        assertThat(command(Bytes.EMPTY).run(List.of("new-key", key.toString()))).isEqualTo(HandoverCommand.BROKEN);
        assertThat(Files.readString(key)).isEqualTo(before);
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(command(Bytes.EMPTY).run(List.of("open"))).isEqualTo(HandoverCommand.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("new-key").contains("open");
    }

    private static BundleSealer aDesk(Path keys) {
        DeskSecret secret = DeskSecret.of("42".repeat(32));
        KeyFolder made = KeyFolder.create(keys, secret, new SecureRandom());
        return new BundleSealer(DeskKeys.load(made.deskFolder(), secret).signer());
    }

    private Bytes newKey(Path file) {
        assertThat(command(Bytes.EMPTY).run(List.of("new-key", file.toString())))
                .isEqualTo(HandoverCommand.DONE);
        String said = out.toString(StandardCharsets.UTF_8);
        out.reset();
        String key = said.lines().findFirst().orElseThrow().replaceAll(".* ", "");
        assertThat(said).contains(PartnerKey.fingerprint(key));
        return Bytes.ofHex(key);
    }

    private int open(Path key, Path keys, Bytes file) {
        Path sender = keys.resolve("bot").resolve("desk-verify.public");
        return command(file).run(List.of("open", key.toString(), sender.toString()));
    }

    private HandoverCommand command(Bytes file) {
        return new HandoverCommand(
                new ByteArrayInputStream(file.toArray()),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new SecureRandom());
    }
}

package org.wasl.triage.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftKeysTest {

    private static final DraftContext CONTEXT = new DraftContext("state", "wasl:{s017}:state", "i1", 4);
    private static final Bytes WORDS = Bytes.ofUtf8("demonstration words");

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-22T23:59:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void opensADraftUnderTheSameContextOnly() {
        DraftKeys keys = keys();
        Bytes sealed = keys.sealer().seal(WORDS, CONTEXT);

        assertThat(keys.opener().open(sealed, CONTEXT)).isEqualTo(new Draft.Opened(WORDS));
        Draft refused = new Draft.Refused(Refusal.NOT_OPENED);
        assertThat(keys.opener().open(sealed, new DraftContext("outbox", "wasl:{s017}:state", "i1", 4)))
                .isEqualTo(refused);
        assertThat(keys.opener().open(sealed, new DraftContext("state", "wasl:{s018}:state", "i1", 4)))
                .isEqualTo(refused);
        assertThat(keys.opener().open(sealed, new DraftContext("state", "wasl:{s017}:state", "i2", 4)))
                .isEqualTo(refused);
        assertThat(keys.opener().open(sealed, new DraftContext("state", "wasl:{s017}:state", "i1", 5)))
                .isEqualTo(refused);
    }

    @Test
    void makesAKeyOnlyWhenItIsNeeded() {
        DraftKeys keys = keys();
        assertThat(files()).isEmpty();

        keys.sealer().seal(WORDS, CONTEXT);
        keys.sealer().seal(WORDS, CONTEXT);

        assertThat(files()).containsExactly("2026-11-22.draft-key");
    }

    @Test
    void opensYesterdaysDraftAfterARestart() {
        Bytes sealed = keys().sealer().seal(WORDS, CONTEXT);
        now = now.plus(Duration.ofHours(24));

        DraftKeys restarted = keys();
        restarted.sealer().seal(WORDS, CONTEXT);

        assertThat(restarted.destroyExpired()).isZero();
        assertThat(restarted.opener().open(sealed, CONTEXT)).isEqualTo(new Draft.Opened(WORDS));
        assertThat(files()).hasSize(2);
    }

    @Test
    void readsNothingOnceTheKeyWasDestroyed() {
        DraftKeys keys = keys();
        Bytes sealed = keys.sealer().seal(WORDS, CONTEXT);
        now = Instant.parse("2026-11-23T23:59:59Z");
        assertThat(keys.destroyExpired()).isZero();
        now = Instant.parse("2026-11-24T00:00:00Z");
        assertThat(keys.destroyExpired()).isEqualTo(1);

        Draft gone = new Draft.Refused(Refusal.KEY_GONE);
        assertThat(keys.opener().open(sealed, CONTEXT)).isEqualTo(gone);
        assertThat(keys().opener().open(sealed, CONTEXT)).isEqualTo(gone);
        assertThat(files()).isEmpty();
    }

    @Test
    void takesWhatWasAcceptedBeforeALongOutageBeforeItDestroys() {
        Bytes sealed = keys().sealer().seal(WORDS, CONTEXT);
        now = now.plus(Duration.ofDays(4));

        DraftKeys restarted = keys();

        assertThat(restarted.opener().open(sealed, CONTEXT)).isEqualTo(new Draft.Opened(WORDS));
        assertThat(restarted.destroyExpired()).isEqualTo(1);
    }

    @Test
    void usesTheKeyAnotherProcessMadeFirst() {
        DraftKeys first = keys();
        DraftKeys second = keys();
        Bytes sealed = first.sealer().seal(WORDS, CONTEXT);
        Bytes other = second.sealer().seal(WORDS, CONTEXT);

        assertThat(second.opener().open(sealed, CONTEXT)).isEqualTo(new Draft.Opened(WORDS));
        assertThat(first.opener().open(other, CONTEXT)).isEqualTo(new Draft.Opened(WORDS));
        assertThat(files()).hasSize(1);
    }

    @Test
    void keepsItsKeysFromOthers() throws IOException {
        keys().sealer().seal(WORDS, CONTEXT);

        Path drafts = folder.resolve("drafts");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(drafts)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(drafts.resolve("2026-11-22.draft-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesWhateverIsNotADraft() {
        DraftKeys keys = keys();
        byte[] sealed = keys.sealer().seal(WORDS, CONTEXT).toArray();
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 4;
            assertThat(keys.opener().open(Bytes.copyOf(changed), CONTEXT)).isInstanceOf(Draft.Refused.class);
            assertThat(keys.opener().open(Bytes.copyOf(Arrays.copyOf(sealed, at)), CONTEXT))
                    .isInstanceOf(Draft.Refused.class);
        }
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            byte[] garbage = new byte[random.nextInt(64)];
            random.nextBytes(garbage);
            if (garbage.length > 0 && random.nextBoolean()) {
                garbage[0] = 1;
            }
            assertThat(keys.opener().open(Bytes.copyOf(garbage), CONTEXT)).isInstanceOf(Draft.Refused.class);
        }
    }

    @Test
    void saysWhatIsTooLarge() {
        Bytes large = Bytes.copyOf(new byte[DraftSealer.largest() + 1]);

        assertThatThrownBy(() -> keys().sealer().seal(large, CONTEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("content to seal: 262141 bytes (expected: at most 262140)");
    }

    private DraftKeys keys() {
        return new DraftKeys(folder.resolve("drafts"), clock);
    }

    private java.util.List<String> files() {
        try (Stream<Path> all = Files.list(folder.resolve("drafts"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}

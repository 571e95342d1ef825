package org.wasl.triage.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    private static final Context CONTEXT = Context.of("wasl/test/v1", "test");
    private static final Bytes WORDS = Bytes.ofUtf8("demonstration words");

    @TempDir
    private Path temporary;

    private final SecureRandom random = new SecureRandom();
    private final DeskSecret secret = DeskSecret.of("5a".repeat(32));
    private KeyFolder keys;

    @BeforeEach
    void firstStart() {
        keys = KeyFolder.create(temporary.resolve("keys"), secret, random);
    }

    @Test
    void fitsTheTwoHalvesTogether() {
        BotKeys bot = bot();
        DeskKeys desk = desk();

        assertThat(desk.opener().open(bot.toDesk().seal(WORDS, CONTEXT), CONTEXT))
                .contains(WORDS);
        assertThat(bot.opener().open(desk.toBot().seal(WORDS, CONTEXT), CONTEXT))
                .contains(WORDS);
        assertThat(desk.botVerifier().verifies(bot.signer().sign(CONTEXT), CONTEXT))
                .isTrue();
        assertThat(bot.deskVerifier().verifies(desk.signer().sign(CONTEXT), CONTEXT))
                .isTrue();
        assertThat(bot.opener().open(bot.toDesk().seal(WORDS, CONTEXT), CONTEXT))
                .isEmpty();
        assertThat(bot.deskVerifier().verifies(bot.signer().sign(CONTEXT), CONTEXT))
                .isFalse();
        assertThat(bot.capsuleOpener().open(bot.capsuleSealer().seal(WORDS, CONTEXT), CONTEXT))
                .contains(WORDS);
        assertThat(bot.lookup().hex("a")).isNotEqualTo(bot.dedupe().hex("a"));
        assertThat(desk.audit().hex("a")).isNotEqualTo(desk.blindIndex().hex("a"));
        assertThat(bot.peppers().versions()).containsExactly(1);
    }

    @Test
    void leavesTheKeysOfAnEarlierStartAsTheyAre() {
        Bytes sealed = bot().toDesk().seal(WORDS, CONTEXT);

        KeyFolder.create(temporary.resolve("keys"), secret, random);

        assertThat(desk().opener().open(sealed, CONTEXT)).contains(WORDS);
    }

    @Test
    void beginsAgainWhenTheFirstStartWasCutShort() throws IOException {
        Path cutShort = Files.createDirectories(temporary.resolve(".other.fresh/bot"));
        Files.writeString(cutShort.resolve(KeyFolder.LOOKUP), "half");
        Files.createDirectory(temporary.resolve("other"));

        KeyFolder other = KeyFolder.create(temporary.resolve("other"), secret, random);

        assertThat(BotKeys.load(other.botFolder(), InstantSource.system())).isNotNull();
        assertThat(DeskKeys.load(other.deskFolder(), secret)).isNotNull();
        assertThat(temporary.resolve(".other.fresh")).doesNotExist();
    }

    /** New keys beside the old would make every case unreadable. */
    @Test
    void neverMakesNewKeysBesideHalfOfTheOld() throws IOException {
        Files.move(keys.botFolder(), temporary.resolve("moved-away"));
        assertThatThrownBy(() -> KeyFolder.create(temporary.resolve("keys"), secret, random))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds only the desk half");

        Files.move(temporary.resolve("moved-away"), keys.botFolder());
        Files.move(keys.deskFolder(), temporary.resolve("moved-away"));
        assertThatThrownBy(() -> KeyFolder.create(temporary.resolve("keys"), secret, random))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds only the bot half");
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        try (Stream<Path> all = Files.walk(temporary.resolve("keys"))) {
            for (Path file : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void refusesAFileOthersMayRead() throws IOException {
        Path lookup = keys.botFolder().resolve(KeyFolder.LOOKUP);
        Path audit = keys.deskFolder().resolve(KeyFolder.AUDIT);
        Files.setPosixFilePermissions(lookup, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(audit, PosixFilePermissions.fromString("rw----r--"));

        assertThat(botProblems()).containsExactly(lookup + ": readable by others than its owner (expected: 0600)");
        assertThat(deskProblems()).containsExactly(audit + ": readable by others than its owner (expected: 0600)");
    }

    @Test
    void refusesAFolderOthersMayEnter() throws IOException {
        Files.setPosixFilePermissions(keys.botFolder(), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(botProblems())
                .containsExactly(keys.botFolder() + ": readable by others than its owner (expected: 0700)");
    }

    @Test
    void refusesAPrivateKeysetOnABotNode() throws IOException {
        KeysetHandle sealing = Keysets.generate(Keysets.SEALING);
        Path file = keys.botFolder().resolve(KeyFolder.DESK_SEAL);
        Files.write(file, Keysets.write(sealing));

        assertThat(botProblems()).containsExactly(file + ": holds a private key (expected: public keys only)");
    }

    @Test
    void refusesKeysOfTheDeskOnABotNode() throws IOException {
        Files.copy(
                keys.deskFolder().resolve(KeyFolder.DESK_OPEN), keys.botFolder().resolve(KeyFolder.DESK_OPEN));

        assertThat(botProblems())
                .containsExactly(
                        keys.botFolder().resolve(KeyFolder.DESK_OPEN) + ": a key of the desk (expected: not here)");
    }

    @Test
    void refusesEqualPeppers() throws IOException {
        Files.copy(keys.botFolder().resolve("1.pepper"), keys.botFolder().resolve("2.pepper"));

        assertThat(botProblems())
                .containsExactly(keys.botFolder() + ": peppers: two versions are equal (expected: all different)");
    }

    @Test
    void refusesAnotherSecret() {
        assertThatThrownBy(() -> DeskKeys.load(keys.deskFolder(), DeskSecret.of("5b".repeat(32))))
                .asInstanceOf(type(KeyProblems.class))
                .satisfies(problems -> assertThat(problems.problems()).hasSize(5));
    }

    @Test
    void wrapsEverythingSecretOfTheDesk() throws IOException {
        for (String name : List.of(
                KeyFolder.DESK_OPEN,
                KeyFolder.DESK_SIGN,
                KeyFolder.CASE_KEYS,
                KeyFolder.AUDIT,
                KeyFolder.BLIND_INDEX)) {
            byte[] content = Files.readAllBytes(keys.deskFolder().resolve(name));
            assertThatThrownBy(() -> Keysets.read(content)).as(name).isInstanceOf(Exception.class);
        }
    }

    @Test
    void tellsAllProblemsAtOnce() throws IOException {
        Path bot = keys.botFolder();
        Files.delete(bot.resolve(KeyFolder.CAPSULE));
        Files.delete(bot.resolve("1.pepper"));
        Files.writeString(bot.resolve(KeyFolder.LOOKUP), "not hex");
        Files.write(bot.resolve(KeyFolder.BOT_SIGN), new byte[] {1, 2, 3});
        Files.copy(bot.resolve(KeyFolder.BOT_OPEN), bot.resolve("x.pepper"));

        assertThat(botProblems())
                .containsExactlyInAnyOrder(
                        bot.resolve(KeyFolder.CAPSULE) + ": missing (expected: a private keyset)",
                        bot.resolve(KeyFolder.LOOKUP) + ": refused (expected: 64 hex digits)",
                        bot.resolve(KeyFolder.BOT_SIGN) + ": refused (expected: a private keyset)",
                        bot.resolve("x.pepper") + ": no version (expected: 1.pepper, 2.pepper...)",
                        bot + ": peppers: none (expected: at least one)");
    }

    @Test
    void saysSoWhenThereIsNothing() {
        assertThatThrownBy(() -> BotKeys.load(temporary.resolve("nowhere"), InstantSource.system()))
                .isInstanceOf(KeyProblems.class);
        assertThatThrownBy(() -> DeskKeys.load(temporary.resolve("nowhere"), secret))
                .isInstanceOf(KeyProblems.class);
    }

    @Test
    void rotatesTheSealingKeyAndDestroysTheOld() {
        Bytes old = bot().toDesk().seal(WORDS, CONTEXT);
        KeyRotation rotation = new KeyRotation(keys.deskFolder(), secret);

        KeyRotation.publish(keys.botFolder(), rotation.addSealingKey());

        Bytes fresh = bot().toDesk().seal(WORDS, CONTEXT);
        assertThat(desk().opener().open(old, CONTEXT)).contains(WORDS);
        assertThat(desk().opener().open(fresh, CONTEXT)).contains(WORDS);
        rotation.keepSealingKeys(1);
        assertThat(desk().opener().open(old, CONTEXT)).isEmpty();
        assertThat(desk().opener().open(fresh, CONTEXT)).contains(WORDS);
    }

    @Test
    void rotatesTheWrappingKeyOfCases() {
        Bytes wrapped = desk().cases().newKey("case-1");
        KeyRotation rotation = new KeyRotation(keys.deskFolder(), secret);

        rotation.addWrappingKey();
        Bytes rewrapped = desk().cases().rewrap(wrapped, "case-1").orElseThrow();
        rotation.keepNewestWrappingKey();

        assertThat(desk().cases().unwrap(wrapped, "case-1")).isEmpty();
        assertThat(desk().cases().unwrap(rewrapped, "case-1")).isPresent();
    }

    @Test
    void addsAndRetiresPeppers() {
        assertThat(KeyRotation.addPepper(keys.botFolder(), random)).isEqualTo(2);
        assertThat(bot().peppers().versions()).containsExactly(2, 1);
        assertThat(bot().peppers().newest()).isEqualTo(2);

        KeyRotation.retirePepper(keys.botFolder(), 1);
        assertThat(bot().peppers().versions()).containsExactly(2);
        assertThatThrownBy(() -> bot().peppers().pepper(1)).hasMessage("pepper: version 1 (expected one of [2])");
    }

    @Test
    void publishesNothingPrivate() {
        byte[] secretKeyset = Keysets.write(Keysets.generate(Keysets.SEALING));

        assertThatThrownBy(() -> KeyRotation.publish(keys.botFolder(), Bytes.copyOf(secretKeyset)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheDeskSecretFromAFileOnlyItsOwnerMayRead() throws IOException {
        Path file = temporary.resolve("elsewhere/desk-secret");
        DeskSecret made = DeskSecret.ofFileOrNew(file, random);
        KeyFolder other = KeyFolder.create(temporary.resolve("other"), made, random);

        assertThat(DeskKeys.load(other.deskFolder(), DeskSecret.ofFileOrNew(file, random)))
                .isNotNull();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> DeskSecret.ofFile(file)).isInstanceOf(KeyProblems.class);
        assertThatThrownBy(() -> DeskSecret.of("short"))
                .hasMessage("desk secret: 5 characters (expected: 64 hex digits)");
    }

    private BotKeys bot() {
        return BotKeys.load(keys.botFolder(), InstantSource.system());
    }

    private DeskKeys desk() {
        return DeskKeys.load(keys.deskFolder(), secret);
    }

    private List<String> botProblems() {
        return problems(this::bot);
    }

    private List<String> deskProblems() {
        return problems(this::desk);
    }

    private static List<String> problems(Runnable load) {
        try {
            load.run();
        } catch (KeyProblems problems) {
            return problems.problems();
        }
        return List.of();
    }
}

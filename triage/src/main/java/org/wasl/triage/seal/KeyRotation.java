package org.wasl.triage.seal;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;

/**
 * Gives the desk's keys their lives: a new primary, with the old ones kept for what they sealed, and their destruction
 * when their time is over. Takes effect at the next start of a node.
 */
final class KeyRotation {

    /** A new sealing key each week, and old ones kept 35 days: five of them, and the new one. */
    static final int SEALING_KEYS = 6;

    private final OwnFolder folder;
    private final DeskSecret secret;

    KeyRotation(Path deskFolder, DeskSecret secret) {
        this.folder = OwnFolder.at(deskFolder);
        this.secret = secret;
    }

    /**
     * Adds a sealing key and answers the public keyset for the bot nodes' {@code desk-seal.public}. The admin nodes must
     * be started with the new key before any bot node seals to it.
     */
    Bytes addSealingKey() {
        KeysetHandle rotated = change(KeyFolder.DESK_OPEN, Keysets::withNewPrimary);
        return Bytes.copyOf(Keysets.writePublic(Keysets.publicHalf(rotated)));
    }

    /** Destroys all but the newest sealing keys; only when intake holds nothing older. Answers the public keyset. */
    Bytes keepSealingKeys(int newest) {
        KeysetHandle kept = change(KeyFolder.DESK_OPEN, keyset -> Keysets.newestOnly(keyset, newest));
        return Bytes.copyOf(Keysets.writePublic(Keysets.publicHalf(kept)));
    }

    /** Adds a key that case keys are wrapped with; then every case is rewrapped. */
    void addWrappingKey() {
        change(KeyFolder.CASE_KEYS, Keysets::withNewPrimary);
    }

    /** Destroys the old wrapping keys; only when every case was rewrapped. */
    void keepNewestWrappingKey() {
        change(KeyFolder.CASE_KEYS, keyset -> Keysets.newestOnly(keyset, 1));
    }

    /** Puts the public keyset a rotation answered in its place at a bot node. */
    static void publish(Path botFolder, Bytes publicKeyset) {
        Sealer.of(publicKeyset);
        OwnFolder.at(botFolder).replace(KeyFolder.DESK_SEAL, publicKeyset.toArray());
    }

    /** Adds a pepper; new receipts are derived under it, old ones under theirs. Answers its version. */
    static int addPepper(Path botFolder, SecureRandom random) {
        OwnFolder folder = OwnFolder.at(botFolder);
        int newest = folder.names(KeyFolder.PEPPER_SUFFIX).stream()
                .filter(name -> name.matches("[1-9][0-9]{0,5}[.].*"))
                .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf('.'))))
                .max()
                .orElse(0);
        byte[] pepper = new byte[MacKey.SIZE];
        random.nextBytes(pepper);
        folder.writeNew(newest + 1 + KeyFolder.PEPPER_SUFFIX, KeyFiles.hex(pepper));
        return newest + 1;
    }

    /** Destroys a pepper; only when the desk counts no mailbox of its version. */
    static void retirePepper(Path botFolder, int version) {
        OwnFolder.at(botFolder).destroy(version + KeyFolder.PEPPER_SUFFIX);
    }

    private KeysetHandle change(String name, UnaryOperator<KeysetHandle> change) {
        KeyFiles files = new KeyFiles(folder);
        KeysetHandle held = files.wrapped(name, secret);
        if (held == null) {
            throw new KeyProblems(files.problems());
        }
        KeysetHandle changed = change.apply(held);
        folder.replace(name, KeyFiles.wrap(changed, name, secret));
        return changed;
    }
}

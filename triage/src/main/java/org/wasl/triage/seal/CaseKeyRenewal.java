package org.wasl.triage.seal;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;

/**
 * Renews the key that the data keys of cases are wrapped with: first a new one comes beside the old, then every data key
 * is wrapped anew, and last the old one is destroyed. From then on no copy of the store made before opens, unless
 * somebody also kept a copy of the key file.
 *
 * <p>Works on the key file alone. Who calls it sees to it that everything was wrapped anew before the old key goes, and
 * that no node runs that knows only the old one.
 */
public final class CaseKeyRenewal {
    private final OwnFolder folder;
    private final DeskSecret secret;
    private final KeyRotation rotation;

    public CaseKeyRenewal(Path deskFolder, DeskSecret secret) {
        this.folder = OwnFolder.at(deskFolder);
        this.secret = secret;
        this.rotation = new KeyRotation(deskFolder, secret);
    }

    /** Adds a key, with which everything new is wrapped from now on. Throws {@link KeyProblems} as {@link DeskKeys#load}. */
    public void add() {
        rotation.addWrappingKey();
    }

    /** Opens what any of the keys wrapped, and wraps with the newest. */
    public CaseSealer all() {
        return new CaseSealer(keyset());
    }

    /** Opens only what the newest key wrapped: what will open when the others are gone. */
    public CaseSealer newest() {
        return new CaseSealer(Keysets.newestOnly(keyset(), 1));
    }

    /** How many keys there are; one, when nothing is under way. */
    public int keys() {
        return keyset().size();
    }

    /** Destroys all but the newest. What is still wrapped with another is lost for ever. */
    public void destroyOld() {
        rotation.keepNewestWrappingKey();
    }

    private KeysetHandle keyset() {
        KeyFiles files = new KeyFiles(folder);
        KeysetHandle held = files.wrapped(KeyFolder.CASE_KEYS, secret);
        if (held == null) {
            throw new KeyProblems(files.problems());
        }
        return held;
    }

    @Override
    public String toString() {
        return "CaseKeyRenewal[redacted]";
    }
}

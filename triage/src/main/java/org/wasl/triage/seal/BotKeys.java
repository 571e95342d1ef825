package org.wasl.triage.seal;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a bot node holds: it can seal to the desk and never open that again. */
public final class BotKeys {

    private final Sealer toDesk;
    private final Signer signer;
    private final Opener opener;
    private final Verifier deskVerifier;
    private final KeysetHandle capsules;
    private final MacKey lookup;
    private final MacKey dedupe;
    private final Peppers peppers;
    private final DraftKeys drafts;

    private BotKeys(Loading loaded, InstantSource clock) {
        this.toDesk = there(loaded.toDesk);
        this.signer = there(loaded.signer);
        this.opener = there(loaded.opener);
        this.deskVerifier = there(loaded.deskVerifier);
        this.capsules = there(loaded.capsules);
        this.lookup = there(loaded.lookup);
        this.dedupe = there(loaded.dedupe);
        this.peppers = there(loaded.peppers);
        this.drafts = new DraftKeys(loaded.files.folder().path().resolve(KeyFolder.DRAFTS), clock);
    }

    /**
     * Throws {@link KeyProblems} with everything that is wrong: a file missing, damaged or readable by others, a private
     * keyset where a public one belongs, a key of the desk, equal peppers.
     */
    public static BotKeys load(Path botFolder, InstantSource clock) {
        Loading loading = new Loading(new KeyFiles(OwnFolder.at(botFolder)));
        KeyProblems.throwIfAny(loading.files.problems());
        return new BotKeys(loading, clock);
    }

    public Sealer toDesk() {
        return toDesk;
    }

    public Signer signer() {
        return signer;
    }

    /** For what the desk seals to the bot. */
    public Opener opener() {
        return opener;
    }

    public Verifier deskVerifier() {
        return deskVerifier;
    }

    public SecretSealer capsuleSealer() {
        return SecretSealer.of(capsules, Padding.CAPSULE);
    }

    public SecretOpener capsuleOpener() {
        return SecretOpener.of(capsules, Padding.CAPSULE);
    }

    /** For marks and for routing an address to its shard. */
    public MacKey lookup() {
        return lookup;
    }

    /** For remembering which events were seen. */
    public MacKey dedupe() {
        return dedupe;
    }

    public Peppers peppers() {
        return peppers;
    }

    public DraftKeys drafts() {
        return drafts;
    }

    @Override
    public String toString() {
        return "BotKeys[redacted]";
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("keys: incomplete without a problem named");
        }
        return part;
    }

    /** Everything read, or a problem for it. */
    private static final class Loading {

        private final KeyFiles files;
        private final @Nullable Sealer toDesk;
        private final @Nullable Signer signer;
        private final @Nullable Opener opener;
        private final @Nullable Verifier deskVerifier;
        private final @Nullable KeysetHandle capsules;
        private final @Nullable MacKey lookup;
        private final @Nullable MacKey dedupe;
        private final @Nullable Peppers peppers;

        private Loading(KeyFiles files) {
            this.files = files;
            files.checkOwnerOnly();
            refuseDeskKeys();
            this.toDesk = files.used(files.publicOnly(KeyFolder.DESK_SEAL), Sealer::of);
            this.signer = files.used(files.secret(KeyFolder.BOT_SIGN), Signer::of);
            this.opener = files.used(files.secret(KeyFolder.BOT_OPEN), Opener::of);
            this.deskVerifier = files.used(files.publicOnly(KeyFolder.DESK_VERIFY), Verifier::of);
            this.capsules = files.secret(KeyFolder.CAPSULE);
            files.used(capsules, keyset -> SecretSealer.of(keyset, Padding.CAPSULE));
            this.lookup = files.mac(KeyFolder.LOOKUP);
            this.dedupe = files.mac(KeyFolder.DEDUPE);
            this.peppers = readPeppers();
        }

        private void refuseDeskKeys() {
            for (String name : new String[] {
                KeyFolder.DESK_OPEN, KeyFolder.DESK_SIGN, KeyFolder.CASE_KEYS, KeyFolder.AUDIT, KeyFolder.BLIND_INDEX
            }) {
                if (Files.exists(files.folder().path().resolve(name))) {
                    files.problem(files.folder().path().resolve(name) + ": a key of the desk (expected: not here)");
                }
            }
        }

        private @Nullable Peppers readPeppers() {
            if (!Files.isDirectory(files.folder().path())) {
                return null;
            }
            Map<Integer, Bytes> read = new TreeMap<>();
            for (String name : files.folder().names(KeyFolder.PEPPER_SUFFIX)) {
                Optional<Integer> version = versionOf(name);
                if (version.isEmpty()) {
                    files.problem(
                            files.folder().path().resolve(name) + ": no version (expected: 1.pepper, 2.pepper...)");
                    continue;
                }
                Bytes pepper = files.parsed(name, "64 hex digits", KeyFiles::unhex);
                if (pepper != null) {
                    read.put(version.get(), pepper);
                }
            }
            return files.used(read, Peppers::of);
        }

        private static Optional<Integer> versionOf(String name) {
            String version = name.substring(0, name.length() - KeyFolder.PEPPER_SUFFIX.length());
            return version.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(version)) : Optional.empty();
        }
    }
}

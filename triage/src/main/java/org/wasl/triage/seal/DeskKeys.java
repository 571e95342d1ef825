package org.wasl.triage.seal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What an admin node holds: it opens what bot nodes sealed, signs what goes back, and seals cases. */
public final class DeskKeys {

    private final Opener opener;
    private final Signer signer;
    private final Sealer toBot;
    private final Verifier botVerifier;
    private final CaseSealer cases;
    private final MacKey audit;
    private final MacKey blindIndex;

    private DeskKeys(
            @Nullable Opener opener,
            @Nullable Signer signer,
            @Nullable Sealer toBot,
            @Nullable Verifier botVerifier,
            @Nullable CaseSealer cases,
            @Nullable MacKey audit,
            @Nullable MacKey blindIndex) {
        this.opener = there(opener);
        this.signer = there(signer);
        this.toBot = there(toBot);
        this.botVerifier = there(botVerifier);
        this.cases = there(cases);
        this.audit = there(audit);
        this.blindIndex = there(blindIndex);
    }

    /** Throws {@link KeyProblems} with everything that is wrong: a file missing, damaged, readable by others, another secret. */
    public static DeskKeys load(Path deskFolder, DeskSecret secret) {
        KeyFiles files = new KeyFiles(OwnFolder.at(deskFolder));
        files.checkOwnerOnly();
        Opener opener = files.used(files.wrapped(KeyFolder.DESK_OPEN, secret), Opener::of);
        Signer signer = files.used(files.wrapped(KeyFolder.DESK_SIGN, secret), Signer::of);
        Sealer toBot = files.used(files.publicOnly(KeyFolder.BOT_SEAL), Sealer::of);
        Verifier botVerifier = files.used(files.publicOnly(KeyFolder.BOT_VERIFY), Verifier::of);
        CaseSealer cases = files.used(files.wrapped(KeyFolder.CASE_KEYS, secret), CaseSealer::new);
        MacKey audit = files.wrappedMac(KeyFolder.AUDIT, secret);
        MacKey blindIndex = files.wrappedMac(KeyFolder.BLIND_INDEX, secret);
        KeyProblems.throwIfAny(files.problems());
        return new DeskKeys(opener, signer, toBot, botVerifier, cases, audit, blindIndex);
    }

    /**
     * Only what the audit chains are made with, from a folder that need hold nothing else: enough to verify them, and to
     * open nothing. Throws {@link KeyProblems} as {@link #load}.
     */
    public static MacKey auditOnly(Path folder, DeskSecret secret) {
        KeyFiles files = new KeyFiles(OwnFolder.at(folder));
        MacKey audit = files.wrappedMac(KeyFolder.AUDIT, secret);
        KeyProblems.throwIfAny(files.problems());
        return there(audit);
    }

    public Opener opener() {
        return opener;
    }

    public Signer signer() {
        return signer;
    }

    public Sealer toBot() {
        return toBot;
    }

    public Verifier botVerifier() {
        return botVerifier;
    }

    public CaseSealer cases() {
        return cases;
    }

    /** For the audit chains. */
    public MacKey audit() {
        return audit;
    }

    /** For equal accused accounts and phones. */
    public MacKey blindIndex() {
        return blindIndex;
    }

    @Override
    public String toString() {
        return "DeskKeys[redacted]";
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("keys: incomplete without a problem named");
        }
        return part;
    }
}

package org.wasl.admin.officer;

import java.util.Optional;
import org.wasl.admin.audit.Act;

/**
 * Covers a screen nobody is at, and uncovers it for its holder alone. Session, live chat, claim and stream go on under
 * the cover: whoever went for a glass of water loses nothing, and whoever walks past sees nothing.
 */
final class ScreenLock {
    /** What a passkey is asked for, with the session behind it. */
    private static final String UNLOCK = "unlock ";

    private final Sessions sessions;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Passkeys passkeys;
    private final StaffAudit audit;

    ScreenLock(Sessions sessions, Accounts accounts, SignIn signIn, Passkeys passkeys, StaffAudit audit) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.audit = audit;
    }

    void lock(StaffId staff, String session) {
        audit.own(staff, Act.SCREEN_LOCKED);
        sessions.lock(session);
    }

    /** Made-up staff have no password: they uncover by asking. */
    SignIn.Proof unlock(StaffId staff, String session, String password) {
        Optional<Account> account = accounts.find(staff);
        if (account.isEmpty()) {
            return SignIn.Proof.WRONG;
        }
        SignIn.Proof proof = account.get().demonstration()
                ? SignIn.Proof.RIGHT
                : signIn.proves(account.get(), password, "screen " + session);
        return settled(proof, staff, session);
    }

    String toUnlock(PasskeySite site, StaffId staff, String session) {
        return passkeys.toTake(site, UNLOCK + session, Optional.of(staff));
    }

    SignIn.Proof unlock(PasskeySite site, StaffId staff, String session, String answer) {
        boolean theirs = passkeys.takes(site, UNLOCK + session, staff, answer);
        return settled(theirs ? SignIn.Proof.RIGHT : SignIn.Proof.WRONG, staff, session);
    }

    private SignIn.Proof settled(SignIn.Proof proof, StaffId staff, String session) {
        switch (proof) {
            case RIGHT -> {
                audit.own(staff, Act.SCREEN_UNLOCKED);
                sessions.unlock(session);
            }
            case WRONG -> audit.refused(staff, Act.SCREEN_UNLOCKED, staff);
            case SLOWED -> {
                // Written down while it was tried.
            }
        }
        return proof;
    }
}

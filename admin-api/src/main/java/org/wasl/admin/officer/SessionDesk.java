package org.wasl.admin.officer;

import java.util.List;
import org.wasl.admin.audit.Act;

/** Where people are signed in: one's own, and those of others for whoever manages accounts. */
final class SessionDesk {
    private final Sessions sessions;
    private final Accounts accounts;
    private final StaffAudit audit;

    SessionDesk(Sessions sessions, Accounts accounts, StaffAudit audit) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
    }

    List<StaffSession> own(CurrentStaff by) {
        audit.demand(by, Permission.SELF);
        return accounts.find(by.id()).map(sessions::of).orElse(List.of());
    }

    List<StaffSession> of(CurrentStaff by, StaffId whom) {
        audit.demand(by, Permission.STAFF_MANAGE);
        return accounts.find(whom).map(sessions::of).orElse(List.of());
    }

    /** Ends one of one's own, on every node at once; false when it is not theirs. */
    boolean end(CurrentStaff by, String digest) {
        audit.demand(by, Permission.SELF);
        return end(by, by.id(), digest);
    }

    /** Ends one of somebody else's. */
    boolean endOf(CurrentStaff by, StaffId whom, String digest) {
        audit.demand(by, Permission.STAFF_MANAGE);
        return end(by, whom, digest);
    }

    private boolean end(CurrentStaff by, StaffId whom, String digest) {
        if (!sessions.end(whom, digest)) {
            return false;
        }
        // After the end: a chain that is away must not keep a stolen session open.
        audit.about(by.id(), Act.SESSION_REVOKED, whom.value());
        return true;
    }
}

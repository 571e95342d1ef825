package org.wasl.admin.officer;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.AuditUnavailableException;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/**
 * What this feature writes to the chain. Changes to accounts need the chain; signing in and being refused do not wait
 * for it, since a desk whose chain is down must still be able to open an L1.
 */
final class StaffAudit {
    private static final Logger LOG = LoggerFactory.getLogger(StaffAudit.class);

    private final AuditTrail trail;

    StaffAudit(AuditTrail trail) {
        this.trail = trail;
    }

    void signedIn(StaffId staff) {
        leniently(trail.done(staff.value(), Act.SIGNED_IN, staff.value()));
        leniently(trail.done(staff.value(), Act.NOTICE_ACCEPTED, Notice.VERSION));
    }

    void signInRefused(Optional<StaffId> staff) {
        leniently(trail.refused(
                AuditEntry.NOBODY,
                Act.SIGN_IN_REFUSED,
                staff.map(StaffId::value).orElse("unknown")));
    }

    void routeRefused(StaffId staff, String route) {
        leniently(trail.refused(staff.value(), Act.ROUTE_REFUSED, route));
    }

    /** Refuses, and records that, where somebody may not; the route should have done so already. */
    void demand(CurrentStaff staff, Permission permission) {
        if (!staff.may(permission)) {
            leniently(trail.refused(staff.id().value(), Act.ROUTE_REFUSED, permission.name()));
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
    }

    /** Written before the change it stands for; throws, and so prevents the change, when it cannot be. */
    void change(StaffId by, Act act, StaffId whom) {
        trail.append(trail.done(by.value(), act, whom.value()));
    }

    /** That somebody was refused an act upon somebody. */
    void refused(StaffId by, Act act, StaffId whom) {
        leniently(trail.refused(by.value(), act, whom.value()));
    }

    /** As {@link #change}, upon something that is no person. */
    void about(StaffId by, Act act, String subject) {
        trail.append(trail.done(by.value(), act, subject));
    }

    /** That somebody was refused an act upon something. */
    void refusedAbout(StaffId by, Act act, String subject) {
        leniently(trail.refused(by.value(), act, subject));
    }

    /** That a program calls for somebody. Throws where the chain cannot be written: a program can wait. */
    void programCalls(StaffId owner, Program program, String route) {
        trail.append(trail.done(owner.value(), Act.TOKEN_USED, program.id() + " " + route));
    }

    /** That a token was refused: gone, too old, or for something it was not given. */
    void programRefused(Optional<StaffId> owner, String subject) {
        leniently(trail.refused(owner.map(StaffId::value).orElse(AuditEntry.NOBODY), Act.TOKEN_REFUSED, subject));
    }

    /** As {@link #change}, by nobody who is signed in. */
    void change(Act act, StaffId whom) {
        trail.append(trail.done(AuditEntry.SYSTEM, act, whom.value()));
    }

    void own(StaffId staff, Act act) {
        leniently(trail.done(staff.value(), act, staff.value()));
    }

    private void leniently(AuditEntry entry) {
        try {
            trail.append(entry);
        } catch (AuditUnavailableException e) {
            LOG.error("audit chain unavailable: {} goes unrecorded", entry.act());
        }
    }
}

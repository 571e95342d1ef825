package org.wasl.admin.retention;

import java.util.List;
import java.util.function.Consumer;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditChains;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.ChainHead;
import org.wasl.admin.audit.Verification;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Checks the audit chains, hands out their heads for somebody to keep, and the chains themselves to verify elsewhere. */
final class ChainDesk {
    private final AuditChains chains;
    private final AuditTrail trail;

    ChainDesk(AuditChains chains, AuditTrail trail) {
        this.chains = chains;
        this.trail = trail;
    }

    /**
     * Reads every chain whole.
     *
     * @param heads written down at an earlier time; may be empty
     */
    Verification verify(CurrentStaff staff, List<ChainHead> heads) {
        demand(staff, Permission.AUDIT_VERIFY, Act.AUDIT_VERIFIED);
        trail.append(trail.done(staff.id().value(), Act.AUDIT_VERIFIED, "chains"));
        return chains.verify(heads);
    }

    /** The heads as they are now, worked out by reading the chains. */
    Verification heads(CurrentStaff staff) {
        demand(staff, Permission.AUDIT_VERIFY, Act.HEADS_EXPORTED);
        trail.append(trail.done(staff.id().value(), Act.HEADS_EXPORTED, "chains"));
        return chains.verify(List.of());
    }

    /** Every chain and entry, a JSON document a line. */
    void export(CurrentStaff staff, Consumer<String> line) {
        demand(staff, Permission.AUDIT_READ, Act.AUDIT_EXPORTED);
        trail.append(trail.done(staff.id().value(), Act.AUDIT_EXPORTED, "chains"));
        chains.export(line);
    }

    private void demand(CurrentStaff staff, Permission permission, Act act) {
        if (!staff.may(permission)) {
            trail.append(trail.refused(staff.id().value(), act, "chains"));
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
    }
}

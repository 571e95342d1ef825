package org.wasl.admin.casework;

import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.upkeep.Rounds;

/** Builds the hot set before anything else starts, then keeps it in step with other nodes and copies audit entries. */
final class CaseUpkeep {
    /** Before the drain, the sweep and the web server. */
    private static final int PHASE = 0;

    private CaseUpkeep() {}

    static Rounds of(
            CaseBook book,
            AttachmentIntake attachments,
            AssignmentDesk assignments,
            MergeDesk merges,
            ConflictDesk conflicts,
            AuditTrail trail,
            CaseworkSettings settings) {
        return Rounds.on("case-upkeep")
                .inPhase(PHASE)
                .after(book::rebuild)
                .every(settings.follow(), "case upkeep", () -> {
                    book.follow();
                    book.copyAudits(trail);
                    attachments.sweep();
                    conflicts.settle();
                    assignments.lapse();
                    merges.settle();
                });
    }
}

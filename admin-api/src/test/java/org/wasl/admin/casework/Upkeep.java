package org.wasl.admin.casework;

import org.springframework.context.ApplicationContext;
import org.wasl.admin.audit.AuditTrail;

/** What a running node does every moment, as a step of a test in another package. */
public final class Upkeep {
    private Upkeep() {}

    /** Passes on what nobody answered in time. */
    public static void lapse(ApplicationContext node) {
        node.getBean(AssignmentDesk.class).lapse();
    }

    /** Copies what was audited inside cases, so that closed ones leave the list of open ones. */
    public static void once(ApplicationContext node) {
        CaseBook book = node.getBean(CaseBook.class);
        book.follow();
        book.copyAudits(node.getBean(AuditTrail.class));
    }
}

package org.wasl.admin.officer;

import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditExcerpt;
import org.wasl.admin.audit.AuditQuestion;
import org.wasl.admin.audit.AuditReading;

/** Lets auditors read who did what. What they ask is written down before they see anything: nobody reads unseen. */
final class AuditDesk {
    private final AuditReading reading;
    private final StaffAudit audit;

    AuditDesk(AuditReading reading, StaffAudit audit) {
        this.reading = reading;
        this.audit = audit;
    }

    /**
     * The next entries.
     *
     * @param after where the excerpt before ended
     * @throws IllegalArgumentException for an end that no excerpt had
     */
    AuditExcerpt read(CurrentStaff by, AuditQuestion question, @Nullable String after, int limit) {
        audit.demand(by, Permission.AUDIT_READ);
        audit.about(by.id(), Act.AUDIT_READ, question.words());
        return reading.read(question, after, limit);
    }
}

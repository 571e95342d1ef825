package org.wasl.admin.casework;

import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.AuditUnavailableException;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentOpener;
import org.wasl.triage.intake.AttachmentSeal;

/**
 * Where staff listen and look. Whoever may read the case may; every single time is in the chain before the first byte
 * leaves, and where it cannot be, nothing is played: the words of the case are open all the same.
 */
final class AttachmentDesk {
    private final CaseBook book;
    private final CaseAccess access;
    private final AttachmentStore store;
    private final AttachmentOpener opener;
    private final AuditTrail trail;

    AttachmentDesk(CaseBook book, CaseAccess access, AttachmentStore store, AttachmentOpener opener, AuditTrail trail) {
        this.book = book;
        this.access = access;
        this.store = store;
        this.opener = opener;
        this.trail = trail;
    }

    /** Opens an attachment that is here, where the case's rules allow it. Recorded before it returns. */
    AttachmentReading open(CurrentStaff staff, CaseNumber number, AttachmentId id) {
        Case held = book.read(number).orElse(null);
        if (held == null) {
            return new AttachmentReading.Missing();
        }
        boolean allowed = access.decide(staff, held).readable();
        try {
            trail.append(
                    allowed
                            ? trail.done(staff.id().value(), Act.ATTACHMENT_OPENED, subject(number, id))
                            : trail.refused(staff.id().value(), Act.ATTACHMENT_OPENED, subject(number, id)));
        } catch (AuditUnavailableException closed) {
            return new AttachmentReading.NotAuditable();
        }
        return allowed ? opened(held, id) : new AttachmentReading.Closed();
    }

    private AttachmentReading opened(Case held, AttachmentId id) {
        for (CaseReport report : held.reports()) {
            AttachmentNews news = report.newsOf(id);
            AttachmentSeal seal = news == null ? null : news.seal();
            if (seal != null) {
                Attachment attachment = report.attachments().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
                return attachment.state() != Attachment.State.HERE
                        ? new AttachmentReading.Missing()
                        : new AttachmentReading.Opened(
                                attachment.kind(),
                                seal.size(),
                                () -> opener.open(seal, id, index -> store.chunk(seal.blob(), index)));
            }
        }
        return new AttachmentReading.Missing();
    }

    private static String subject(CaseNumber number, AttachmentId id) {
        return number.value() + "/" + id.value();
    }
}

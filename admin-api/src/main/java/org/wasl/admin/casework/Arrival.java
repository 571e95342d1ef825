package org.wasl.admin.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Mark;

/**
 * One filing on its way into a case: a report, a follow-up, what the bot could not read, or what was told on the telephone.
 *
 * @param enteredBy who wrote down what was told; {@code null} for what the bot filed
 */
record Arrival(
        IntakeId id,
        String locale,
        String channel,
        boolean drill,
        ReportPart part,
        @Nullable MailboxAddress mailbox,
        @Nullable Capsule capsule,
        @Nullable Mark mark,
        List<String> windows,
        @Nullable StaffId enteredBy) {

    /** Whether a case is the one of the mailbox it came with: the same id and the same keys. */
    boolean belongsTo(Case held) {
        return mailbox != null
                && held.ofMailbox(mailbox.id())
                        .map(CaseReport::mailbox)
                        .filter(mailbox::equals)
                        .isPresent();
    }

    CaseReport emptyReport() {
        return new CaseReport(
                id,
                locale,
                channel,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                CaseGrowth.NOT_READ,
                List.of(),
                List.of());
    }

    /** The report with this filing in its place; how to reach the person follows the highest sequence. */
    CaseReport addedTo(CaseReport report) {
        CaseReport grown = report.with(part);
        MailboxAddress first = report.mailbox() == null ? mailbox : report.mailbox();
        boolean latest = grown.latest() == part && !part.unread();
        return latest
                ? grown.reachedBy(first, capsule, mark, windows)
                : grown.reachedBy(
                        first, report.capsule(), report.mark() == null ? mark : report.mark(), report.windows());
    }
}

package org.wasl.triage.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.report.Facts;

/**
 * A report, or what came later to the same receipt, as it travels inside the seal.
 *
 * <p>The desk treats it as hostile input: it has limits, holds closed types only, and its assessment is made again.
 *
 * @param sequence 0 for the report itself, then 1, 2...; the desk orders by it, not by arrival
 * @param unconfirmed filed in the turn danger was said, before the person looked it over
 * @param drill a synthetic or drill report: outside queues and statistics
 * @param locale the citizen's locale, {@code ar-IQ}, {@code ckb}, {@code kmr-Arab}, {@code kmr-Latn}, {@code en}
 * @param channel the channel's kind, {@code telegram} or {@code web}
 * @param story what triage reads: the citizen's own words so far, joined by line breaks
 * @param lines the transcript since the last sequence
 * @param facts what is known so far, buttons and words
 * @param assessment what triage said on the bot node
 * @param mailbox where replies go; {@code null} until the receipt was derived
 * @param capsule address and reply key, sealed by the bot to itself; {@code null} when the person may not be written to
 * @param mark by which the bot can ask for the capsule again
 * @param windows day parts in which a message may arrive, Baghdad time; empty means none chosen
 * @param attachments what was sent beside words since the last sequence
 * @param evidence what points at the one who threatens, all of it so far
 */
public record FiledReport(
        IntakeId id,
        int sequence,
        boolean unconfirmed,
        boolean drill,
        Instant at,
        String locale,
        String channel,
        String story,
        List<Line> lines,
        Facts facts,
        Assessment assessment,
        List<Consent> consents,
        @Nullable MailboxAddress mailbox,
        @Nullable Capsule capsule,
        @Nullable Mark mark,
        List<String> windows,
        List<AttachmentPromise> attachments,
        DigitalEvidence evidence) {

    /** The same report with what points at the one who threatens. */
    public FiledReport pointingAt(DigitalEvidence evidence) {
        return new FiledReport(
                id,
                sequence,
                unconfirmed,
                drill,
                at,
                locale,
                channel,
                story,
                lines,
                facts,
                assessment,
                consents,
                mailbox,
                capsule,
                mark,
                windows,
                attachments,
                evidence);
    }

    @Override
    public String toString() {
        return "FiledReport[" + id.value() + "#" + sequence + ", redacted]";
    }
}

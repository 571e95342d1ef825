package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.intake.Line;
import org.wasl.triage.report.Facts;

/**
 * One filing as it came: the report itself or a follow-up.
 *
 * @param digest hex digest of what was opened; equal digests are the same filing come again
 * @param unread the bot could not work through it, so nobody has asked the person anything yet
 * @param story all of the citizen's words up to this filing
 * @param said what the bot's assessment was; {@code null} for what it could not work through
 * @param attachments what was sent with it beside words
 * @param evidence what points at the one who threatens, all of it up to this filing
 */
public record ReportPart(
        int sequence,
        String digest,
        boolean unconfirmed,
        boolean unread,
        Instant at,
        String story,
        List<Line> lines,
        Facts facts,
        @Nullable Assessment said,
        List<Consent> consents,
        List<AttachmentPromise> attachments,
        DigitalEvidence evidence) {

    public ReportPart {
        lines = List.copyOf(lines);
        consents = List.copyOf(consents);
        attachments = orNone(attachments);
        // What was stored before there was such evidence holds none.
        evidence = Objects.requireNonNullElse(evidence, DigitalEvidence.NONE);
    }

    /** Whether a person has to look or listen, since no program could. */
    boolean needsAPerson() {
        return unread || unheard() || attachments.stream().anyMatch(AttachmentPromise::withheld);
    }

    /** Whether it came with a voice note: what it says no program has heard. */
    boolean unheard() {
        return attachments.stream().anyMatch(one -> one.kind() == AttachmentPromise.Kind.VOICE && !one.withheld());
    }

    /** What was stored before there were attachments has no such list. */
    static <T> List<T> orNone(@Nullable List<T> stored) {
        return stored == null ? List.of() : List.copyOf(stored);
    }

    @Override
    public String toString() {
        return "ReportPart[#" + sequence + ", redacted]";
    }
}

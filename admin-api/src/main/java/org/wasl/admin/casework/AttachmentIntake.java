package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.triage.intake.AttachmentChunk;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentOpener;
import org.wasl.triage.intake.AttachmentSeal;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.report.Level;
import org.wasl.triage.seal.Bytes;

/**
 * Takes in what was sent beside words. Pieces are kept sealed as they come; only when all are there and open to exactly
 * what was sealed does the case say that it has the attachment. Until then, and for ever when they do not, it says that
 * it does not. Every step may be repeated.
 */
public final class AttachmentIntake {
    private static final Logger log = LoggerFactory.getLogger(AttachmentIntake.class);

    private final CaseBook book;
    private final CaseStore cases;
    private final AttachmentStore store;
    private final AttachmentOpener opener;
    private final CaseworkSettings settings;
    private final Clock clock;
    private volatile Instant swept = Instant.EPOCH;

    AttachmentIntake(
            CaseBook book,
            CaseStore cases,
            AttachmentStore store,
            AttachmentOpener opener,
            CaseworkSettings settings,
            Clock clock) {
        this.book = book;
        this.cases = cases;
        this.store = store;
        this.opener = opener;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Outcome {
        KEPT,
        /** It was here already. */
        REPEATED,
        /** Pieces are missing or were changed: the case says so. */
        NOT_WHOLE,
        /** The case was erased: nothing is kept. */
        ERASED
    }

    /** Keeps one piece; {@code false} for one no bot node signed. Durable when it returns. */
    public boolean keep(Bytes wire) {
        Optional<AttachmentChunk> chunk = opener.chunk(wire);
        chunk.ifPresent(store::keep);
        return chunk.isPresent();
    }

    /**
     * All pieces were handed over before.
     *
     * @throws IllegalStateException when its report has not come yet: whoever calls tries again later
     */
    public Outcome arrived(IntakeEntry.AttachmentArrived arrived) {
        AttachmentSeal seal = arrived.seal();
        CaseNumber number = caseOf(arrived.report()).orElse(null);
        if (number == null) {
            store.remove(seal.blob());
            return Outcome.ERASED;
        }
        Optional<AttachmentSeal> standing = standing(number, arrived.report(), arrived.id());
        if (standing.isPresent()) {
            if (standing.get().blob().equals(seal.blob())) {
                store.claim(seal.blob());
            } else {
                // A second attempt of one that had succeeded.
                store.remove(seal.blob());
            }
            return Outcome.REPEATED;
        }
        if (!opener.whole(seal, arrived.id(), index -> store.chunk(seal.blob(), index))) {
            log.error("attachment: not whole; the case says so");
            return news(
                            number,
                            arrived.report(),
                            AttachmentNews.missing(
                                    arrived.id(), IntakeEntry.AttachmentMissing.Why.NOT_WHOLE, arrived.at()))
                    ? Outcome.NOT_WHOLE
                    : Outcome.ERASED;
        }
        store.claim(seal.blob());
        if (news(number, arrived.report(), AttachmentNews.arrived(arrived.id(), seal, arrived.at()))) {
            return Outcome.KEPT;
        }
        store.remove(seal.blob());
        return Outcome.ERASED;
    }

    /** It did not arrive. What did arrive is not taken back by it. */
    public Outcome missing(IntakeEntry.AttachmentMissing missing) {
        CaseNumber number = caseOf(missing.report()).orElse(null);
        if (number == null) {
            return Outcome.ERASED;
        }
        if (standing(number, missing.report(), missing.id()).isPresent()) {
            return Outcome.REPEATED;
        }
        return news(number, missing.report(), AttachmentNews.missing(missing.id(), missing.why(), missing.at()))
                ? Outcome.KEPT
                : Outcome.ERASED;
    }

    /** Its platform's name goes where only the competent authority is given it from; the case shows that it exists. */
    public Outcome withheld(IntakeEntry.AttachmentWithheld withheld) {
        store.withhold(
                withheld.id().value(),
                withheld.report().value(),
                withheld.platformId().sealed());
        return Outcome.KEPT;
    }

    /** Removes now and then what was begun and never finished. */
    void sweep() {
        Instant now = clock.instant();
        if (now.isBefore(swept.plus(settings.attachmentSweep()))) {
            return;
        }
        swept = now;
        int removed = store.sweep(settings.unclaimedDays());
        if (removed > 0) {
            log.info("attachments: {} that were never finished are removed", removed);
        }
    }

    /** Empty for an erased one. */
    private Optional<CaseNumber> caseOf(IntakeId report) {
        CaseStore.Reserved reserved = cases.reserved(report)
                .orElseThrow(() -> new IllegalStateException("attachment before its report (expected: after it)"));
        return switch (reserved) {
            case CaseStore.Reserved.For standing -> Optional.of(standing.number());
            case CaseStore.Reserved.Erased erased -> Optional.empty();
        };
    }

    private Optional<AttachmentSeal> standing(CaseNumber number, IntakeId report, AttachmentId id) {
        return book.read(number)
                .flatMap(held -> held.report(report))
                .map(held -> held.newsOf(id))
                .map(AttachmentNews::seal);
    }

    /** {@code false} when the case is no more. */
    private boolean news(CaseNumber number, IntakeId id, AttachmentNews fresh) {
        CaseEvent.Kind kind =
                fresh.seal() == null ? CaseEvent.Kind.ATTACHMENT_MISSING : CaseEvent.Kind.ATTACHMENT_ARRIVED;
        return book.change(number, held -> {
                    CaseReport report = held.report(id)
                            .orElseThrow(() ->
                                    new IllegalStateException("attachment before its report (expected: after it)"));
                    AttachmentNews before = report.newsOf(fresh.id());
                    // Settled as lost and here after all: a human listens now.
                    boolean late = before != null && before.heard() != null;
                    return fresh.equals(before)
                            ? held
                            : held.reporting(report.with(fresh))
                                    .levelled(
                                            late ? held.level().machineSays(Level.L2_EMERGENT, false) : held.level(),
                                            late ? clock.instant() : held.clockFrom())
                                    .edited()
                                    .happened(kind, clock.instant(), CaseEvent.SYSTEM, null);
                })
                .isPresent();
    }
}

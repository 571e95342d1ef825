package org.wasl.admin.casework;

import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.report.Facts;

/**
 * Turns what was filed into cases, exactly once however often it arrives and wherever a crash falls.
 *
 * <p>What arrives is hostile input: the sum of a report's filings is assessed again, and a difference is shown. The
 * machine's level is the most severe that either side reached, since automation raises only: {@link CaseGrowth}.
 */
public final class CaseIntake {
    private static final int ATTEMPTS = 20;

    private final CaseBook book;
    private final CaseStore store;
    private final CaseGrowth growth;
    private final Patterns patterns;
    private final CaseworkSettings settings;
    private final SecureRandom random;

    CaseIntake(
            CaseBook book,
            CaseStore store,
            CaseGrowth growth,
            Patterns patterns,
            CaseworkSettings settings,
            SecureRandom random) {
        this.patterns = patterns;
        this.book = book;
        this.store = store;
        this.growth = growth;
        this.settings = settings;
        this.random = random;
    }

    /** What became of a filing. */
    public enum Outcome {
        /** A new case. */
        OPENED,
        /** A follow-up to a case. */
        ADDED,
        /** The first filing of somebody who came back with their receipt: it joined the case of its mailbox. */
        JOINED,
        /** The very same filing stood there already. */
        REPEATED,
        /** Another content under a sequence already taken: kept beside it and raised to a human. */
        DISPUTED,
        /** The report was erased before: nothing is kept. */
        ERASED,
        /** The case would grow over its limit: nothing of it was stored, the caller has to park it. */
        TOO_LARGE
    }

    /** Takes a report or a follow-up in. Durable when it returns. */
    public Outcome receive(FiledReport filed, String digest) {
        ReportPart part = new ReportPart(
                filed.sequence(),
                digest,
                filed.unconfirmed(),
                false,
                filed.at(),
                filed.story(),
                filed.lines(),
                filed.facts(),
                filed.assessment(),
                filed.consents(),
                filed.attachments(),
                filed.evidence());
        return place(new Arrival(
                filed.id(),
                filed.locale(),
                filed.channel(),
                filed.drill(),
                part,
                filed.mailbox(),
                filed.capsule(),
                filed.mark(),
                filed.windows(),
                null));
    }

    /** Takes in what was told on the telephone or at the desk. */
    Outcome receive(Arrival told) {
        return place(told);
    }

    /** Takes in what the bot could not work through: L2 at least, whatever it says. */
    public Outcome receive(IntakeEntry.Unread unread, String digest) {
        ReportPart part = new ReportPart(
                unread.sequence(),
                digest,
                true,
                true,
                unread.at(),
                unread.text(),
                List.of(new Line(Line.Speaker.CITIZEN, unread.text(), null, unread.at())),
                Facts.NONE,
                null,
                List.of(),
                List.of(),
                DigitalEvidence.NONE);
        return place(new Arrival(
                unread.id(),
                unread.locale(),
                unread.channel(),
                false,
                part,
                null,
                null,
                unread.mark(),
                List.of(),
                null));
    }

    /**
     * Shows sentences no more that the person took out. Nothing is assessed anew: the level they led to stays.
     *
     * @throws IllegalStateException when its report has not come yet: whoever calls tries again later
     */
    public Outcome strike(IntakeEntry.Struck struck) {
        CaseStore.Reserved reserved = store.reserved(struck.id())
                .orElseThrow(() -> new IllegalStateException("struck before its report (expected: after it)"));
        return switch (reserved) {
            case CaseStore.Reserved.Erased erased -> Outcome.ERASED;
            case CaseStore.Reserved.For standing -> strike(standing.number(), struck);
        };
    }

    private Outcome strike(CaseNumber number, IntakeEntry.Struck struck) {
        Outcome[] outcome = {Outcome.ERASED};
        book.change(number, held -> {
            CaseReport report = held.report(struck.id())
                    .orElseThrow(() -> new IllegalStateException("struck before its report (expected: after it)"));
            boolean repeated = report.struck().containsAll(struck.sentences());
            outcome[0] = repeated ? Outcome.REPEATED : Outcome.ADDED;
            return repeated
                    ? held
                    : held.reporting(report.striking(struck.sentences()))
                            .edited()
                            .happened(CaseEvent.Kind.STRUCK, struck.at(), CaseEvent.SYSTEM, null);
        });
        return outcome[0];
    }

    private Outcome place(Arrival arrival) {
        Outcome outcome = placed(arrival);
        if (!arrival.part().evidence().nothing()) {
            patterns.look(arrival.id());
        }
        return outcome;
    }

    private Outcome placed(Arrival arrival) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            CaseStore.Reserved reserved =
                    store.reserved(arrival.id()).orElseGet(() -> store.reserve(arrival.id(), numberFor(arrival)));
            switch (reserved) {
                case CaseStore.Reserved.Erased erased -> {
                    return Outcome.ERASED;
                }
                case CaseStore.Reserved.For standing -> {
                    Outcome outcome = placeIn(standing.number(), arrival);
                    if (outcome != null) {
                        return outcome;
                    }
                }
            }
        }
        throw new IllegalStateException("intake: no place found after " + ATTEMPTS + " attempts (expected: one)");
    }

    /** {@code null} when it has to be tried again. */
    private @Nullable Outcome placeIn(CaseNumber number, Arrival arrival) {
        return switch (store.load(number)) {
            case CaseStore.Found.Erased erased -> {
                book.finishErasing(number, arrival.id());
                yield Outcome.ERASED;
            }
            case CaseStore.Found.Missing missing -> book.insert(growth.fresh(number, arrival)) ? Outcome.OPENED : null;
            case CaseStore.Found.Here here -> {
                if (here.held().report(arrival.id()).isEmpty() && !arrival.belongsTo(here.held())) {
                    moveOn(here.held(), arrival);
                    yield null;
                }
                yield merge(number, arrival);
            }
        };
    }

    /** The case of the mailbox it came with, which may not stand there yet; else a number of its own. */
    private CaseNumber numberFor(Arrival arrival) {
        MailboxAddress mailbox = arrival.mailbox();
        if (mailbox == null) {
            return freeNumber();
        }
        CaseNumber standing = store.ofMailbox(mailbox.id()).orElseGet(() -> store.link(mailbox, freeNumber()));
        if (store.load(standing) instanceof CaseStore.Found.Erased) {
            // What is new must not fall into the hole of what was erased.
            book.finishErasing(standing, null);
            CaseNumber number = freeNumber();
            store.linkAnew(mailbox, number);
            return number;
        }
        return standing;
    }

    /** The number was somebody else's, or the mailbox came with keys that are not its own: a case by itself. */
    private void moveOn(Case other, Arrival arrival) {
        CaseNumber number = freeNumber();
        MailboxAddress mailbox = arrival.mailbox();
        if (mailbox != null && other.ofMailbox(mailbox.id()).isEmpty()) {
            store.linkAnew(mailbox, number);
        }
        store.reserveAnew(arrival.id(), number);
    }

    private Outcome merge(CaseNumber number, Arrival arrival) {
        Outcome[] outcome = {Outcome.ERASED};
        book.change(number, held -> {
            boolean joins = held.report(arrival.id()).isEmpty();
            CaseReport report = held.report(arrival.id()).orElseGet(arrival::emptyReport);
            ReportPart part = arrival.part();
            if (report.holds(part.sequence(), part.digest())) {
                outcome[0] = Outcome.REPEATED;
                return held;
            }
            boolean disputed = report.part(part.sequence()) != null;
            CaseReport grown = disputed ? report.withDisputed(part) : arrival.addedTo(report);
            if (parts(held, grown) > settings.mostParts()) {
                outcome[0] = Outcome.TOO_LARGE;
                return held;
            }
            Case after = joins
                    ? growth.added(held.joinedBy(report), report, grown, arrival, CaseEvent.Kind.REPORT_JOINED)
                    : growth.added(
                            held,
                            report,
                            grown,
                            arrival,
                            disputed ? CaseEvent.Kind.REPORT_DISPUTED : CaseEvent.Kind.REPORT_ADDED);
            if (store.size(after) > settings.largestCase()) {
                outcome[0] = Outcome.TOO_LARGE;
                return held;
            }
            outcome[0] = joins ? Outcome.JOINED : disputed ? Outcome.DISPUTED : Outcome.ADDED;
            return after;
        });
        return outcome[0];
    }

    /** All filings of a case once this report has grown. */
    private static int parts(Case held, CaseReport grown) {
        int others = held.reports().stream()
                .filter(report -> !report.id().equals(grown.id()))
                .mapToInt(report -> report.parts().size() + report.disputed().size())
                .sum();
        return others + grown.parts().size() + grown.disputed().size();
    }

    private CaseNumber freeNumber() {
        CaseNumber number = CaseNumber.random(random);
        while (!store.free(number)) {
            number = CaseNumber.random(random);
        }
        return number;
    }
}

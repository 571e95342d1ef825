package org.wasl.admin.casework;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;

/**
 * Turns what was filed into cases, exactly once however often it arrives and wherever a crash falls.
 *
 * <p>What arrives is hostile input: the sum of a report's filings is assessed again here, and a difference is shown. The
 * machine's level is the most severe that either side reached, since automation raises only.
 */
public final class CaseIntake {
    private static final Logger log = LoggerFactory.getLogger(CaseIntake.class);
    private static final int ATTEMPTS = 20;

    private final CaseBook book;
    private final CaseStore store;
    private final Reassessment triage;
    private final AuditTrail trail;
    private final CaseworkSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    CaseIntake(
            CaseBook book,
            CaseStore store,
            Reassessment triage,
            AuditTrail trail,
            CaseworkSettings settings,
            Clock clock,
            SecureRandom random) {
        this.book = book;
        this.store = store;
        this.triage = triage;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
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
                filed.consents());
        return place(new Arrival(
                filed.id(),
                filed.locale(),
                filed.channel(),
                filed.drill(),
                part,
                filed.mailbox(),
                filed.capsule(),
                filed.mark(),
                filed.windows()));
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
                List.of());
        return place(new Arrival(
                unread.id(), unread.locale(), unread.channel(), false, part, null, null, unread.mark(), List.of()));
    }

    private Outcome place(Arrival arrival) {
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
            case CaseStore.Found.Missing missing -> book.insert(fresh(number, arrival)) ? Outcome.OPENED : null;
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
                    ? added(held.joinedBy(report), report, grown, arrival, CaseEvent.Kind.REPORT_JOINED)
                    : added(
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

    private Case fresh(CaseNumber number, Arrival arrival) {
        Instant now = clock.instant();
        CaseReport report = arrival.addedTo(arrival.emptyReport());
        Assessment assessment =
                assess(CaseReport.sumOf(List.of(arrival.part())), arrival.part().said());
        Case fresh = new Case(
                number,
                0,
                1,
                now,
                now,
                arrival.drill(),
                new CaseLevel(assessment.level(), assessment.suspectedOnly(), null)
                        .machineSays(said(arrival.part()), suspected(arrival.part())),
                List.of(report.assessed(assessment)),
                Handling.NOBODY,
                Contact.NONE.seen(true, arrival.part().at()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return flagged(
                        fresh.happened(CaseEvent.Kind.OPENED, now, CaseEvent.SYSTEM, null),
                        report.assessed(assessment),
                        arrival,
                        now)
                .audited(trail.done(AuditEntry.SYSTEM, Act.CASE_OPENED, number.value()));
    }

    private Case added(Case held, CaseReport before, CaseReport grown, Arrival arrival, CaseEvent.Kind kind) {
        Instant now = clock.instant();
        ReportPart part = arrival.part();
        Assessment assessment = assess(grown.sum(), part.said());
        CaseReport report = grown.assessed(assessment);
        CaseLevel level = held.level()
                .machineSays(assessment.level(), assessment.suspectedOnly())
                .machineSays(said(part), suspected(part));
        CaseLevel.HumanLevel human = level.human();
        if (human != null && alone(before, part).compareTo(level.effective()) < 0) {
            // New words that are worse than what the human decided on: the machine counts again until a human looks.
            level = new CaseLevel(level.machine(), level.suspectedOnly(), null);
        }
        boolean raised = level.effective().compareTo(held.effectiveLevel()) < 0;
        Handling.WithdrawalRequest asked = held.handling().withdrawal();
        // What was written before the withdrawal and came after it takes nothing of it back.
        boolean stillWanted = asked == null || part.at().isAfter(asked.at());
        boolean back =
                stillWanted && (held.status() == CaseStatus.CLOSED || held.status() == CaseStatus.WITHDRAWAL_ASKED);
        boolean looked = kind == CaseEvent.Kind.REPORT_ADDED && !part.unread();
        Case after = held.reporting(report)
                .levelled(level, raised || back || !looked ? now : held.clockFrom())
                .contacted(held.contact().seen(true, part.at()))
                .edited()
                .happened(kind, now, CaseEvent.SYSTEM, null);
        if (asked != null && stillWanted) {
            after = after.handled(after.handling().withdrawal(null));
        }
        if (raised) {
            after = after.happened(
                            CaseEvent.Kind.LEVEL_RAISED,
                            now,
                            CaseEvent.SYSTEM,
                            level.effective().wire())
                    .audited(trail.done(
                            AuditEntry.SYSTEM, Act.LEVEL_RAISED, held.number().value()));
        }
        if (back) {
            after = after.handled(after.handling().in(CaseStatus.REOPENED).ended(null))
                    .happened(CaseEvent.Kind.REOPENED, now, CaseEvent.SYSTEM, null);
        }
        return flagged(after, report, arrival, now)
                .audited(trail.entry(
                        AuditEntry.SYSTEM,
                        Act.CASE_CHANGED,
                        held.number().value(),
                        AuditEntry.Outcome.DONE,
                        part.digest()));
    }

    private static Case flagged(Case held, CaseReport report, Arrival arrival, Instant now) {
        Case after = held;
        if (arrival.part().unread()) {
            after = after.happened(CaseEvent.Kind.UNREAD_ADDED, now, CaseEvent.SYSTEM, null);
        }
        Assessment said = arrival.part().said();
        if (said != null && said.level() != report.assessment().level()) {
            after = after.happened(
                    CaseEvent.Kind.ASSESSMENT_DIFFERS,
                    now,
                    CaseEvent.SYSTEM,
                    said.level().wire() + " / " + report.assessment().level().wire());
        }
        return after;
    }

    /** How severe the new words are by themselves. */
    private Level alone(CaseReport before, ReportPart part) {
        String words = part.lines().stream()
                .filter(line -> line.speaker() == Line.Speaker.CITIZEN)
                .map(Line::text)
                .collect(Collectors.joining("\n"));
        Facts known = before.sum().facts();
        Facts fresh = Facts.NONE;
        for (Fact fact : CaseReport.sumOf(List.of(part)).facts()) {
            if (!known.observations(fact.key()).contains(fact)) {
                fresh = fresh.with(fact);
            }
        }
        Level level = assess(new Report(words, fresh), null).level();
        return part.unread() ? level.moreSevereOf(Level.L2_EMERGENT) : level;
    }

    private Assessment assess(Report report, @Nullable Assessment otherwise) {
        try {
            return triage.assess(report);
        } catch (RuntimeException failed) {
            // The message could quote the person's words, so only the type is told.
            log.error("triage failed on a report: {}", failed.getClass().getSimpleName());
            return otherwise == null ? NOT_READ : otherwise;
        }
    }

    private static Level said(ReportPart part) {
        Assessment said = part.said();
        Level level = said == null ? Level.L5_ADVICE : said.level();
        return part.unread() ? level.moreSevereOf(Level.L2_EMERGENT) : level;
    }

    private static boolean suspected(ReportPart part) {
        Assessment said = part.said();
        return !part.unread() && said != null && said.suspectedOnly();
    }

    private CaseNumber freeNumber() {
        CaseNumber number = CaseNumber.random(random);
        while (!store.free(number)) {
            number = CaseNumber.random(random);
        }
        return number;
    }

    /** What stands where neither side could assess: a human looks now. */
    private static final Assessment NOT_READ = new Assessment(
            Language.OTHER,
            Category.NONE,
            List.of(),
            Level.L2_EMERGENT,
            0,
            false,
            false,
            Facts.NONE,
            List.of(),
            List.of(),
            java.util.Set.of(),
            "none",
            "none");

    private record Arrival(
            IntakeId id,
            String locale,
            String channel,
            boolean drill,
            ReportPart part,
            @Nullable MailboxAddress mailbox,
            @Nullable Capsule capsule,
            @Nullable Mark mark,
            List<String> windows) {

        /** Whether a case is the one of the mailbox it came with: the same id and the same keys. */
        boolean belongsTo(Case held) {
            return mailbox != null
                    && held.ofMailbox(mailbox.id())
                            .map(CaseReport::mailbox)
                            .filter(mailbox::equals)
                            .isPresent();
        }

        CaseReport emptyReport() {
            return new CaseReport(id, locale, channel, List.of(), List.of(), null, null, null, List.of(), NOT_READ);
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
}

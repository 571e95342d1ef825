package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.intake.Line;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;
import org.wasl.triage.report.Truth;

/**
 * What a case becomes by what arrives: the sum of a report's filings is assessed again, the machine's level is the most
 * severe that either side reached, and what a human must look at happens to the case. Stores nothing.
 */
final class CaseGrowth {
    private static final Logger log = LoggerFactory.getLogger(CaseGrowth.class);

    /** What stands where neither side could assess: a human looks now. */
    static final Assessment NOT_READ = new Assessment(
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
            Set.of(),
            "none",
            "none");

    private final Reassessment triage;
    private final AuditTrail trail;
    private final StaffNames names;
    private final Duration reopenWithin;
    private final Clock clock;

    CaseGrowth(Reassessment triage, AuditTrail trail, StaffNames names, Duration reopenWithin, Clock clock) {
        this.reopenWithin = reopenWithin;
        this.triage = triage;
        this.trail = trail;
        this.names = names;
        this.clock = clock;
    }

    /** A new case of what arrived. */
    Case fresh(CaseNumber number, Arrival arrival) {
        Instant now = clock.instant();
        CaseReport report = arrival.addedTo(arrival.emptyReport());
        Assessment assessment =
                assess(CaseReport.sumOf(List.of(arrival.part())), arrival.part().said());
        Case fresh = new Case(
                number,
                0,
                1,
                now,
                came(arrival.part(), now),
                arrival.drill(),
                new CaseLevel(assessment.level(), assessment.suspectedOnly(), null)
                        .machineSays(said(arrival.part()), suspected(arrival.part())),
                List.of(report.assessed(assessment)),
                arrival.enteredBy() == null ? Handling.NOBODY : Handling.NOBODY.joinedBy(arrival.enteredBy()),
                arrival.enteredBy() == null
                        ? Contact.NONE.seen(true, arrival.part().at())
                        : Contact.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        StaffId entered = arrival.enteredBy();
        Case opened = fresh.happened(CaseEvent.Kind.OPENED, now, CaseEvent.SYSTEM, null);
        if (entered != null) {
            opened = opened.happened(CaseEvent.Kind.ENTERED, now, entered.value(), arrival.channel())
                    .audited(trail.done(entered.value(), Act.CALL_ENTERED, number.value()));
        }
        return flagged(named(opened, arrival.part(), now), report.assessed(assessment), arrival, now)
                .audited(trail.done(AuditEntry.SYSTEM, Act.CASE_OPENED, number.value()));
    }

    /** The case with the report grown by what arrived. */
    Case added(Case held, CaseReport before, CaseReport grown, Arrival arrival, CaseEvent.Kind kind) {
        Instant now = clock.instant();
        ReportPart part = arrival.part();
        Assessment assessment = assess(sum(held, grown), part.said());
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
        boolean looked = kind == CaseEvent.Kind.REPORT_ADDED && !part.needsAPerson();
        // What goes on in another case is in nobody's list: its next word has to be seen by somebody.
        boolean elsewhere = held.ties().continuesIn().isPresent();
        Case after = held.reporting(report)
                .levelled(level, raised || back || !looked || elsewhere ? needed(held, part, now) : held.clockFrom())
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
            after = late(held, part, now)
                    ? anew(after).happened(CaseEvent.Kind.BEGUN_ANEW, now, CaseEvent.SYSTEM, null)
                    : after.handled(after.handling().in(CaseStatus.REOPENED).ended(null))
                            .happened(CaseEvent.Kind.REOPENED, now, CaseEvent.SYSTEM, null);
        }
        return Consents.settled(flagged(named(ParkDesk.back(after, now), part, now), report, arrival, now), now)
                .audited(trail.entry(
                        AuditEntry.SYSTEM,
                        Act.CASE_CHANGED,
                        held.number().value(),
                        AuditEntry.Outcome.DONE,
                        part.digest()));
    }

    /**
     * The case once others point at the same account or number: linked with them, assessed again with that fact, and
     * raised where that raises it. The same case when all of it is known.
     *
     * @param people how many point at it, this case's own among them
     */
    Case patterned(Case held, int people, Set<CaseNumber> cases) {
        Instant now = clock.instant();
        Ties.Pattern before = held.ties().pattern();
        Ties ties = held.ties();
        for (CaseNumber other : cases) {
            if (!other.equals(held.number()) && !ties.bound(Ties.Link.Kind.SAME_ACCUSED, other)) {
                ties = ties.linked(new Ties.Link(Ties.Link.Kind.SAME_ACCUSED, other, now, CaseEvent.SYSTEM));
            }
        }
        if (before != null && before.reporters() >= people && ties.equals(held.ties())) {
            return held;
        }
        Case after = held.tied(ties.pattern(new Ties.Pattern(people, now)))
                .edited()
                .happened(CaseEvent.Kind.PATTERN_SEEN, now, CaseEvent.SYSTEM, null);
        if (!held.status().open()) {
            return after;
        }
        CaseLevel level = held.level();
        for (CaseReport report : held.reports()) {
            Assessment assessment = assess(sum(after, report), report.assessment());
            after = after.reporting(report.assessed(assessment));
            level = level.machineSays(assessment.level(), assessment.suspectedOnly());
        }
        boolean raised = level.effective().compareTo(held.effectiveLevel()) < 0;
        Case levelled = after.levelled(level, raised ? now : held.clockFrom());
        return raised
                ? levelled.happened(
                                CaseEvent.Kind.LEVEL_RAISED,
                                now,
                                CaseEvent.SYSTEM,
                                level.effective().wire())
                        .audited(trail.done(
                                AuditEntry.SYSTEM,
                                Act.LEVEL_RAISED,
                                held.number().value()))
                : levelled;
    }

    /** Whether it was closed so long ago that this is a new need and not the old one again. */
    private boolean late(Case held, ReportPart part, Instant now) {
        return held.status() == CaseStatus.CLOSED
                && held.events().reversed().stream()
                        .filter(event -> event.kind() == CaseEvent.Kind.CLOSED)
                        .findFirst()
                        .filter(closed -> came(part, now).isAfter(closed.at().plus(reopenWithin)))
                        .isPresent();
    }

    /**
     * Begun anew: nobody holds it, nobody's team reads it, no earlier step or decision counts. It stays the same case of
     * the same mailbox, so that an erasure reaches all of it.
     */
    private static Case anew(Case held) {
        CaseLevel level = held.level();
        return held.handled(Handling.NOBODY)
                .planned(Agenda.NONE)
                .levelled(new CaseLevel(level.machine(), level.suspectedOnly(), null), held.clockFrom());
    }

    /**
     * When the words came to the bot, by its clock: somebody waits since then, however long they lay on the way. Never in
     * the future, since a clock can be wrong.
     */
    private static Instant came(ReportPart part, Instant now) {
        return part.at().isBefore(now) ? part.at() : now;
    }

    /**
     * Since when a case needs somebody for words that were added. What came before the last look or the last alert, and
     * arrived after it, counts from its arrival: otherwise the look would answer for words nobody had seen.
     */
    private static Instant needed(Case held, ReportPart part, Instant now) {
        Instant came = came(part, now);
        Instant looked = held.handling().acknowledged();
        boolean fresh = came.isAfter(held.clockFrom()) && (looked == null || came.isAfter(looked));
        return fresh ? came : now;
    }

    /** All there is of a report, with what is known of its case from others. */
    private static Report sum(Case held, CaseReport report) {
        Report sum = report.sum();
        return held.ties().pattern() == null
                ? sum
                : new Report(
                        sum.text(),
                        sum.facts()
                                .with(new Fact(
                                        FactKey.REPEAT_ACCUSED, Truth.YES, null, null, FactSource.OPERATOR, null)));
    }

    /** With the colleagues its words may name kept away. */
    private Case named(Case held, ReportPart part, Instant now) {
        String said = Stream.concat(
                        part.lines().stream().map(Line::text),
                        part.evidence().handles().stream().map(AccusedHandle::normalised))
                .collect(Collectors.joining("\n"));
        Ties ties = held.ties().naming(names.in(part.story() + "\n" + said));
        return ties == held.ties()
                ? held
                : held.tied(ties)
                        .happened(CaseEvent.Kind.STAFF_NAMED, now, CaseEvent.SYSTEM, null)
                        .audited(trail.done(
                                AuditEntry.SYSTEM,
                                Act.CASE_CHANGED,
                                held.number().value()));
    }

    private static Case flagged(Case held, CaseReport report, Arrival arrival, Instant now) {
        Case after = held;
        if (arrival.part().unread()) {
            after = after.happened(CaseEvent.Kind.UNREAD_ADDED, now, CaseEvent.SYSTEM, null);
        }
        if (arrival.part().unheard()) {
            after = after.happened(CaseEvent.Kind.VOICE_ADDED, now, CaseEvent.SYSTEM, null);
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
        return part.needsAPerson() ? level.moreSevereOf(Level.L2_EMERGENT) : level;
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
        return part.needsAPerson() ? level.moreSevereOf(Level.L2_EMERGENT) : level;
    }

    private static boolean suspected(ReportPart part) {
        Assessment said = part.said();
        return !part.needsAPerson() && said != null && said.suspectedOnly();
    }
}

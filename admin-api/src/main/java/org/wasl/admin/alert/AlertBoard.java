package org.wasl.admin.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/** What staff see of alerts: the ones that wait for them, how the ways out do, and what they chose for themselves. */
final class AlertBoard {
    private final CaseBook book;
    private final AlertDesk desk;
    private final DutyTests tests;
    private final AlertPreferences preferences;
    private final AlertHealth health;
    private final StaffDirectory directory;
    private final AuditTrail trail;
    private final BiPredicate<CurrentStaff, HotCase> mayKnow;

    /** @param mayKnow whether somebody may know that there is such a case */
    AlertBoard(
            CaseBook book,
            AlertDesk desk,
            DutyTests tests,
            AlertPreferences preferences,
            AlertHealth health,
            StaffDirectory directory,
            AuditTrail trail,
            BiPredicate<CurrentStaff, HotCase> mayKnow) {
        this.book = book;
        this.desk = desk;
        this.tests = tests;
        this.preferences = preferences;
        this.health = health;
        this.directory = directory;
        this.trail = trail;
        this.mayKnow = mayKnow;
    }

    /**
     * A case one was paged for, while its alert runs. Codes only.
     *
     * @param clock which clock calls: nobody has taken it, or nobody has recorded what was done
     */
    public record Waiting(
            CaseNumber number, Level level, Rung rung, Page.Clock clock, Instant since, boolean seen, boolean drill) {}

    /** A page nobody could hand on: a dead letter, kept while its case is open. */
    public record Lost(CaseNumber number, StaffId staff, Page.Way way, Page.Why why, int tries, Instant last) {}

    /** One of those checked in, and whether they answered the test alert of their shift. */
    public record Present(StaffMember member, boolean answered) {}

    /** What waits for this person, the most urgent first. */
    public List<Waiting> waitingFor(StaffId staff) {
        return book.hot().stream()
                .flatMap(held -> Counted.calling(held).stream()
                        .filter(page -> page.staff().equals(staff) && page.way() == Page.Way.CONSOLE)
                        .map(page -> new Waiting(
                                held.number(),
                                held.level(),
                                Rung.of(page.rung()),
                                page.of(),
                                held.clockFrom(),
                                Counted.calling(held).stream()
                                        .anyMatch(other -> other.staff().equals(staff) && other.seen() != null),
                                held.drill())))
                .sorted(Comparator.comparing(Waiting::level).thenComparing(Waiting::since))
                .toList();
    }

    /** "Seen", said in the console. Acknowledges nothing. */
    public boolean seen(CurrentStaff staff, CaseNumber number) {
        return desk.seen(staff.id(), number);
    }

    /** Answers the test alert of one's shift; {@code false} for somebody who is not checked in. */
    public boolean answer(CurrentStaff staff) {
        trail.append(
                trail.done(staff.id().value(), Act.DUTY_ANSWERED, staff.id().value()));
        return tests.answer(staff.id());
    }

    /** Whether one is checked in and has not answered yet. */
    public boolean testWaitsFor(StaffId staff) {
        return tests.waitsFor(staff);
    }

    public AlertPreference preference(StaffId staff) {
        return preferences.of(staff);
    }

    public void prefer(CurrentStaff staff, AlertPreference chosen) {
        trail.append(
                trail.done(staff.id().value(), Act.ACCOUNT_CHANGED, staff.id().value()));
        preferences.keep(staff.id(), chosen);
    }

    /** The ways out of the desk, as this node knows them. */
    public List<AlertHealth.Seen> ways() {
        return health.ways();
    }

    /** Pages that were given up, of the open cases this person may know of, the latest first. */
    public List<Lost> lost(CurrentStaff staff) {
        return book.hot().stream()
                .filter(held -> mayKnow.test(staff, held))
                .flatMap(held -> given(held).map(page -> lost(held.number(), page)))
                .sorted(Comparator.comparing(Lost::last).reversed())
                .toList();
    }

    /** How many were given up of the others: that the ways fail is the business of whoever mends them. */
    public int lostElsewhere(CurrentStaff staff) {
        return (int) book.hot().stream()
                .filter(held -> !mayKnow.test(staff, held))
                .flatMap(AlertBoard::given)
                .count();
    }

    private static Stream<Page> given(HotCase held) {
        return held.pages().stream().filter(Page::givenUp);
    }

    private static Lost lost(CaseNumber number, Page page) {
        Page.Trouble trouble = Objects.requireNonNull(page.trouble());
        return new Lost(number, page.staff(), page.way(), trouble.why(), trouble.tries(), trouble.last());
    }

    /** Everybody who is checked in. */
    public List<Present> present() {
        List<StaffMember> checkedIn = directory.onDuty();
        List<StaffMember> answering = tests.answering(checkedIn);
        return checkedIn.stream()
                .map(member -> new Present(member, answering.contains(member)))
                .toList();
    }

    /** Cases at the last look that needed somebody while nobody was there. */
    public long unreached() {
        return desk.unreached();
    }
}

package org.wasl.admin.casework;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.AuditSample;
import org.wasl.admin.officer.BrokenGlass;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Guarded;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Category;

/**
 * Who may read which case.
 *
 * <ul>
 *   <li>Until claimed, an L1 or L2 is open to every operator, supervisor and coordinator on duty, whatever it is about
 *       and wherever it is. What was claimed once and needs somebody anew is unclaimed again: whoever held it may sleep.
 *   <li>Whom an alert called may open it while the alert runs, and no longer.
 *   <li>Everything else only within somebody's scope. What is in the scope of nobody on duty is the supervisors'.
 *   <li>Where the accused may be of the security forces, to nobody who serves in that very governorate or in the
 *       chain of command of a colleague it names, whatever else they are; else to those cleared for it and to the team; unclaimed and urgent also to others on duty, but only
 *       while nobody cleared is, and that is break-glass.
 *   <li>A restricted category is its team's once claimed; before, the supervisors'. Others may claim it unread.
 *   <li>What waits for a second person (taken back, to be lowered, to be closed in a way that takes two, to be reviewed) is
 *       open to the supervisors, or a team of one would decide.
 *   <li>An officer reads what they hold or are called to, a specialist what they were asked to, internal affairs what
 *       is about the security forces, an auditor a sample that is neither restricted nor about those.
 *   <li>Two people may open a shut case to somebody for half an hour ({@link BrokenGlass}).
 *   <li>Who has to keep away from a case reads it in no way.
 *   <li>A program reads what its owner may at any hour, in the governorates it was made for, and nothing about the
 *       security forces.
 * </ul>
 */
public final class CaseAccess {
    private final StaffDirectory directory;
    private final BrokenGlass glass;
    private final @Nullable AuditSample sample;

    CaseAccess(StaffDirectory directory, BrokenGlass glass, @Nullable AuditSample sample) {
        this.directory = directory;
        this.glass = glass;
        this.sample = sample;
    }

    /** What the rules say to one person about one case. */
    public enum Decision {
        OPEN,
        /** Open because nobody cleared is there, or because two people opened it; audited as such. */
        BREAK_GLASS,
        /** That it exists may be known, and it may be claimed, but it is not read. */
        CLAIM_FIRST,
        CLOSED;

        /** Whether it may be read. */
        public boolean readable() {
            return this == OPEN || this == BREAK_GLASS;
        }
    }

    public Decision decide(CurrentStaff staff, Case held) {
        return AccessRule.decide(staff, door(held), new Now(held.number()));
    }

    public Decision decide(CurrentStaff staff, HotCase held) {
        return AccessRule.decide(staff, door(held), new Now(held.number()));
    }

    /** Whether a row may stand in somebody's list, with or without its content. */
    public boolean mayKnow(CurrentStaff staff, HotCase held) {
        boolean apart = held.ties().apart(staff.id());
        return !apart && theirs(staff, held.place(), held.about(), held.conflict())
                || decide(staff, held) != Decision.CLOSED;
    }

    /**
     * Whether somebody is answered as if there were no such case: that there is one about the security forces is told to
     * nobody who may not read it, by no number they try.
     */
    public boolean hides(CurrentStaff staff, Case held) {
        return held.conflict() && !held.ties().apart(staff.id()) && decide(staff, held) == Decision.CLOSED;
    }

    /** That there is a case about the security forces is told to nobody who may not read it. */
    static boolean theirs(CurrentStaff staff, @Nullable String where, Collection<Category> about, boolean conflict) {
        return !conflict && staff.role().browses() && staff.scope().covers(where, about);
    }

    private static AccessRule.Door door(Case held) {
        return new AccessRule.Door(
                held.restricted(),
                held.conflict(),
                held.effectiveLevel(),
                held.conflict() ? held.guarded() : Guarded.NOTHING,
                held.place(),
                held.about(),
                held.handling().owner() == null || held.needsAcknowledgement(),
                held.handling().team(),
                held.ties().apart(),
                held.status() == CaseStatus.WITHDRAWAL_ASKED
                        || held.handling().lowering() != null
                        || held.agenda().closing() != null
                        || held.outside().waits()
                        || held.agenda().review(),
                who -> called(who, held.pages(), held.clockFrom(), held.needsAcknowledgement(), held.needsStep()));
    }

    private static AccessRule.Door door(HotCase held) {
        return new AccessRule.Door(
                held.restricted(),
                held.conflict(),
                held.level(),
                held.conflict() ? held.guarded() : Guarded.NOTHING,
                held.place(),
                held.about(),
                held.owner() == null || held.needsAcknowledgement(),
                held.team(),
                held.ties().apart(),
                held.status() == CaseStatus.WITHDRAWAL_ASKED
                        || held.loweringAsked()
                        || held.secondAsked()
                        || held.review(),
                who -> called(who, held.pages(), held.clockFrom(), held.needsAcknowledgement(), held.needsStep()));
    }

    /** Whether an alert that runs now called them, by the clocks that run on. */
    private static boolean called(StaffId who, Collection<Page> pages, Instant from, boolean waits, boolean acts) {
        return pages.stream()
                .anyMatch(page -> page.staff().equals(who)
                        && (waits && page.of(Page.Clock.ACKNOWLEDGE, from) || acts && page.of(Page.Clock.ACT, from)));
    }

    /** The desk as it stands at this moment. */
    private final class Now implements AccessRule.Around {
        private final CaseNumber number;

        private Now(CaseNumber number) {
            this.number = number;
        }

        @Override
        public boolean onDuty(StaffId staff) {
            return directory.onDuty().stream().map(StaffMember::id).anyMatch(staff::equals);
        }

        @Override
        public boolean clearedOnDuty(Guarded guarded) {
            return directory.onDuty().stream()
                    .anyMatch(member -> member.role().may(Permission.CONFLICT_READ)
                            && !member.scope().kept(guarded));
        }

        @Override
        public boolean coveredOnDuty(AccessRule.Door door) {
            return directory.onDuty().stream()
                    .anyMatch(member -> member.role().browses()
                            && member.role().may(Permission.CASE_CLAIM)
                            && member.scope().covers(door.place(), door.about()));
        }

        @Override
        public boolean glassBroken(StaffId staff) {
            return glass.open(staff, number.value());
        }

        @Override
        public boolean sampled() {
            return sample != null && sample.holds(number.value());
        }
    }
}

package org.wasl.admin.casework;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseAccess.Decision;
import org.wasl.admin.officer.CaseReach;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Guarded;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/** The rules of {@link CaseAccess}, told everything they hang on. Asks nobody. */
final class AccessRule {
    private AccessRule() {}

    /**
     * What about a case its access hangs on.
     *
     * @param conflict whether the accused may be of the security forces
     * @param guarded from whom it is kept while it is a conflict
     * @param place the one whose work it is, which is another once it was given there
     * @param about every category it may be of
     * @param unclaimed whether somebody has to take it: nobody holds it, or what came since was seen by nobody
     * @param called whom an alert that still runs called to it, visits left out: who is called to an officer who is
     *     missed is told where, not what the case is about
     * @param withdrawn whether it was taken back and waits for two people's look
     * @param keptAway who has to keep away from it, whatever else they are
     */
    record Door(
            boolean restricted,
            boolean conflict,
            Level level,
            Guarded guarded,
            @Nullable String place,
            Set<Category> about,
            boolean unclaimed,
            Set<StaffId> team,
            Set<StaffId> keptAway,
            boolean withdrawn,
            Predicate<StaffId> called) {
        /** The same while no alert runs. */
        private Door callingNobody() {
            return new Door(
                    restricted,
                    conflict,
                    level,
                    guarded,
                    place,
                    about,
                    unclaimed,
                    team,
                    keptAway,
                    withdrawn,
                    _ -> false);
        }

        @Override
        public String toString() {
            return "Door[" + level + ", redacted]";
        }
    }

    /** What else there is to know. Each answer costs something, so each is asked only where it matters. */
    interface Around {
        boolean onDuty(StaffId staff);

        /** Whether somebody is on duty who may read a case about these security forces. */
        boolean clearedOnDuty(Guarded guarded);

        /** Whether somebody is on duty who looks through the queue and whose part of the work this is. */
        boolean coveredOnDuty(Door door);

        /** Whether two people have opened it to this one. */
        boolean glassBroken(StaffId staff);

        /** Whether the auditor's sample holds it. */
        boolean sampled();
    }

    /**
     * What the rules say. A program reads what its owner could at any hour, in its own governorates: neither the door
     * that stands open to whoever is on duty or was called, nor the glass two people broke for a person is for it.
     */
    static Decision decide(CurrentStaff staff, Door door, Around around) {
        if (staff.program() == null) {
            return person(staff, door, around);
        }
        boolean theirs = staff.scope().coversPlace(door.place()) && !door.conflict();
        return theirs ? person(staff, door.callingNobody(), new AtNoHour(around)) : Decision.CLOSED;
    }

    /** A desk on which nothing is owed to the moment: somebody is there for everything, and nobody is this one. */
    private record AtNoHour(Around desk) implements Around {
        @Override
        public boolean onDuty(StaffId staff) {
            return false;
        }

        @Override
        public boolean clearedOnDuty(Guarded guarded) {
            return true;
        }

        @Override
        public boolean coveredOnDuty(Door door) {
            return true;
        }

        @Override
        public boolean glassBroken(StaffId staff) {
            return false;
        }

        @Override
        public boolean sampled() {
            return desk.sampled();
        }
    }

    private static Decision person(CurrentStaff staff, Door door, Around around) {
        StaffId id = staff.id();
        if (!staff.may(Permission.CASE_READ) || door.keptAway().contains(id)) {
            return Decision.CLOSED;
        }
        if (door.conflict() && staff.scope().kept(door.guarded())) {
            // Not in the team either, and two people of one station open it to none of them.
            return Decision.CLOSED;
        }
        if (door.team().contains(id)) {
            return Decision.OPEN;
        }
        if (around.glassBroken(id)) {
            return Decision.BREAK_GLASS;
        }
        return switch (staff.role().reach()) {
            case NONE, INVITED -> Decision.CLOSED;
            case OWN -> open(door.called().test(id) && !door.conflict());
            case SAMPLED -> open(!door.restricted() && !door.conflict() && around.sampled());
            case CONFLICT -> open(door.conflict() && cleared(staff, door));
            case SHIFT, SUPERVISED, REGION ->
                door.conflict() ? conflict(staff, door, around) : queued(staff, door, around);
        };
    }

    private static Decision conflict(CurrentStaff staff, Door door, Around around) {
        if (cleared(staff, door)) {
            return Decision.OPEN;
        }
        boolean nobodyElse = door.unclaimed()
                && door.level().urgent()
                && around.onDuty(staff.id())
                && !staff.scope().kept(door.guarded())
                && !around.clearedOnDuty(door.guarded());
        return nobodyElse ? Decision.BREAK_GLASS : Decision.CLOSED;
    }

    private static Decision queued(CurrentStaff staff, Door door, Around around) {
        if (door.unclaimed() && door.level().urgent() && around.onDuty(staff.id())) {
            return Decision.OPEN;
        }
        if (door.called().test(staff.id())) {
            // A page to somebody to whom the case stays shut would be a page to nobody.
            return Decision.OPEN;
        }
        boolean supervises = staff.role().reach() == CaseReach.SUPERVISED;
        boolean mine = staff.scope().covers(door.place(), door.about())
                || supervises && around.onDuty(staff.id()) && !around.coveredOnDuty(door);
        if (!mine) {
            return Decision.CLOSED;
        }
        if (!door.restricted()) {
            return Decision.OPEN;
        }
        if (supervises && (door.withdrawn() || door.unclaimed())) {
            return Decision.OPEN;
        }
        return door.unclaimed() ? Decision.CLAIM_FIRST : Decision.CLOSED;
    }

    /** Nobody reads about their own governorate's forces, whatever their role. */
    static boolean cleared(CurrentStaff staff, Door door) {
        return staff.may(Permission.CONFLICT_READ) && !staff.scope().kept(door.guarded());
    }

    private static Decision open(boolean yes) {
        return yes ? Decision.OPEN : Decision.CLOSED;
    }
}

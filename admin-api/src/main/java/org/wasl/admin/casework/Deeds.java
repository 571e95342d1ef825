package org.wasl.admin.casework;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;

/** What of a case's own rules allows a reader which deed, so that no button leads to a refusal. */
final class Deeds {
    private Deeds() {}

    static Set<Deed> of(CurrentStaff staff, Case held, Instant now) {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        boolean mine = staff.id().equals(held.handling().owner());
        boolean working = held.status().open() && held.status() != CaseStatus.WITHDRAWAL_ASKED;
        if (working && staff.may(Permission.CASE_CLAIM) && (mine || staff.may(Permission.LEVEL_LOWER))) {
            deeds.add(Deed.PLAN);
        }
        if (StepDesk.why(staff, held) == null) {
            deeds.add(Deed.RECORD_STEP);
        }
        boolean parked = held.agenda().parkedUntil(now) != null;
        if (working && !parked && staff.may(Permission.CASE_PARK) && ParkDesk.why(staff, held) == null) {
            deeds.add(Deed.PARK);
        }
        if (working && parked && staff.may(Permission.CASE_CLAIM)) {
            deeds.add(Deed.UNPARK);
        }
        if (staff.may(Permission.CASE_CLAIM) && held.agenda().nextFollowUp().isPresent()) {
            deeds.add(Deed.FOLLOW_UP);
        }
        if (mine && working) {
            deeds.add(Deed.GIVE_BACK);
        }
        Offer offer = held.agenda().offer();
        if (working && offer != null && offer.to().equals(staff.id())) {
            deeds.add(Deed.ACCEPT);
            deeds.add(Deed.DECLINE);
        }
        ClosureRequest closing = held.agenda().closing();
        if (closing != null
                && staff.may(Permission.LEVEL_LOWER)
                && !closing.by().equals(staff.id())) {
            deeds.add(Deed.CONFIRM_CLOSING);
        }
        deeds.add(Deed.KNOWS_A_PARTY);
        boolean alone = held.ties().continuesIn().isEmpty() && !MergeDesk.searches(held);
        if (working && alone && staff.may(Permission.CASE_MERGE)) {
            deeds.add(Deed.MERGE);
        }
        if (MergeDesk.searches(held) && staff.role() == Role.SUPERVISOR) {
            deeds.add(Deed.LINK);
        }
        if (working && Assignments.wished(held) != null && staff.may(Permission.CASE_CLAIM)) {
            deeds.add(Deed.RECORD_AGREEMENT);
        }
        if (staff.may(Permission.CASE_CLAIM) && (mine || staff.may(Permission.CASE_RECODE))) {
            deeds.add(Deed.CODE);
        }
        if (working
                && staff.may(Permission.CALL_ENTER)
                && held.reports().stream().anyMatch(CaseReport::told)) {
            deeds.add(Deed.GIVE_RECEIPT);
        }
        takingBack(staff, held, deeds);
        return deeds;
    }

    private static void takingBack(CurrentStaff staff, Case held, Set<Deed> deeds) {
        if (held.status() == CaseStatus.CLOSED && staff.may(Permission.CASE_CLOSE)) {
            deeds.add(Deed.REOPEN);
        }
        Handling.WithdrawalRequest asked = held.handling().withdrawal();
        if (asked != null
                && held.status() == CaseStatus.WITHDRAWAL_ASKED
                && staff.may(Permission.CASE_CLAIM)
                && !asked.keptBy(staff.id())) {
            deeds.add(Deed.KEEP_WITHDRAWN);
        }
        if (held.agenda().brought() != null && held.status().open() && staff.may(Permission.CASE_CLAIM)) {
            deeds.add(Deed.TAKE_FROM_MEETING);
        }
    }
}

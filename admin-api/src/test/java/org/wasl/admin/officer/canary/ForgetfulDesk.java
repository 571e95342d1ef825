package org.wasl.admin.officer.canary;

import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/** What the gate on desks has to find. Never made, never called. */
final class ForgetfulDesk {
    String asksNothing(CurrentStaff staff) {
        return staff.displayName();
    }

    /** Touches a permission of nobody's: a name alone is not found in code that was compiled away. */
    String asksInWordsOnly(CurrentStaff staff) {
        return "Permission.CASE_READ " + staff.id();
    }

    boolean asks(CurrentStaff staff) {
        return within(staff);
    }

    private static boolean within(CurrentStaff staff) {
        return staff.may(Permission.CASE_READ);
    }
}

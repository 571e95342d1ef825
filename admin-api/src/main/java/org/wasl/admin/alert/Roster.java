package org.wasl.admin.alert;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;

/**
 * Who could be paged at one moment.
 *
 * @param answering checked in, and they answered the test alert of their shift
 * @param checkedIn those and the ones who did not: paged when nobody else is there
 * @param onCall directorate duty, checked in or not
 * @param load how many cases each holds, those just paged counted in
 */
record Roster(
        List<StaffMember> answering, List<StaffMember> checkedIn, List<StaffMember> onCall, Map<StaffId, Long> load) {
    Roster {
        answering = List.copyOf(answering);
        checkedIn = List.copyOf(checkedIn);
        onCall = List.copyOf(onCall);
    }

    /** With one case more in the hands of each of these. */
    Roster with(Collection<StaffId> paged) {
        Map<StaffId, Long> more = new HashMap<>(load);
        paged.forEach(staff -> more.merge(staff, 1L, Long::sum));
        return new Roster(answering, checkedIn, onCall, more);
    }

    long load(StaffId staff) {
        return load.getOrDefault(staff, 0L);
    }
}

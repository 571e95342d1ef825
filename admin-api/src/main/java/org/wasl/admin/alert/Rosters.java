package org.wasl.admin.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;

/** Says who could be paged now. */
final class Rosters {
    private final StaffDirectory directory;
    private final DutyTests tests;
    private final CaseBook book;

    Rosters(StaffDirectory directory, DutyTests tests, CaseBook book) {
        this.directory = directory;
        this.tests = tests;
        this.book = book;
    }

    Roster now() {
        List<StaffMember> checkedIn = directory.onDuty();
        return new Roster(tests.answering(checkedIn), checkedIn, directory.onCall(), load());
    }

    private Map<StaffId, Long> load() {
        Map<StaffId, Long> load = new HashMap<>();
        for (HotCase held : book.hot()) {
            StaffId owner = held.owner();
            if (owner != null) {
                load.merge(owner, 1L, Long::sum);
            }
        }
        return load;
    }
}

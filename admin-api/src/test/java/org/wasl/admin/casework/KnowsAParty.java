package org.wasl.admin.casework;

import org.springframework.context.ApplicationContext;
import org.wasl.admin.officer.CurrentStaff;

/** Somebody says that they know a party, for tests of the features downstream. */
public final class KnowsAParty {
    private KnowsAParty() {}

    public static CaseChange says(ApplicationContext node, CurrentStaff staff, CaseNumber number) {
        return node.getBean(ConflictDesk.class).knows(staff, number, null);
    }
}

package org.wasl.admin.casework;

import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/** A case on paper leaves this house's doors and locks: that it was printed stands in its history before it is. */
public final class PrintDesk {
    private final CaseDecisions decisions;

    PrintDesk(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    /** Records it; the page prints only when this was done. */
    public CaseChange print(CurrentStaff staff, CaseNumber number) {
        return decisions.decide(
                staff,
                number,
                null,
                Permission.CASE_READ,
                (held, now) -> Step.to(held, CaseEvent.Kind.PRINTED, null, Act.CASE_CHANGED));
    }
}

package org.wasl.admin.casework;

import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/** A case on paper leaves this house's doors and locks: that it was printed stands in its history before it is. */
public final class PrintDesk {
    private final CaseDecisions decisions;

    PrintDesk(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Records it; whoever prints does so only when this was done.
     *
     * @param key the caller's own key for this one act: the same key is the same sheet of paper; {@code null} without one
     */
    public CaseChange print(CurrentStaff staff, CaseNumber number, @Nullable String key) {
        return decisions
                .keyed("print", key)
                .decide(
                        staff,
                        number,
                        null,
                        Permission.CASE_READ,
                        (held, now) -> Step.to(held, CaseEvent.Kind.PRINTED, null, Act.CASE_CHANGED));
    }
}

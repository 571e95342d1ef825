package org.wasl.admin.casework;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.triage.report.Category;

/** What a human says a case is about, beside what the machine reads in it. */
final class CodingDesk {
    private static final int MOST = 4;

    private final CaseDecisions decisions;

    CodingDesk(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Writes down what it is about. The machine's categories stay, and a case that either calls restricted is restricted.
     * Whoever holds the case may, and who may recode any.
     */
    public CaseChange code(
            CurrentStaff staff,
            CaseNumber number,
            Category primary,
            List<Category> secondary,
            Coding.@Nullable GbvType gbvType,
            @Nullable Long edition) {
        return decisions.decide(staff, number, edition, Permission.CASE_CLAIM, (held, now) -> {
            boolean may = staff.may(Permission.CASE_RECODE)
                    || staff.id().equals(held.handling().owner());
            if (!may) {
                return Step.no(CaseChange.Why.NOT_YOURS);
            }
            if (secondary.size() > MOST) {
                return Step.no(CaseChange.Why.TOO_MANY);
            }
            Coding coding = new Coding(primary, secondary, gbvType, staff.id(), now);
            String said = coding.all().map(Enum::name).collect(Collectors.joining(" "))
                    + (gbvType == null ? "" : " / " + gbvType);
            return Step.to(held.coded(coding), CaseEvent.Kind.CODED, said, Act.CASE_CHANGED);
        });
    }
}

package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.context.ApplicationContext;
import org.wasl.admin.officer.CurrentStaff;

/** The first protective step of a case, recorded at the desk of a node. */
public final class FirstSteps {
    private FirstSteps() {}

    public static void record(ApplicationContext node, CurrentStaff staff, CaseNumber number, ProtectiveStep step) {
        assertThat(node.getBean(StepDesk.class).record(staff, number, step, null, null, null, null))
                .isInstanceOf(CaseChange.Done.class);
    }
}

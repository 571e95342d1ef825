package org.wasl.admin.alert;

import org.springframework.beans.factory.ObjectProvider;
import org.wasl.admin.casework.CaseLeftovers;
import org.wasl.admin.casework.CaseNumber;

/** That a drill was held is forgotten with the case it was held with. */
final class DrillLeftovers implements CaseLeftovers {
    private final ObjectProvider<DrillDesk> drills;

    DrillLeftovers(ObjectProvider<DrillDesk> drills) {
        this.drills = drills;
    }

    @Override
    public String what() {
        return "drills";
    }

    @Override
    public void forget(CaseNumber number) {
        drills.getObject().forget(number);
    }

    @Override
    public boolean left(CaseNumber number) {
        return drills.getObject().knows(number);
    }
}

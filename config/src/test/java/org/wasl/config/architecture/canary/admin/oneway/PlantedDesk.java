package org.wasl.config.architecture.canary.admin.oneway;

import org.wasl.admin.officer.CurrentStaff;

/** Reached as its methods are called. */
final class PlantedDesk {
    void both(CurrentStaff staff) {}

    void pageAlone(CurrentStaff staff) {}

    void routeAlone(CurrentStaff staff) {}

    void nobody(CurrentStaff staff) {}
}

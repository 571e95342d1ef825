package org.wasl.admin.casework;

import org.wasl.admin.officer.CurrentStaff;

/** Hears of every case somebody opened for reading, after it was recorded and before they see it. Must not throw. */
@FunctionalInterface
public interface ReadingWatch {
    void opened(CurrentStaff staff, Case held);
}

package org.wasl.config.architecture.canary.admin.inbox;

import org.wasl.config.architecture.canary.admin.alert.EarnedNumbers;

/** Holds a copy of another package's constant. */
final class CopiesANumber {

    static final int TWICE = 2 * EarnedNumbers.MOST;

    private CopiesANumber() {}
}

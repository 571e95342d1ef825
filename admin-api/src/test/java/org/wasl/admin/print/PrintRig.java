package org.wasl.admin.print;

import java.time.Clock;

/** A press for the tests of whoever prints. */
public final class PrintRig {
    private PrintRig() {}

    public static Press press(Clock clock) {
        return new Press(() -> Paper.TYPEFACE, Paper.messages(), PrintSettings.DEFAULTS, true, clock);
    }
}

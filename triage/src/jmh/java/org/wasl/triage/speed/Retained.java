package org.wasl.triage.speed;

import java.lang.management.ManagementFactory;
import org.wasl.triage.assessment.Triage;

/** Prints what an engine keeps of the heap: what is used after collecting, with it and before it. */
final class Retained {

    private Retained() {}

    public static void main(String[] arguments) throws InterruptedException {
        long before = used();
        Triage triage = Triage.load();
        long after = used();
        System.out.println("retained: " + (after - before) / 1_000_000 + " MB by " + triage.getClass().getSimpleName());
    }

    private static long used() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

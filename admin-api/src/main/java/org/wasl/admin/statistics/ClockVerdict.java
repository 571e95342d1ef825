package org.wasl.admin.statistics;

/** What became of one of a case's clocks. */
enum ClockVerdict {
    KEPT,
    MISSED,
    /** Late, but the person had chosen when they may be written to, or could not be reached: not judged. */
    WAITED,
    /** Still running; never in a release. */
    RUNNING,
    /** There was nothing to be in time for: closed before, or told on the telephone. */
    NONE
}

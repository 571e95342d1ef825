package org.wasl.admin.casework;

import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.report.Report;

/** The desk's own look at what was filed: the triage engine, the same rules as on the bot node. */
@FunctionalInterface
public interface Reassessment {
    Assessment assess(Report report);
}

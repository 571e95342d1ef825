package org.wasl.triage.assessment;

import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;

/** A fact not known yet that would raise the level if it were so, and how far. */
public record WouldRaise(FactKey fact, Level to) {}

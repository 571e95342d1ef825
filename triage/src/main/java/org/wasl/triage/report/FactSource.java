package org.wasl.triage.report;

/** Where a fact was learnt. */
public enum FactSource {
    BUTTON,
    FREE_TEXT,
    OPERATOR,
    MEDIA
}

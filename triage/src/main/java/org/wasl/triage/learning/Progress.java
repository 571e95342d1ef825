package org.wasl.triage.learning;

/** Hears how far a long run is. */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = step -> {};

    /** One line for people: what is being done. Never a text. */
    void at(String step);
}

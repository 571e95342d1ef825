package org.wasl.triage.report;

/**
 * What triage reads: the citizen's words as they were written, and what was learnt by other ways.
 *
 * @param text all fragments in the order they came, joined by line breaks; may be empty
 */
public record Report(String text, Facts facts) {

    @Override
    public String toString() {
        return "Report[" + text.length() + " characters, redacted]";
    }
}

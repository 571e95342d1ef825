package org.wasl.triage.report;

/**
 * The words that count: a span of the original text, before any normalisation.
 *
 * @param start first UTF-16 unit
 * @param end one past the last UTF-16 unit
 * @param text the words themselves; a citizen's words, so never to be logged
 */
public record Evidence(int start, int end, String text) {

    public Evidence {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "evidence: span " + start + ".." + end + " (expected: 0 <= start <= end)");
        }
    }

    @Override
    public String toString() {
        return "Evidence[" + start + ".." + end + ", redacted]";
    }
}

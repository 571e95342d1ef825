package org.wasl.admin.console;

import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Level;

/**
 * A piece of what somebody wrote.
 *
 * @param level the most severe level these words led to; {@code null} for plain text
 * @param rules the rules they fired, for the title of the mark
 */
record Segment(String text, @Nullable Level level, String rules) {
    static Segment plain(String text) {
        return new Segment(text, null, "");
    }

    /** Public for the page, which finds only public methods. */
    public boolean marked() {
        return level != null;
    }

    @Override
    public String toString() {
        return "Segment[" + text.length() + " characters, redacted]";
    }
}

package org.wasl.triage.classifier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/**
 * What the classifier makes of a text.
 *
 * @param urgent probability that the text is one for L1 or L2
 * @param harm probability that it tells of danger or harm, L3 and worse
 * @param report probability that it reports anything
 * @param verdict what follows for the level
 * @param ask whether it may be more than it says, so that a human is asked to look
 * @param categories most probable first, with at most three beside the first, all above their least probability
 * @param weighty the words that spoke most for danger; {@code null} where none did
 */
public record Reading(
        double urgent,
        double harm,
        double report,
        Verdict verdict,
        boolean ask,
        List<Category> categories,
        @Nullable Span weighty) {

    /** What a reading says of the level. Most severe first. */
    public enum Verdict {
        /** Reads like danger: urgent until a human or an answer says otherwise. */
        DANGER(Level.L2_EMERGENT),
        /** Reads like harm: at least L3. */
        HARM(Level.L3_URGENT),
        /** Nothing to say. */
        OPEN(Level.L4_STANDARD),
        /** Everyday talk, or a question. */
        EVERYDAY(Level.L5_ADVICE);

        private final Level level;

        Verdict(Level level) {
            this.level = level;
        }

        /** The level it speaks for, where nothing speaks for a more severe one. */
        public Level level() {
            return level;
        }
    }

    /** Units of the raw text. */
    public record Span(int start, int end) {}
}

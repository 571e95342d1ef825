package org.wasl.triage.corpus;

import java.util.Set;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/**
 * One text with what is right to say of it.
 *
 * @param writer the file it stands in, which is to say who wrote it: texts of one writer resemble each other
 * @param language the wire code of a language, or {@link #MIXED}
 * @param level the right level for the text alone
 * @param accepted levels that are right as well, the level itself among them
 * @param who who is writing, as the corpus names it
 */
public record CorpusText(
        String id,
        String writer,
        String language,
        Category category,
        Level level,
        Set<Level> accepted,
        Kind kind,
        String who,
        String text) {

    /** The language of a text that is in two. */
    public static final String MIXED = "mixed";

    /** How a text tells what it tells. */
    public enum Kind {
        /** Danger said openly. */
        PLAIN,
        /** Half told. */
        INDIRECT,
        /** Everyday life. */
        BENIGN,
        /** Strong words without danger: news, idioms, games, films, what is long past. */
        MISLEADING
    }

    /** Whether it is one of the two calmest levels, to which urgency must not be given. */
    public boolean calm() {
        return level.ordinal() >= Level.L4_STANDARD.ordinal();
    }

    @Override
    public String toString() {
        return "CorpusText[" + id + "]";
    }
}

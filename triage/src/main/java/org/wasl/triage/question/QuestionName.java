package org.wasl.triage.question;

import org.jspecify.annotations.Nullable;

/**
 * Names a question as a line of a transcript does: the id of its step and, after {@code @}, the edition of the words that
 * were shown.
 *
 * @param edition {@code null} for a report filed before editions were named
 */
public record QuestionName(String id, @Nullable String edition) {

    private static final char BEFORE_EDITION = '@';

    /** Reads what a line says; anything at all has a name, known or not. */
    public static QuestionName read(String line) {
        int at = line.lastIndexOf(BEFORE_EDITION);
        return at < 1 ? new QuestionName(line, null) : new QuestionName(line.substring(0, at), line.substring(at + 1));
    }

    /** As a line of a transcript carries it. */
    public String wire() {
        return edition == null ? id : id + BEFORE_EDITION + edition;
    }
}

package org.wasl.admin.console;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.AskedQuestion;
import org.wasl.admin.casework.DeskReply;

/**
 * One thing said, as the transcript shows it.
 *
 * @param speaker {@code CITIZEN}, {@code BOT} or {@code DESK}
 * @param asked what it answers; {@code null} for what answers no question
 * @param reply how far a reply of ours has come; {@code null} for everything else
 */
record Said(
        String speaker,
        @Nullable AskedQuestion asked,
        List<Segment> segments,
        Instant at,
        DeskReply.@Nullable State reply) {
    @Override
    public String toString() {
        return "Said[" + speaker + ", redacted]";
    }
}

package org.wasl.bot.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;

/**
 * One thing a person can choose.
 *
 * @param label catalogue key
 * @param facts what choosing it says
 * @param denies the facts it answers no to: the suspicions held of them count no longer, later words can raise them again
 * @param consent scope it grants, with a leading {@code !} the scope it refuses; {@code null} for neither
 * @param locale the language it chooses; {@code null} for none
 * @param sets flags it sets
 * @param clears flags it clears
 */
record Option(
        String id,
        String label,
        List<Fact> facts,
        List<FactKey> denies,
        @Nullable String consent,
        @Nullable String locale,
        List<Flag> sets,
        List<Flag> clears,
        String next) {}

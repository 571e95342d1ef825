package org.wasl.bot.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Fact;

/**
 * One thing a person can choose.
 *
 * @param label catalogue key
 * @param facts what choosing it says
 * @param consent scope it grants, with a leading {@code !} the scope it refuses; {@code null} for neither
 * @param locale the language it chooses; {@code null} for none
 * @param sets flags it sets
 * @param clears flags it clears
 */
record Option(
        String id,
        String label,
        List<Fact> facts,
        @Nullable String consent,
        @Nullable String locale,
        List<Flag> sets,
        List<Flag> clears,
        String next) {}

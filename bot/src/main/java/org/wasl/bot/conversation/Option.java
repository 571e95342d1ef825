package org.wasl.bot.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.triage.intake.ContactWindow;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;

/**
 * One thing a person can choose.
 *
 * @param label catalogue key
 * @param facts what choosing it says
 * @param denies the facts it answers no to: the suspicions held of them count no longer, later words can raise them again
 * @param confirms the facts it answers yes to: the suspicions held of them become certain, with when and how they were
 * @param consent scope it grants, with a leading {@code !} the scope it refuses; {@code null} for neither
 * @param locale the language it chooses; {@code null} for none
 * @param window when a message may arrive: a part of the day, a weekday, or {@code none}; {@code null} where it says
 *     nothing about that
 * @param sets flags it sets
 * @param clears flags it clears
 * @param group of the options of one group only one can be ticked; {@code null} for none
 * @param opens what it lays over the question, in place of being an answer; {@code null} for nothing
 * @param unsays questions whose answers count no longer; they stay asked
 * @param alone whether ticking it takes every other tick away, as "none of these" does
 */
record Option(
        String id,
        String label,
        List<Fact> facts,
        List<FactKey> denies,
        List<FactKey> confirms,
        @Nullable String consent,
        @Nullable String locale,
        @Nullable String window,
        List<Flag> sets,
        List<Flag> clears,
        @Nullable String group,
        boolean alone,
        @Nullable Panel opens,
        List<String> unsays,
        String next) {

    /** Says that nothing is to be pushed. */
    static final String NO_WINDOW = "none";

    /** Whether it chooses a part of the day, or none; a weekday narrows what was chosen. */
    boolean choosesWindow() {
        return window != null && ContactWindow.day(window).isEmpty();
    }

    /** Whether both can be ticked at once. */
    boolean goesWith(Option other) {
        boolean sameGroup = group != null && group.equals(other.group);
        return !alone && !other.alone && !sameGroup;
    }
}

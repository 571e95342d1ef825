package org.wasl.triage.assessment;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;

/**
 * One rule of the rule file.
 *
 * @param version counts the rule's own changes
 * @param clauses its floors, each with its condition; the most severe that holds counts
 * @param suspectedCap how severe it may be while it rests on a suspicion
 * @param tags what it sets beside a level
 * @param text the reason in English
 */
record Rule(String id, int version, List<Clause> clauses, Level suspectedCap, Set<Tag> tags, String text) {

    /** What a clause does to the level when its condition holds. */
    sealed interface Effect {
        /** The level is at least this. */
        record Floor(Level level) implements Effect {}

        /** One step more severe than the floors say, never beyond L2, and at least this. */
        record Step(Level least) implements Effect {}

        /**
         * The level stays; the rule is only told and its tags set.
         *
         * @param below only while the level is less severe than this; {@code null} for always
         */
        record Note(@Nullable Level below) implements Effect {}

        /** Only when no floor fired at all. */
        record Fallback(Level level) implements Effect {}
    }

    record Clause(Effect effect, Condition condition) {}

    Set<FactKey> keys() {
        Set<FactKey> keys = EnumSet.noneOf(FactKey.class);
        clauses.forEach(clause -> clause.condition().keys(keys));
        return keys;
    }
}

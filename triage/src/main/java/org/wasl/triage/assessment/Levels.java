package org.wasl.triage.assessment;

import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Level;

/** Adds up what fired rules say of the level. Not thread-safe. */
final class Levels {

    private @Nullable Level floor;
    private @Nullable Level fallback;
    private Level least = Level.L5_ADVICE;
    private int steps;

    /** @param capped what the effect asks for, as far as it counts */
    void add(Rule.Effect effect, Level capped) {
        switch (effect) {
            case Rule.Effect.Floor any -> floor = floor == null ? capped : floor.moreSevereOf(capped);
            case Rule.Effect.Step any -> {
                steps++;
                least = least.moreSevereOf(capped);
            }
            // The first of the file counts: the general default stands last.
            case Rule.Effect.Fallback any -> fallback = fallback == null ? capped : fallback;
            case Rule.Effect.Note any -> {
                // Says nothing about the level.
            }
        }
    }

    Level level() {
        Level base = floor != null ? floor : fallback != null ? fallback : Level.L4_STANDARD;
        return stepped(base, steps).moreSevereOf(least);
    }

    private static Level stepped(Level base, int steps) {
        if (base.atLeastAsSevereAs(Level.L2_EMERGENT)) {
            return base;
        }
        return Level.values()[Math.max(Level.L2_EMERGENT.ordinal(), base.ordinal() - steps)];
    }
}

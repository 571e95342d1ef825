package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/**
 * How urgent a case is: what the machine says and what a human decided, never one over the other.
 *
 * @param machine the most severe level any assessment reached; only ever raised
 * @param suspectedOnly whether an urgent machine level rests on suspected facts alone
 * @param human what a human decided; {@code null} while nobody has
 */
public record CaseLevel(
        Level machine, boolean suspectedOnly, @Nullable HumanLevel human) {

    /**
     * A human's decision.
     *
     * @param machineThen what the machine said when it was taken: a later, more severe machine level counts again
     * @param second who confirmed a lowering; {@code null} where one person may decide
     */
    public record HumanLevel(
            Level level,
            Level machineThen,
            String reason,
            StaffId by,
            @Nullable StaffId second,
            Instant at) {
        @Override
        public String toString() {
            return "HumanLevel[" + level + ", redacted]";
        }
    }

    /** The level that counts. */
    public Level effective() {
        if (human == null) {
            return machine;
        }
        boolean raisedSince = !human.machineThen().atLeastAsSevereAs(machine);
        return raisedSince ? machine.moreSevereOf(human.level()) : human.level();
    }

    /** Whether the case stands in the lane "to confirm": urgent by suspicion only, and no human has decided. */
    public boolean toConfirm() {
        return human == null && suspectedOnly && machine == Level.L2_EMERGENT;
    }

    CaseLevel machineSays(Level level, boolean suspected) {
        if (level == machine) {
            return new CaseLevel(machine, suspectedOnly && suspected, human);
        }
        boolean raises = level.atLeastAsSevereAs(machine);
        return raises ? new CaseLevel(level, suspected, human) : this;
    }

    CaseLevel decided(Level level, String reason, StaffId by, @Nullable StaffId second, Instant at) {
        return new CaseLevel(machine, suspectedOnly, new HumanLevel(level, machine, reason, by, second, at));
    }
}

package org.wasl.triage.report;

/** How urgent a case is. The order of the constants is the order of urgency, most urgent first. */
public enum Level {
    L1_IMMEDIATE("L1"),
    L2_EMERGENT("L2"),
    L3_URGENT("L3"),
    L4_STANDARD("L4"),
    L5_ADVICE("L5");

    private final String wire;

    Level(String wire) {
        this.wire = wire;
    }

    /** The short form used in JSON and on the screen: {@code L1} to {@code L5}. */
    public String wire() {
        return wire;
    }

    /** Whether a case of this level cannot wait for the next shift: L1 and L2. */
    public boolean urgent() {
        return this == L1_IMMEDIATE || this == L2_EMERGENT;
    }

    public boolean atLeastAsSevereAs(Level other) {
        return ordinal() <= other.ordinal();
    }

    public Level moreSevereOf(Level other) {
        return atLeastAsSevereAs(other) ? this : other;
    }

    /** Reads the short form. Throws for anything else. */
    public static Level ofWire(String wire) {
        for (Level level : values()) {
            if (level.wire.equals(wire)) {
                return level;
            }
        }
        throw new IllegalArgumentException("level: unknown code (expected: L1..L5)");
    }
}

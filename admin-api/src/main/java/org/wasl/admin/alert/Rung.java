package org.wasl.admin.alert;

/** The rungs of the one ladder, from below. Their order is what a case keeps of them. */
public enum Rung {
    ON_SHIFT,
    /** For an L1 everybody on shift as well. */
    SUPERVISOR,
    /** Who answers for the region of the governorate the case is in. */
    REGIONAL,
    DIRECTORATE;

    /** The rung a page belongs to. */
    public static Rung of(int index) {
        return values()[Math.clamp(index, 0, values().length - 1)];
    }

    /** Whether pages carry a count from here on, and one person gets few of them. */
    boolean counted() {
        return compareTo(SUPERVISOR) > 0;
    }
}

package org.wasl.triage.learning;

import java.util.Locale;

/**
 * So many of so many, with the interval the true share lies in with 95 % confidence (Wilson 1927, without continuity
 * correction: right for small counts and for shares near 0 and 1).
 */
record Rate(int hits, int of) {

    private static final double Z = 1.959964;

    static final Rate NONE = new Rate(0, 0);

    Rate {
        if (hits < 0 || of < hits) {
            throw new IllegalArgumentException("rate: " + hits + " of " + of + " (expected: 0 <= hits <= of)");
        }
    }

    boolean isKnown() {
        return of > 0;
    }

    /** The share; zero where nothing was counted. */
    double share() {
        return of == 0 ? 0 : (double) hits / of;
    }

    double lower() {
        return of == 0 ? 0 : Math.max(0, centre() - half());
    }

    double upper() {
        return of == 0 ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        return Z / (1 + Z * Z / of) * Math.sqrt(share() * (1 - share()) / of + Z * Z / (4.0 * of * of));
    }

    /** {@code .971 (.95-.98)}; a dash where nothing was counted. */
    String shown() {
        return of == 0 ? "-" : decimals(share()) + " (" + decimals(lower()) + "-" + decimals(upper()) + ")";
    }

    /** Three decimals without the leading zero. */
    static String decimals(double share) {
        String text = String.format(Locale.ROOT, "%.3f", share);
        return text.startsWith("0") ? text.substring(1) : text;
    }
}

package org.wasl.triage.report;

import org.jspecify.annotations.Nullable;

/**
 * One thing known, suspected or denied about a report.
 *
 * @param detail one of {@link FactKey#details()} where that list is not empty, else a short code or {@code null}
 * @param hours hours until an event, for the facts that have a clock; {@code null} where unknown
 * @param evidence the words it was read from; {@code null} for buttons, except for a no that answers a suspicion, which
 *     carries the words it is about
 */
public record Fact(
        FactKey key,
        Truth truth,
        @Nullable String detail,
        @Nullable Integer hours,
        FactSource source,
        @Nullable Evidence evidence) {

    private static final int LONGEST_DETAIL = 64;

    public Fact {
        if (detail != null && !key.details().isEmpty() && !key.details().contains(detail)) {
            throw new IllegalArgumentException("fact " + key.wire() + ": detail not in its list " + key.details());
        }
        if (detail != null && detail.length() > LONGEST_DETAIL) {
            throw new IllegalArgumentException("fact " + key.wire() + ": detail of " + detail.length()
                    + " characters (expected: at most " + LONGEST_DETAIL + ")");
        }
    }

    /** What a person said by choosing. */
    public static Fact chosen(FactKey key, Truth truth) {
        return new Fact(key, truth, null, null, FactSource.BUTTON, null);
    }

    /** What a person said by choosing, with its detail. */
    public static Fact chosen(FactKey key, Truth truth, String detail) {
        return new Fact(key, truth, detail, null, FactSource.BUTTON, null);
    }

    /** What free text seems to say. */
    public static Fact suspected(FactKey key, @Nullable String detail, @Nullable Integer hours, Evidence evidence) {
        return new Fact(key, Truth.SUSPECTED, detail, hours, FactSource.FREE_TEXT, evidence);
    }

    /**
     * The no to a confirming question: about this suspicion and these words only, so that later words can raise it
     * again. An ordinary no by button ({@link #chosen}) does not take a suspicion away.
     */
    public Fact denied() {
        if (truth != Truth.SUSPECTED || evidence == null) {
            throw new IllegalStateException("fact " + key.wire() + ": only a suspicion with its words can be denied");
        }
        return new Fact(key, Truth.NO, null, null, FactSource.BUTTON, evidence);
    }

    /** Whether this is a no to that very suspicion. */
    public boolean denies(Fact suspicion) {
        return truth == Truth.NO
                && evidence != null
                && suspicion.truth == Truth.SUSPECTED
                && suspicion.key == key
                && evidence.equals(suspicion.evidence);
    }

    @Override
    public String toString() {
        return "Fact[" + key.wire() + "=" + truth + ", " + source + "]";
    }
}

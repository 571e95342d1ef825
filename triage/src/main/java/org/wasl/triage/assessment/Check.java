package org.wasl.triage.assessment;

import java.util.List;

/** A condition over the answers to the plain ones it is made of: see {@link PlainConditions}. */
sealed interface Check {

    /** Whether it holds, given a bit for each plain condition. */
    boolean holds(long[] answers);

    /** At least so many of some plain conditions: one of them, some, or all. */
    final class OfPlain implements Check {
        private final int count;
        private final long[] wanted;

        OfPlain(int count, long[] wanted) {
            this.count = count;
            this.wanted = wanted.clone();
        }

        @Override
        public boolean holds(long[] answers) {
            int held = 0;
            for (int at = 0; at < wanted.length; at++) {
                held += Long.bitCount(wanted[at] & answers[at]);
            }
            return held >= count;
        }
    }

    /** At least so many of others. */
    record OfChecks(int count, List<Check> parts) implements Check {
        @Override
        public boolean holds(long[] answers) {
            int held = 0;
            for (int at = 0; at < parts.size() && held < count; at++) {
                held += parts.get(at).holds(answers) ? 1 : 0;
            }
            return held >= count;
        }
    }
}

package org.wasl.triage.assessment;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Truth;

/**
 * A condition of the rule file, over what is known. Every form but {@link TruthIs} can only become true by adding a
 * fact that holds, which is what keeps the rules monotone; {@link NotNo} becomes false by a no.
 */
sealed interface Condition {

    /** Whether it holds; the observations it rests on are added to {@code support} if so. */
    boolean holds(Known known, List<Fact> support);

    /** The facts it looks at. */
    void keys(Set<FactKey> into);

    record Holds(FactKey key) implements Condition {
        @Override
        public boolean holds(Known known, List<Fact> support) {
            return addAll(known.holding(key), fact -> true, support);
        }

        @Override
        public void keys(Set<FactKey> into) {
            into.add(key);
        }
    }

    /** The fact holds with one of these details, or (negated) with another detail or none. */
    record WithDetail(FactKey key, Set<String> details, boolean negated) implements Condition {
        @Override
        public boolean holds(Known known, List<Fact> support) {
            return addAll(
                    known.holding(key),
                    fact -> (fact.detail() != null && details.contains(fact.detail())) != negated,
                    support);
        }

        @Override
        public void keys(Set<FactKey> into) {
            into.add(key);
        }
    }

    /** The fact holds and its event is at most so many hours away. */
    record Within(FactKey key, int hours) implements Condition {
        @Override
        public boolean holds(Known known, List<Fact> support) {
            return addAll(known.holding(key), fact -> fact.hours() != null && fact.hours() <= hours, support);
        }

        @Override
        public void keys(Set<FactKey> into) {
            into.add(key);
        }
    }

    /** Nobody said no to it. */
    record NotNo(FactKey key) implements Condition {
        @Override
        public boolean holds(Known known, List<Fact> support) {
            return known.truth(key) != Truth.NO;
        }

        @Override
        public void keys(Set<FactKey> into) {
            into.add(key);
        }
    }

    /** The fact was answered in one of these ways. */
    record TruthIs(FactKey key, Set<Truth> truths) implements Condition {
        @Override
        public boolean holds(Known known, List<Fact> support) {
            return truths.contains(known.truth(key));
        }

        @Override
        public void keys(Set<FactKey> into) {
            into.add(key);
        }
    }

    /** A lexicon saw this signal: a kinship word, a topic. */
    record Signalled(String signal) implements Condition {
        @Override
        public boolean holds(Known known, List<Fact> support) {
            return known.signalled(signal);
        }

        @Override
        public void keys(Set<FactKey> into) {
            // A signal is no fact.
        }
    }

    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Known known, List<Fact> support) {
            int before = support.size();
            for (Condition part : parts) {
                if (!part.holds(known, support)) {
                    support.subList(before, support.size()).clear();
                    return false;
                }
            }
            return true;
        }

        @Override
        public void keys(Set<FactKey> into) {
            parts.forEach(part -> part.keys(into));
        }
    }

    /** At least so many of the parts hold. Looks at all of them, so that the reason names everything it rests on. */
    record AtLeast(int count, List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Known known, List<Fact> support) {
            int before = support.size();
            int held = 0;
            for (Condition part : parts) {
                if (part.holds(known, support)) {
                    held++;
                }
            }
            if (held < count) {
                support.subList(before, support.size()).clear();
                return false;
            }
            return true;
        }

        @Override
        public void keys(Set<FactKey> into) {
            parts.forEach(part -> part.keys(into));
        }
    }

    private static boolean addAll(List<Fact> facts, Predicate<Fact> wanted, List<Fact> support) {
        boolean any = false;
        for (Fact fact : facts) {
            if (wanted.test(fact)) {
                support.add(fact);
                any = true;
            }
        }
        return any;
    }
}

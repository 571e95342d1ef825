package org.wasl.triage.assessment;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Truth;

/**
 * A condition of the rule file, over what is known. Every form but {@link TruthIs} can only become true by adding a
 * fact that holds, which is what keeps the rules monotone; {@link NotNo} becomes false by a no.
 */
sealed interface Condition {

    /** Whether it holds. */
    boolean holds(Known known);

    /** The same; the observations it rests on are added to {@code support} if so. */
    default boolean holds(Known known, List<Fact> support) {
        return holds(known);
    }

    /** The facts it looks at. */
    void keys(Set<FactKey> into);

    record Holds(FactKey key) implements Condition {
        @Override
        public boolean holds(Known known) {
            return !known.holding(key).isEmpty();
        }

        @Override
        public boolean holds(Known known, List<Fact> support) {
            support.addAll(known.holding(key));
            return holds(known);
        }

        @Override
        public void keys(Set<FactKey> into) {
            into.add(key);
        }
    }

    /** The fact holds with one of these details, or (negated) with another detail or none. */
    record WithDetail(FactKey key, Set<String> details, boolean negated) implements Condition {
        @Override
        public boolean holds(Known known) {
            return any(known.holding(key), this::fits, null);
        }

        @Override
        public boolean holds(Known known, List<Fact> support) {
            return any(known.holding(key), this::fits, support);
        }

        private boolean fits(Fact fact) {
            return (fact.detail() != null && details.contains(fact.detail())) != negated;
        }

        @Override
        public void keys(Set<FactKey> into) {
            into.add(key);
        }
    }

    /** The fact holds and its event is at most so many hours away. */
    record Within(FactKey key, int hours) implements Condition {
        @Override
        public boolean holds(Known known) {
            return any(known.holding(key), this::fits, null);
        }

        @Override
        public boolean holds(Known known, List<Fact> support) {
            return any(known.holding(key), this::fits, support);
        }

        private boolean fits(Fact fact) {
            return fact.hours() != null && fact.hours() <= hours;
        }

        @Override
        public void keys(Set<FactKey> into) {
            into.add(key);
        }
    }

    /** Nobody said no to it. */
    record NotNo(FactKey key) implements Condition {
        @Override
        public boolean holds(Known known) {
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
        public boolean holds(Known known) {
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
        public boolean holds(Known known) {
            return known.signalled(signal);
        }

        @Override
        public void keys(Set<FactKey> into) {
            // A signal is no fact.
        }
    }

    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Known known) {
            for (int at = 0; at < parts.size(); at++) {
                if (!parts.get(at).holds(known)) {
                    return false;
                }
            }
            return true;
        }

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
        public boolean holds(Known known) {
            int held = 0;
            for (int at = 0; at < parts.size() && held < count; at++) {
                if (parts.get(at).holds(known)) {
                    held++;
                }
            }
            return held >= count;
        }

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

    private static boolean any(List<Fact> facts, Predicate<Fact> wanted, @Nullable List<Fact> support) {
        boolean any = false;
        for (int at = 0; at < facts.size(); at++) {
            if (wanted.test(facts.get(at))) {
                any = true;
                if (support != null) {
                    support.add(facts.get(at));
                }
            }
        }
        return any;
    }
}

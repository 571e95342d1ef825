package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;

/**
 * The conditions that are made of no others, of all rules, each once. They are asked once of what is known; everything
 * made of them is then a matter of bits. What one more fact would change of the answers is known beforehand, so that
 * every fact one could ask for can be tried. Immutable once everything is compiled.
 */
final class PlainConditions {

    private final List<Condition> conditions = new ArrayList<>();
    private final Map<Condition, Integer> numbers = new HashMap<>();
    private final Map<FactKey, List<Integer>> byKey = new EnumMap<>(FactKey.class);

    /** Gives every plain condition of these its number. */
    PlainConditions(List<Condition> all) {
        all.forEach(this::number);
    }

    private void number(Condition condition) {
        switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.forEach(this::number);
            case Condition.AtLeast(int any, List<Condition> parts) -> parts.forEach(this::number);
            case Condition.Holds plain -> numberPlain(plain);
            case Condition.WithDetail plain -> numberPlain(plain);
            case Condition.Within plain -> numberPlain(plain);
            case Condition.NotNo plain -> numberPlain(plain);
            case Condition.TruthIs plain -> numberPlain(plain);
            case Condition.Signalled plain -> numberPlain(plain);
        }
    }

    private void numberPlain(Condition plain) {
        if (numbers.putIfAbsent(plain, conditions.size()) == null) {
            Set<FactKey> keys = new HashSet<>();
            plain.keys(keys);
            keys.forEach(
                    key -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(conditions.size()));
            conditions.add(plain);
        }
    }

    /** A condition given when this was made, over the answers. */
    Check compiled(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> compiled(parts.size(), parts);
            case Condition.AtLeast(int count, List<Condition> parts) -> compiled(count, parts);
            case Condition.Holds plain -> compiled(1, List.of(plain));
            case Condition.WithDetail plain -> compiled(1, List.of(plain));
            case Condition.Within plain -> compiled(1, List.of(plain));
            case Condition.NotNo plain -> compiled(1, List.of(plain));
            case Condition.TruthIs plain -> compiled(1, List.of(plain));
            case Condition.Signalled plain -> compiled(1, List.of(plain));
        };
    }

    private Check compiled(int count, List<Condition> parts) {
        Set<Condition> distinct = new HashSet<>(parts);
        if (distinct.size() == parts.size() && numbers.keySet().containsAll(distinct)) {
            long[] wanted = none();
            distinct.forEach(plain -> set(number(plain, numbers), wanted));
            return new Check.OfPlain(count, wanted);
        }
        return new Check.OfChecks(count, parts.stream().map(this::compiled).toList());
    }

    private static int number(Condition plain, Map<Condition, Integer> numbers) {
        Integer number = numbers.get(plain);
        if (number == null) {
            throw new IllegalStateException("condition without a number");
        }
        return number;
    }

    private long[] none() {
        return new long[(conditions.size() + Long.SIZE - 1) / Long.SIZE];
    }

    private static void set(int number, long[] bits) {
        bits[number / Long.SIZE] |= 1L << number;
    }

    /** A bit for each plain condition that holds. */
    long[] answers(Known known) {
        long[] answers = none();
        for (int number = 0; number < conditions.size(); number++) {
            if (conditions.get(number).holds(known)) {
                set(number, answers);
            }
        }
        return answers;
    }

    /** What would change if a fact were known for certain. */
    Change change(Fact fact) {
        if (fact.truth() != Truth.YES) {
            throw new IllegalArgumentException("fact " + fact.key().wire() + ": " + fact.truth() + " (expected: YES)");
        }
        Known alone = Known.of(Facts.of(fact), Set.of());
        long[] toTrue = none();
        long[] toFalse = none();
        for (int number : byKey.getOrDefault(fact.key(), List.of())) {
            Condition plain = conditions.get(number);
            if (plain.holds(alone)) {
                set(number, toTrue);
            } else if (plain instanceof Condition.TruthIs) {
                set(number, toFalse);
            }
        }
        return new Change(toTrue, toFalse);
    }

    /** Answers that become true, and answers that become false. */
    static final class Change {
        private final long[] toTrue;
        private final long[] toFalse;

        private Change(long[] toTrue, long[] toFalse) {
            this.toTrue = toTrue;
            this.toFalse = toFalse;
        }

        /** Writes the answers as they would be. */
        void apply(long[] answers, long[] changed) {
            for (int at = 0; at < answers.length; at++) {
                changed[at] = (answers[at] | toTrue[at]) & ~toFalse[at];
            }
        }
    }
}

package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;

/**
 * What rules look at: the observations that hold, what was answered with no, and the signals of the lexicons. Built
 * from {@link Facts}, where a suspicion answered with no still stands beside its denial.
 */
final class Known {

    private final Map<FactKey, List<Fact>> holding;
    private final Map<FactKey, Truth> truths;
    private final Set<FactKey> denied;
    private final Set<String> signals;

    private Known(
            Map<FactKey, List<Fact>> holding, Map<FactKey, Truth> truths, Set<FactKey> denied, Set<String> signals) {
        this.holding = holding;
        this.truths = truths;
        this.denied = denied;
        this.signals = signals;
    }

    static Known of(Facts facts, Set<String> signals) {
        return build(facts, signals, true);
    }

    /** As if nobody had ever answered a suspicion with no. */
    static Known withoutDenials(Facts facts, Set<String> signals) {
        return build(facts, signals, false);
    }

    private static Known build(Facts facts, Set<String> signals, boolean heedDenials) {
        Map<FactKey, List<Fact>> holding = new EnumMap<>(FactKey.class);
        Map<FactKey, Truth> truths = new EnumMap<>(FactKey.class);
        Set<FactKey> denied = EnumSet.noneOf(FactKey.class);
        for (Fact fact : facts) {
            if (heedDenials && isDenied(fact, facts)) {
                denied.add(fact.key());
                continue;
            }
            truths.merge(fact.key(), fact.truth(), Truth::strongerOf);
            if (fact.truth().holds()) {
                holding.computeIfAbsent(fact.key(), key -> new ArrayList<>()).add(fact);
            }
        }
        return new Known(holding, truths, denied, signals);
    }

    private static boolean isDenied(Fact fact, Facts facts) {
        return fact.truth() == Truth.SUSPECTED
                && facts.observations(fact.key()).stream().anyMatch(other -> other.denies(fact));
    }

    /** The same without what is only suspected. */
    Known certain() {
        Map<FactKey, List<Fact>> sure = new EnumMap<>(FactKey.class);
        holding.forEach((key, held) -> {
            List<Fact> yes =
                    held.stream().filter(fact -> fact.truth() == Truth.YES).toList();
            if (!yes.isEmpty()) {
                sure.put(key, yes);
            }
        });
        return new Known(sure, truths, denied, Set.of());
    }

    /** The same and one fact that holds. */
    Known and(Fact fact) {
        Map<FactKey, List<Fact>> more = new EnumMap<>(FactKey.class);
        more.putAll(holding);
        List<Fact> joined = new ArrayList<>(holding(fact.key()));
        joined.add(fact);
        more.put(fact.key(), joined);
        Map<FactKey, Truth> moreTruths = new EnumMap<>(FactKey.class);
        moreTruths.putAll(truths);
        moreTruths.merge(fact.key(), fact.truth(), Truth::strongerOf);
        return new Known(more, moreTruths, denied, signals);
    }

    /** The observations of a fact that hold; empty where none does. */
    List<Fact> holding(FactKey key) {
        return holding.getOrDefault(key, List.of());
    }

    Truth truth(FactKey key) {
        return truths.getOrDefault(key, Truth.NOT_ASKED);
    }

    boolean signalled(String signal) {
        return signals.contains(signal);
    }

    boolean anyDenied() {
        return !denied.isEmpty();
    }
}

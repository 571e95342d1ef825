package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.Collections;
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
 * from {@link Facts}, where a suspicion answered with no still stands beside its denial. Immutable.
 */
final class Known {

    private static final int KEYS = FactKey.values().length;

    /** By the number of the fact; empty where none holds. */
    private final List<List<Fact>> holding;

    private final Map<FactKey, Truth> truths;
    private final Set<FactKey> denied;
    private final Set<String> signals;

    /** Nothing in it is only suspected. */
    private final boolean certain;

    private Known(
            List<List<Fact>> holding,
            Map<FactKey, Truth> truths,
            Set<FactKey> denied,
            Set<String> signals,
            boolean certain) {
        this.holding = holding;
        this.truths = truths;
        this.denied = denied;
        this.signals = signals;
        this.certain = certain;
    }

    static Known of(Facts facts, Set<String> signals) {
        return build(facts, signals, true);
    }

    /** As if nobody had ever answered a suspicion with no. */
    static Known withoutDenials(Facts facts, Set<String> signals) {
        return build(facts, signals, false);
    }

    private static Known build(Facts facts, Set<String> signals, boolean heedDenials) {
        List<List<Fact>> holding = new ArrayList<>(Collections.nCopies(KEYS, List.of()));
        Map<FactKey, Truth> truths = new EnumMap<>(FactKey.class);
        Set<FactKey> denied = EnumSet.noneOf(FactKey.class);
        for (Fact fact : facts) {
            if (heedDenials && isDenied(fact, facts)) {
                denied.add(fact.key());
                continue;
            }
            truths.merge(fact.key(), fact.truth(), Truth::strongerOf);
            if (fact.truth().holds()) {
                add(fact, holding);
            }
        }
        return new Known(holding, truths, denied, signals, false);
    }

    private static void add(Fact fact, List<List<Fact>> holding) {
        int key = fact.key().ordinal();
        if (holding.get(key).isEmpty()) {
            holding.set(key, new ArrayList<>(2));
        }
        holding.get(key).add(fact);
    }

    private static boolean isDenied(Fact fact, Facts facts) {
        if (fact.truth() == Truth.SUSPECTED) {
            for (Fact other : facts.observations(fact.key())) {
                if (other.denies(fact)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The same without what is only suspected. */
    Known certain() {
        if (certain) {
            return this;
        }
        List<List<Fact>> sure = new ArrayList<>(Collections.nCopies(KEYS, List.of()));
        for (List<Fact> held : holding) {
            for (Fact fact : held) {
                if (fact.truth() == Truth.YES) {
                    add(fact, sure);
                }
            }
        }
        return new Known(sure, truths, denied, Set.of(), true);
    }

    /** The observations of a fact that hold; empty where none does. */
    List<Fact> holding(FactKey key) {
        return holding.get(key.ordinal());
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

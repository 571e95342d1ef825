package org.wasl.triage.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one report, at most one set of observations per key. Immutable.
 *
 * <p>Several observations of one fact may stand beside each other (a button and two sentences); {@link #truth} is the
 * strongest of them, so adding an observation never weakens what is known.
 */
public final class Facts implements Iterable<Fact> {

    public static final Facts NONE = new Facts(Map.of());

    private final Map<FactKey, List<Fact>> byKey;

    private Facts(Map<FactKey, List<Fact>> byKey) {
        this.byKey = byKey;
    }

    public static Facts of(Fact... facts) {
        return NONE.with(List.of(facts));
    }

    public static Facts of(Collection<Fact> facts) {
        return NONE.with(facts);
    }

    /** These facts and one more. An observation already held is not held twice. */
    public Facts with(Fact fact) {
        return with(List.of(fact));
    }

    /** These facts and more. */
    public Facts with(Iterable<Fact> more) {
        Map<FactKey, List<Fact>> joined = new EnumMap<>(FactKey.class);
        joined.putAll(byKey);
        for (Fact fact : more) {
            joined.merge(fact.key(), List.of(fact), (held, added) -> held.contains(fact) ? held : joined(held, fact));
        }
        return new Facts(joined);
    }

    private static List<Fact> joined(List<Fact> held, Fact fact) {
        List<Fact> all = new ArrayList<>(held);
        all.add(fact);
        return List.copyOf(all);
    }

    /** These facts without what a person chose for one key: an answer taken back to be given anew. */
    public Facts withoutAnswer(FactKey key) {
        Map<FactKey, List<Fact>> kept = new EnumMap<>(FactKey.class);
        kept.putAll(byKey);
        List<Fact> rest = observations(key).stream()
                .filter(fact -> fact.source() != FactSource.BUTTON)
                .toList();
        if (rest.isEmpty()) {
            kept.remove(key);
        } else {
            kept.put(key, rest);
        }
        return new Facts(kept);
    }

    /**
     * These facts and a no to every suspicion held of one key: the answer to a confirming question. The suspicions stay
     * as observations; triage reads them as answered.
     */
    public Facts denying(FactKey key) {
        return with(observations(key).stream()
                .filter(fact -> fact.truth() == Truth.SUSPECTED && fact.evidence() != null)
                .map(Fact::denied)
                .toList());
    }

    public Truth truth(FactKey key) {
        return observations(key).stream().map(Fact::truth).reduce(Truth.NOT_ASKED, Truth::strongerOf);
    }

    /** Whether the fact is known or suspected to hold. */
    public boolean holds(FactKey key) {
        return truth(key).holds();
    }

    public boolean isYes(FactKey key) {
        return truth(key) == Truth.YES;
    }

    /** Every observation of one fact, oldest first. */
    public List<Fact> observations(FactKey key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** The strongest observation of one fact. */
    public Optional<Fact> strongest(FactKey key) {
        @Nullable Fact best = null;
        for (Fact fact : observations(key)) {
            if (best == null || fact.truth().compareTo(best.truth()) > 0) {
                best = fact;
            }
        }
        return Optional.ofNullable(best);
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    @Override
    public Iterator<Fact> iterator() {
        List<Fact> all = new ArrayList<>();
        byKey.values().forEach(all::addAll);
        return Collections.unmodifiableList(all).iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && byKey.equals(facts.byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    @Override
    public String toString() {
        return "Facts" + byKey.keySet();
    }
}

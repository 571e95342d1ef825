package org.wasl.admin.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cases whose day has come, proposed together: two people agree, and they are destroyed.
 *
 * @param id the day it was proposed; there is one a day, so two nodes propose the same
 * @param words who agreed, or refused and why
 * @param record what was destroyed; {@code null} before everything is over
 * @param chained whether the record's digest stands on the audit chain
 */
record DestructionList(
        String id,
        LocalDate proposed,
        List<Item> items,
        List<Agreed> words,
        State state,
        @Nullable DestructionRecord record,
        boolean chained) {
    private static final int PEOPLE = 2;

    DestructionList {
        items = List.copyOf(items);
        words = List.copyOf(words);
    }

    /** How far a list is. */
    enum State {
        PROPOSED,
        /** One person agreed. */
        AGREED,
        /** Two did: what is on it is being destroyed. */
        CONFIRMED,
        DONE,
        DECLINED,
        /** Nobody settled it in time. */
        LAPSED;

        boolean waits() {
            return this == PROPOSED || this == AGREED;
        }

        boolean over() {
            return !waits() && this != CONFIRMED;
        }
    }

    /** One person's word. */
    record Agreed(String by, boolean agreed, String reason, Instant at) {
        @Override
        public String toString() {
            return "Agreed[" + by + ", " + agreed + "]";
        }
    }

    static DestructionList proposed(LocalDate day, List<Item> items) {
        return new DestructionList(day.toString(), day, items, List.of(), State.PROPOSED, null, false);
    }

    boolean agreedBy(String who) {
        return words.stream().anyMatch(word -> word.agreed() && word.by().equals(who));
    }

    DestructionList with(Agreed word) {
        List<Agreed> more = new ArrayList<>(words);
        more.add(word);
        Set<String> people =
                more.stream().filter(Agreed::agreed).map(Agreed::by).collect(Collectors.toUnmodifiableSet());
        State next = !word.agreed() ? State.DECLINED : people.size() < PEOPLE ? State.AGREED : State.CONFIRMED;
        return new DestructionList(id, proposed, items, more, next, record, chained);
    }

    DestructionList lapsed() {
        return new DestructionList(id, proposed, items, words, State.LAPSED, record, chained);
    }

    /** With one case further on; a case that is over stays as it is, whoever else was at it. */
    DestructionList with(String number, UnaryOperator<Item> step) {
        List<Item> next = items.stream()
                .map(item -> item.number().equals(number) && !item.state().over() ? step.apply(item) : item)
                .toList();
        return new DestructionList(id, proposed, next, words, state, record, chained);
    }

    boolean allOver() {
        return items.stream().allMatch(item -> item.state().over());
    }

    /** The first record stays. */
    DestructionList recorded(DestructionRecord made) {
        return record != null ? this : new DestructionList(id, proposed, items, words, State.DONE, made, chained);
    }

    DestructionList onTheChain() {
        return new DestructionList(id, proposed, items, words, state, record, true);
    }

    @Override
    public String toString() {
        return "DestructionList[" + id + ", " + state + ", " + items.size() + " cases]";
    }
}

package org.wasl.admin.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.Mark;

/**
 * The open cases, decrypted as far as lists need them, in memory. Queue, sweep and search read only this, so no list
 * depends on an index of the document store.
 *
 * <p>Kept in step by version: an older version never replaces a newer one. Over its limit the least urgent cases stay
 * out and are counted; an urgent case is never left out.
 */
final class HotSet {
    private final int limit;
    /** More closed cases of one day than this a board no longer counts. */
    private static final int MOST_LEFT = 2_000;

    private final Map<CaseNumber, HotCase> cases = new ConcurrentHashMap<>();
    private final Map<CaseNumber, HotCase> afield = new ConcurrentHashMap<>();
    private final Map<CaseNumber, HotCase> left = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseNumber, HotCase> eldest) {
            return size() > MOST_LEFT;
        }
    });
    private final List<Consumer<HotCase>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong leftOut = new AtomicLong();

    HotSet(int limit) {
        this.limit = limit;
    }

    /** Tells of every change from now on, on the thread that made it. A listener must not block. */
    void onChange(Consumer<HotCase> listener) {
        listeners.add(listener);
    }

    /** Takes a case in, or a newer version of it; a closed one leaves once nothing of it has to be copied or sent. */
    void put(HotCase held) {
        boolean[] changed = {false};
        cases.compute(held.number(), (number, before) -> {
            if (before != null && before.version() >= held.version()) {
                return before;
            }
            changed[0] = true;
            HotCase kept = !held.settled() ? admitted(held, before != null) : null;
            if (kept != null && !kept.fieldwork().visits().isEmpty()) {
                afield.put(number, kept);
            } else {
                afield.remove(number);
            }
            return kept;
        });
        if (changed[0]) {
            if (held.settled()) {
                left.put(held.number(), held);
            } else {
                left.remove(held.number());
            }
            listeners.forEach(listener -> listener.accept(held));
        }
    }

    void remove(CaseNumber number) {
        cases.compute(number, (same, before) -> {
            afield.remove(same);
            return null;
        });
        left.remove(number);
    }

    Optional<HotCase> find(CaseNumber number) {
        return Optional.ofNullable(cases.get(number));
    }

    Collection<HotCase> all() {
        return List.copyOf(cases.values());
    }

    /** Those of them with a visit, planned or made: few of a long queue. */
    Collection<HotCase> afield() {
        return List.copyOf(afield.values());
    }

    /** The open cases and the last that were closed while this node ran. */
    Collection<HotCase> withLeft() {
        List<HotCase> all = new ArrayList<>(cases.values());
        synchronized (left) {
            all.addAll(left.values());
        }
        return all;
    }

    /** The cases a mark leads to. */
    List<HotCase> marked(Mark mark) {
        List<HotCase> found = new ArrayList<>();
        for (HotCase held : cases.values()) {
            if (held.marks().contains(mark)) {
                found.add(held);
            }
        }
        return found;
    }

    /** How many open cases did not fit since the start. */
    long leftOut() {
        return leftOut.get();
    }

    private @Nullable HotCase admitted(HotCase held, boolean known) {
        if (known || cases.size() < limit || held.level().urgent()) {
            return held;
        }
        leftOut.incrementAndGet();
        return null;
    }
}

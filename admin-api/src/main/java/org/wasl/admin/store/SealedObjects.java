package org.wasl.admin.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.triage.seal.Bytes;

/**
 * The objects of one kind, sealed in the store, the live ones in memory.
 *
 * <p>Only id, version, key id and day stand in clear. A write compares versions, so of two at the same time one is told;
 * it carries the audit entry of its act inside the object, one atomic unit, and a sweep copies it into the chain. Nobody
 * is asked for permission here and no read is audited: both are the feature's.
 *
 * <p>What another node writes is seen by {@link #read} at once, in {@link #live} after {@code wasl.store.follow}.
 */
public final class SealedObjects<T> {
    private static final Logger log = LoggerFactory.getLogger(SealedObjects.class);
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,63}");

    private final ObjectKind<T> kind;
    private final SealedDocuments documents;
    private final ObjectCodec<T> codec;
    private final StoreSettings settings;
    private final Map<String, Kept<T>> memory = new ConcurrentHashMap<>();
    private final Map<String, Long> looked = new ConcurrentHashMap<>();
    private final List<Consumer<? super Stored<T>>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong leftOut = new AtomicLong();

    SealedObjects(ObjectKind<T> kind, SealedDocuments documents, StoreSettings settings) {
        this.kind = kind;
        this.documents = documents;
        this.codec = new ObjectCodec<>(kind);
        this.settings = settings;
    }

    private record Kept<T>(Stored<T> stored, List<AuditEntry> audits) {
        @Override
        public String toString() {
            return "Kept[redacted]";
        }
    }

    /**
     * Stores a new object.
     *
     * @return empty when the id is taken
     */
    public Optional<Stored<T>> insert(String id, LocalDate day, T content, AuditEntry... acts) {
        Kept<T> fresh = new Kept<>(new Stored<>(known(id), 1, 1, day, content), List.of(acts));
        if (!documents.insert(kind.name(), id, day, bytes(fresh), live(fresh))) {
            return Optional.empty();
        }
        remember(fresh);
        return Optional.of(fresh.stored());
    }

    /** The object as it stands in the store now; empty when there is none, when it was erased, and for what is no id. */
    public Optional<Stored<T>> read(String id) {
        return load(id).map(Kept::stored);
    }

    /**
     * Replaces what was read.
     *
     * @return empty when it was changed or erased since
     */
    public Optional<Stored<T>> replace(Stored<T> before, T content, AuditEntry... acts) {
        // A sweep that copied audits out of it in between raised its version, not its edition: nobody was overtaken.
        for (int attempt = 0; attempt < settings.retries(); attempt++) {
            Kept<T> now = load(before.id()).orElse(null);
            if (now == null || now.stored().edition() != before.edition()) {
                return Optional.empty();
            }
            List<AuditEntry> audits = new ArrayList<>(now.audits());
            audits.addAll(List.of(acts));
            Kept<T> next = new Kept<>(
                    new Stored<>(
                            before.id(),
                            now.stored().version() + 1,
                            before.edition() + 1,
                            now.stored().day(),
                            content),
                    audits);
            if (write(next)) {
                return Optional.of(next.stored());
            }
        }
        return Optional.empty();
    }

    /**
     * Changes an object, whatever version it has by now. The change must be a function of the object alone; the same
     * object back means nothing to write.
     *
     * @return empty when there is none
     */
    public Optional<Stored<T>> change(String id, UnaryOperator<T> change, AuditEntry... acts) {
        for (int attempt = 0; attempt < settings.retries(); attempt++) {
            Stored<T> before = read(id).orElse(null);
            if (before == null) {
                return Optional.empty();
            }
            T after = change.apply(before.content());
            if (after.equals(before.content())) {
                return Optional.of(before);
            }
            Optional<Stored<T>> stored = replace(before, after, acts);
            if (stored.isPresent()) {
                return stored;
            }
        }
        throw new IllegalStateException(SealedDocuments.name(kind.name(), id) + ": overtaken " + settings.retries()
                + " times (expected: a free moment)");
    }

    /** What is still worked on, in no order. */
    public Collection<Stored<T>> live() {
        return memory.values().stream()
                .map(Kept::stored)
                .filter(stored -> kind.live().test(stored.content()))
                .toList();
    }

    /** How many objects memory holds: the live ones, and those that still have to tell the chain something. */
    public int inMemory() {
        return memory.size();
    }

    /**
     * The ids of some days, the latest day first; of one day in the order they were stored.
     *
     * @throws IllegalArgumentException for more days than {@code wasl.store.most-days}
     */
    public List<String> ids(LocalDate first, LocalDate last) {
        if (last.toEpochDay() - first.toEpochDay() >= settings.mostDays()) {
            throw new IllegalArgumentException(
                    "days: " + first + " to " + last + " (expected: at most " + settings.mostDays() + ")");
        }
        List<LocalDate> days =
                new ArrayList<>(first.datesUntil(last.plusDays(1)).toList());
        Map<LocalDate, List<String>> found = documents.ids(kind.name(), days);
        List<String> ids = new ArrayList<>();
        days.reversed().forEach(day -> ids.addAll(found.getOrDefault(day, List.of())));
        return ids;
    }

    /** Makes an object unreadable for ever. What it still had to tell the chain is told first. */
    public void erase(String id, AuditTrail trail) {
        Kept<T> held = load(id).orElse(null);
        if (held != null) {
            held.audits().forEach(trail::append);
            documents.erase(kind.name(), id, held.stored().day());
        }
        memory.remove(id);
    }

    /** Tells of every change of what is or was live from now on, on the thread that took it in; must return at once. */
    public void onChange(Consumer<? super Stored<T>> listener) {
        listeners.add(listener);
    }

    /** Live objects that did not fit into memory since the start. Anything but 0 needs a larger limit. */
    public long leftOut() {
        return leftOut.get();
    }

    /** How many bytes an object takes, to be compared with the kind's limit before it is written. */
    public int size(T content) {
        return codec.size(content);
    }

    String name() {
        return kind.name();
    }

    /** @param live id and version of what should be in memory */
    void follow(Map<String, Long> live) {
        live.forEach((id, version) -> {
            Kept<T> known = memory.get(id);
            boolean behind = known == null || known.stored().version() < version;
            // One look for each version: what cannot be read, or does not fit, is not tried every second.
            if (behind && !version.equals(looked.put(id, version))) {
                refresh(id, version);
            }
        });
        looked.keySet().retainAll(live.keySet());
        List<String> gone =
                memory.keySet().stream().filter(id -> !live.containsKey(id)).toList();
        gone.forEach(id -> refresh(id, 0));
    }

    /** Copies what was audited inside the objects into the chain, then takes it out of them. */
    void copyAudits(AuditTrail trail) {
        for (Kept<T> waiting : List.copyOf(memory.values())) {
            if (!waiting.audits().isEmpty()) {
                copyAudits(waiting.stored().id(), trail);
            }
        }
    }

    private void copyAudits(String id, AuditTrail trail) {
        Kept<T> held = load(id).orElse(null);
        if (held == null) {
            return;
        }
        held.audits().forEach(trail::append);
        Stored<T> stored = held.stored();
        // Overtaken, it is done again in a moment: the same entry twice counts as one.
        write(new Kept<>(
                new Stored<>(id, stored.version() + 1, stored.edition(), stored.day(), stored.content()), List.of()));
    }

    private boolean write(Kept<T> next) {
        Stored<T> stored = next.stored();
        boolean live = live(next);
        if (!documents.replace(kind.name(), stored.id(), stored.version(), stored.day(), bytes(next), live)) {
            return false;
        }
        if (!live) {
            // The entry still has the version before this one.
            documents.settle(kind.name(), stored.id(), stored.version() - 1);
        }
        remember(next);
        return true;
    }

    /** @param listed the version its entry among the live ones names */
    private void refresh(String id, long listed) {
        try {
            Kept<T> held = load(id).orElse(null);
            if (held == null) {
                memory.remove(id);
            } else if (!live(held)) {
                documents.settle(kind.name(), id, listed);
            }
        } catch (ObjectUnreadableException unreadable) {
            log.error("{}", unreadable.getMessage());
        }
    }

    private Optional<Kept<T>> load(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return documents.read(kind.name(), id).map(opened -> {
            ObjectCodec.Held<T> held = codec.read(opened.content());
            Kept<T> kept = new Kept<>(
                    new Stored<>(id, opened.version(), held.edition(), opened.day(), held.content()), held.audits());
            remember(kept);
            return kept;
        });
    }

    private void remember(Kept<T> kept) {
        boolean[] changed = {false};
        memory.compute(kept.stored().id(), (id, before) -> {
            if (before != null && before.stored().version() > kept.stored().version()) {
                return before;
            }
            changed[0] = before == null
                    ? live(kept)
                    : before.stored().edition() < kept.stored().edition();
            return live(kept) && fits(before != null, kept) ? kept : null;
        });
        if (changed[0]) {
            listeners.forEach(listener -> listener.accept(kept.stored()));
        }
    }

    /** What has to be told to the chain is kept in any case. */
    private boolean fits(boolean known, Kept<T> kept) {
        if (known || memory.size() < kind.mostLive() || !kept.audits().isEmpty()) {
            return true;
        }
        leftOut.incrementAndGet();
        return false;
    }

    private boolean live(Kept<T> kept) {
        return !kept.audits().isEmpty() || kind.live().test(kept.stored().content());
    }

    private Bytes bytes(Kept<T> kept) {
        return codec.write(
                new ObjectCodec.Held<>(kept.stored().edition(), kept.stored().content(), kept.audits()));
    }

    private String known(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(kind.name() + ": an id of " + id.length()
                    + " characters (expected: 1..64 letters, digits, hyphens)");
        }
        return id;
    }
}

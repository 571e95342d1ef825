package org.wasl.admin.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries of all chains, the latest first. It looks at a bounded number of them for each excerpt and says how far
 * it came: the chains have no index, so that nothing can be taken out of one unseen.
 *
 * <p>It does not check the chains; that is {@link AuditChains#verify}. What somebody changed in the store is shown as it
 * stands there.
 */
public final class AuditReading {
    /** Days are of this place, wherever the desk's machine stands. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");

    private static final int BATCH = 250;

    private final ChainStore store;
    private final AuditSettings settings;
    private final Map<ChainName, Long> tails = new ConcurrentHashMap<>();

    AuditReading(ChainStore store, AuditSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * The next entries somebody asked for.
     *
     * @param after where the excerpt before ended, as it said; {@code null} for the latest
     * @param limit most entries of one excerpt
     * @throws IllegalArgumentException for an end no excerpt of this reading said
     */
    public AuditExcerpt read(AuditQuestion question, @Nullable String after, int limit) {
        Cursor from = after == null ? null : Cursor.parse(after);
        Instant before = question.day() == null
                ? Instant.MAX
                : question.day().plusDays(1).atStartOfDay(ZONE).toInstant();
        Instant earliest = question.day() == null
                ? Instant.MIN
                : question.day().atStartOfDay(ZONE).toInstant();
        PriorityQueue<Backwards> chains = open(from, before);
        List<AuditEntry> found = new ArrayList<>();
        Cursor last = from;
        for (int looked = 0; looked < settings.mostRead(); looked++) {
            Backwards chain = chains.poll();
            if (chain == null || chain.at().isBefore(earliest)) {
                return new AuditExcerpt(found, last == null ? null : last.at(), null);
            }
            ChainLink link = chain.take();
            last = new Cursor(link.entry().at(), link.chain(), link.sequence());
            if (question.asksFor(link.entry())) {
                found.add(link.entry());
            }
            if (chain.more()) {
                chains.add(chain);
            }
            if (found.size() == limit) {
                break;
            }
        }
        return new AuditExcerpt(found, last == null ? null : last.at(), last == null ? null : last.value());
    }

    /** Every chain, each from the first entry behind the point where reading goes on. */
    private PriorityQueue<Backwards> open(@Nullable Cursor from, Instant before) {
        PriorityQueue<Backwards> chains = new PriorityQueue<>(Comparator.comparing(Backwards::at)
                .reversed()
                .thenComparing(chain -> chain.name, Comparator.reverseOrder()));
        for (ChainName name : store.chains()) {
            long tail = tail(name);
            long begin = begin(name, tail, from, before);
            if (begin > 0) {
                Backwards chain = new Backwards(name, begin);
                if (chain.more()) {
                    chains.add(chain);
                }
            }
        }
        return chains;
    }

    /** The last entry of a chain that comes after the cursor in this order; 0 for none. Times in a chain do not go back. */
    private long begin(ChainName name, long tail, @Nullable Cursor from, Instant before) {
        if (from != null && from.chain().equals(name)) {
            return Math.min(tail, from.sequence() - 1);
        }
        if (tail == 0 || comesAfter(name, tail, from, before)) {
            return tail;
        }
        long low = 0;
        long high = tail - 1;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (comesAfter(name, middle, from, before)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private boolean comesAfter(ChainName name, long sequence, @Nullable Cursor from, Instant before) {
        ChainLink link = store.read(name, sequence, 1).get(sequence);
        return link != null
                && link.entry().at().isBefore(before)
                && (from == null || from.comesBefore(link.entry().at(), name));
    }

    private long tail(ChainName name) {
        long tail = tails.getOrDefault(
                name, store.published(name).map(ChainHead::sequence).orElse(0L));
        while (true) {
            Map<Long, ChainLink> later = store.read(name, tail + 1, BATCH);
            if (later.isEmpty()) {
                tails.put(name, tail);
                return tail;
            }
            tail = later.keySet().stream().mapToLong(Long::longValue).max().orElse(tail);
        }
    }

    /** A place in the one order of all chains: by time, then by chain. */
    private record Cursor(Instant at, ChainName chain, long sequence) {
        private static final String PARTS = "~";

        String value() {
            return at + PARTS + chain.value() + PARTS + sequence;
        }

        static Cursor parse(String value) {
            try {
                String[] parts = value.split(PARTS, -1);
                return new Cursor(Instant.parse(parts[0]), ChainName.parse(parts[1]), Long.parseLong(parts[2]));
            } catch (RuntimeException none) {
                throw new IllegalArgumentException("cursor: (expected: one an excerpt ended with)");
            }
        }

        /** Whether an entry of another chain comes later in the order, which is earlier in time. */
        boolean comesBefore(Instant other, ChainName name) {
            int byTime = other.compareTo(at);
            return byTime < 0 || byTime == 0 && name.compareTo(chain) < 0;
        }
    }

    /** One chain, read from an entry down to its first. */
    private final class Backwards {
        private final ChainName name;
        private final Deque<ChainLink> held = new ArrayDeque<>();
        private long next;

        private Backwards(ChainName name, long from) {
            this.name = name;
            this.next = from;
        }

        boolean more() {
            while (held.isEmpty() && next > 0) {
                long first = Math.max(1, next - BATCH + 1);
                Map<Long, ChainLink> batch = store.read(name, first, (int) (next - first + 1));
                for (long sequence = next; sequence >= first; sequence--) {
                    ChainLink link = batch.get(sequence);
                    if (link != null) {
                        held.add(link);
                    }
                }
                next = first - 1;
            }
            return !held.isEmpty();
        }

        Instant at() {
            return held.getFirst().entry().at();
        }

        ChainLink take() {
            return held.removeFirst();
        }
    }
}

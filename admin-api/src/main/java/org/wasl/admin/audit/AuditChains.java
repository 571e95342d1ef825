package org.wasl.admin.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chains and says whether they are whole.
 *
 * <p>Shown: an entry changed, taken out or put in; a chain cut behind any head somebody noted (another chain, this
 * process, the auditor); a chain that went two ways; a chain that is gone. Not shown: entries cut from the end of the
 * only chain, together with everything that noted them, before the auditor's last head; that is why there is an auditor.
 */
public final class AuditChains {
    private static final int BATCH = 500;

    private final ChainStore store;
    private final ChainHash hash;
    private final @Nullable AuditChain own;
    private final Clock clock;

    AuditChains(ChainStore store, ChainHash hash, @Nullable AuditChain own, Clock clock) {
        this.store = store;
        this.hash = hash;
        this.own = own;
        this.clock = clock;
    }

    /** The head of the chain this process writes. */
    public ChainHead ownHead() {
        if (own == null) {
            throw new IllegalStateException("audit chains: read from outside (expected: a node that writes one)");
        }
        return own.head();
    }

    /**
     * Reads every chain whole. Takes about a second for each ten thousand entries on the embedded store.
     *
     * @param auditorsHeads heads an auditor wrote down at an earlier time; may be empty
     */
    public Verification verify(Collection<ChainHead> auditorsHeads) {
        List<ChainHead> noted = new ArrayList<>(auditorsHeads);
        // Before the reading starts: what this process appends meanwhile is no finding.
        if (own != null) {
            noted.add(own.head());
        }
        Map<ChainName, Long> furthest = furthest(noted);
        List<Finding> findings = new ArrayList<>();
        List<ChainHead> heads = new ArrayList<>();
        long entries = 0;
        for (ChainName chain : named(noted, findings)) {
            ChainWalk walk = new ChainWalk(store, hash, chain).upTo(furthest.getOrDefault(chain, 0L));
            entries += walk.entries();
            findings.addAll(walk.findings());
            noted.addAll(walk.noted());
            heads.add(walk.head());
        }
        noted.forEach(head -> compare(head, findings));
        return new Verification(
                clock.instant(),
                heads,
                entries,
                noted.size(),
                findings.stream().distinct().toList());
    }

    /**
     * Writes every chain and entry, a JSON document a line, as {@link ChainReading#ofFile} reads them. Ids and digests
     * only, as in the chains. What is missing is left out, and shows when the file is verified.
     */
    public void export(Consumer<String> line) {
        for (ChainName chain : store.chains()) {
            ChainHead head = store.published(chain).orElse(null);
            Document described = new Document("_id", chain.value());
            line.accept((head == null
                            ? described
                            : described.append("sequence", head.sequence()).append("hash", head.hash()))
                    .toJson());
        }
        // So far at least: what the chains say of each other is in the entries, which a reader compares.
        Map<ChainName, Long> known = furthest(own == null ? List.of() : List.of(own.head()));
        for (ChainName chain : store.chains()) {
            for (long first = 1; ; first += BATCH) {
                Map<Long, ChainLink> batch = store.read(chain, first, BATCH);
                if (batch.isEmpty() && first > known.getOrDefault(chain, 0L)) {
                    break;
                }
                new TreeMap<>(batch)
                        .values()
                        .forEach(link ->
                                line.accept(MongoChainStore.document(link).toJson()));
            }
        }
    }

    private Map<ChainName, Long> furthest(List<ChainHead> noted) {
        Map<ChainName, Long> furthest = new TreeMap<>();
        noted.forEach(head -> furthest.merge(head.chain(), head.sequence(), Math::max));
        for (ChainName chain : store.chains()) {
            store.published(chain).ifPresent(head -> furthest.merge(chain, head.sequence(), Math::max));
        }
        return furthest;
    }

    private Collection<ChainName> named(List<ChainHead> noted, List<Finding> findings) {
        TreeSet<ChainName> present = new TreeSet<>(store.chains());
        TreeSet<ChainName> expected = new TreeSet<>(present);
        noted.forEach(head -> expected.add(head.chain()));
        for (ChainName chain : List.copyOf(expected)) {
            for (long epoch = 1; epoch < chain.epoch(); epoch++) {
                expected.add(new ChainName(chain.node(), epoch));
            }
        }
        expected.stream()
                .filter(chain -> !present.contains(chain))
                .forEach(chain -> findings.add(new Finding(Finding.Kind.CHAIN_MISSING, chain, 0)));
        return expected;
    }

    private void compare(ChainHead head, List<Finding> findings) {
        if (head.sequence() == 0) {
            return;
        }
        ChainLink there = store.read(head.chain(), head.sequence(), 1).get(head.sequence());
        if (there == null) {
            findings.add(new Finding(Finding.Kind.CUT, head.chain(), head.sequence()));
        } else if (!there.hash().equals(head.hash())) {
            findings.add(new Finding(Finding.Kind.FORKED, head.chain(), head.sequence()));
        }
    }
}

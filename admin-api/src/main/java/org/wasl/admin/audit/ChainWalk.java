package org.wasl.admin.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reading of one chain, first entry to last. */
final class ChainWalk {
    private static final int BATCH = 500;

    private final ChainStore store;
    private final ChainHash hash;
    private final ChainName chain;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ChainHead> noted = new ArrayList<>();
    private long start = 1;
    private long entries;
    private long missingFrom;
    private @Nullable ChainLink former;

    ChainWalk(ChainStore store, ChainHash hash, ChainName chain) {
        this.store = store;
        this.hash = hash;
        this.chain = chain;
    }

    /** Begins behind an entry instead of at the first, when only the end matters. */
    ChainWalk behind(ChainHead head) {
        former = store.read(chain, head.sequence(), 1).get(head.sequence());
        start = former == null ? 1 : head.sequence() + 1;
        return this;
    }

    /** Reads at least so far, and on until a whole batch is empty. */
    ChainWalk upTo(long known) {
        for (long first = start; ; first += BATCH) {
            Map<Long, ChainLink> batch = store.read(chain, first, BATCH);
            if (batch.isEmpty() && first > known) {
                return this;
            }
            for (long sequence = first; sequence < first + BATCH; sequence++) {
                step(sequence, batch.get(sequence));
            }
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** Heads of other chains this one took note of. */
    List<ChainHead> noted() {
        return noted;
    }

    long entries() {
        return entries;
    }

    ChainHead head() {
        return former == null ? new ChainHead(chain, 0, hash.root(chain)) : former.head();
    }

    private void step(long sequence, @Nullable ChainLink link) {
        if (link == null) {
            missingFrom = missingFrom == 0 ? sequence : missingFrom;
            return;
        }
        entries++;
        if (missingFrom != 0) {
            findings.add(new Finding(Finding.Kind.MISSING, chain, missingFrom));
        } else if (!link.former().equals(head().hash())) {
            findings.add(new Finding(Finding.Kind.BROKEN, chain, sequence));
        }
        missingFrom = 0;
        if (hash.holds(link)) {
            takeNote(link);
        } else {
            findings.add(new Finding(Finding.Kind.EDITED, chain, sequence));
        }
        former = link;
    }

    private void takeNote(ChainLink link) {
        if (link.entry().act() == Act.HEAD_NOTED) {
            noted.add(
                    ChainHead.parse(link.entry().subject() + ":" + link.entry().digest()));
        }
    }
}

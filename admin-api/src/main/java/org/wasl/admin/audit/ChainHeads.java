package org.wasl.admin.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaves this chain's head for the others and takes note of theirs, so that none can be cut without another showing it. */
final class ChainHeads {
    private final ChainStore store;
    private final ChainHash hash;
    private final AuditChain own;
    private final Map<ChainName, ChainHead> seen = new HashMap<>();
    private long published;

    ChainHeads(ChainStore store, ChainHash hash, AuditChain own) {
        this.store = store;
        this.hash = hash;
        this.own = own;
    }

    /** Once, at start: where the chain of this node's former start really ends, whatever was published of it. */
    synchronized void noteFormer() {
        ChainName present = own.head().chain();
        if (present.epoch() > 1) {
            ChainName former = new ChainName(present.node(), present.epoch() - 1);
            ChainWalk walk = new ChainWalk(store, hash, former);
            Optional<ChainHead> known = store.published(former);
            known.ifPresent(walk::behind);
            note(walk.upTo(known.map(ChainHead::sequence).orElse(0L)).head());
        }
    }

    /** Each minute: what the chains of other nodes published since. */
    synchronized void exchange() {
        others().forEach(chain -> store.published(chain).ifPresent(this::note));
        ChainHead head = own.head();
        if (head.sequence() > published) {
            store.publish(head);
            published = head.sequence();
        }
    }

    private List<ChainName> others() {
        return store.chains().stream()
                .filter(chain -> !chain.equals(own.head().chain()))
                .toList();
    }

    private void note(ChainHead head) {
        ChainHead before = seen.get(head.chain());
        if (head.sequence() == 0 || (before != null && before.sequence() >= head.sequence())) {
            return;
        }
        own.append(own.entry(
                AuditEntry.SYSTEM,
                Act.HEAD_NOTED,
                head.chain().value(),
                AuditEntry.Outcome.DONE,
                head.sequence() + ":" + head.hash()));
        seen.put(head.chain(), head);
    }
}

package org.wasl.admin.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where chains lie. Everything is looked up by its id. */
interface ChainStore {
    /** Takes the next epoch of a node for a chain of its own. */
    ChainName begin(String node);

    /** Writes links that stand one after the other. Durable on return; throws when any could not be written. */
    void write(List<ChainLink> links);

    /** The links with these numbers, as far as they are there. */
    Map<Long, ChainLink> read(ChainName chain, long first, int count);

    /** Every chain that was ever begun, in order. */
    List<ChainName> chains();

    /** Leaves a chain's head where other nodes find it. A hint: it is not signed, and its loss harms nothing. */
    void publish(ChainHead head);

    /** The head a node last left for others. */
    Optional<ChainHead> published(ChainName chain);
}

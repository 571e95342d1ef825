package org.wasl.bot.channel;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Decides which node polls a platform. Two pollers would do no harm to a citizen, since the gate takes everything once,
 * but the platform refuses the second, and neither would hear well.
 */
public interface PollerLease {

    /**
     * Takes the lease, or keeps it, for {@code life} from now. Answers its epoch, which grows with every change of
     * holder; empty while another node holds it. Throws when the store cannot be asked.
     *
     * <p>A node is named {@code node/start}. Killed and started again, it takes over from its former self at once, when
     * it asks for the first time; a former self that lives after all is refused from then on, so the two never take it
     * from each other in turns.
     */
    OptionalLong hold(String name, String node, Duration life);

    /** Gives it back at once, if this node holds it. */
    void release(String name, String node);
}

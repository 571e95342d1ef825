package org.wasl.admin.partner;

import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.wasl.admin.store.SealedObjects;

/**
 * Puts the shipped partners into a directory that has not got them. What staff changed since stays as they made it, and
 * what they retired stays retired.
 */
final class PartnerSeeds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PartnerSeeds.class);

    /** After the store is in memory, before the web server. */
    private static final int PHASE = 10;

    private final SealedObjects<Partner> store;
    private final Map<String, Partner> shipped;
    private final boolean demonstration;
    private volatile boolean running;

    PartnerSeeds(SealedObjects<Partner> store, Map<String, Partner> shipped, boolean demonstration) {
        this.store = store;
        this.shipped = shipped;
        this.demonstration = demonstration;
    }

    @Override
    public void start() {
        int added = 0;
        for (Map.Entry<String, Partner> one : shipped.entrySet()) {
            Partner partner = one.getValue();
            LocalDate day = partner.profile().sourceDate();
            boolean wanted = demonstration || !partner.demonstration();
            if (wanted
                    && store.read(one.getKey()).isEmpty()
                    && store.insert(one.getKey(), day, partner).isPresent()) {
                added++;
            }
        }
        if (added > 0) {
            log.info("directory of partners: {} shipped entries added", added);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

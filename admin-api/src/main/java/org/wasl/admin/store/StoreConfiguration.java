package org.wasl.admin.store;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.upkeep.Rounds;
import org.wasl.triage.seal.CaseSealer;

/** Wires the store of what is no case. Needs a {@link MongoTemplate}, a {@link CaseSealer} and an {@link AuditTrail}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
public class StoreConfiguration {
    /** Beside the cases: before the sweeps and the web server. */
    private static final int UPKEEP_PHASE = 0;

    @Bean
    ObjectStores objectStores(MongoTemplate mongo, CaseSealer sealer, StoreSettings settings) {
        return new ObjectStores(mongo, sealer, settings);
    }

    @Bean
    Mentions mentions(ObjectStores stores, AuditTrail trail) {
        return new Mentions(stores, trail);
    }

    /** Reads what is live before anything else starts, then keeps it in step with other nodes and copies audit entries. */
    @Bean
    Rounds storeUpkeep(ObjectStores stores, AuditTrail trail, StoreSettings settings) {
        return Rounds.on("store-upkeep")
                .inPhase(UPKEEP_PHASE)
                .after(stores::follow)
                .every(settings.follow(), "store upkeep", () -> {
                    stores.follow();
                    stores.copyAudits(trail);
                });
    }
}

package org.wasl.admin.store;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.triage.seal.CaseSealer;

/** Wires the store of what is no case. Needs a {@link MongoTemplate}, a {@link CaseSealer} and an {@link AuditTrail}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
public class StoreConfiguration {
    @Bean
    ObjectStores objectStores(MongoTemplate mongo, CaseSealer sealer, StoreSettings settings) {
        return new ObjectStores(mongo, sealer, settings);
    }

    @Bean
    Mentions mentions(ObjectStores stores, AuditTrail trail) {
        return new Mentions(stores, trail);
    }

    @Bean
    StoreUpkeep storeUpkeep(ObjectStores stores, AuditTrail trail, StoreSettings settings) {
        return new StoreUpkeep(stores, trail, settings);
    }
}

package org.wasl.admin.audit;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The audit chains. Needs a {@link MongoTemplate}, a {@link Clock}, a {@link SecureRandom} and an {@link AuditKey}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
public class AuditConfiguration {
    @Bean
    ChainStore chainStore(MongoTemplate mongo) {
        return new MongoChainStore(mongo);
    }

    @Bean
    ChainHash chainHash(AuditKey key) {
        return new ChainHash(key);
    }

    @Bean(destroyMethod = "close")
    AuditChain auditChain(ChainStore store, ChainHash hash, AuditSettings settings, Clock clock, SecureRandom random) {
        return new AuditChain(store, hash, settings, clock, random);
    }

    @Bean
    AuditChains auditChains(ChainStore store, ChainHash hash, AuditChain chain, Clock clock) {
        return new AuditChains(store, hash, chain, clock);
    }

    @Bean
    AuditReading auditReading(ChainStore store, AuditSettings settings) {
        return new AuditReading(store, settings);
    }

    @Bean
    AuditSample auditSample(AuditKey key, AuditSettings settings) {
        return new AuditSample(key, settings.samplePercent());
    }

    @Bean(destroyMethod = "close")
    HeadsTimer auditHeadsTimer(ChainStore store, ChainHash hash, AuditChain chain, AuditSettings settings) {
        return new HeadsTimer(new ChainHeads(store, hash, chain), settings.headsEvery());
    }
}

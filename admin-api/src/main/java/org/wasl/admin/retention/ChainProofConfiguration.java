package org.wasl.admin.retention;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditChains;
import org.wasl.admin.audit.AuditTrail;

/** Wires the checking of the audit chains. Needs {@link AuditChains}, {@link AuditTrail} and {@link RetentionSettings}. */
@Configuration(proxyBeanMethods = false)
public class ChainProofConfiguration {
    @Bean
    ChainDesk chainDesk(AuditChains chains, AuditTrail trail) {
        return new ChainDesk(chains, trail);
    }

    @Bean
    ChainController chainController(ChainDesk desk) {
        return new ChainController(desk);
    }

    @Bean
    ChainPages chainPages(ChainDesk desk) {
        return new ChainPages(desk);
    }

    @Bean
    HeadsFile headsFile(RetentionSettings settings, AuditChains chains, AuditTrail trail) {
        return new HeadsFile(settings.headsFile(), settings.headsEvery(), chains, trail);
    }
}

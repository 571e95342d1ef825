package org.wasl.admin.awareness;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.print.Press;
import org.wasl.admin.store.ObjectKind;
import org.wasl.admin.store.ObjectStores;

/** Wires awareness sessions. Needs the configurations of store, print, officer and audit, and a {@link Clock}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AwarenessSettings.class)
public class AwarenessConfiguration {
    private static final int LARGEST = 200_000;

    @Bean
    AwarenessDesk awarenessDesk(
            ObjectStores stores,
            StaffDirectory staff,
            AuditTrail trail,
            AwarenessSettings settings,
            Clock clock,
            SecureRandom random) {
        return new AwarenessDesk(
                stores.open(new ObjectKind<>(
                        "awareness", Session.class, 1, LARGEST, settings.mostSessions(), session -> true)),
                stores.open(new ObjectKind<>("campaign", Campaign.class, 1, LARGEST, 1, campaign -> false)),
                staff,
                trail,
                settings,
                clock,
                random);
    }

    @Bean
    Poster poster(Press press, MessageSource messages, AwarenessSettings settings, Clock clock) {
        return new Poster(press, messages, settings, clock);
    }

    @Bean
    AwarenessController awarenessController(AwarenessDesk desk, Poster poster) {
        return new AwarenessController(desk, poster);
    }

    @Bean
    AwarenessPages awarenessPages(AwarenessDesk desk, Poster poster, StaffDirectory staff) {
        return new AwarenessPages(desk, poster, staff);
    }
}

package org.wasl.admin.handover;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.casework.ClaimPassing;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.store.Mentions;
import org.wasl.admin.store.ObjectKind;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.SealedObjects;

/** Wires shift handover. Needs the configurations of store, casework, officer and audit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HandoverSettings.class)
public class HandoverConfiguration {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_OPEN = 1_000;
    private static final int ID_BYTES = 8;

    static final ObjectKind<Handover> HANDOVERS =
            new ObjectKind<>("handover", Handover.class, 1, MOST_BYTES, MOST_OPEN, Handover::waits);

    @Bean
    HandoverLeftovers handoverLeftovers(HandoverObjects objects, Mentions mentions) {
        return new HandoverLeftovers(objects.stored(), mentions);
    }

    @Bean
    HandoverObjects handoverObjects(ObjectStores stores) {
        return new HandoverObjects(stores.open(HANDOVERS));
    }

    /** The store of handovers, opened once. */
    record HandoverObjects(SealedObjects<Handover> stored) {}

    @Bean
    HandoverDesk handoverDesk(
            HandoverObjects objects,
            CaseBook book,
            CaseAccess access,
            ClaimPassing claims,
            StaffDirectory directory,
            AuditTrail trail,
            Mentions mentions,
            CaseworkSettings casework,
            HandoverSettings settings,
            SecureRandom random,
            Clock clock) {
        return new HandoverDesk(
                objects.stored(),
                new HandoverContent(casework, settings),
                new DeskCases(book, access, claims),
                directory,
                trail,
                mentions,
                settings,
                () -> once(random),
                clock);
    }

    @Bean
    HandoverController handoverController(HandoverDesk desk) {
        return new HandoverController(desk);
    }

    @Bean
    HandoverPages handoverPages(HandoverDesk desk) {
        return new HandoverPages(desk);
    }

    private static String once(SecureRandom random) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

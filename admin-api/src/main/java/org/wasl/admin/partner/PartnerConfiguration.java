package org.wasl.admin.partner;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Assignments;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.officer.OfficerSettings;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.store.ObjectKind;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.SealedObjects;
import org.wasl.triage.handover.BundleSealer;

/**
 * Wires partners. Needs what casework and the store of objects need, a {@link BundleSealer}, a {@link MessageSource} and
 * {@link OfficerSettings}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerSettings.class)
public class PartnerConfiguration {
    private static final int ID_BYTES = 8;
    private static final int LARGEST_ENTRY = 64 * 1024;

    @Bean
    SealedObjects<Partner> partnerStore(ObjectStores stores, PartnerSettings settings) {
        return stores.open(
                new ObjectKind<>("partner", Partner.class, 1, LARGEST_ENTRY, settings.most() * 2, _ -> true));
    }

    @Bean
    PartnerSeeds partnerSeeds(SealedObjects<Partner> partnerStore, OfficerSettings officers) {
        return new PartnerSeeds(partnerStore, PartnerFile.read(PartnerFile.SHIPPED), officers.demonstration());
    }

    @Bean
    PartnerDesk partnerDesk(
            SealedObjects<Partner> partnerStore,
            AuditTrail trail,
            PartnerSettings settings,
            SecureRandom random,
            Clock clock) {
        return new PartnerDesk(partnerStore, trail, settings, ids(random), clock);
    }

    @Bean
    ReferralDesk referralDesk(
            CaseDecisions decisions,
            PartnerDesk partners,
            StaffDirectory directory,
            PartnerSettings settings,
            SecureRandom random,
            Clock clock) {
        return new ReferralDesk(decisions, partners, directory, settings, ids(random), clock);
    }

    @Bean
    TransferDesk transferDesk(
            CaseDecisions decisions,
            CaseBook book,
            Assignments assignments,
            StaffDirectory directory,
            AuditTrail trail,
            PartnerSettings settings,
            CaseworkSettings casework,
            SecureRandom random,
            Clock clock) {
        return new TransferDesk(
                decisions, book, assignments, directory, trail, settings, ids(random), casework.claimLease(), clock);
    }

    @Bean
    BundleDesk bundleDesk(
            CaseDecisions decisions,
            CaseBook book,
            CaseDesk cases,
            PartnerDesk partners,
            MessageSource messages,
            BundleSealer sealer,
            PartnerSettings settings,
            SecureRandom random,
            Clock clock) {
        return new BundleDesk(
                decisions, book, cases, partners, new Handover(messages), sealer, settings, ids(random), random, clock);
    }

    @Bean
    OutsideReader outsideReader(CaseDesk cases, PartnerDesk partners) {
        return new OutsideReader(cases, partners);
    }

    @Bean
    PartnerController partnerController(PartnerDesk desk) {
        return new PartnerController(desk);
    }

    @Bean
    ReferralController referralController(ReferralDesk desk, OutsideReader reader) {
        return new ReferralController(desk, reader);
    }

    @Bean
    BundleController bundleController(BundleDesk desk, OutsideReader reader) {
        return new BundleController(desk, reader);
    }

    @Bean
    TransferController transferController(TransferDesk desk, OutsideReader reader) {
        return new TransferController(desk, reader);
    }

    @Bean
    PartnerPages partnerPages(PartnerDesk desk, StaffDirectory directory) {
        return new PartnerPages(desk, directory);
    }

    @Bean
    OutsidePages outsidePages(
            ReferralDesk referrals,
            TransferDesk transfers,
            BundleDesk bundles,
            PartnerDesk partners,
            OutsideReader reader,
            StaffDirectory directory,
            Clock clock) {
        return new OutsidePages(referrals, transfers, bundles, partners, reader, directory, clock);
    }

    @Bean
    BundlePages bundlePages(BundleDesk desk) {
        return new BundlePages(desk);
    }

    @Bean
    TransferPages transferPages(TransferDesk desk) {
        return new TransferPages(desk);
    }

    /** Made of nothing but chance, so that it can stand in clear. */
    private static Supplier<String> ids(SecureRandom random) {
        return () -> {
            byte[] bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}

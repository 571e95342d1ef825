package org.wasl.admin.receipt;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.reply.NoticeDrop;
import org.wasl.admin.store.ObjectKind;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.upkeep.Rounds;
import org.wasl.triage.mailbox.ReplySealer;

/** Wires numbers for callers. Needs casework, replies, the store of objects, a {@link Clock} and a {@link SecureRandom}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReceiptSettings.class)
public class ReceiptConfiguration {
    private static final int LARGEST = 8_000;

    @Bean
    ReceiptDesk receiptDesk(
            ObjectStores stores,
            CaseDecisions decisions,
            CaseBook book,
            NoticeDrop notices,
            ReplySealer replies,
            AuditTrail trail,
            ReceiptSettings settings,
            Clock clock,
            SecureRandom random) {
        return new ReceiptDesk(
                stores.open(new ObjectKind<>(
                        "receipt-ask", ReceiptAsk.class, 1, LARGEST, settings.mostWaiting(), ask -> true)),
                decisions,
                book,
                notices,
                replies,
                trail,
                settings,
                clock,
                random);
    }

    @Bean
    ReceiptLeftovers receiptLeftovers(ReceiptDesk desk) {
        return new ReceiptLeftovers(desk);
    }

    /** Throws away numbers no page fetched. */
    @Bean
    Rounds receiptSweep(ReceiptDesk desk, ReceiptSettings settings) {
        return Rounds.on("receipts-sweep").every(settings.sweep(), "receipt sweep", desk::sweep);
    }

    @Bean
    ReceiptController receiptController(ReceiptDesk desk) {
        return new ReceiptController(desk);
    }

    @Bean
    ReceiptPages receiptPages(CaseDesk cases, ObjectProvider<MessageSource> messages) {
        return new ReceiptPages(cases, messages);
    }
}

package org.wasl.config;

import com.mongodb.ConnectionString;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.wasl.admin.alert.AlertConfiguration;
import org.wasl.admin.api.ApiConfiguration;
import org.wasl.admin.audit.AuditConfiguration;
import org.wasl.admin.awareness.AwarenessConfiguration;
import org.wasl.admin.casework.CaseworkConfiguration;
import org.wasl.admin.console.ConsoleConfiguration;
import org.wasl.admin.exposure.ExposureConfiguration;
import org.wasl.admin.handover.HandoverConfiguration;
import org.wasl.admin.inbox.InboxConfiguration;
import org.wasl.admin.meeting.MeetingConfiguration;
import org.wasl.admin.officer.OfficerConfiguration;
import org.wasl.admin.partner.PartnerConfiguration;
import org.wasl.admin.print.PrintConfiguration;
import org.wasl.admin.receipt.ReceiptConfiguration;
import org.wasl.admin.reply.ReplyConfiguration;
import org.wasl.admin.retention.ChainProofConfiguration;
import org.wasl.admin.retention.RetentionConfiguration;
import org.wasl.admin.statistics.StatisticsConfiguration;
import org.wasl.admin.store.StoreConfiguration;
import org.wasl.admin.visit.VisitConfiguration;
import org.wasl.admin.web.WebConfiguration;
import org.wasl.config.demonstration.DemonstrationConfiguration;

/** The node that faces staff. */
@Configuration(proxyBeanMethods = false)
// Staff have accounts of their own; the framework's made-up user must never exist.
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
    NodeBeans.class,
    DeskKeyBeans.class,
    DeskParts.class,
    AlertConfiguration.class,
    VisitConfiguration.class,
    ApiConfiguration.class,
    AuditConfiguration.class,
    AwarenessConfiguration.class,
    CaseworkConfiguration.class,
    ConsoleConfiguration.class,
    DemonstrationConfiguration.class,
    ExposureConfiguration.class,
    HandoverConfiguration.class,
    InboxConfiguration.class,
    MeetingConfiguration.class,
    OfficerConfiguration.class,
    PrintConfiguration.class,
    ReplyConfiguration.class,
    ReceiptConfiguration.class,
    StatisticsConfiguration.class,
    PartnerConfiguration.class,
    StoreConfiguration.class,
    RetentionConfiguration.class,
    ChainProofConfiguration.class,
    WebConfiguration.class
})
class AdminNode {

    @Bean
    MongoConnectionDetails mongoConnectionDetails(AdminResources resources) {
        ConnectionString address = new ConnectionString(resources.mongodb());
        return () -> address;
    }
}

package org.wasl.admin.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.reply.NoticeDrop;
import org.wasl.triage.intake.PresenceSealer;
import redis.clients.jedis.RedisClient;

/**
 * Wires alerts. Needs casework and replies, a {@link RedisClient} of the desk's user, a {@link PresenceSealer}, an
 * {@link AuditTrail}, a {@link StaffDirectory}, a {@link Clock}, a {@link SecureRandom} and a {@link MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertSettings.class)
public class AlertConfiguration {

    @Bean
    LiveFeed liveFeed(AlertSettings settings) {
        return new LiveFeed(settings);
    }

    @Bean
    AlertDesk alertDesk(
            CaseBook book,
            CaseworkSettings clocks,
            StaffDirectory directory,
            NoticeDrop notices,
            AuditTrail trail,
            AlertSettings settings,
            Clock clock,
            SecureRandom random,
            MeterRegistry meters) {
        AlertDesk desk = new AlertDesk(
                book, new Ladder(clocks, settings.seenHolds()), directory, notices, trail, settings, clock, random);
        meters.gauge("wasl.alerts.unreached", desk, AlertDesk::unreached);
        return desk;
    }

    @Bean
    AlertSweep alertSweep(
            CaseBook book,
            AlertDesk desk,
            LiveFeed feed,
            StaffDirectory directory,
            PresenceSealer sealer,
            RedisClient redis,
            AlertSettings settings,
            Clock clock) {
        return new AlertSweep(
                book,
                desk,
                new LiveNews(feed, clock),
                new PresencePublisher(directory, sealer, redis, clock),
                settings);
    }
}

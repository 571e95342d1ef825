package org.wasl.admin.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.ActClocks;
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
@EnableConfigurationProperties({AlertSettings.class, LadderSettings.class})
public class AlertConfiguration {

    @Bean
    LiveFeed liveFeed(AlertSettings settings) {
        return new LiveFeed(settings);
    }

    @Bean
    AlertWays alertWays(StaffDirectory directory, NoticeDrop notices, AlertSettings settings) {
        return new AlertWays(List.of(new MessengerChannel(directory, notices, settings)));
    }

    @Bean
    AlertHealth alertHealth(AlertWays ways, MeterRegistry meters) {
        AlertHealth health = new AlertHealth(ways.all());
        meters.gauge("wasl.alerts.ways.failing", health, AlertHealth::failing);
        return health;
    }

    @Bean
    Couriers couriers(AlertSettings settings) {
        return new Couriers(settings.couriers());
    }

    @Bean
    AlertDelivery alertDelivery(
            CaseBook book, AlertWays ways, AlertHealth health, Couriers couriers, SecureRandom random, Clock clock) {
        return new AlertDelivery(book, ways, health, new OnceValues(random), couriers, clock);
    }

    @Bean
    AlertDesk alertDesk(
            CaseBook book,
            CaseworkSettings casework,
            LadderSettings ladder,
            StaffDirectory directory,
            AlertDelivery delivery,
            AuditTrail trail,
            AlertSettings settings,
            Clock clock,
            SecureRandom random,
            MeterRegistry meters) {
        AlertDesk desk = new AlertDesk(
                book,
                new Ladder(ladder, settings.seenHolds()),
                new ActLadder(new ActClocks(casework), ladder),
                new Rosters(directory, book),
                delivery,
                settings.calm(),
                new OnceValues(random),
                directory,
                trail,
                clock);
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

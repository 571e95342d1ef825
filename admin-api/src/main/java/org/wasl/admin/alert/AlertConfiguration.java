package org.wasl.admin.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.ActClocks;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.casework.DrillCases;
import org.wasl.admin.casework.FloodSwitch;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.reply.NoticeDrop;
import org.wasl.triage.intake.PresenceSealer;
import org.wasl.triage.seal.CaseSealer;
import redis.clients.jedis.RedisClient;

/**
 * Wires alerts. Needs casework and replies, a {@link RedisClient} of the desk's user, a {@link PresenceSealer}, an
 * {@link AuditTrail}, a {@link StaffDirectory}, a {@link Clock}, a {@link SecureRandom} and a {@link MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AlertSettings.class,
    LadderSettings.class,
    EmailSettings.class,
    WebhookSettings.class,
    DrillSettings.class
})
public class AlertConfiguration {

    @Bean
    LiveFeed liveFeed(AlertSettings settings) {
        return new LiveFeed(settings);
    }

    /** Before the container stops: it would wait for every open stream. */
    @Bean
    ApplicationListener<ContextClosedEvent> liveFeedEnd(LiveFeed feed) {
        return closed -> feed.end();
    }

    @Bean
    AlertPreferences alertPreferences(MongoTemplate mongo, CaseSealer sealer, Clock clock) {
        return new AlertPreferences(mongo, sealer, clock);
    }

    @Bean
    AlertWays alertWays(
            StaffDirectory directory,
            NoticeDrop notices,
            AlertPreferences preferences,
            AlertSettings settings,
            EmailSettings email,
            WebhookSettings webhook,
            Clock clock) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(webhook.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        List<AlertChannel> channels = new ArrayList<>();
        channels.add(new MessengerChannel(directory, notices, settings));
        if (email.on()) {
            channels.add(new EmailChannel(email, preferences, settings.console(), clock));
        }
        if (webhook.on()) {
            channels.add(new WebhookChannel(Page.Way.WEBHOOK, webhook, http, clock));
            channels.add(new WebhookChannel(Page.Way.RING, webhook, http, clock));
        }
        // As no channel to citizens does: not for made-up staff, and not before somebody real has signed in.
        return new AlertWays(
                channels,
                preferences::of,
                staff -> directory.aRealPersonHasSignedIn()
                        && directory
                                .find(staff)
                                .filter(member -> !member.demonstration())
                                .isPresent());
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
    DutyTests dutyTests(
            StaffDirectory directory,
            MongoTemplate mongo,
            AlertWays ways,
            Couriers couriers,
            AlertSettings settings,
            SecureRandom random,
            Clock clock) {
        return new DutyTests(directory, mongo, ways, new OnceValues(random), couriers, settings, clock);
    }

    @Bean
    AlertDesk alertDesk(
            CaseBook book,
            CaseworkSettings casework,
            LadderSettings ladder,
            StaffDirectory directory,
            AlertDelivery delivery,
            DutyTests tests,
            AuditTrail trail,
            AlertSettings settings,
            Clock clock,
            SecureRandom random,
            MeterRegistry meters) {
        AlertDesk desk = new AlertDesk(
                book,
                new Ladder(ladder, settings.seenHolds()),
                new ActLadder(new ActClocks(casework), ladder),
                new VisitLadder(ladder, directory),
                new Rosters(directory, tests, book),
                delivery,
                settings.calm(),
                new OnceValues(random),
                directory,
                tests,
                trail,
                clock);
        meters.gauge("wasl.alerts.unreached", desk, AlertDesk::unreached);
        return desk;
    }

    @Bean
    DrillLeftovers drillLeftovers(ObjectProvider<DrillDesk> drills) {
        return new DrillLeftovers(drills);
    }

    @Bean
    DrillDesk drillDesk(
            DrillCases cases,
            CaseBook book,
            MongoTemplate mongo,
            StaffDirectory directory,
            AuditTrail trail,
            DrillSettings settings,
            SecureRandom random,
            Clock clock) {
        return new DrillDesk(cases, book, mongo, directory, trail, new OnceValues(random), settings, clock);
    }

    @Bean
    AlertBoard alertBoard(
            CaseBook book,
            AlertDesk desk,
            DutyTests tests,
            AlertPreferences preferences,
            AlertHealth health,
            StaffDirectory directory,
            AuditTrail trail,
            CaseAccess access) {
        return new AlertBoard(book, desk, tests, preferences, health, directory, trail, access::mayKnow);
    }

    @Bean
    AlertController alertController(AlertBoard board, DrillDesk drills, LadderSettings ladder) {
        return new AlertController(board, drills, ladder);
    }

    @Bean
    AlertModel alertModel(AlertBoard board) {
        return new AlertModel(board);
    }

    @Bean
    AlertPages alertPages(
            AlertBoard board, DrillDesk drills, LadderSettings ladder, StaffDirectory directory, FloodSwitch flood) {
        return new AlertPages(board, drills, ladder, directory, flood);
    }

    @Bean
    AlertSweep alertSweep(
            CaseBook book,
            AlertDesk desk,
            LiveFeed feed,
            StaffDirectory directory,
            DutyTests tests,
            DrillDesk drills,
            PresenceSealer sealer,
            RedisClient redis,
            AlertSettings settings,
            Clock clock) {
        return new AlertSweep(
                book,
                desk,
                new LiveNews(feed, clock),
                tests,
                drills,
                new PresencePublisher(directory, tests, sealer, redis, clock),
                settings);
    }
}

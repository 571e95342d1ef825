package org.wasl.bot.channel.web;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.MediaRoom;
import org.wasl.triage.seal.DraftOpener;
import org.wasl.triage.seal.DraftSealer;
import redis.clients.jedis.RedisClient;

/** The web chat: page, endpoints and the channel {@code web}. Needs a Redis client, both halves
 * of the draft keys, a clock and randomness. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebChatSettings.class)
public class WebChatConfiguration {

    /** Bytes; less than this grows by being packed. */
    private static final int WORTH_PACKING = 300;

    @Bean
    WebOutbox webOutbox(RedisClient redis, DraftSealer sealer, DraftOpener opener, WebChatSettings settings) {
        return new RedisWebOutbox(redis, sealer, opener, settings.silence(), settings.keptLines());
    }

    @Bean
    WebWaiting webWaiting() {
        return new WebWaiting();
    }

    @Bean
    Channel webChannel(WebOutbox outbox, WebWaiting waiting, Recordings recordings, WebUploads uploads, Clock clock) {
        return new WebChannel(outbox, waiting, recordings, uploads, clock);
    }

    @Bean
    Recordings recordings(WebChatSettings settings) {
        return settings.recordings().isBlank() ? Recordings.NONE : Recordings.read(Path.of(settings.recordings()));
    }

    @Bean
    WebSessions webSessions(WebOutbox outbox, SecureRandom random, Clock clock, WebChatSettings settings) {
        return new WebSessions(outbox, random, clock, settings.newPerSecond());
    }

    @Bean
    WebStreams webStreams(WebOutbox outbox, WebWaiting waiting, WebChatSettings settings, Clock clock) {
        return new WebStreams(outbox, waiting, settings, clock);
    }

    /** Before the container stops: it would wait for every open stream. */
    @Bean
    ApplicationListener<ContextClosedEvent> webStreamsEnd(WebStreams streams) {
        return closed -> streams.end();
    }

    @Bean(destroyMethod = "stop")
    WebSweep webSweep(WebOutbox outbox, WebUploads uploads, Clock clock) {
        return new WebSweep(outbox, uploads, clock);
    }

    @Bean
    WebChatController webChatController(
            Channel webChannel,
            WebSessions sessions,
            WebStreams streams,
            WebWaiting waiting,
            WebChatSettings settings) {
        WebBody bodies = new WebBody(settings.maxBody(), settings.maxText());
        return new WebChatController((WebChannel) webChannel, sessions, streams, waiting, bodies, settings);
    }

    /** Kept as long as the draft it belongs to. */
    @Bean
    WebUploads webUploads(
            RedisClient redis, DraftSealer sealer, DraftOpener opener, Clock clock, WebChatSettings settings) {
        return new WebUploads(redis, sealer, opener, settings.uploadLife(), clock);
    }

    @Bean
    WebUploadController webUploadController(
            Channel webChannel,
            WebSessions sessions,
            WebUploads uploads,
            ObjectProvider<MediaRoom> room,
            WebChatSettings settings) {
        MediaRoom free = room.getIfAvailable(() -> () -> true);
        return new WebUploadController((WebChannel) webChannel, sessions, uploads, free, settings);
    }

    @Bean
    WebPageController webPageController(WebChatSettings settings, Recordings recordings) {
        return new WebPageController(settings, recordings);
    }

    @Bean
    WebProblemTexts webProblemTexts(WebChatSettings settings) {
        return new WebProblemTexts(settings.emergencyNumber(), settings.emergencyNumberKri());
    }

    @Bean
    WebProblemAnswers webProblemAnswers(WebProblemTexts texts) {
        return new WebProblemAnswers(texts);
    }

    /** After Spring Boot's own, which puts the container's page into the same place. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> webContainerRefusals(WebProblemTexts texts) {
        return container -> container.addContextCustomizers(
                context -> new WebContainerRefusals(texts).placeIn((StandardHost) context.getParent()));
    }

    /**
     * What the bot says travels packed: Arabic and Kurdish take two bytes a letter, and the same moves stand under every
     * question. The secret of a session stands in a header, which is not packed with it.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> webLinesPacked() {
        return container -> container.addConnectorCustomizers(connector -> {
            connector.setProperty("compression", "on");
            connector.setProperty("compressibleMimeType", "text/event-stream,application/json");
            connector.setProperty("compressionMinSize", Integer.toString(WORTH_PACKING));
        });
    }
}

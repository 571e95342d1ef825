package org.wasl.bot.channel.web;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.wasl.bot.channel.Channel;
import org.wasl.triage.seal.DraftOpener;
import org.wasl.triage.seal.DraftSealer;
import redis.clients.jedis.RedisClient;

/** The web chat: page, endpoints and the channel {@code web}. Needs a Redis client, both halves
 * of the draft keys, a clock and randomness. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebChatSettings.class)
public class WebChatConfiguration {

    @Bean
    WebOutbox webOutbox(RedisClient redis, DraftSealer sealer, DraftOpener opener, WebChatSettings settings) {
        return new RedisWebOutbox(redis, sealer, opener, settings.silence(), settings.keptLines());
    }

    @Bean
    WebWaiting webWaiting() {
        return new WebWaiting();
    }

    @Bean
    Channel webChannel(WebOutbox outbox, WebWaiting waiting, Clock clock) {
        return new WebChannel(outbox, waiting, clock);
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
    WebSweep webSweep(WebOutbox outbox, Clock clock) {
        return new WebSweep(outbox, clock);
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

    @Bean
    WebPageController webPageController(WebChatSettings settings) {
        return new WebPageController(settings);
    }

    @Bean
    WebProblemAnswers webProblemAnswers(WebChatSettings settings) {
        return new WebProblemAnswers(new WebProblemTexts(settings.emergencyNumber()));
    }
}

package org.wasl.bot.channel.web;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.bot.channel.Channel;
import redis.clients.jedis.RedisClient;

/** The web chat: page, endpoints and the channel {@code web}. Needs a Redis client, a {@link WebLineSeal} and a clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebChatSettings.class)
public class WebChatConfiguration {

    @Bean
    WebOutbox webOutbox(RedisClient redis, WebLineSeal seal, WebChatSettings settings) {
        return new RedisWebOutbox(redis, seal, settings.silence(), settings.keptLines());
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

package org.wasl.bot.channel.web;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.channel.RealRedis;
import org.wasl.triage.seal.DraftKeys;
import org.wasl.triage.seal.DraftOpener;
import org.wasl.triage.seal.DraftSealer;
import redis.clients.jedis.RedisClient;

/** The web chat alone, in a real servlet container on a random port, over a real Redis. */
final class WebChatApp implements AutoCloseable {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(WebChatConfiguration.class)
    static class Node {}

    private final ServletWebServerApplicationContext context;

    WebChatApp(RealRedis redis, Path drafts, Clock clock, InboundGate gate, Map<String, Object> settings) {
        DraftKeys keys = new DraftKeys(drafts, clock);
        SpringApplication application = new SpringApplication(Node.class);
        application.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", "0",
                "spring.main.banner-mode", "off",
                "spring.jmx.enabled", "false",
                "logging.level.root", "warn"));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) fresh -> {
            fresh.getEnvironment()
                    .getPropertySources()
                    .addFirst(new org.springframework.core.env.MapPropertySource("test", settings));
            fresh.registerBean(RedisClient.class, redis::client, definition -> definition.setDestroyMethodName(""));
            fresh.registerBean(DraftSealer.class, keys::sealer);
            fresh.registerBean(DraftOpener.class, keys::opener);
            fresh.registerBean(Clock.class, () -> clock);
            fresh.registerBean(SecureRandom.class, () -> new SecureRandom());
        });
        context = (ServletWebServerApplicationContext) application.run();
        channel().start(gate);
    }

    int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Every route of the node, as {@code GET /chat/lines}. */
    List<String> routes() {
        return context.getBean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + pattern)))
                .sorted()
                .toList();
    }

    WebChannel channel() {
        return (WebChannel) context.getBean("webChannel", Channel.class);
    }

    WebUploads uploads() {
        return context.getBean(WebUploads.class);
    }

    WebOutbox outbox() {
        return context.getBean(WebOutbox.class);
    }

    @Override
    public void close() {
        context.close();
    }
}

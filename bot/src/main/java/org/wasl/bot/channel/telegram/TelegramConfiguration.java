package org.wasl.bot.channel.telegram;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.wasl.bot.channel.MediaSource;
import org.wasl.bot.channel.PollerLease;
import org.wasl.bot.channel.RedisPollerLease;
import redis.clients.jedis.RedisClient;

/** The citizens' bot and the officers' bot, each only when its token is set. Needs a Redis client and a clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramSettings.class)
public class TelegramConfiguration {

    /** Under the same name the node holds its shards. */
    private static final String NODE = "${wasl.session.node:bot-1}";

    private static final int START_BYTES = 8;

    @Bean
    PollerLease pollerLease(RedisClient redis) {
        return new RedisPollerLease(redis);
    }

    @Bean(destroyMethod = "close")
    @Conditional(CitizensToken.class)
    TelegramChannel telegramChannel(
            TelegramSettings settings, PollerLease lease, Clock clock, SecureRandom random, @Value(NODE) String node) {
        return new TelegramChannel(
                TelegramChannel.CITIZENS, settings.token(), started(node, random), settings, lease, clock);
    }

    @Bean(destroyMethod = "close")
    @Conditional(CitizensToken.class)
    MediaSource telegramFiles(TelegramSettings settings) {
        return new TelegramFiles(settings);
    }

    @Bean(destroyMethod = "close")
    @Conditional(OfficersToken.class)
    TelegramChannel telegramOfficerChannel(
            TelegramSettings settings, PollerLease lease, Clock clock, SecureRandom random, @Value(NODE) String node) {
        return new TelegramChannel(
                TelegramChannel.OFFICERS, settings.officerToken(), started(node, random), settings, lease, clock);
    }

    /** Another name at every start: a node that comes back succeeds the one that died and is not taken for it. */
    private static String started(String node, SecureRandom random) {
        byte[] start = new byte[START_BYTES];
        random.nextBytes(start);
        return node + "/" + HexFormat.of().formatHex(start);
    }

    /** Asks only whether it is set; an expression would put the token into its own error messages. */
    private static boolean isSet(ConditionContext context, String key) {
        return !context.getEnvironment().getProperty(key, "").isEmpty();
    }

    static final class CitizensToken implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isSet(context, "wasl.telegram.token");
        }
    }

    static final class OfficersToken implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isSet(context, "wasl.telegram.officer-token");
        }
    }
}

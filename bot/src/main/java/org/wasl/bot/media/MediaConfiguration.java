package org.wasl.bot.media;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.MediaRoom;
import org.wasl.bot.channel.MediaSource;
import org.wasl.bot.filing.Filing;
import org.wasl.bot.session.IntakePush;
import org.wasl.triage.intake.AttachmentSealer;
import redis.clients.jedis.RedisClient;

/** Wires the fetching. Needs the channels' sources, an {@link AttachmentSealer}, a Redis client and a clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaSettings.class)
public class MediaConfiguration {

    @Bean
    MediaRoom mediaRoom(RedisClient redis, MediaSettings settings) {
        return new StoreRoom(redis, settings);
    }

    @Bean(destroyMethod = "close")
    AttachmentFetch attachmentFetch(
            ObjectProvider<MediaSource> sources,
            AttachmentSealer sealer,
            Filing filing,
            IntakePush intake,
            MediaRoom room,
            Clock clock,
            MediaSettings settings) {
        Map<ChannelKind, MediaSource> byKind =
                sources.stream().collect(Collectors.toUnmodifiableMap(MediaSource::kind, Function.identity()));
        return new AttachmentFetch(byKind, sealer, filing, intake, room::free, clock, settings);
    }
}

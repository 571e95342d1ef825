package org.wasl.bot.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wasl.bot.channel.MediaRoom;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;

/**
 * Whether the store has room for attachments. They cross through the same memory as every word, and when nobody takes
 * them up, a day of voice notes must not be what a cry for help has no room beside.
 */
final class StoreRoom implements MediaRoom {

    private final RedisClient redis;
    private final MediaSettings settings;

    StoreRoom(RedisClient redis, MediaSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    @Override
    public boolean free() {
        try {
            return measured();
        } catch (RuntimeException away) {
            return false;
        }
    }

    private boolean measured() {
        byte[] info = (byte[]) redis.sendCommand(Protocol.Command.INFO, "memory");
        String text = new String(info, StandardCharsets.UTF_8);
        long used = number(text, "used_memory:").orElse(0L);
        long limit = number(text, "maxmemory:").orElse(0L);
        long most = limit > 0 ? (long) (limit * settings.memoryShare()) : settings.memoryMost();
        return used < most;
    }

    private static Optional<Long> number(String info, String field) {
        return info.lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }
}

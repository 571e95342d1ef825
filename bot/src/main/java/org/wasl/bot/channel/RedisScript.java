package org.wasl.bot.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A Lua script from a file beside its caller: sent once, then called by its digest. */
public final class RedisScript {

    private final byte[] source;
    private volatile byte @Nullable [] digest;

    private RedisScript(byte[] source) {
        this.source = source;
    }

    public static RedisScript beside(Class<?> caller, String file) {
        try (InputStream in = caller.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("script is missing: " + file);
            }
            return new RedisScript(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it; all keys must carry one hash tag. */
    public @Nullable Object run(UnifiedJedis redis, List<String> keys, List<byte[]> arguments) {
        List<byte[]> keyBytes = new ArrayList<>();
        keys.forEach(key -> keyBytes.add(bytes(key)));
        byte[] known = digest;
        if (known != null) {
            try {
                return redis.evalsha(known, keyBytes, arguments);
            } catch (JedisNoScriptException e) {
                digest = null;
            }
        }
        Object answer = redis.eval(source, keyBytes, arguments);
        digest = digestOf(source);
        return answer;
    }

    public static byte[] bytes(String argument) {
        return argument.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] bytes(long argument) {
        return bytes(Long.toString(argument));
    }

    private static byte[] digestOf(byte[] source) {
        try {
            // SHA-1 is how Redis names scripts; nothing rests on its strength.
            byte[] sha = java.security.MessageDigest.getInstance("SHA-1").digest(source);
            return bytes(java.util.HexFormat.of().formatHex(sha));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-1 in this JDK", e);
        }
    }
}

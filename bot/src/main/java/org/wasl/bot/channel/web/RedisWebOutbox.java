package org.wasl.bot.channel.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.RedisScript;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Draft;
import org.wasl.triage.seal.DraftContext;
import org.wasl.triage.seal.DraftOpener;
import org.wasl.triage.seal.DraftSealer;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions in Redis: a hash each ({@code at} last word, {@code n} last number, {@code m:number} sealed lines), and a
 * sorted set by last word for the sweep, in {@value #PARTS} parts. No key expires by itself and none is deleted whole,
 * since the bot's account may do neither: a hash whose last field goes is gone.
 */
final class RedisWebOutbox implements WebOutbox {

    static final int PARTS = 16;
    private static final int SWEEP_AT_ONCE = 500;
    /** Each time somebody else's line was stored, so as many lines at once would have to meet in one session. */
    private static final int OVERTAKEN = 100;

    private static final RedisScript OPEN = RedisScript.beside(RedisWebOutbox.class, "open.lua");
    private static final RedisScript PUT = RedisScript.beside(RedisWebOutbox.class, "put.lua");
    private static final RedisScript END = RedisScript.beside(RedisWebOutbox.class, "end.lua");

    private final UnifiedJedis redis;
    private final DraftSealer sealer;
    private final DraftOpener opener;
    private final Duration silence;
    private final int kept;
    private final JsonMapper json = JsonMapper.builder().build();

    RedisWebOutbox(UnifiedJedis redis, DraftSealer sealer, DraftOpener opener, Duration silence, int kept) {
        this.redis = redis;
        this.sealer = sealer;
        this.opener = opener;
        this.silence = silence;
        this.kept = kept;
    }

    @Override
    public void open(String address, Instant now) {
        touch(address, now, "1");
    }

    @Override
    public boolean living(String address, Instant now) {
        String at = redis.hget(session(address), "at");
        return at != null && Long.parseLong(at) >= oldest(now);
    }

    @Override
    public boolean hear(String address, Instant now) {
        return touch(address, now, "0");
    }

    private boolean touch(String address, Instant now, String open) {
        return said1(OPEN.run(
                redis,
                List.of(session(address), byLastWord(address)),
                List.of(
                        RedisScript.bytes(now.toEpochMilli()),
                        RedisScript.bytes(address),
                        RedisScript.bytes(open),
                        RedisScript.bytes(oldest(now)))));
    }

    @Override
    public OptionalLong append(String address, WebLine line, Instant now) {
        Bytes plain = Bytes.copyOf(json.writeValueAsBytes(line));
        for (int attempt = 0; attempt < OVERTAKEN; attempt++) {
            String last = redis.hget(session(address), "n");
            long number = last == null ? 1 : Long.parseLong(last) + 1;
            byte[] sealed = sealer.seal(plain, context(address, number)).toArray();
            Object answer = PUT.run(
                    redis,
                    List.of(session(address)),
                    List.of(
                            RedisScript.bytes(number),
                            sealed,
                            RedisScript.bytes(number - kept),
                            RedisScript.bytes(oldest(now))));
            if (said1(answer)) {
                return OptionalLong.of(number);
            }
            if (Long.valueOf(0).equals(answer)) {
                return OptionalLong.empty();
            }
        }
        throw new IllegalStateException("a line of the web chat was overtaken " + OVERTAKEN + " times");
    }

    @Override
    public List<WebLine.Numbered> after(String address, long number) {
        String last = redis.hget(session(address), "n");
        if (last == null || Long.parseLong(last) <= number) {
            return List.of();
        }
        List<WebLine.Numbered> lines = new ArrayList<>();
        Map<byte[], byte[]> fields = redis.hgetAll(session(address).getBytes(StandardCharsets.UTF_8));
        fields.forEach((field, line) -> numberOf(field)
                .filter(n -> n > number)
                .flatMap(n -> read(address, n, line))
                .ifPresent(lines::add));
        lines.sort(Comparator.comparingLong(WebLine.Numbered::number));
        return lines;
    }

    private static Optional<Long> numberOf(byte[] field) {
        String name = new String(field, StandardCharsets.UTF_8);
        return name.startsWith("m:") ? Optional.of(Long.parseLong(name.substring(2))) : Optional.empty();
    }

    private Optional<WebLine.Numbered> read(String address, long number, byte[] sealed) {
        if (!(opener.open(Bytes.copyOf(sealed), context(address, number)) instanceof Draft.Opened opened)) {
            return Optional.empty();
        }
        try {
            WebLine line = json.readValue(opened.content().toArray(), WebLine.class);
            return Optional.of(new WebLine.Numbered(number, line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String address, String ref) {
        for (WebLine.Numbered line : after(address, 0)) {
            if (line.line().k().equals("say") && line.line().r().equals(ref)) {
                redis.hdel(session(address), "m:" + line.number());
            }
        }
    }

    @Override
    public void end(String address) {
        end(address, "");
    }

    private boolean end(String address, String olderThan) {
        return said1(END.run(
                redis,
                List.of(session(address), byLastWord(address)),
                List.of(RedisScript.bytes(address), RedisScript.bytes(olderThan))));
    }

    @Override
    public int sweep(Instant now) {
        int ended = 0;
        for (int part = 0; part < PARTS; part++) {
            List<String> silent = redis.zrangeByScore(byLastWord(part), 0, oldest(now) - 1, 0, SWEEP_AT_ONCE);
            for (String address : silent) {
                if (end(address, Long.toString(oldest(now)))) {
                    ended++;
                }
            }
        }
        return ended;
    }

    private long oldest(Instant now) {
        return now.minus(silence).toEpochMilli();
    }

    private static boolean said1(@Nullable Object answer) {
        return Long.valueOf(1).equals(answer);
    }

    private static DraftContext context(String address, long number) {
        return new DraftContext("web-line", session(address), "", number);
    }

    private static String session(String address) {
        return tag(part(address)) + ":s:" + address;
    }

    private static String byLastWord(String address) {
        return byLastWord(part(address));
    }

    private static String byLastWord(int part) {
        return tag(part) + ":by-last-word";
    }

    private static int part(String address) {
        return Character.digit(address.charAt(0), PARTS);
    }

    private static String tag(int part) {
        return "wasl:{web" + Integer.toHexString(part).toLowerCase(Locale.ROOT) + "}";
    }
}

package org.wasl.bot.channel.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.MediaSource;
import org.wasl.bot.channel.RedisScript;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;
import org.wasl.triage.seal.Draft;
import org.wasl.triage.seal.DraftContext;
import org.wasl.triage.seal.DraftOpener;
import org.wasl.triage.seal.DraftSealer;
import redis.clients.jedis.UnifiedJedis;

/**
 * What pages uploaded and nobody has filed yet: a hash each ({@code at} when, {@code n} how many pieces, {@code c:place}
 * pieces sealed with the day's draft key), and a sorted set by time for the sweep. Until a report is filed it lies where
 * the words of the draft lie, and as long at most.
 */
final class WebUploads implements MediaSource {

    static final int PARTS = 16;

    /** Content of one piece; sealed it fills a padding bucket of 256 KB. */
    static final int PIECE = 255 * 1024;

    private static final int SWEEP_AT_ONCE = 200;
    private static final RedisScript END = RedisScript.beside(RedisWebOutbox.class, "end.lua");

    private final UnifiedJedis redis;
    private final DraftSealer sealer;
    private final DraftOpener opener;
    private final Duration life;
    private final Clock clock;

    WebUploads(UnifiedJedis redis, DraftSealer sealer, DraftOpener opener, Duration life, Clock clock) {
        this.redis = redis;
        this.sealer = sealer;
        this.opener = opener;
        this.life = life;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return WebChannel.KIND;
    }

    /** The name of one upload: the same page sending the same thing again names it the same. */
    static String name(String address, String onceId) {
        return Digest.of(Bytes.ofUtf8("wasl web upload v1:" + address + ":" + onceId))
                .toHex()
                .substring(0, 32);
    }

    /**
     * Reads to the end, one piece in memory, and answers the size; empty when there is more than allowed, and then
     * nothing is left of it.
     */
    OptionalLong keep(String name, InputStream content, long most) throws IOException {
        Instant now = clock.instant();
        redis.zadd(byTime(name), now.toEpochMilli(), name);
        redis.hset(upload(name), "at", Long.toString(now.toEpochMilli()));
        long size = 0;
        int pieces = 0;
        try {
            for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                size += piece.length;
                if (size > most) {
                    done(name);
                    return OptionalLong.empty();
                }
                byte[] sealed =
                        sealer.seal(Bytes.copyOf(piece), context(name, pieces)).toArray();
                redis.hset(bytes(upload(name)), bytes("c:" + pieces), sealed);
                pieces++;
            }
        } catch (IOException brokenOff) {
            done(name);
            throw brokenOff;
        }
        redis.hset(upload(name), "n", Integer.toString(pieces));
        return OptionalLong.of(size);
    }

    @Override
    public Fetched open(String promise, long most, Duration within) {
        if (!promise.matches("[0-9a-f]{32}")) {
            return new Fetched.Gone();
        }
        try {
            String pieces = redis.hget(upload(promise), "n");
            return pieces == null ? new Fetched.Gone() : new Fetched.Opened(new Pieces(promise, number(pieces)));
        } catch (RuntimeException away) {
            return new Fetched.Unreachable();
        }
    }

    @Override
    public void done(String promise) {
        END.run(redis, List.of(upload(promise), byTime(promise)), List.of(bytes(promise), bytes("")));
    }

    /** Removes what is older than it may be; answers how many. */
    int sweep() {
        long oldest = clock.instant().minus(life).toEpochMilli();
        int removed = 0;
        for (int part = 0; part < PARTS; part++) {
            String set = byTime(Integer.toHexString(part).toLowerCase(Locale.ROOT));
            for (String name : redis.zrangeByScore(set, 0, oldest, 0, SWEEP_AT_ONCE)) {
                done(name);
                removed++;
            }
        }
        return removed;
    }

    private static int number(String written) {
        return written.matches("[0-9]{1,4}") ? Integer.parseInt(written) : 0;
    }

    private @Nullable Bytes piece(String name, int place) {
        byte[] sealed = redis.hget(bytes(upload(name)), bytes("c:" + place));
        if (sealed == null) {
            return null;
        }
        return opener.open(Bytes.copyOf(sealed), context(name, place)) instanceof Draft.Opened opened
                ? opened.content()
                : null;
    }

    private static DraftContext context(String name, int place) {
        return new DraftContext("web-upload", upload(name), "", place);
    }

    private static String upload(String name) {
        return tag(name) + ":u:" + name;
    }

    private static String byTime(String name) {
        return tag(name) + ":uploads";
    }

    private static String tag(String name) {
        return "wasl:{web" + name.charAt(0) + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The pieces one behind the other, each fetched when it is needed. */
    private final class Pieces extends InputStream {

        private final String name;
        private final int count;
        private byte[] held = new byte[0];
        private int at;
        private int next;

        private Pieces(String name, int count) {
            this.name = name;
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == held.length) {
                if (next == count) {
                    return -1;
                }
                held = following();
                at = 0;
            }
            int taken = Math.min(length, held.length - at);
            System.arraycopy(held, at, to, from, taken);
            at += taken;
            return taken;
        }

        private byte[] following() throws IOException {
            try {
                Bytes piece = piece(name, next++);
                if (piece == null || piece.size() == 0) {
                    throw new IOException("upload: a piece is missing");
                }
                return piece.toArray();
            } catch (RuntimeException away) {
                throw new IOException("upload: store away");
            }
        }
    }
}

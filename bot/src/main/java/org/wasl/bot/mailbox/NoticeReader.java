package org.wasl.bot.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.bot.session.StepRefused;
import org.wasl.bot.session.StoreUnavailable;
import org.wasl.triage.intake.Boundary;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.NoticeOpener;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.intake.PresenceOpener;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opening;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Reads what the desk tells: notices through the group {@code bot}, presence every few seconds. A notice is
 * acknowledged and deleted when it was acted on; what does not verify, is too old, or came before is dropped and counted.
 */
final class NoticeReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeReader.class);
    private static final String GROUP = "bot";
    private static final int AT_ONCE = 64;
    private static final int BLOCK_MILLIS = 1000;
    private static final Duration REST = Duration.ofSeconds(1);
    /** A read that waits for news, and what a notice in hand may take; then the store is closed under it. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final RedisClient redis;
    private final NoticeOpener opener;
    private final PresenceOpener presenceOpener;
    private final NoticeDesk desk;
    private final SeenNotices seen;
    private final String consumer;
    private final Clock clock;
    private final MailboxSettings settings;
    private final MeterRegistry registry;
    private volatile Presence presence = Presence.NOBODY;
    private Instant presenceReadAt = Instant.EPOCH;
    private boolean ownPending = true;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    NoticeReader(
            RedisClient redis,
            NoticeOpener opener,
            PresenceOpener presenceOpener,
            NoticeDesk desk,
            SeenNotices seen,
            String consumer,
            Clock clock,
            MailboxSettings settings,
            MeterRegistry registry) {
        this.redis = redis;
        this.opener = opener;
        this.presenceOpener = presenceOpener;
        this.desk = desk;
        this.seen = seen;
        this.consumer = consumer;
        this.clock = clock;
        this.settings = settings;
        this.registry = registry;
    }

    /** Who is on duty as last told; one put back from yesterday is too old to mean anybody. */
    Presence presence() {
        return presence;
    }

    synchronized void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("wasl-notices").start(this::readUntilStopped);
    }

    private void readUntilStopped() {
        boolean rested = true;
        while (rested) {
            try {
                readPresence();
                pass(BLOCK_MILLIS);
                rested = !stoppedWithin(Duration.ZERO);
            } catch (JedisException | StoreUnavailable unreachable) {
                LOG.warn("notices cannot be read: {}", unreachable.getClass().getSimpleName());
                rested = !stoppedWithin(REST);
            }
        }
    }

    /** Acts on what waits; returns how many there were. What this node read and did not finish comes first. */
    int pass(int blockMillis) {
        List<Notice> waiting = read(ownPending ? "0" : ">", blockMillis);
        if (ownPending && waiting.isEmpty()) {
            ownPending = false;
        }
        boolean failed = false;
        for (Notice notice : waiting) {
            failed |= !finish(notice);
        }
        if (failed) {
            ownPending = true;
            throw new StoreUnavailable("a notice could not be acted on");
        }
        return waiting.size();
    }

    void readPresence() {
        Instant now = clock.instant();
        if (now.isBefore(presenceReadAt.plus(settings.presenceEvery()))) {
            return;
        }
        presenceReadAt = now;
        byte[] sealed = redis.hget(utf8(Boundary.PRESENCE), utf8(Boundary.PRESENCE_FIELD));
        if (sealed == null) {
            presence = Presence.NOBODY;
            return;
        }
        switch (presenceOpener.open(Bytes.copyOf(sealed))) {
            case Opening.Opened<Presence> opened -> presence = opened.entry();
            case Opening.Refused<Presence> refused -> count("presence-refused");
        }
    }

    private boolean finish(Notice notice) {
        try {
            switch (opener.open(Bytes.copyOf(notice.sealed()))) {
                case Opening.Opened<DeskNotice> opened -> judge(opened);
                case Opening.Refused<DeskNotice> refused -> count("notice-refused");
            }
        } catch (StoreUnavailable | StepRefused | CompletionException notDone) {
            count("notice-failed");
            return false;
        }
        redis.xack(Boundary.NOTICES, GROUP, new redis.clients.jedis.StreamEntryID(notice.id()));
        redis.xdel(Boundary.NOTICES, new redis.clients.jedis.StreamEntryID(notice.id()));
        return true;
    }

    private void judge(Opening.Opened<DeskNotice> opened) {
        Instant oldest = clock.instant().minus(settings.oldestNotice());
        long sequence = opened.envelope().sequence();
        if (opened.envelope().at().isBefore(oldest)) {
            count("notice-too-old");
        } else if (seen.seen(opened.entry(), sequence)) {
            count("notice-repeated");
        } else {
            act(opened.entry());
            seen.done(opened.entry(), sequence);
            seen.forgetBefore(oldest);
        }
    }

    /**
     * An alert may take a minute to send, and a number for a caller waits its turn; nothing waits for either. Who asked
     * asks again.
     */
    private void act(DeskNotice notice) {
        var done = desk.act(notice);
        if (!(notice instanceof DeskNotice.OfficerAlert || notice instanceof DeskNotice.ReceiptAsked)) {
            done.join();
        }
        count("notice-done");
    }

    private record Notice(String id, byte[] sealed) {}

    private List<Notice> read(String from, int blockMillis) {
        try {
            Object answer = redis.sendCommand(
                    Protocol.Command.XREADGROUP,
                    utf8("GROUP"),
                    utf8(GROUP),
                    utf8(consumer),
                    utf8("COUNT"),
                    utf8(Integer.toString(AT_ONCE)),
                    utf8("BLOCK"),
                    utf8(Integer.toString(blockMillis)),
                    utf8("STREAMS"),
                    utf8(Boundary.NOTICES),
                    utf8(from));
            return answer == null ? List.of() : notices((List<?>) ((List<?>) ((List<?>) answer).getFirst()).get(1));
        } catch (JedisDataException refused) {
            if (refused.getMessage() == null || !refused.getMessage().startsWith("NOGROUP")) {
                throw refused;
            }
            createGroup();
            return List.of();
        }
    }

    private static List<Notice> notices(List<?> entries) {
        List<Notice> found = new ArrayList<>();
        for (Object entry : entries) {
            List<?> pair = (List<?>) entry;
            String id = new String((byte[]) pair.get(0), StandardCharsets.US_ASCII);
            byte[] sealed = new byte[0];
            if (pair.get(1) instanceof List<?> fields) {
                for (int i = 0; i + 1 < fields.size(); i += 2) {
                    if (new String((byte[]) fields.get(i), StandardCharsets.UTF_8).equals(Boundary.NOTICE_FIELD)) {
                        sealed = (byte[]) fields.get(i + 1);
                    }
                }
            }
            found.add(new Notice(id, sealed));
        }
        return found;
    }

    /** From the beginning, never from now: after a failover the group may be gone and notices may wait. */
    private void createGroup() {
        try {
            redis.xgroupCreate(Boundary.NOTICES, GROUP, new redis.clients.jedis.StreamEntryID("0-0"), true);
        } catch (JedisDataException there) {
            if (there.getMessage() == null || !there.getMessage().startsWith("BUSYGROUP")) {
                throw there;
            }
        }
        ownPending = true;
    }

    private void count(String what) {
        registry.counter("wasl.mailbox." + what).increment();
    }

    private boolean stoppedWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns when the last read is over, so that the store may be closed after it. Never interrupts: an interrupted
     * read is a broken connection, and a notice half acted on.
     */
    @Override
    public synchronized void close() {
        stopped.countDown();
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            running.join(LONGEST_STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

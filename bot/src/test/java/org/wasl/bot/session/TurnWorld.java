package org.wasl.bot.session;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundEvent;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.WorkRequest;
import org.wasl.bot.filing.Filing;
import org.wasl.bot.guard.GuardSettings;
import org.wasl.bot.guard.Pace;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.Bytes;
import redis.clients.jedis.RedisClient;

/**
 * A bot node in one hand: real store, fake platform, a clock that stands still until told, and passes that run only when
 * the test says so. {@link #restart} is a crash: memory is gone, the store stays.
 */
final class TurnWorld implements AutoCloseable {

    static final String WEB = "web";

    /** Time that moves only when told. */
    static final class StandingClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-20T19:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    final StandingClock clock = new StandingClock();
    final RedisClient redis;
    final FakeChannel web = new FakeChannel(WEB);
    final FakeChannel officers = new FakeChannel("telegram-officer");
    final List<IntakeEntry> sealed = Collections.synchronizedList(new ArrayList<>());
    final TestOutside outside = new TestOutside();
    final SecureRandom random = new SecureRandom();
    TurnCounters counters = new TurnCounters(new SimpleMeterRegistry());
    final Erasures erasures = new Erasures();
    final ChannelPauses pauses = new ChannelPauses();
    Presence presence = Presence.NOBODY;
    SessionSettings settings = SessionSettings.DEFAULTS;
    GuardSettings guard = new GuardSettings(1000, Duration.ofSeconds(2), Duration.ofSeconds(20));
    UnaryOperator<DurableCommit> around = UnaryOperator.identity();
    String node = "bot-1";

    /** Sends wait here when they are to be on the wire at a chosen moment; otherwise they are made at once. */
    final Queue<Runnable> wire = new ArrayDeque<>();

    boolean holdsWire;

    /** Names and seals of these keys instead of the quick ones of the tests. */
    @Nullable
    BotKeys keys;

    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private final PipelinedCommit commits;
    private Inbox inbox;
    private Map<Integer, ShardWorker> workers = new java.util.TreeMap<>();
    private int events;

    TurnWorld(RedisClient redis) {
        this.redis = redis;
        this.commits = new PipelinedCommit(redis, new Durability(false, 0, Duration.ofSeconds(2)), 1, 256);
        this.inbox = inbox();
    }

    private Inbox inbox() {
        return new Inbox(around.apply(commits), names(), seal(), clock, settings, counters);
    }

    /** Everything in memory is lost. */
    void restart() {
        workers = new java.util.TreeMap<>();
        wire.clear();
        inbox = inbox();
    }

    /** A shard is crowded from so many entries; a conversation's share is so many. */
    void crowdedAt(int shard, int share) {
        SessionSettings d = SessionSettings.DEFAULTS;
        settings = new SessionSettings(
                d.node(),
                d.lease(),
                d.conversationsInHand(),
                d.workers(),
                d.commitLanes(),
                d.commitBatch(),
                shard,
                share,
                d.acceptWait(),
                d.attempts(),
                d.invitation(),
                d.forgetAfter(),
                d.clearAfter(),
                d.rememberEvents(),
                d.outage(),
                d.poll(),
                d.sweep(),
                d.sends(),
                d.channelPause(),
                d.markPace(),
                d.heldReplies(),
                d.replicas(),
                d.durableWait(),
                d.fsyncAlways(),
                d.countsTold());
        restart();
    }

    private DraftSeal seal() {
        return keys == null
                ? new TestSeal()
                : new DayKeySeal(keys.drafts().sealer(), keys.drafts().opener());
    }

    ConversationNames names() {
        if (keys != null) {
            return new ConversationNames(keys.lookup()::hex);
        }
        return new ConversationNames((purpose, parts) -> hmac(purpose + "|" + String.join("|", parts)));
    }

    static ChannelAddress address(String who) {
        return new ChannelAddress(new ChannelKind(WEB), who);
    }

    Acceptance say(String who, String text) {
        return say(who, text, clock.instant());
    }

    Acceptance say(String who, String text, Instant at) {
        return offer(who, "event-" + events++, new InboundContent.Text(text), at);
    }

    Acceptance offer(String who, String eventId, InboundContent content, Instant at) {
        return inbox.accept(new InboundEvent(address(who), eventId, at, "in-" + eventId, content));
    }

    Inbox gate() {
        return inbox;
    }

    ShardWorker worker(String who) {
        int shard = names().conversation(address(who)).shard().number();
        return workers.computeIfAbsent(
                shard,
                number -> new ShardWorker(
                        parts(),
                        new org.wasl.triage.intake.Shard(number),
                        node + "/" + HexFormat.of().formatHex(random.generateSeed(4)),
                        () -> {}));
    }

    /** Lets a conversation's shard do what there is to do now. */
    void run(String... whos) {
        for (String who : whos) {
            worker(who).pass();
            worker(who).pass();
        }
    }

    void passAfter(Duration time, String who) {
        clock.advance(time);
        run(who);
    }

    List<IntakeEntry> intake() {
        return sealed;
    }

    /** Entries that stand in intake, in any shard, opened. */
    List<IntakeEntry> inIntake(RedisClient desk) {
        List<IntakeEntry> found = new ArrayList<>();
        for (int number = 0; number < org.wasl.triage.intake.Shard.COUNT; number++) {
            String list = new org.wasl.triage.intake.Shard(number).intakeKey();
            for (String index : desk.lrange(list, 0, -1)) {
                found.add(sealed.get(Integer.parseInt(index)));
            }
        }
        return found;
    }

    Inbox inboxOn(DurableCommit store) {
        return new Inbox(store, names(), seal(), Clock.systemUTC(), settings, counters);
    }

    /** A loop on threads and the wall clock, as in production. */
    TurnLoop loop(FakeChannel channel, DurableCommit store, Inbox gate) {
        TurnParts mine = parts();
        Executor senders = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();
        TurnParts running = new TurnParts(
                mine.shelf(),
                store,
                mine.names(),
                mine.seal(),
                mine.dialogue(),
                mine.filing(),
                Map.of(channel.kind(), channel),
                mine.outside(),
                mine.pace(),
                mine.presence(),
                mine.pauses(),
                senders,
                Clock.systemUTC(),
                mine.entropy(),
                true,
                settings,
                counters,
                erasures);
        return new TurnLoop(
                running, new Lookout(redis, settings, gate.instance()), List.of(), gate, "load/" + System.nanoTime());
    }

    TurnParts parts() {
        Executor senders = task -> {
            if (holdsWire) {
                wire.add(task);
            } else {
                task.run();
            }
        };
        return new TurnParts(
                new Shelf(redis),
                around.apply(commits),
                names(),
                seal(),
                new ScriptedDialogue(),
                new Filing(
                        entry -> {
                            sealed.add(entry);
                            return Bytes.ofUtf8(Integer.toString(sealed.size() - 1));
                        },
                        (address, replyKey, pepper, terms, about) -> new Capsule(Bytes.ofUtf8("capsule")),
                        address -> new Mark(hmac("mark|" + address.value()))),
                Map.of(web.kind(), web, officers.kind(), officers),
                outside,
                new Pace(guard, text -> text.contains("knife")),
                () -> presence,
                pauses,
                senders,
                clock,
                count -> {
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                },
                true,
                settings,
                counters,
                erasures);
    }

    @Override
    public void close() {
        commits.close();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("lookup key of the tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** AES-GCM with the context as associated data, as the real one. */
    private final class TestSeal implements DraftSeal {
        @Override
        public byte[] seal(byte[] plain, String purpose, String... about) {
            byte[] nonce = new byte[12];
            random.nextBytes(nonce);
            byte[] body = crypt(Cipher.ENCRYPT_MODE, nonce, plain, purpose, about);
            if (body == null) {
                throw new IllegalStateException("cannot seal");
            }
            byte[] all = Arrays.copyOf(nonce, nonce.length + body.length);
            System.arraycopy(body, 0, all, nonce.length, body.length);
            return all;
        }

        @Override
        public Optional<byte[]> open(byte[] sealed, String purpose, String... about) {
            if (sealed.length < 12) {
                return Optional.empty();
            }
            return Optional.ofNullable(crypt(
                    Cipher.DECRYPT_MODE,
                    Arrays.copyOf(sealed, 12),
                    Arrays.copyOfRange(sealed, 12, sealed.length),
                    purpose,
                    about));
        }

        private byte @Nullable [] crypt(int mode, byte[] nonce, byte[] text, String purpose, String... about) {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, key, new GCMParameterSpec(128, nonce));
                cipher.updateAAD((purpose + "|" + String.join("|", about)).getBytes(StandardCharsets.UTF_8));
                return cipher.doFinal(text);
            } catch (GeneralSecurityException refused) {
                return null;
            }
        }
    }

    /** What the turn asked of the mailboxes, written down. */
    static final class TestOutside implements Outside {
        final List<Hop> hops = Collections.synchronizedList(new ArrayList<>());
        final List<String> works = Collections.synchronizedList(new ArrayList<>());
        List<Input.KnownReport> known = List.of();

        @Override
        public CompletableFuture<Void> perform(Hop hop) {
            hops.add(hop);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> work(
                ConversationKey key, ChannelAddress address, WorkRequest request, String workId) {
            works.add(workId);
            return new CompletableFuture<>();
        }

        @Override
        public List<Input.KnownReport> answered(String wireId) {
            return known;
        }

        @Override
        public boolean isOfficer(ChannelAddress address) {
            return address.kind().name().equals("telegram-officer");
        }

        @Override
        public OfficerTurn officer(ChannelAddress address, Input input, Instant now) {
            return new OfficerTurn(List.of(), "noted");
        }
    }
}

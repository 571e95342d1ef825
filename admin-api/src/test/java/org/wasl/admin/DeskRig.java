package org.wasl.admin;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.alert.AlertConfiguration;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.awareness.AwarenessConfiguration;
import org.wasl.admin.casework.AccusedKey;
import org.wasl.admin.casework.CaseworkConfiguration;
import org.wasl.admin.casework.Reassessment;
import org.wasl.admin.inbox.InboxConfiguration;
import org.wasl.admin.officer.OfficerSettings;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.print.PrintConfiguration;
import org.wasl.admin.receipt.ReceiptConfiguration;
import org.wasl.admin.reply.ReplyConfiguration;
import org.wasl.admin.retention.RetentionConfiguration;
import org.wasl.admin.statistics.StatisticsConfiguration;
import org.wasl.admin.store.StoreConfiguration;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.intake.AttachmentOpener;
import org.wasl.triage.intake.Boundary;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeOpener;
import org.wasl.triage.intake.IntakeSealer;
import org.wasl.triage.intake.NoticeOpener;
import org.wasl.triage.intake.NoticeSealer;
import org.wasl.triage.intake.PresenceSealer;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Receipt;
import org.wasl.triage.mailbox.ReceiptKeys;
import org.wasl.triage.mailbox.ReplySealer;
import org.wasl.triage.report.Report;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/**
 * Desk nodes over a real Redis, a document store in memory and real keys. By default nothing runs by itself: a test
 * moves the clock and takes each step.
 */
public final class DeskRig implements AutoCloseable {
    private static final Keys KEYS = Keys.make();

    /** More than any one test asks for. A receipt is slow to make, on purpose. */
    private static final int MAILBOXES = 24;

    private static final AtomicInteger GIVEN = new AtomicInteger();
    private static final Map<Integer, MailboxKeys> MADE = new ConcurrentHashMap<>();

    public final MovableClock clock = new MovableClock(FiledReports.MORNING);
    public final Staffing staff = new Staffing();
    public final RecordingTrail trail = new RecordingTrail(clock);
    public final DeskStore store = new DeskStore();
    public final MeterRegistry meters = new SimpleMeterRegistry();
    public final RedisClient redis;
    public final IntakeSealer bot =
            new IntakeSealer(KEYS.bot().toDesk(), KEYS.bot().signer(), clock);

    private final RedisClient nodesRedis;
    private final Map<String, Assessment> verdicts = new ConcurrentHashMap<>();
    private final List<AnnotationConfigApplicationContext> nodes = new ArrayList<>();
    private volatile Reassessment triage = this::verdict;

    public DeskRig() {
        this(RedisClient.create("127.0.0.1", Redis.RUNNING.port()));
    }

    private DeskRig(RedisClient all) {
        this(all, all);
    }

    /**
     * A rig on another server.
     *
     * @param all of a user who may do anything, for the test itself
     * @param nodes of the user the nodes have
     */
    public DeskRig(RedisClient all, RedisClient nodes) {
        redis = all;
        nodesRedis = nodes;
        redis.flushAll();
    }

    /** A desk node that takes no step by itself. */
    public AnnotationConfigApplicationContext node(String name) {
        return node(name, false);
    }

    /** A desk node with all its threads. */
    public AnnotationConfigApplicationContext runningNode(String name) {
        return node(name, true);
    }

    private AnnotationConfigApplicationContext node(String name, boolean running) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("wasl.inbox.node", name)));
        context.registerBean(MongoTemplate.class, store::nodesTemplate);
        context.registerBean(RedisClient.class, () -> nodesRedis, definition -> definition.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.registerBean(MeterRegistry.class, () -> meters, definition -> definition.setDestroyMethodName(""));
        context.registerBean(StaffDirectory.class, () -> staff);
        context.registerBean(OfficerSettings.class, () -> OfficerSettings.DEFAULTS);
        context.registerBean(AuditTrail.class, () -> trail, definition -> definition.setDestroyMethodName(""));
        context.registerBean(
                AuditKey.class, () -> new AuditKey(KEYS.desk().audit().mac(Bytes.ofUtf8("a key of the test's"))));
        context.registerBean(CaseSealer.class, KEYS.desk()::cases);
        context.registerBean(AccusedKey.class, () -> new AccusedKey(KEYS.desk().blindIndex()));
        context.registerBean(Reassessment.class, () -> report -> triage.assess(report));
        context.registerBean(
                IntakeOpener.class,
                () -> new IntakeOpener(KEYS.desk().opener(), KEYS.desk().botVerifier()));
        context.registerBean(
                AttachmentOpener.class, () -> new AttachmentOpener(KEYS.desk().botVerifier()));
        context.registerBean(
                NoticeSealer.class,
                () -> new NoticeSealer(KEYS.desk().toBot(), KEYS.desk().signer(), clock));
        context.registerBean(
                PresenceSealer.class,
                () -> new PresenceSealer(KEYS.desk().toBot(), KEYS.desk().signer(), clock));
        context.registerBean(
                ReplySealer.class, () -> new ReplySealer(KEYS.desk().signer()));
        if (!running) {
            context.registerBean("lifecycleProcessor", LifecycleProcessor.class, StandStill::new);
        }
        context.register(
                CaseworkConfiguration.class,
                ReplyConfiguration.class,
                RetentionConfiguration.class,
                AlertConfiguration.class,
                StoreConfiguration.class,
                PrintConfiguration.class,
                AwarenessConfiguration.class,
                StatisticsConfiguration.class,
                ReceiptConfiguration.class,
                InboxConfiguration.class);
        context.refresh();
        nodes.add(context);
        return context;
    }

    /** What the desk's own triage will say of a report with this text; without it the desk says what the bot said. */
    public void deskSays(String text, Assessment assessment) {
        verdicts.put(text, assessment);
    }

    public void triage(Reassessment other) {
        triage = other;
    }

    /** The bot hands a report over, and what it said of it is what the desk will say, unless a test says otherwise. */
    public Bytes file(FiledReports filed) {
        verdicts.putIfAbsent(filed.build().story(), filed.assessment());
        return push(new IntakeEntry.Filed(filed.build()));
    }

    /** The bot hands an entry over. */
    public Bytes push(IntakeEntry entry) {
        Bytes sealed = bot.seal(entry);
        pushRaw(new Shard(17), sealed);
        return sealed;
    }

    public void pushRaw(Shard shard, Bytes sealed) {
        redis.rpush(shard.intakeKey().getBytes(StandardCharsets.UTF_8), sealed.toArray());
        redis.publish(Boundary.INTAKE_WAKE, Integer.toString(shard.number()));
    }

    /** Everything the desk told the bot so far. */
    public List<DeskNotice> notices() {
        NoticeOpener opener = new NoticeOpener(KEYS.bot().opener(), KEYS.bot().deskVerifier());
        List<DeskNotice> told = new ArrayList<>();
        byte[] key = Boundary.NOTICES.getBytes(StandardCharsets.UTF_8);
        for (Object one :
                redis.xrange(key, "-".getBytes(StandardCharsets.UTF_8), "+".getBytes(StandardCharsets.UTF_8))) {
            List<?> entry = (List<?>) one;
            List<?> fields = (List<?>) entry.get(1);
            told.add(opener.open(Bytes.copyOf((byte[]) fields.get(1)))
                    .entryIfOpened()
                    .orElseThrow());
        }
        return told;
    }

    /** A mailbox as a receipt has it; another one each time, until {@value #MAILBOXES} were given. */
    public static MailboxKeys aMailbox() {
        return MADE.computeIfAbsent(
                GIVEN.getAndIncrement() % MAILBOXES,
                place -> new ReceiptKeys(KEYS.bot().peppers())
                        .derive(Receipt.mint(new SecureRandom()))
                        .getFirst());
    }

    public static BotKeys botKeys() {
        return KEYS.bot();
    }

    private Assessment verdict(Report report) {
        Assessment said = verdicts.get(report.text());
        if (said != null) {
            return said;
        }
        // Of a sum of several texts: the most severe of what is known of them.
        return verdicts.entrySet().stream()
                .filter(one -> report.text().contains(one.getKey()))
                .map(Map.Entry::getValue)
                .min(java.util.Comparator.comparing(Assessment::level))
                .orElseGet(() -> FiledReports.aFiledReport().assessment());
    }

    @Override
    public void close() {
        nodes.forEach(AnnotationConfigApplicationContext::close);
        redis.close();
        nodesRedis.close();
        store.close();
        List<String> wrong = store.recorder().wrong();
        if (!wrong.isEmpty()) {
            throw new AssertionError("looked up by something else than an id: " + wrong);
        }
    }

    private static final class StandStill implements LifecycleProcessor {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    private record Keys(BotKeys bot, DeskKeys desk) {
        static Keys make() {
            try {
                Path folder = Files.createTempDirectory("wasl-desk-keys");
                SecureRandom random = new SecureRandom();
                DeskSecret secret = DeskSecret.of("42".repeat(32));
                KeyFolder keys = KeyFolder.create(folder.resolve("keys"), secret, random);
                return new Keys(
                        BotKeys.load(keys.botFolder(), Clock.systemUTC()), DeskKeys.load(keys.deskFolder(), secret));
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }

    private record Redis(RedisServer server, int port) {
        private static final Redis RUNNING = start();

        static Redis start() {
            try (ServerSocket free = new ServerSocket(0)) {
                int port = free.getLocalPort();
                free.close();
                Path data = Files.createTempDirectory("wasl-desk-redis");
                RedisServer server = RedisServer.newRedisServer()
                        .port(port)
                        .setting("bind 127.0.0.1")
                        .setting("dir " + data)
                        .setting("appendonly yes")
                        .setting("appendfsync always")
                        .build();
                server.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.stop();
                    } catch (IOException gone) {
                        // The JVM ends; there is nobody left to tell.
                    }
                }));
                return new Redis(server, port);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }
}

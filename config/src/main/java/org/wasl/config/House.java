package org.wasl.config;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wasl.config.demonstration.DemonstrationConfiguration;
import org.wasl.config.store.EmbeddedMongo;
import org.wasl.config.store.EmbeddedRedis;
import org.wasl.config.store.RedisCheck;
import org.wasl.config.store.StoreRefused;
import org.wasl.triage.seal.KeyProblems;

/**
 * One running Wasl: the stores that come with it, and one or two nodes. Closing stops in the opposite order of
 * starting, so the nodes end first and the stores last.
 */
final class House implements AutoCloseable {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final HouseSettings settings;
    private final Role role;
    private final List<String> warnings = new ArrayList<>();
    private @Nullable NodeContext bot;
    private @Nullable NodeContext admin;
    private final @Nullable Clock played;
    private @Nullable Keys keys;
    private @Nullable URI botRedis;
    private boolean closed;

    private House(HouseSettings settings, Role role, @Nullable Clock played) {
        this.settings = settings;
        this.role = role;
        this.played = played;
    }

    /**
     * Starts everything or nothing.
     *
     * @throws StartRefused with every problem found, when Wasl cannot or must not start like this
     */
    static House start(String... arguments) {
        return start(null, arguments);
    }

    /**
     * The stores and the admin node alone, on a free port and by the time of this clock: a month of the demonstration is
     * played into it.
     *
     * @throws StartRefused also where this is no demonstration of both nodes
     */
    static House startDesk(Clock clock, String... arguments) {
        return start(clock, arguments);
    }

    private static House start(@Nullable Clock played, String... arguments) {
        HouseEnvironment environment = HouseEnvironment.load(arguments);
        Problems problems = new Problems();
        SettingsCheck check = new SettingsCheck(environment.whole(), problems);
        HouseSettings settings = check.bind(HouseSettings.class);
        check.bind(SettingsCheck.records(Slice.BOT.home()));
        check.bind(SettingsCheck.records(Slice.ADMIN.home()));
        check.refuseUnread(Role.ofJar());
        if (settings == null) {
            throw new StartRefused(problems.found());
        }
        Role role = role(settings, problems);
        if (played != null && !(settings.demonstration() && role == Role.ALL)) {
            problems.add("wasl.demonstration: false, or one node of two (expected: a demonstration of both; made-up"
                    + " reports must never lie beside real ones)");
        }
        HouseSettings placed = played == null ? look(settings, role, problems) : anyPort(settings);
        problems.throwIfAny();
        House house = new House(placed, role, played);
        try {
            house.open(environment);
            return house;
        } catch (StoreRefused e) {
            house.close();
            throw new StartRefused(List.of(String.valueOf(e.getMessage())));
        } catch (KeyProblems e) {
            house.close();
            throw new StartRefused(e.problems());
        } catch (RuntimeException e) {
            house.close();
            String problem = check.problemOf(e);
            throw problem == null ? e : new StartRefused(List.of(problem));
        }
    }

    HouseSettings settings() {
        return settings;
    }

    Role role() {
        return role;
    }

    @Nullable
    NodeContext bot() {
        return bot;
    }

    @Nullable
    NodeContext admin() {
        return admin;
    }

    /** Where and with what a bot node would file. */
    Keys keys() {
        return Objects.requireNonNull(keys);
    }

    URI botRedis() {
        return Objects.requireNonNull(botRedis);
    }

    /** What was found and does not keep Wasl from running. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    Path data() {
        return Path.of(settings.data()).toAbsolutePath().normalize();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                // The others must be stopped all the same.
                System.Logger log = System.getLogger(House.class.getName());
                log.log(
                        System.Logger.Level.WARNING,
                        "a part did not stop cleanly: " + e.getClass().getName());
            }
        }
    }

    private void open(HouseEnvironment environment) {
        DataFolder folder = keep(DataFolder.open(Path.of(settings.data())));
        SharedTriage triage = SharedTriage.begin();
        SecureRandom random = new SecureRandom();
        Keys loaded = Keys.load(settings.keys(), role, folder, random);
        keys = loaded;
        Stores stores = stores(folder, random);
        botRedis = stores.botRedis();
        if (role.hasAdmin()) {
            admin = keep(NodeContext.start(
                    Slice.ADMIN,
                    AdminNode.class,
                    environment,
                    settings.staff(),
                    AdminResources.class,
                    new AdminResources(stores.deskRedis(), stores.mongodb(), loaded.desk(), triage),
                    console(),
                    played));
        }
        if (role.hasBot() && played == null) {
            bot = keep(NodeContext.start(
                    Slice.BOT,
                    BotNode.class,
                    environment,
                    settings.bot(),
                    BotResources.class,
                    new BotResources(stores.botRedis(), loaded.bot(), folder.staffSeen(), triage),
                    chatFrame(),
                    null));
        }
    }

    /** The demonstration page, and nobody else, may show the chat in a frame. */
    private Map<String, Object> chatFrame() {
        return showsDemonstration()
                ? Map.of("wasl.web-chat.frame-ancestors", settings.staff().uri().toString())
                : Map.of();
    }

    private Map<String, Object> console() {
        Map<String, Object> decided = new HashMap<>();
        decided.put("wasl.officer.demonstration", settings.demonstration());
        decided.put("wasl.console.framed", showsDemonstration());
        if (showsDemonstration()) {
            decided.put(DemonstrationConfiguration.CHAT, settings.bot().uri());
        }
        return decided;
    }

    private boolean showsDemonstration() {
        return settings.demonstration() && role == Role.ALL;
    }

    private Stores stores(DataFolder folder, SecureRandom random) {
        URI botRedis;
        URI deskRedis;
        List<String> problems;
        if (settings.redis().embedded()) {
            EmbeddedRedis redis =
                    keep(EmbeddedRedis.start(folder.redis(), settings.redis().memory(), new RedisUsersFile(), random));
            botRedis = redis.botUri();
            deskRedis = redis.deskUri();
            problems = RedisCheck.problems(redis.houseUri(), false);
        } else {
            botRedis = URI.create(settings.redis().uri());
            deskRedis = botRedis;
            problems = RedisCheck.problems(botRedis, settings.redis().vouched());
            RedisCheck.warning(botRedis).ifPresent(warnings::add);
        }
        if (!problems.isEmpty()) {
            throw new StartRefused(problems);
        }
        return new Stores(botRedis, deskRedis, role.hasAdmin() ? mongodb(folder, random) : "");
    }

    private String mongodb(DataFolder folder, SecureRandom random) {
        if (!settings.mongodb().embedded()) {
            return settings.mongodb().uri();
        }
        return keep(EmbeddedMongo.start(
                        folder.mongodb(), folder.storeKey(), settings.mongodb().cache(), random))
                .uri();
    }

    private <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    private static Role role(HouseSettings settings, Problems problems) {
        Role jar = Role.ofJar();
        String given = settings.role().strip();
        if (given.equals("auto")) {
            return jar;
        }
        try {
            Role role = Role.valueOf(given.toUpperCase(Locale.ROOT));
            if (!role.within(jar)) {
                problems.add("wasl.role: " + given + " (expected: "
                        + jar.name().toLowerCase(Locale.ROOT)
                        + "; this jar does not hold the other node)");
                return jar;
            }
            return role;
        } catch (IllegalArgumentException e) {
            problems.add("wasl.role: unknown (expected: auto, all, bot or admin)");
            return jar;
        }
    }

    private static HouseSettings anyPort(HouseSettings settings) {
        return settings.listening(settings.bot(), new HouseSettings.Listen("127.0.0.1", 0));
    }

    /** What can be seen before anything is started. */
    private static HouseSettings look(HouseSettings settings, Role role, Problems problems) {
        boolean beyond = settings.beyondLoopback();
        HouseSettings.Listen bot =
                role.hasBot() ? Ports.check("wasl.bot", settings.bot(), beyond, problems) : settings.bot();
        HouseSettings.Listen staff =
                role.hasAdmin() ? Ports.check("wasl.staff", settings.staff(), beyond, problems) : settings.staff();
        if (role != Role.ALL && settings.redis().embedded()) {
            problems.add("wasl.redis.uri: empty (expected: the server both nodes share; the one that comes with Wasl is"
                    + " for the all-in-one)");
        }
        if (settings.beyondLoopback() && settings.demonstration()) {
            problems.add(
                    "wasl.beyond-loopback: true with wasl.demonstration=true (expected: demonstration off, since it"
                            + " signs in anybody who asks)");
        }
        if (settings.beyondLoopback() && role == Role.ALL) {
            problems.add("wasl.beyond-loopback: true for both nodes in one process (expected: two node jars under two"
                    + " users; see config/docs/threat-model.md)");
        }
        return settings.listening(bot, staff);
    }

    private record Stores(URI botRedis, URI deskRedis, String mongodb) {

        @Override
        public String toString() {
            return "Stores[redacted]";
        }
    }
}

package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.config.store.EmbeddedRedis;
import redis.clients.jedis.Jedis;

/** Starting and stopping as an operator sees it, with the jars as they are shipped. */
@Tag("beside-another")
class StartIT {

    @TempDir
    Path data;

    /** The build has done so, unless it was told to be quick. */
    @BeforeAll
    static void prepare() throws Exception {
        if (prepared().isEmpty()) {
            try (WaslProcess preparation = WaslProcess.start("wasl.jar", Map.of(), "prepare-start")) {
                assertThat(preparation.awaitEnd()).as(preparation.output()).isZero();
            }
        }
    }

    @Test
    void saysWhereEverythingIsRecoversFromAKillAndStopsCleanly() throws Exception {
        long orphan;
        try (WaslProcess killed = WaslProcess.allInOne(data).awaitRunning()) {
            assertThat(killed.output())
                    .contains("citizens' chat   http://127.0.0.1:")
                    .contains("staff console    http://127.0.0.1:")
                    .contains("first sign-in    " + killed.console() + "/join#")
                    .contains("data             " + data)
                    .contains("demonstration    ON");
            assertThat(get(killed.chat() + "/").statusCode()).isEqualTo(200);
            // The same process by then, over the classes the build prepared.
            assertThat(killed.commandLine()).contains("-XX:AOTCache=").contains("-Xmx400m");
            orphan = redisPid();
            killed.kill();
        }
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isPresent();

        try (WaslProcess next = WaslProcess.allInOne(data).awaitRunning()) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            long redis = redisPid();
            next.terminate();
            // 128 + SIGTERM: the JVM ran its hooks and ended by the signal.
            assertThat(next.awaitEnd()).isEqualTo(143);
            assertThat(ProcessHandle.of(redis).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(next.output()).doesNotContain("\tat ", " ERROR ", " WARN ", "Exception");
        }
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(Map.of(), "--wasl.staff.port=" + taken.getLocalPort()))
                    .containsExactly("wasl.staff.port: " + taken.getLocalPort()
                            + " is taken or forbidden (expected: a free port; set wasl.staff.port)");
        }
    }

    /** The jar alone, and with a folder beside it in which the classes are broken off, starts all the same. */
    @Test
    void startsWithoutClassesOrWithBrokenOnes() throws Exception {
        String[] elsewhere = {
            "--wasl.data=" + data.resolve("data"),
            "--wasl.bot.address=0.0.0.0",
            "--wasl.bot.port=0",
            "--wasl.staff.port=0"
        };
        String refused = "wasl.bot.address: not loopback (expected: 127.0.0.1, or wasl.beyond-loopback=true)";
        Path copy = Files.createSymbolicLink(data.resolve("wasl.jar"), WaslProcess.jar("wasl.jar"));
        assertThat(refusalOf(copy, Map.of(), elsewhere)).containsExactly(refused);

        Path prepared = prepared().orElseThrow();
        Path broken = Files.createDirectory(data.resolve(prepared.getFileName()));
        Files.createSymbolicLink(broken.resolve("wasl.jar"), prepared.resolve("wasl.jar"));
        Files.createSymbolicLink(broken.resolve("lib"), prepared.resolve("lib"));
        try (InputStream whole = Files.newInputStream(prepared.resolve("classes.aot"))) {
            Files.write(broken.resolve("classes.aot"), whole.readNBytes(1_000_000));
        }
        assertThat(refusalOf(copy, Map.of(), elsewhere)).containsExactly(refused);
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(data.resolve("a-file"));
        assertThat(refusal(Map.of("WASL_DATA", file.resolve("data").toString())))
                .singleElement()
                .asString()
                .startsWith("data folder " + file.resolve("data") + ": cannot be written");
    }

    @Test
    void saysThatTheFolderIsInUse() throws Exception {
        try (DataFolder held = DataFolder.open(data)) {
            assertThat(refusal(Map.of()))
                    .containsExactly("data folder " + held.path()
                            + ": in use by another Wasl (expected: one process for one folder)");
        }
    }

    @Test
    void saysThatTheKeyOfTheStoreIsWrong() throws Exception {
        Files.createDirectories(data.resolve("mongodb"));
        Files.writeString(data.resolve("mongodb/desk.store"), "not a store that any key opens");
        assertThat(refusal(Map.of()))
                .singleElement()
                .asString()
                .startsWith("document store: its key file " + data.resolve("store.key") + " is missing");
    }

    @Test
    void saysThatTheDesksKeysOpenWithAnotherSecret() throws Exception {
        try (DataFolder folder = DataFolder.open(data)) {
            SecureRandom random = new SecureRandom();
            Keys.load(new HouseSettings.Keys("", "", "ab".repeat(32)), Role.ALL, folder, random);
        }
        assertThat(refusal(Map.of("WASL_KEYS_DESK_SECRET", "cd".repeat(32))))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).contains("desk").doesNotContain("cdcd"));
    }

    @Test
    void saysThatARedisHasNoPersistence() throws Exception {
        EmbeddedRedis.Users users = (bot, desk) -> List.of("user default on nopass ~* &* +@all");
        try (EmbeddedRedis redis = EmbeddedRedis.start(data.resolve("other"), 64, users, new SecureRandom())) {
            String address = "redis://127.0.0.1:" + redis.houseUri().getPort();
            try (Jedis server = new Jedis(URI.create(address))) {
                server.configSet("appendonly", "no");
            }
            assertThat(refusal(Map.of("WASL_REDIS_URI", address)))
                    .singleElement()
                    .asString()
                    .contains("no append-only file (expected: appendonly yes");
        }
    }

    @Test
    void saysThatListeningBeyondLoopbackMustBeMeant() throws Exception {
        assertThat(refusal(Map.of(), "--wasl.bot.address=0.0.0.0"))
                .containsExactly("wasl.bot.address: not loopback (expected: 127.0.0.1, or wasl.beyond-loopback=true)");
    }

    @Test
    void saysWhatIsWrongWithAFileOfSettings() throws Exception {
        Path file = Files.writeString(data.resolve("extra.yml"), "wasl:\n  bot: [\n");
        assertThat(refusal(Map.of(), "--spring.config.additional-location=file:" + file))
                .singleElement()
                .asString()
                .startsWith(file + ", line 3: not YAML");
    }

    @Test
    void saysWhereASettingOfTheServersIsOfTheWrongKind() throws Exception {
        Path file = Files.writeString(data.resolve("extra.yml"), "server:\n  shutdown: never-at-all\n");
        assertThat(refusal(Map.of(), "--spring.config.additional-location=file:" + file))
                .containsExactly("server.shutdown: not readable (expected: Shutdown) (" + file + ", line 2)");
    }

    private static Optional<Path> prepared() throws IOException {
        try (Stream<Path> beside = Files.list(WaslProcess.jar("wasl.jar").getParent())) {
            return beside.filter(path -> path.getFileName().toString().matches("wasl-start-[0-9a-f]{16}"))
                    .findFirst();
        }
    }

    private List<String> refusal(Map<String, String> environment, String... arguments) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        if (!environment.containsKey("WASL_DATA")) {
            all.add("--wasl.data=" + data);
        }
        all.add("--wasl.bot.port=0");
        if (all.stream().noneMatch(argument -> argument.startsWith("--wasl.staff.port"))) {
            all.add("--wasl.staff.port=0");
        }
        return refusalOf(WaslProcess.jar("wasl.jar"), environment, all.toArray(String[]::new));
    }

    private List<String> refusalOf(Path jar, Map<String, String> environment, String... arguments) throws Exception {
        try (WaslProcess process = WaslProcess.start(jar, environment, arguments)) {
            assertThat(process.awaitEnd()).as(process.output()).isEqualTo(1);
            assertThat(process.output()).doesNotContain("\tat ");
            return process.output()
                    .lines()
                    .filter(line -> line.startsWith("  - "))
                    .map(line -> line.substring(4))
                    .toList();
        }
    }

    private long redisPid() throws Exception {
        return Long.parseLong(Files.readString(data.resolve("redis/redis.pid")).strip());
    }

    private static HttpResponse<String> get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

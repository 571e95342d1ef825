package org.wasl.config.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/**
 * The real redis-server that comes with Wasl, on loopback and a random port, every write on disk before it is answered.
 *
 * <p>It runs as a daemon in a session of its own: Ctrl-C on the terminal reaches Wasl and not the server, which
 * therefore stops last. Killed with -9, Wasl leaves it running; the next start finds it by its pid file, proves with
 * the password that it is ours, and shuts it down, so that no two servers ever share one append-only file.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final String HOUSE_USER = "wasl-house";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int PORT_ATTEMPTS = 5;

    private final ServerFiles files;
    private final int port;
    private final String housePassword;
    private final String botPassword;
    private final String deskPassword;

    private EmbeddedRedis(ServerFiles files, int port, String housePassword, String botPassword, String deskPassword) {
        this.files = files;
        this.port = port;
        this.housePassword = housePassword;
        this.botPassword = botPassword;
        this.deskPassword = deskPassword;
    }

    /** Writes the lines of the users file for the two nodes' passwords. */
    public interface Users {

        String BOT = "wasl-bot";
        String DESK = "wasl-desk";

        List<String> lines(String botPassword, String deskPassword);
    }

    /** Shuts down what a killed Wasl left behind, then starts a server on the data in {@code folder}. */
    public static EmbeddedRedis start(Path folder, int memoryMegabytes, Users users, SecureRandom random) {
        ServerFiles files = new ServerFiles(folder.toAbsolutePath());
        try {
            Files.createDirectories(files.folder());
            String housePassword = SecretFile.readOrMake(files.secret(), random);
            stopSurvivor(files, housePassword);
            Path executable = executable(files);
            for (int attempt = 1; ; attempt++) {
                EmbeddedRedis redis =
                        new EmbeddedRedis(files, freePort(), housePassword, password(random), password(random));
                if (redis.launch(executable, memoryMegabytes, users)) {
                    return redis;
                }
                if (attempt == PORT_ATTEMPTS) {
                    throw new StoreRefused("Redis: did not start, see " + files.log());
                }
            }
        } catch (IOException e) {
            throw new StoreRefused("Redis: " + files.folder() + " cannot be written", e);
        }
    }

    /** Where the bot node connects, with its own user and rights. */
    public URI botUri() {
        return uri(Users.BOT, botPassword);
    }

    /** Where the admin node connects, with its own user and rights. */
    public URI deskUri() {
        return uri(Users.DESK, deskPassword);
    }

    /** Where the launcher connects: to check the server and to rewrite its file, never to read what it holds. */
    public URI houseUri() {
        return uri(HOUSE_USER, housePassword);
    }

    @Override
    public void close() {
        shutDown(files, port, housePassword);
    }

    private URI uri(String user, String password) {
        return URI.create("redis://" + user + ":" + password + "@127.0.0.1:" + port);
    }

    private boolean launch(Path executable, int memoryMegabytes, Users users) throws IOException {
        SecretFile.write(files.users(), String.join("\n", usersFile(users)) + "\n");
        SecretFile.write(files.configuration(), configuration(memoryMegabytes));
        Files.deleteIfExists(files.pid());
        Files.deleteIfExists(files.log());
        Process starter = new ProcessBuilder(
                        executable.toString(), files.configuration().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!starter.waitFor(START.toSeconds(), TimeUnit.SECONDS) || starter.exitValue() != 0) {
                starter.destroyForcibly();
                return false;
            }
            SecretFile.write(files.port(), Integer.toString(port));
            return answers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreRefused("Redis: interrupted while starting", e);
        }
    }

    /** Waits until the file is loaded; {@code false} when the server is gone, as after a lost race for the port. */
    private boolean answers() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            try (Jedis redis = connect(port, housePassword)) {
                redis.ping();
                return true;
            } catch (JedisException e) {
                if (files.runningPid().isEmpty() && Files.exists(files.pid())) {
                    return false;
                }
                Thread.sleep(20);
            }
        }
        return false;
    }

    private List<String> usersFile(Users users) {
        List<String> lines = new java.util.ArrayList<>(users.lines(botPassword, deskPassword));
        lines.add("user " + HOUSE_USER + " on #" + sha256(housePassword)
                + " resetkeys resetchannels -@all +ping +info +shutdown +bgrewriteaof +config|get +acl|whoami");
        return lines;
    }

    private String configuration(int memoryMegabytes) {
        return """
                bind 127.0.0.1
                port %d
                protected-mode yes
                daemonize yes
                pidfile "%s"
                logfile "%s"
                dir "%s"
                aclfile "%s"
                save ""
                appendonly yes
                appendfsync always
                maxmemory %dmb
                maxmemory-policy noeviction
                """.formatted(port, files.pid(), files.log(), files.folder(), files.users(), memoryMegabytes);
    }

    private static void stopSurvivor(ServerFiles files, String housePassword) {
        Optional<Integer> port = files.recordedPort();
        if (files.runningPid().isPresent() && port.isPresent()) {
            shutDown(files, port.get(), housePassword);
        }
    }

    /** The right password shows that the process is ours: a pid can have been given to somebody else meanwhile. */
    private static void shutDown(ServerFiles files, int port, String housePassword) {
        Optional<ProcessHandle> process = files.runningPid();
        try (Jedis redis = connect(port, housePassword)) {
            redis.ping();
            redis.shutdown();
        } catch (JedisException e) {
            if (process.isEmpty() || !files.namedBy(process.get())) {
                return;
            }
            process.get().destroy();
        }
        process.ifPresent(EmbeddedRedis::awaitEnd);
    }

    /** Looked at often: the JDK looks at a process that is no child of its own three times a second. */
    private static void awaitEnd(ProcessHandle process) {
        long deadline = System.nanoTime() + STOP.toNanos();
        try {
            while (process.isAlive()) {
                if (System.nanoTime() > deadline) {
                    throw new StoreRefused("Redis: process " + process.pid() + " does not stop");
                }
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Jedis connect(int port, String password) {
        return new Jedis(
                new HostAndPort("127.0.0.1", port),
                DefaultJedisClientConfig.builder()
                        .user(HOUSE_USER)
                        .password(password)
                        .connectionTimeoutMillis(2_000)
                        .socketTimeoutMillis(5_000)
                        .build());
    }

    /** Copied beside the data once, not into a temporary folder at every start. */
    private static Path executable(ServerFiles files) throws IOException {
        Path folder = files.folder().resolve("bin");
        Files.createDirectories(folder);
        return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String password(SecureRandom random) {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        return HexFormat.of().formatHex(fresh);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The files of one server. */
    private record ServerFiles(Path folder) {

        Path pid() {
            return folder.resolve("redis.pid");
        }

        Path port() {
            return folder.resolve("redis.port");
        }

        Path log() {
            return folder.resolve("redis.log");
        }

        Path users() {
            return folder.resolve("users.acl");
        }

        Path secret() {
            return folder.resolve("house.secret");
        }

        Path configuration() {
            return folder.resolve("redis.conf");
        }

        Optional<Integer> recordedPort() {
            return number(port()).map(Long::intValue);
        }

        Optional<ProcessHandle> runningPid() {
            return number(pid()).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        }

        /** Whether a process was started from the executable in this folder. */
        boolean namedBy(ProcessHandle process) {
            return process.info()
                    .command()
                    .filter(command -> command.startsWith(folder.toString()))
                    .isPresent();
        }

        private static Optional<Long> number(Path file) {
            try {
                return Files.exists(file)
                        ? Optional.of(Long.parseLong(Files.readString(file).strip()))
                        : Optional.empty();
            } catch (IOException | NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}

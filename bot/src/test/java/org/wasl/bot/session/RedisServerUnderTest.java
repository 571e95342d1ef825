package org.wasl.bot.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A real Redis on a random port, with the users file that production starts with, AOF on and synced always. */
public final class RedisServerUnderTest implements AutoCloseable {

    public static final String ADMIN_PASSWORD = "admin-password-of-tests";
    public static final String BOT_PASSWORD = "bot-password-of-the-tests";
    public static final String DESK_PASSWORD = "desk-password-of-the-tests";

    private final @Nullable Path executable;
    private final Path folder;
    private final int port;
    private RedisServer server;

    /** The embedded one. */
    public RedisServerUnderTest() {
        this(null);
    }

    /** Another executable. */
    public RedisServerUnderTest(@Nullable Path executable) {
        this.executable = executable;
        try (ServerSocket free = new ServerSocket(0)) {
            folder = Files.createTempDirectory("wasl-redis");
            port = free.getLocalPort();
            List<String> users = new ArrayList<>(RedisUsers.lines("6.2.11", BOT_PASSWORD, DESK_PASSWORD));
            users.add("user admin on >" + ADMIN_PASSWORD + " ~* &* +@all");
            Files.write(folder.resolve("users.acl"), users);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server = start();
    }

    public RedisClient bot() {
        return client(RedisUsers.BOT, BOT_PASSWORD);
    }

    public RedisClient desk() {
        return client(RedisUsers.DESK, DESK_PASSWORD);
    }

    public RedisClient admin() {
        return client("admin", ADMIN_PASSWORD);
    }

    public RedisClient client(String user, String password) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(64);
        return RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", port))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user(user)
                        .password(password)
                        .timeoutMillis(3000)
                        .build())
                .poolConfig(pool)
                .build();
    }

    /** Stops it and keeps its data. */
    public void stop() {
        try {
            server.stop();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Starts it on the same port and data. */
    public void restart() {
        server = start();
    }

    /** Where it keeps its append-only file. */
    Path folder() {
        return folder;
    }

    public int port() {
        return port;
    }

    private RedisServer start() {
        try {
            RedisServerBuilder builder = RedisServer.newRedisServer();
            if (executable != null) {
                builder.executableProvider(executable::toFile);
            }
            RedisServer made = builder.port(port)
                    .bind("127.0.0.1")
                    .setting("dir " + folder)
                    .setting("appendonly yes")
                    .setting("appendfsync always")
                    .setting("save \"\"")
                    .setting("maxmemory-policy noeviction")
                    .setting("aclfile " + folder.resolve("users.acl"))
                    .build();
            made.start();
            return made;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(folder)) {
            List<Path> all = files.sorted(java.util.Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

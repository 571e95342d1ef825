package org.wasl.bot.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** A real Redis of its own for one test class, with every write on disk before it is answered. */
public final class RealRedis implements AutoCloseable {

    private final RedisServer server;
    private final RedisClient client;
    private final Path folder;

    public RealRedis() {
        try {
            folder = Files.createTempDirectory("wasl-redis");
            int port = freePort();
            server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("dir " + folder)
                    .setting("save \"\"")
                    .setting("appendonly yes")
                    .setting("appendfsync always")
                    .build();
            server.start();
            client = RedisClient.create("127.0.0.1", port);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public RedisClient client() {
        return client;
    }

    /** Where its files lie, for a search for what must not be in them. */
    public Path folder() {
        return folder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.wasl.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the launcher itself needs to know; bound at {@code wasl}, beside the features' own settings.
 *
 * @param role {@code auto}, {@code all}, {@code bot} or {@code admin}
 * @param data folder everything of this start lies in
 * @param demonstration every screen says so, demonstration data is on, no outside channel starts
 * @param beyondLoopback listening on anything but loopback was meant
 */
@ConfigurationProperties("wasl")
record HouseSettings(
        String role,
        String data,
        boolean demonstration,
        boolean beyondLoopback,
        Listen bot,
        Listen staff,
        Keys keys,
        Redis redis,
        Mongodb mongodb) {

    HouseSettings listening(Listen botNode, Listen adminNode) {
        return new HouseSettings(role, data, demonstration, beyondLoopback, botNode, adminNode, keys, redis, mongodb);
    }

    /** Where a node listens; port 0 is any free one. */
    record Listen(String address, int port) {

        Listen {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port: " + port + " (expected: 0..65535)");
            }
        }

        URI uri() {
            return URI.create("http://" + address + ":" + port);
        }
    }

    /**
     * @param bot folder of the bot node's keys; empty for the one in the data folder
     * @param desk folder of the admin node's keys; empty for the one in the data folder
     * @param deskSecret what the desk's keys are wrapped with, 64 hex digits; empty in a trial, where it is made and
     *     lies beside them
     */
    record Keys(String bot, String desk, String deskSecret) {

        @Override
        public String toString() {
            return "Keys[redacted]";
        }
    }

    /**
     * @param uri empty for the server that comes with Wasl
     * @param memory of that server, in megabytes
     * @param vouched the operator vouches for durability that the server does not let us read
     */
    record Redis(String uri, int memory, boolean vouched) {

        Redis {
            if (memory < 32) {
                throw new IllegalArgumentException("memory: " + memory + " (expected: at least 32, in megabytes)");
            }
            if (!uri.isBlank() && !isAddress(uri, "redis", "rediss")) {
                throw new IllegalArgumentException("uri: no address (expected: redis://user:password@host:port)");
            }
        }

        boolean embedded() {
            return uri.isBlank();
        }

        @Override
        public String toString() {
            return "Redis[" + (embedded() ? "embedded" : "redacted") + "]";
        }
    }

    /**
     * @param uri empty for the store that comes with Wasl
     * @param cache of that store, in megabytes
     */
    record Mongodb(String uri, int cache) {

        Mongodb {
            if (cache < 16) {
                throw new IllegalArgumentException("cache: " + cache + " (expected: at least 16, in megabytes)");
            }
            if (!uri.isBlank() && !uri.matches("mongodb([+]srv)?://.+")) {
                throw new IllegalArgumentException(
                        "uri: no address (expected: mongodb://user:password@host:port/database)");
            }
        }

        boolean embedded() {
            return uri.isBlank();
        }

        @Override
        public String toString() {
            return "Mongodb[" + (embedded() ? "embedded" : "redacted") + "]";
        }
    }

    /** Whether it has one of these schemes, a host and a port. Never throws, since what is wrong may be a password. */
    private static boolean isAddress(String text, String... schemes) {
        try {
            URI uri = new URI(text);
            return List.of(schemes).contains(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}

package org.wasl.bot.session;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.RedisClient;

/** One real Redis for a class of tests, empty before each of them. */
final class StoreUnderTest implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private @Nullable RedisServerUnderTest server;
    private @Nullable RedisClient bot;
    private @Nullable RedisClient admin;

    @Override
    public void beforeAll(ExtensionContext context) {
        RedisServerUnderTest started = new RedisServerUnderTest();
        server = started;
        bot = started.bot();
        admin = started.admin();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        admin().flushAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        bot().close();
        admin().close();
        Objects.requireNonNull(server).close();
    }

    /** With the rights of the bot's nodes. */
    RedisClient bot() {
        return Objects.requireNonNull(bot);
    }

    /** With every right, for looking. */
    RedisClient admin() {
        return Objects.requireNonNull(admin);
    }

    /** A connection of somebody else's, for the test to close. */
    RedisClient client(String user, String password) {
        return Objects.requireNonNull(server).client(user, password);
    }
}

package org.wasl.bot.session;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same on the server the machine has, where it has one: newer than the embedded one, with other words for refusals. */
@EnabledIf("installed")
class RedisUsersOnInstalledServerIT extends RedisUsersIT {

    private static final Path SERVER = Path.of("/usr/bin/redis-server");

    @Override
    RedisServerUnderTest server() {
        return new RedisServerUnderTest(SERVER);
    }

    static boolean installed() {
        return Files.isExecutable(SERVER);
    }
}

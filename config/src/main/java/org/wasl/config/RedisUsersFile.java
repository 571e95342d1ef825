package org.wasl.config;

import java.util.List;
import org.wasl.config.store.EmbeddedRedis;

/** The users of the embedded server. */
final class RedisUsersFile implements EmbeddedRedis.Users {

    @Override
    public List<String> lines(String botPassword, String deskPassword) {
        return List.of(
                "user default off",
                "user " + BOT + " on >" + botPassword + " ~* &* +@all",
                "user " + DESK + " on >" + deskPassword + " ~* &* +@all");
    }
}

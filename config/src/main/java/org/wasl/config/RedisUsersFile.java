package org.wasl.config;

import java.util.List;
import org.wasl.bot.session.RedisUsers;
import org.wasl.config.store.EmbeddedRedis;

/** The users of the embedded server: the same two roles with the same rights as on a real one. */
final class RedisUsersFile implements EmbeddedRedis.Users {

    /** Of the oldest server the embedded one can be, depending on the machine. */
    private static final String VERSION = "6.2.6";

    @Override
    public List<String> lines(String botPassword, String deskPassword) {
        return RedisUsers.lines(VERSION, botPassword, deskPassword);
    }
}

package org.wasl.bot.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The users of the Redis between the zones: the bot and the desk, and nobody without a name. The bot may append to intake and
 * neither read nor shorten it ({@code RPUSH} is its only list command, intake the only list); the desk may drain intake
 * and append notices, and sees nothing of the bot's own. The file holds hashes of passwords only.
 */
public final class RedisUsers {

    /** Name of the bot's user. */
    public static final String BOT = "wasl-bot";

    /** Name of the desk's user. */
    public static final String DESK = "wasl-desk";

    private static final int SHORTEST_PASSWORD = 16;

    private RedisUsers() {}

    /**
     * The lines for a server of this version, {@code 6.2.11} or newer; they stand in a users file as well as in the
     * server's configuration. Throws for another version, and when the passwords are equal or one is shorter than 16
     * characters; the message names the user and never the password.
     */
    public static List<String> lines(String version, String botPassword, String deskPassword) {
        check(BOT, botPassword);
        check(DESK, deskPassword);
        if (botPassword.equals(deskPassword)) {
            throw new IllegalArgumentException("redis users: the two passwords are equal (expected: different ones)");
        }
        return template()
                .replace("${bot.sha256}", sha256(botPassword))
                .replace("${desk.sha256}", sha256(deskPassword))
                .replace("${newer}", newer(version))
                .lines()
                .toList();
    }

    /** Commands an older server does not know, and would refuse to start with. */
    private static String newer(String version) {
        if (!version.matches("[0-9]{1,3}[.][0-9]{1,3}([.][0-9]{1,5})?")) {
            throw new IllegalArgumentException("redis users: version not readable (expected: as in 7.2.11)");
        }
        String[] parts = version.split("\\.", -1);
        int major = Integer.parseInt(parts[0]);
        int minor = Integer.parseInt(parts[1]);
        if (major < 6 || (major == 6 && minor < 2)) {
            throw new IllegalArgumentException("redis users: version " + version + " (expected: 6.2 or newer)");
        }
        boolean since72 = major > 7 || (major == 7 && minor >= 2);
        return since72 ? " +client|setinfo +waitaof" : "";
    }

    private static void check(String user, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("redis users: password of " + user + ": " + password.length()
                    + " characters (expected: at least " + SHORTEST_PASSWORD + ")");
        }
    }

    private static String template() {
        try (InputStream in = RedisUsers.class.getResourceAsStream("/redis/users.acl")) {
            if (in == null) {
                throw new IllegalStateException("redis/users.acl is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha256(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

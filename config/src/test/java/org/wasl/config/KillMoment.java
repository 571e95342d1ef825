package org.wasl.config;

import java.util.regex.Pattern;

/**
 * When to kill: while the step is being taken whose command in the append-only file, or whose call to the platform, it
 * is. {@code spread} is the longest wait after that, in milliseconds, so that what follows the command is hit as well.
 */
enum KillMoment {
    /** A word is in the inbox; its citizen may or may not have heard so. */
    ACCEPT("XADD", "wasl:\\{s\\d{3}}:inbox", 3),
    /** A turn is committed. */
    COMMIT("HSET", "wasl:\\{s\\d{3}}:states", 5),
    /** A message is at the platform; the bot may or may not know. */
    CALL("", "", 3),
    /** A report lies in intake; the desk opens, numbers, stores and settles it in the next milliseconds. */
    FILE("RPUSH", "wasl:\\{s\\d{3}}:intake", 40),
    /** A line is on its way to a page. */
    SHOW("HSET", "wasl:\\{web.}:s:[0-9a-f]+\r\n\\$\\d+\r\nm:", 3),
    /** A message is noted as sent. */
    SENT("HDEL", "wasl:\\{s\\d{3}}:outbox", 3),
    /** The desk took an entry in hand. */
    TAKE_IN("LMOVE", "wasl:\\{s\\d{3}}:intake", 25),
    /** The desk is done with an entry. */
    SETTLE("LREM", "wasl:\\{s\\d{3}}:intake:", 3),
    /** An officer's answer is handed to the bot. */
    ANSWER("XADD", "wasl:\\{desk}:notices", 15),
    /** No moment in particular. */
    ANY("", "", 900);

    private final Pattern command;
    private final int spread;

    KillMoment(String command, String key, int spread) {
        this.command = Pattern.compile(command + "\r\n\\$\\d+\r\n" + key);
        this.spread = spread;
    }

    Pattern command() {
        return command;
    }

    int spread() {
        return spread;
    }
}

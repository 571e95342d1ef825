package org.wasl.bot.channel.web;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * The sessions of the web chat and the last lines of each, kept so that a page can come back after a restart of the
 * node or of the browser. A session that ended leaves nothing.
 */
interface WebOutbox {

    /** Makes a session. */
    void open(String address, Instant now);

    /** Whether the session stands: opened, not ended, and its last word within the time of silence. */
    boolean living(String address, Instant now);

    /** Notes that the person did something; {@code false} when the session does not stand. */
    boolean hear(String address, Instant now);

    /** Durably appends a line and answers its number; empty when the session does not stand. */
    OptionalLong append(String address, WebLine line, Instant now);

    /** The lines kept after a number, oldest first. */
    List<WebLine.Numbered> after(String address, long number);

    /** Takes a {@code say} out of what is kept. */
    void remove(String address, String ref);

    /** Ends a session; nothing of it is left. Idempotent. */
    void end(String address);

    /** Ends the sessions whose last word is older than the time of silence; answers how many. */
    int sweep(Instant now);
}

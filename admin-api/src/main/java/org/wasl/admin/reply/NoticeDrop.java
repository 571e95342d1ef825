package org.wasl.admin.reply;

import org.wasl.triage.intake.DeskNotice;

/** Where notices for the bot are left. Who holds this can leave one and can read none. */
@FunctionalInterface
public interface NoticeDrop {

    /** What became of a notice. */
    enum Outcome {
        /** It stands in the stream. The bot may still read it twice, so whoever acts on it goes by its id. */
        DROPPED,
        /** So many wait already that none is added: the bot is away. To be tried again. */
        FULL
    }

    /**
     * Signs, seals and leaves a notice.
     *
     * @throws redis.clients.jedis.exceptions.JedisException when the store is away; nothing was left then, or nobody knows
     */
    Outcome drop(DeskNotice notice);
}

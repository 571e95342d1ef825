package org.wasl.admin.reply;

import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.seal.Bytes;

/** Where notices for the bot are left. Who holds this can leave one and can read none. */
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
    default Outcome drop(DeskNotice notice) {
        return drop(sealed(notice));
    }

    /** Signs and seals a notice, so that it can be kept and left later; only the bot can open it. */
    Bytes sealed(DeskNotice notice);

    /** Leaves what was sealed before. Left again it is a repeat, and the bot can tell. */
    Outcome drop(Bytes sealed);
}

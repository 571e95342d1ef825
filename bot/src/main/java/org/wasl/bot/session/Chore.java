package org.wasl.bot.session;

import java.time.Instant;

/** What a node does now and then beside its turns. Looks at the time itself and mostly returns at once. */
interface Chore {

    void pass(Instant now);
}

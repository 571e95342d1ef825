package org.wasl.bot.session;

import java.util.concurrent.atomic.AtomicLong;

/** How often something was erased at somebody's wish since this node started; the store's file still holds it then. */
public final class Erasures {

    private final AtomicLong count = new AtomicLong();

    public void happened() {
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }
}

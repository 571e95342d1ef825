package org.wasl.bot.channel;

/** Whether the store has room for voice notes and pictures beside all words. */
public interface MediaRoom {

    /** Never throws; {@code false} when it cannot be told. */
    boolean free();
}

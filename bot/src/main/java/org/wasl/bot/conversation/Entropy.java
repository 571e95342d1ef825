package org.wasl.bot.conversation;

/** Where the dialogue takes its randomness from; fixed in tests. */
public interface Entropy {

    /** {@code count} fresh random bytes. */
    byte[] bytes(int count);
}

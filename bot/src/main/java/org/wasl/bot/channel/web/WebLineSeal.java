package org.wasl.bot.channel.web;

import java.util.Optional;

/** Seals the lines that wait in the store for a page; the same keys as a conversation's draft, destroyed after 48 h. */
public interface WebLineSeal {

    /** Sealed form of {@code plain}, bound to {@code context}. */
    byte[] seal(byte[] plain, String context);

    /** Empty when the key is gone, the context is another one, or the bytes were changed. */
    Optional<byte[]> open(byte[] sealed, String context);
}

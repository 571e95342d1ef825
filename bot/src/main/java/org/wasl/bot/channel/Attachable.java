package org.wasl.bot.channel;

/** What may be sent beside words at this point of a conversation, for a channel that offers it only then. */
public enum Attachable {
    NOTHING,
    /** Voice notes: an answer like words. */
    SOUND,
    /** Voice notes, pictures and documents: where the service takes them, and of grown-ups who agreed. */
    FILES
}

package org.wasl.bot.session;

import org.wasl.triage.intake.Shard;

/** Names one conversation in the store: 32 hex digits of a keyed hash of its address. */
public record ConversationKey(String hex) {

    public ConversationKey {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException(
                    "conversation key: " + hex.length() + " characters (expected: 32 hex digits)");
        }
    }

    /** Whose an entry of the outbox, a timer, a hop is: its id begins with its conversation's key. */
    static ConversationKey ownerOf(String id) {
        return new ConversationKey(id.substring(0, 32));
    }

    public Shard shard() {
        return new Shard(Integer.parseInt(hex.substring(0, 2), 16));
    }
}

package org.wasl.bot.session;

import org.wasl.bot.channel.ChannelAddress;
import org.wasl.triage.intake.Shard;

/**
 * Names conversations and events by keyed hashes: equal for equal addresses, and nothing else can be told from one
 * without the lookup key, which is never in the store.
 */
public final class ConversationNames {

    /** HMAC-SHA256 of a purpose and its parts under the lookup key, in hex; parts cannot run into each other. */
    public interface KeyedHash {
        String hex(String purpose, String... parts);
    }

    private final KeyedHash hash;

    public ConversationNames(KeyedHash hash) {
        this.hash = hash;
    }

    /** The conversation an address belongs to. */
    public ConversationKey conversation(ChannelAddress address) {
        String hex = hash.hex("conversation", address.kind().name(), address.value());
        return new ConversationKey(hex.substring(0, 32));
    }

    /** One event of an address: remembered so that it counts once. */
    public String event(ChannelAddress address, String eventId) {
        return hash.hex("event", address.kind().name(), address.value(), eventId)
                .substring(0, 32);
    }

    /** Anything else that must be named without being told. */
    public String other(String purpose, String... parts) {
        return hash.hex(purpose, parts).substring(0, 32);
    }

    /** The shard of a mailbox: of its id, never of a conversation. */
    public static Shard shardOf(String mailboxId) {
        return new Shard(Integer.parseInt(mailboxId.substring(0, 2), 16));
    }
}

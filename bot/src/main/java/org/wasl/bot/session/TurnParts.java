package org.wasl.bot.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.conversation.Dialogue;
import org.wasl.bot.conversation.Entropy;
import org.wasl.bot.filing.Filing;
import org.wasl.bot.guard.Pace;
import org.wasl.triage.intake.Presence;

/** Everything a shard's worker works with; one set for all shards of a node. */
record TurnParts(
        Shelf shelf,
        DurableCommit store,
        ConversationNames names,
        DraftSeal seal,
        Dialogue dialogue,
        Filing filing,
        Map<ChannelKind, Channel> channels,
        Outside outside,
        Pace pace,
        Supplier<Presence> presence,
        ChannelPauses pauses,
        Executor senders,
        Clock clock,
        Entropy entropy,
        boolean demonstration,
        SessionSettings settings,
        TurnCounters counters,
        Erasures erasures) {

    /** How long a channel carries a message that is no template; {@code null} without such a limit. */
    @Nullable
    Duration freeFormFor(ChannelKind kind) {
        Channel channel = channels.get(kind);
        return channel == null ? null : channel.capabilities().freeFormFor();
    }
}

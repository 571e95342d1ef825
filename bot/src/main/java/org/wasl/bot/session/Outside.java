package org.wasl.bot.session;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.WorkRequest;
import org.wasl.triage.intake.IntakeEntry;

/** What the turn asks of the mailboxes: hops into other shards, slow work, and the officers' own chat. */
public interface Outside {

    /** Completes when the hop is durable. Fails with {@link StoreUnavailable}; then it is asked again. */
    CompletableFuture<Void> perform(Hop hop);

    /**
     * Does slow work on a bounded pool, fairly between conversations. Completes when the result stands in the
     * conversation's inbox, under {@code workId}, so that doing it twice brings one result.
     */
    CompletableFuture<Void> work(ConversationKey key, ChannelAddress address, WorkRequest request, String workId);

    /** What the desk has answered to a question by mark; empty when it has not, or knows nothing. */
    List<Input.KnownReport> answered(String wireId);

    /** Whether an address belongs to the officers' bot, which has no dialogue. */
    boolean isOfficer(ChannelAddress address);

    /** What an officer's word means. */
    OfficerTurn officer(ChannelAddress address, Input input, Instant now);

    /**
     * What an officer's word brings.
     *
     * @param entries for the desk
     * @param answer one fixed line back; {@code null} for none
     */
    record OfficerTurn(List<IntakeEntry> entries, @Nullable String answer) {}
}

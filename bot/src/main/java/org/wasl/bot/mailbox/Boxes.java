package org.wasl.bot.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.session.BoxStore;
import org.wasl.bot.session.ConversationNames;
import org.wasl.triage.seal.Bytes;

/**
 * The mailboxes: each an aggregate of its own, in the shard of its id. Holds sealed replies and cannot open one. Which
 * conversation a mailbox is attached to is sealed with the day's draft key and forgotten a day after it was last used.
 */
final class Boxes {

    /** What became of a reply handed in. */
    enum Delivery {
        STORED,
        REPEATED,
        DONE,
        FULL
    }

    private final BoxStore store;
    private final ConversationNames names;
    private final Clock clock;
    private final MailboxSettings settings;

    Boxes(BoxStore store, ConversationNames names, Clock clock, MailboxSettings settings) {
        this.store = store;
        this.names = names;
        this.clock = clock;
        this.settings = settings;
    }

    CompletableFuture<Void> open(String mailboxId) {
        return store.run(mailboxId, "open").thenApply(answer -> null);
    }

    /** Hop one of a reply. Repeating it is harmless. */
    CompletableFuture<Delivery> deliver(String mailboxId, String replyId, Bytes sealedReply) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return store.run(
                        mailboxId,
                        "deliver",
                        BoxStore.ascii(replyId),
                        sealedReply.toArray(),
                        BoxStore.ascii(Integer.toString(settings.repliesPerMailbox())),
                        BoxStore.ascii(names.other("reply", mailboxId, replyId)),
                        BoxStore.ascii(Long.toString(hour.toEpochMilli())))
                .thenApply(answer -> Delivery.valueOf(BoxStore.text(answer)));
    }

    CompletableFuture<Void> delivered(String mailboxId, String replyId) {
        return store.run(mailboxId, "delivered", BoxStore.ascii(replyId)).thenApply(answer -> null);
    }

    CompletableFuture<Void> attach(String mailboxId, ChannelAddress address) {
        byte[] pointer = store.sealPointer(mailboxId, address);
        byte[] now = BoxStore.ascii(Long.toString(clock.instant().toEpochMilli()));
        return store.run(mailboxId, "attach", pointer, now).thenApply(answer -> null);
    }

    CompletableFuture<Void> detach(String mailboxId) {
        return store.run(mailboxId, "detach").thenApply(answer -> null);
    }

    CompletableFuture<Void> erase(String mailboxId) {
        return store.run(mailboxId, "erase").thenApply(answer -> null);
    }

    /** The conversation a mailbox is attached to. */
    Optional<ChannelAddress> attached(String mailboxId) {
        return store.pointer(mailboxId);
    }

    boolean exists(String mailboxId) {
        return store.replyIds(mailboxId) != null;
    }

    /** Ids of the replies that wait, oldest first. */
    List<String> waiting(String mailboxId) {
        String ids = store.replyIds(mailboxId);
        return ids == null || ids.isEmpty()
                ? List.of()
                : List.of(ids.substring(0, ids.length() - 1).split(",", -1));
    }

    @Nullable
    Bytes sealedReply(String mailboxId, String replyId) {
        return store.reply(mailboxId, replyId);
    }
}

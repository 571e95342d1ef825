package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.seal.Bytes;

/** What the store keeps of mailboxes; every change is one run of {@code box.lua}. */
public final class BoxStore {

    private final DurableCommit commits;
    private final Shelf shelf;
    private final DraftSeal seal;

    BoxStore(DurableCommit commits, Shelf shelf, DraftSeal seal) {
        this.commits = commits;
        this.shelf = shelf;
        this.seal = seal;
    }

    /** One verb of the script, durably. */
    public CompletableFuture<@Nullable Object> run(String mailboxId, String verb, byte[]... more) {
        List<byte[]> args = new ArrayList<>();
        args.add(ascii(verb));
        args.add(ascii(mailboxId));
        args.addAll(List.of(more));
        return commits.run(Script.BOX, keys(mailboxId).forBox(), args).thenApply(answer -> answer);
    }

    /** Bound to the mailbox, so that no pointer can be moved to another. */
    public byte[] sealPointer(String mailboxId, ChannelAddress address) {
        PackedWriter out = new PackedWriter();
        ArrivalForm.address(out, address);
        return seal.seal(out.toBytes(), "pointer", mailboxId);
    }

    /** Whom a mailbox is attached to; empty too when the key of that day is gone. */
    public Optional<ChannelAddress> pointer(String mailboxId) {
        byte[] sealed = shelf.one(keys(mailboxId).attached(), mailboxId);
        return sealed == null
                ? Optional.empty()
                : seal.open(sealed, "pointer", mailboxId).map(plain -> ArrivalForm.address(new PackedReader(plain)));
    }

    /** Ids of waiting replies with a comma behind each; {@code null} when there is no such mailbox. */
    public @Nullable String replyIds(String mailboxId) {
        byte[] ids = shelf.one(keys(mailboxId).boxes(), mailboxId);
        return ids == null ? null : new String(ids, StandardCharsets.US_ASCII);
    }

    public @Nullable Bytes reply(String mailboxId, String replyId) {
        byte[] sealed = shelf.one(keys(mailboxId).mail(), mailboxId + ":" + replyId);
        return sealed == null ? null : Bytes.copyOf(sealed);
    }

    /** Mailboxes of a shard attached before then. */
    public List<String> attachedBefore(Shard shard, Instant then) {
        return shelf.upTo(ShardKeys.of(shard).attachTimes(), then, 256);
    }

    public static byte[] ascii(String text) {
        return Step.ascii(text);
    }

    public static String text(@Nullable Object answer) {
        return answer instanceof byte[] bytes ? new String(bytes, StandardCharsets.US_ASCII) : "";
    }

    private static ShardKeys keys(String mailboxId) {
        return ShardKeys.of(ConversationNames.shardOf(mailboxId));
    }
}

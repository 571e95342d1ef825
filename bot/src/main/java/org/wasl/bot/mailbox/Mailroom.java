package org.wasl.bot.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.WorkRequest;
import org.wasl.bot.conversation.WorkResult;
import org.wasl.bot.media.AttachmentFetch;
import org.wasl.bot.session.Arrival;
import org.wasl.bot.session.ConversationKey;
import org.wasl.bot.session.ConversationNames;
import org.wasl.bot.session.Hop;
import org.wasl.bot.session.Inbox;
import org.wasl.bot.session.Outside;
import org.wasl.bot.session.StoreUnavailable;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Receipt;
import org.wasl.triage.mailbox.ReceiptKeys;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.mailbox.ReplyOpener;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opening;

/** Where conversations and mailboxes meet. Keeps no key: a reply key passes through and is forgotten. */
final class Mailroom implements Outside {

    private final Boxes boxes;
    private final Inbox inbox;
    private final ConversationNames names;
    private final ReceiptKeys receipts;
    private final ReplyOpener replies;
    private final ReceiptWork pool;
    private final OfficerChat officers;
    private final AttachmentFetch attachments;
    private final Clock clock;
    private final Map<String, List<Input.KnownReport>> asked;

    Mailroom(
            Boxes boxes,
            Inbox inbox,
            ConversationNames names,
            ReceiptKeys receipts,
            ReplyOpener replies,
            ReceiptWork pool,
            OfficerChat officers,
            AttachmentFetch attachments,
            Clock clock,
            MailboxSettings settings) {
        this.boxes = boxes;
        this.inbox = inbox;
        this.names = names;
        this.receipts = receipts;
        this.replies = replies;
        this.pool = pool;
        this.officers = officers;
        this.attachments = attachments;
        this.clock = clock;
        this.asked = bounded(settings.mostAsked());
    }

    @Override
    public CompletableFuture<Void> perform(Hop hop) {
        return switch (hop) {
            case Hop.Attach it -> attach(it.mailboxId(), it.address());
            case Hop.Detach it -> detach(it.mailboxId(), it.address());
            case Hop.Erase it -> boxes.erase(it.mailboxId());
            case Hop.Delivered it -> boxes.delivered(it.mailboxId(), it.replyId());
            case Hop.Asked it -> {
                asked.putIfAbsent(it.wireId(), List.of());
                yield CompletableFuture.completedFuture(null);
            }
        };
    }

    /**
     * At most one conversation: the former is wiped before the pointer moves, so that a crash between the two repeats
     * the wipe and never forgets it.
     */
    CompletableFuture<Void> attach(String mailboxId, ChannelAddress address) {
        Optional<ChannelAddress> former = boxes.attached(mailboxId);
        CompletableFuture<Void> wiped = former.isEmpty() || former.get().equals(address)
                ? CompletableFuture.completedFuture(null)
                : append(
                        new Arrival.Wipe(former.get()),
                        "wipe:" + mailboxId + ":" + names.conversation(address).hex());
        return wiped.thenCompose(done -> boxes.open(mailboxId)).thenCompose(done -> boxes.attach(mailboxId, address));
    }

    /** Nobody comes in by this mailbox any more; who did is back at the beginning, and told nothing. */
    CompletableFuture<Void> voided(String mailboxId) {
        CompletableFuture<Void> wiped = boxes.attached(mailboxId)
                .map(address -> append(
                        new Arrival.Wipe(address),
                        "void:" + mailboxId + ":" + names.conversation(address).hex()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        return wiped.thenCompose(done -> boxes.erase(mailboxId));
    }

    private CompletableFuture<Void> detach(String mailboxId, ChannelAddress address) {
        boolean own = boxes.attached(mailboxId).filter(address::equals).isPresent();
        return own ? boxes.detach(mailboxId) : CompletableFuture.completedFuture(null);
    }

    /** Puts something into a conversation's inbox; fails when the store is away, so that it is tried again. */
    CompletableFuture<Void> append(Arrival arrival, String eventId) {
        return inbox.append(arrival, eventId).thenAccept(acceptance -> {
            if (acceptance == Acceptance.UNAVAILABLE) {
                throw new StoreUnavailable("inbox full");
            }
        });
    }

    @Override
    public CompletableFuture<Void> work(
            ConversationKey key, ChannelAddress address, WorkRequest request, String workId) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (request instanceof WorkRequest.FetchAttachment fetch) {
            attachments.start(key, address, fetch).whenComplete((result, failed) -> {
                if (failed == null) {
                    forward(result, address, workId, done);
                } else {
                    done.completeExceptionally(failed);
                }
            });
            return done;
        }
        boolean room = pool.offer(key, () -> {
            try {
                forward(result(address, request), address, workId, done);
            } catch (RuntimeException failed) {
                forward(new WorkResult.Failed("receipt"), address, workId, done);
            }
        });
        if (!room) {
            forward(new WorkResult.Failed("busy"), address, workId, done);
        }
        return done;
    }

    private void forward(WorkResult result, ChannelAddress address, String workId, CompletableFuture<Void> done) {
        append(new Arrival.Word(address, new Input.Worked(result, clock.instant()), null), "work:" + workId)
                .whenComplete((ok, failed) -> {
                    if (failed == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(failed);
                    }
                });
    }

    private WorkResult result(ChannelAddress address, WorkRequest request) {
        return switch (request) {
            case WorkRequest.DeriveReceipt derive -> derive(address, derive);
            case WorkRequest.FetchAttachment elsewhere -> new WorkResult.Failed("attachment");
        };
    }

    private WorkResult derive(ChannelAddress address, WorkRequest.DeriveReceipt derive) {
        List<MailboxKeys> possible = receipts.derive(new Receipt(derive.digits()));
        if (derive.minted()) {
            return derived(true, false, possible.getFirst(), List.of());
        }
        for (MailboxKeys keys : possible) {
            if (boxes.exists(keys.address().id())) {
                String mailboxId = keys.address().id();
                attach(mailboxId, address).join();
                return derived(false, true, keys, waiting(mailboxId, keys.privateReplyKey()));
            }
        }
        return derived(false, false, possible.getFirst(), List.of());
    }

    private static WorkResult derived(boolean minted, boolean known, MailboxKeys keys, List<Reply> waiting) {
        return new WorkResult.ReceiptDerived(
                minted, known, keys.address(), keys.privateReplyKey(), keys.privateSignKey(), waiting);
    }

    /** Replies that wait, opened; one that does not open or was not signed by the desk is not shown. */
    List<Reply> waiting(String mailboxId, Bytes privateReplyKey) {
        List<Reply> opened = new ArrayList<>();
        for (String replyId : boxes.waiting(mailboxId)) {
            Bytes sealed = boxes.sealedReply(mailboxId, replyId);
            if (sealed != null) {
                open(sealed, privateReplyKey, mailboxId, replyId).ifPresent(opened::add);
            }
        }
        return List.copyOf(opened);
    }

    Optional<Reply> open(Bytes sealed, Bytes privateReplyKey, String mailboxId, String replyId) {
        Opening<Reply> opening = replies.open(sealed, privateReplyKey, mailboxId, replyId);
        return opening.entryIfOpened();
    }

    /** The desk's answer to a question by mark; kept until its time, dropped when nobody asked. */
    boolean found(String wireId, List<Input.KnownReport> reports) {
        return asked.computeIfPresent(wireId, (id, before) -> List.copyOf(reports)) != null;
    }

    @Override
    public List<Input.KnownReport> answered(String wireId) {
        List<Input.KnownReport> reports = asked.remove(wireId);
        return reports == null ? List.of() : reports;
    }

    @Override
    public boolean isOfficer(ChannelAddress address) {
        return officers.isOfficer(address);
    }

    @Override
    public OfficerTurn officer(ChannelAddress address, Input input, Instant now) {
        return officers.turn(address, input, now);
    }

    private static <V> Map<String, V> bounded(int most) {
        return java.util.Collections.synchronizedMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        });
    }
}

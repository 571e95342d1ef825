package org.wasl.bot.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.filing.BoundCapsule;
import org.wasl.bot.session.Arrival;
import org.wasl.bot.session.Erasures;
import org.wasl.bot.session.IntakeTell;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.mailbox.CapsuleContent;
import org.wasl.triage.mailbox.CapsuleOpener;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.seal.Bytes;

/**
 * Acts on what the desk tells. Each notice may come any number of times; what it does is done once, by the ids inside.
 * A returned future that fails means: not done, offer it again.
 */
final class NoticeDesk {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final Boxes boxes;
    private final Mailroom mailroom;
    private final CapsuleOpener capsules;
    private final OfficerAlerts alerts;
    private final CallerReceipts callers;
    private final IntakeTell tell;
    private final Erasures erasures;
    private final Clock clock;

    NoticeDesk(
            Boxes boxes,
            Mailroom mailroom,
            CapsuleOpener capsules,
            OfficerAlerts alerts,
            CallerReceipts callers,
            IntakeTell tell,
            Erasures erasures,
            Clock clock) {
        this.boxes = boxes;
        this.mailroom = mailroom;
        this.capsules = capsules;
        this.alerts = alerts;
        this.callers = callers;
        this.tell = tell;
        this.erasures = erasures;
        this.clock = clock;
    }

    CompletableFuture<Void> act(DeskNotice notice) {
        return switch (notice) {
            case DeskNotice.ReplyPublished it -> reply(it);
            case DeskNotice.CapsuleFound it -> found(it);
            case DeskNotice.TakenOver it -> takenOver(it);
            case DeskNotice.OfficerAlert it ->
                opened(it.capsule())
                        .map(known -> alerts.send(known.address(), it.onceValue(), it.url()))
                        .orElse(DONE);
            case DeskNotice.Erased it -> erased(it);
            case DeskNotice.Closed it -> it.mailboxId() == null ? DONE : boxes.detach(it.mailboxId());
            case DeskNotice.ReceiptAsked it -> callers.mint(it);
            case DeskNotice.ReceiptVoided it -> mailroom.voided(it.mailboxId());
        };
    }

    /** Hop one stores; hop two goes to the conversation the mailbox is attached to, or the one of the capsule. */
    private CompletableFuture<Void> reply(DeskNotice.ReplyPublished it) {
        return boxes.deliver(it.mailboxId(), it.replyId(), it.sealedReply()).thenCompose(delivery -> switch (delivery) {
            case STORED, REPEATED -> toConversation(it);
            case DONE -> tell.tell(it.mailboxId(), new IntakeEntry.Delivered(it.replyId(), clock.instant()));
            // The desk publishes again; by then some may have been read.
            case FULL -> DONE;
        });
    }

    private CompletableFuture<Void> toConversation(DeskNotice.ReplyPublished it) {
        Optional<Known> known = opened(it.capsule());
        Bytes replyKey = known.map(one -> one.content().replyKey()).orElse(null);
        if (known.isEmpty() || replyKey == null) {
            return DONE;
        }
        ChannelAddress to = boxes.attached(it.mailboxId()).orElse(known.get().address());
        Optional<Reply> reply = mailroom.open(it.sealedReply(), replyKey, it.mailboxId(), it.replyId());
        if (reply.isEmpty()) {
            return DONE;
        }
        // What a capsule says is about the chat it was made for, and no other.
        boolean sameChat = to.equals(known.get().address());
        ChatTerms terms = sameChat ? known.get().content().terms() : ChatTerms.NONE;
        Instant now = clock.instant();
        Input arrived = new Input.ReplyArrived(
                reply.get(),
                now,
                terms,
                known.get().content().mailbox(it.mailboxId()).orElse(null));
        // Taken once when it comes, and once more when the desk hands it over again inside a window.
        String event = "reply:" + it.replyId() + (terms.windows().open(now) ? ":window" : "");
        return mailroom.append(new Arrival.Word(to, arrived, it.mailboxId()), event);
    }

    private CompletableFuture<Void> found(DeskNotice.CapsuleFound it) {
        List<Input.KnownReport> reports = new ArrayList<>();
        for (Capsule capsule : it.capsules()) {
            opened(capsule).filter(known -> known.content().replyKey() != null).ifPresent(known -> {
                Bytes replyKey = known.content().replyKey();
                if (replyKey != null) {
                    reports.add(new Input.KnownReport(
                            known.boundTo(),
                            mailroom.waiting(known.boundTo(), replyKey),
                            known.content().terms(),
                            known.content().mailbox(known.boundTo()).orElse(null)));
                }
            });
        }
        mailroom.found(it.askId(), reports);
        return DONE;
    }

    private CompletableFuture<Void> takenOver(DeskNotice.TakenOver it) {
        return opened(it.capsule())
                .map(known -> {
                    Instant now = clock.instant();
                    boolean over = !it.until().isAfter(now);
                    Input input = over ? new Input.HandedBack(now) : new Input.TakenOver(it.until(), now);
                    return mailroom.append(
                            new Arrival.Word(known.address(), input, null),
                            "over:" + it.id().value() + ":" + it.until().toEpochMilli());
                })
                .orElse(DONE);
    }

    private CompletableFuture<Void> erased(DeskNotice.Erased it) {
        erasures.happened();
        String mailboxId = it.mailboxId();
        Optional<ChannelAddress> attached = mailboxId == null ? Optional.empty() : boxes.attached(mailboxId);
        CompletableFuture<Void> told = attached.or(() -> opened(it.capsule()).map(Known::address))
                .map(address -> mailroom.append(
                        new Arrival.Word(address, new Input.ErasedAtDesk(it.id().value(), clock.instant()), null),
                        "erased:" + it.id().value()))
                .orElse(DONE);
        return mailboxId == null ? told : told.thenCompose(done -> boxes.erase(mailboxId));
    }

    private record Known(String boundTo, ChannelAddress address, CapsuleContent content) {}

    private Optional<Known> opened(@Nullable Capsule capsule) {
        return Optional.ofNullable(capsule)
                .flatMap(BoundCapsule::unwrap)
                .flatMap(bound -> capsules.open(bound.sealed(), bound.boundTo())
                        .map(content -> new Known(
                                bound.boundTo(),
                                new ChannelAddress(
                                        new ChannelKind(content.address().kind()),
                                        content.address().address()),
                                content)));
    }
}

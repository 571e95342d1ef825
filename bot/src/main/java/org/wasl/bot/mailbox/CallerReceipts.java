package org.wasl.bot.mailbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.wasl.bot.session.ConversationKey;
import org.wasl.bot.session.ConversationNames;
import org.wasl.bot.session.IntakeTell;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.PageSealer;
import org.wasl.triage.mailbox.Receipt;
import org.wasl.triage.mailbox.ReceiptKeys;
import org.wasl.triage.seal.Bytes;

/**
 * Mints receipts for people who called or came to the desk. The digits leave this node sealed to the page that shows
 * them, are kept nowhere, and open a mailbox like any other. Asked twice it mints twice; the desk takes the first.
 */
final class CallerReceipts {

    private final Boxes boxes;
    private final ReceiptKeys receipts;
    private final ReceiptWork pool;
    private final ConversationNames names;
    private final IntakeTell tell;
    private final SecureRandom random;
    private final Clock clock;
    private final PageSealer pages = new PageSealer();

    CallerReceipts(
            Boxes boxes,
            ReceiptKeys receipts,
            ReceiptWork pool,
            ConversationNames names,
            IntakeTell tell,
            SecureRandom random,
            Clock clock) {
        this.boxes = boxes;
        this.receipts = receipts;
        this.pool = pool;
        this.names = names;
        this.tell = tell;
        this.random = random;
        this.clock = clock;
    }

    /** Nothing happens where nobody waits any more, where there is no room, or for a key nobody can hold. */
    CompletableFuture<Void> mint(DeskNotice.ReceiptAsked asked) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        boolean begun = clock.instant().isBefore(asked.until())
                && PageSealer.usable(asked.pageKey())
                && pool.offer(turnOf(asked.askId()), () -> mint(asked, done));
        return begun ? done : CompletableFuture.completedFuture(null);
    }

    private void mint(DeskNotice.ReceiptAsked asked, CompletableFuture<Void> done) {
        try {
            Receipt receipt = Receipt.mint(random);
            MailboxAddress mailbox = receipts.derive(receipt).getFirst().address();
            Bytes sealed = pages.seal(receipt, asked.askId(), asked.pageKey());
            boxes.open(mailbox.id())
                    .thenCompose(open -> tell.tell(
                            mailbox.id(),
                            new IntakeEntry.ReceiptMinted(asked.askId(), mailbox, sealed, clock.instant())))
                    .whenComplete((told, failed) -> {
                        if (failed == null) {
                            done.complete(null);
                        } else {
                            done.completeExceptionally(failed);
                        }
                    });
        } catch (RuntimeException failed) {
            done.completeExceptionally(failed);
        }
    }

    /** Each question stands in the queue by itself, like a conversation. */
    private ConversationKey turnOf(String askId) {
        return new ConversationKey(names.other("receipt-asked", askId));
    }
}

package org.wasl.bot.conversation;

import java.util.List;
import org.wasl.bot.conversation.Conversation.Mailbox;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Conversation.Receipt;
import org.wasl.triage.mailbox.MailboxKeys;

/** The receipt: minted early, shown when it is calm, read back. */
final class Receipts {

    private final Talk talk;
    private final Walk walk;
    private final Filings filings;
    private final Returns returns;

    Receipts(Talk talk, Walk walk, Filings filings, Returns returns) {
        this.talk = talk;
        this.walk = walk;
        this.filings = filings;
        this.returns = returns;
    }

    /** Mints a receipt and asks for its mailbox while the person is still answering the first questions. */
    void mint() {
        if (talk.receipt == null) {
            String digits = ReceiptNumber.mint(talk.context.entropy());
            talk.receipt = new Receipt(digits, false, null);
            talk.effects.add(new Effect.Work(new WorkRequest.DeriveReceipt(digits, true)));
        }
    }

    /** The person asks for the number: shown once something was filed and the mailbox stands. */
    void offer() {
        Receipt receipt = talk.receipt;
        String digits = receipt == null ? null : receipt.digits();
        if (receipt == null || digits == null || !talk.is(Flag.FILED) || !talk.is(Flag.RECEIPT_READY)) {
            talk.panel = null;
            String why = digits == null && receipt != null ? "receipt.gone" : "receipt.unready";
            Speech.say(talk, digits != null && talk.is(Flag.FILED) ? "receipt.later" : why);
            Speech.ask(talk);
            return;
        }
        talk.panel = Panel.RECEIPT_SHOWN;
        talk.receipt = new Receipt(digits, true, receipt.mailbox());
        Speech.receipt(talk, digits);
    }

    /** The person has it: the digits are forgotten here, in this turn. */
    void confirmed() {
        Receipt receipt = talk.receipt;
        if (receipt != null) {
            talk.receipt = new Receipt(null, true, receipt.mailbox());
        }
        talk.panel = null;
        Speech.say(talk, "receipt.good");
        if (talk.flow.step(talk.step) instanceof Step.OfferReceipt offer) {
            walk.answer(offer, List.of("show"), "");
        } else {
            Speech.ask(talk);
        }
    }

    /** Digits were typed while the number stood there. Answers whether it was dealt with. */
    boolean readBack(String text) {
        Receipt receipt = talk.receipt;
        if (talk.panel != Panel.RECEIPT_SHOWN || receipt == null || !ReceiptNumber.meant(text)) {
            return false;
        }
        if (ReceiptNumber.read(text)
                .filter(read -> read.equals(receipt.digits()))
                .isPresent()) {
            confirmed();
        } else {
            Speech.say(talk, "receipt.differs");
        }
        return true;
    }

    /** A number was typed, right or wrong. Answers whether it was dealt with. */
    boolean typed(String text) {
        if (readBack(text)) {
            return true;
        }
        boolean asked = talk.flow.steps().get(talk.step) instanceof Step.Returning;
        String digits = ReceiptNumber.read(text).orElse(null);
        if (digits == null) {
            if (ReceiptNumber.meant(text) && (asked || ReceiptNumber.near(text))) {
                if (talk.step.isEmpty()) {
                    walk.greet();
                } else {
                    Speech.say(talk, "receipt.mistyped");
                    Speech.ask(talk);
                }
                return true;
            }
            return false;
        }
        returns.look(digits);
        return true;
    }

    void worked(WorkResult result) {
        switch (result) {
            case WorkResult.ReceiptDerived derived -> {
                if (derived.minted()) {
                    minted(derived);
                } else {
                    returns.found(derived);
                }
            }
            case WorkResult.AttachmentFetched elsewhere -> {}
            case WorkResult.Failed failed -> {
                if (talk.panel == Panel.LOOKING) {
                    returns.notNow();
                }
            }
        }
    }

    private void minted(WorkResult.ReceiptDerived derived) {
        Receipt receipt = talk.receipt;
        if (receipt != null && receipt.mailbox() == null) {
            talk.receipt = new Receipt(receipt.digits(), receipt.shown(), mailbox(derived));
            filings.mailboxKnown();
        }
    }

    private static Mailbox mailbox(WorkResult.ReceiptDerived derived) {
        return ChatLock.mailbox(
                new MailboxKeys(derived.mailbox(), derived.privateReplyKey(), derived.privateSignKey()));
    }
}

package org.wasl.bot.conversation;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Filing;
import org.wasl.bot.conversation.Conversation.Mailbox;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Conversation.Receipt;
import org.wasl.triage.mailbox.Reply;

/** The receipt: minted early, shown when it is calm, read back; and coming back with it, or without. */
final class Receipts {

    private static final int ASK_ID_BYTES = 8;

    private final Talk talk;
    private final Walk walk;
    private final Filings filings;

    Receipts(Talk talk, Walk walk, Filings filings) {
        this.talk = talk;
        this.walk = walk;
        this.filings = filings;
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
        look(digits);
        return true;
    }

    private void look(String digits) {
        talk.panel = Panel.LOOKING;
        Speech.ask(talk);
        if (talk.wrongReceipts < talk.material.settings().wrongReceipts()) {
            talk.effects.add(new Effect.Work(new WorkRequest.DeriveReceipt(digits, false)));
        } else {
            unknown();
        }
    }

    /** No number: the chat itself is asked, at the same pace whether it knows anything or not. */
    void withoutNumber() {
        String ask = HexFormat.of().formatHex(talk.context.entropy().bytes(ASK_ID_BYTES));
        talk.askId = ask;
        talk.panel = Panel.LOOKING;
        Speech.ask(talk);
        talk.effects.add(new Effect.AskMark(ask));
    }

    void answered(Input.MarkAnswered answer) {
        if (!answer.askId().equals(talk.askId)) {
            return;
        }
        talk.askId = null;
        talk.panel = null;
        boolean closed = talk.is(Flag.EXIT_USED) || talk.is(Flag.SAFE_MODE);
        List<Reply> replies = closed
                ? List.of()
                : answer.reports().stream()
                        .flatMap(report -> report.replies().stream())
                        .toList();
        replies.forEach(reply -> Speech.reply(talk, reply));
        if (!closed && talk.held != null) {
            talk.resume();
            walk.to(talk.step);
        } else if (!closed && !answer.reports().isEmpty()) {
            if (replies.isEmpty()) {
                Speech.say(talk, "returning.waiting");
            }
            attach(null);
        } else {
            Speech.say(talk, "returning.nothing");
            walk.to(onward());
        }
    }

    private String onward() {
        return talk.flow.steps().get(talk.step) instanceof Step.Returning returning
                ? returning.next()
                : talk.flow.start();
    }

    void worked(WorkResult result) {
        switch (result) {
            case WorkResult.ReceiptDerived derived -> {
                if (derived.minted()) {
                    minted(derived);
                } else {
                    found(derived);
                }
            }
            case WorkResult.AttachmentFetched elsewhere -> {}
            case WorkResult.Failed failed -> {
                if (talk.panel == Panel.LOOKING) {
                    talk.panel = null;
                    Speech.say(talk, "receipt.later");
                    askOrGreet();
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

    private void found(WorkResult.ReceiptDerived derived) {
        if (talk.panel != Panel.LOOKING) {
            return;
        }
        if (!derived.known()) {
            unknown();
            return;
        }
        talk.wrongReceipts = 0;
        talk.panel = null;
        derived.replies().forEach(reply -> Speech.reply(talk, reply));
        if (derived.replies().isEmpty()) {
            Speech.say(talk, "returning.waiting");
        }
        talk.receipt = new Receipt(null, true, mailbox(derived));
        attach(talk.receipt);
    }

    private void unknown() {
        talk.wrongReceipts++;
        talk.panel = null;
        Speech.say(talk, "receipt.unknown");
        askOrGreet();
    }

    /** A number can be typed where nothing is open: before the greeting, or after the conversation rested. */
    private void askOrGreet() {
        if (talk.step.isEmpty()) {
            walk.greet();
        } else {
            Speech.ask(talk);
        }
    }

    /** From here on what is written goes to the team as it comes. */
    private void attach(@Nullable Receipt receipt) {
        talk.receipt = receipt;
        talk.flags.add(Flag.CONSENTED);
        talk.flags.remove(Flag.ONLY_ADVICE);
        if (talk.activeFiling() == null) {
            String id = HexFormat.of().formatHex(talk.context.entropy().bytes(16));
            talk.filing = new Filing(id, 0, true, false, false);
        }
        if (talk.story.isEmpty()) {
            talk.lines.clear();
        } else {
            talk.fileNow = true;
        }
        walk.to(talk.flow.answer());
    }

    private static Mailbox mailbox(WorkResult.ReceiptDerived derived) {
        return new Mailbox(
                derived.mailbox().id(),
                derived.mailbox().replyKey().toHex(),
                derived.mailbox().verifyKey().toHex(),
                derived.mailbox().pepper(),
                derived.privateReplyKey().toHex(),
                derived.privateSignKey().toHex());
    }

    /** A reply reached this chat: shown to somebody who is here, announced without a word to somebody who may not be. */
    void arrived(Reply reply) {
        if (SafeMode.waits(talk)) {
            hold(reply);
            return;
        }
        if (here()) {
            Speech.reply(talk, reply);
            return;
        }
        hold(reply);
        if (!talk.step.isEmpty()) {
            talk.rest(!talk.is(Flag.SAFE_MODE));
        }
        talk.panel = Panel.OPENER;
        talk.opened = talk.turn;
        Speech.opener(talk);
    }

    private void hold(Reply reply) {
        if (talk.waiting.stream().noneMatch(held -> held.replyId().equals(reply.replyId()))) {
            talk.waiting.add(reply);
            if (talk.waiting.size() > talk.material.settings().maxWaiting()) {
                talk.waiting.removeFirst();
            }
        }
    }

    private boolean here() {
        return !talk.step.isEmpty()
                && !talk.is(Flag.EXIT_USED)
                && talk.lastWord != null
                && talk.context
                        .now()
                        .isBefore(talk.lastWord.plus(talk.material.settings().invitation()));
    }

    /** The opener was tapped. After EXIT or in safe mode the number is asked for, as from anybody. */
    void open() {
        talk.panel = null;
        if (talk.is(Flag.EXIT_USED) || talk.waiting.isEmpty()) {
            walk.greet();
            return;
        }
        List<Reply> replies = List.copyOf(talk.waiting);
        talk.waiting.clear();
        replies.forEach(reply -> Speech.reply(talk, reply));
        if (talk.held != null) {
            talk.resume();
            walk.to(talk.step);
        } else {
            attach(talk.receipt);
        }
    }
}

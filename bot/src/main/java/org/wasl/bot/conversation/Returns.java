package org.wasl.bot.conversation;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Filing;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Conversation.Receipt;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Pin;
import org.wasl.triage.mailbox.Reply;

/**
 * Coming back: by the number from anywhere, in the same chat by the short number or by nothing, or to a neutral line
 * that said there was something to read. Whoever asks meets the same question at the same pace, case or none.
 */
final class Returns {

    private static final int ASK_ID_BYTES = 8;
    private static final int ID_BYTES = 16;

    private final Talk talk;
    private final Walk walk;
    private final Filings filings;
    private final ChatLock lock;

    Returns(Talk talk, Walk walk, Filings filings) {
        this.talk = talk;
        this.walk = walk;
        this.filings = filings;
        this.lock = new ChatLock(talk, filings);
    }

    /** The short number, where it is asked for, or the agreed word. Answers whether it was dealt with. */
    boolean typed(String text) {
        if (talk.panel == Panel.WORD) {
            word(text);
            return true;
        }
        boolean asked = talk.flow.steps().get(talk.step) instanceof Step.Returning;
        String digits = asked ? Pin.digits(text).orElse(null) : null;
        if (digits == null) {
            return false;
        }
        Secrets.forgetMessage(talk);
        ask(digits);
        return true;
    }

    /** No number: the chat itself is asked, at the same pace whether it knows anything or not. */
    void withoutNumber() {
        ask(null);
    }

    private void ask(@Nullable String pin) {
        String ask = HexFormat.of().formatHex(talk.context.entropy().bytes(ASK_ID_BYTES));
        talk.askId = ask;
        talk.reach = talk.reach.typed(pin);
        talk.panel = Panel.LOOKING;
        Speech.ask(talk);
        talk.effects.add(new Effect.AskMark(ask));
    }

    /** By the number. */
    void look(String digits) {
        talk.panel = Panel.LOOKING;
        Speech.ask(talk);
        if (talk.wrongReceipts < talk.material.settings().wrongReceipts()) {
            talk.effects.add(new Effect.Work(new WorkRequest.DeriveReceipt(digits, false)));
        } else {
            unknown();
        }
    }

    void found(WorkResult.ReceiptDerived derived) {
        if (talk.panel != Panel.LOOKING) {
            return;
        }
        if (!derived.known()) {
            unknown();
            return;
        }
        talk.wrongReceipts = 0;
        talk.reach = talk.reach.wrong(0);
        talk.waiting.clear();
        talk.panel = null;
        derived.replies().forEach(reply -> Speech.reply(talk, reply));
        if (derived.replies().isEmpty()) {
            Speech.say(talk, "returning.waiting");
        }
        attach(new Receipt(
                null,
                true,
                ChatLock.mailbox(
                        new MailboxKeys(derived.mailbox(), derived.privateReplyKey(), derived.privateSignKey()))));
    }

    private void unknown() {
        talk.wrongReceipts++;
        talk.panel = null;
        Speech.say(talk, "receipt.unknown");
        askOrGreet();
    }

    /** The number could not be looked up. */
    void notNow() {
        talk.panel = null;
        Speech.say(talk, "receipt.later");
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

    /** What this chat knows. It opens by what was typed, or by nothing where nothing guards it. */
    void answered(Input.MarkAnswered answer) {
        if (!answer.askId().equals(talk.askId)) {
            return;
        }
        String typed = talk.reach.typed();
        talk.askId = null;
        talk.panel = null;
        talk.reach = talk.reach.typed(null);
        List<Input.KnownReport> open = answer.reports().stream()
                .filter(report -> lock.opens(lock.known(report.terms()), typed))
                .toList();
        boolean goesOn = talk.held != null && lock.opens(talk.terms(), typed);
        if (goesOn || !open.isEmpty()) {
            opened(open, goesOn, typed != null);
            return;
        }
        if (typed != null) {
            lock.wrongPin(answer.reports());
        }
        Speech.say(talk, "returning.nothing");
        walk.to(onward());
    }

    private String onward() {
        return talk.flow.steps().get(talk.step) instanceof Step.Returning returning
                ? returning.next()
                : talk.flow.start();
    }

    private void opened(List<Input.KnownReport> reports, boolean goesOn, boolean proven) {
        talk.reach = talk.reach.wrong(0);
        talk.waiting.clear();
        if (!reports.isEmpty()) {
            lock.know(reports.getFirst());
        }
        List<Reply> replies =
                reports.stream().flatMap(report -> report.replies().stream()).toList();
        if (!proven && replies.stream().anyMatch(reply -> reply.codeWord() != null)) {
            replies.forEach(this::keep);
            askWord();
            return;
        }
        replies.forEach(reply -> Speech.reply(talk, reply));
        if (replies.isEmpty() && !goesOn) {
            Speech.say(talk, "returning.waiting");
        }
        goOn();
    }

    private void goOn() {
        if (talk.held != null) {
            Set<Flag> now = EnumSet.of(Flag.EXIT_USED, Flag.ANSWERED);
            now.removeIf(flag -> !talk.is(flag));
            Resting.resume(talk);
            talk.flags.addAll(now);
            walk.to(talk.step);
        } else {
            attach(talk.receipt);
        }
    }

    /** From here on what is written goes to the team as it comes. */
    private void attach(@Nullable Receipt receipt) {
        if (talk.activeFiling() == null) {
            Resting.leaveReport(talk);
        }
        talk.receipt = receipt;
        talk.flags.add(Flag.CONSENTED);
        talk.flags.remove(Flag.ONLY_ADVICE);
        if (talk.filing == null) {
            String id = HexFormat.of().formatHex(talk.context.entropy().bytes(ID_BYTES));
            talk.filing = new Filing(id, 0, true, false, false);
        }
        if (talk.story.isEmpty()) {
            talk.lines.clear();
        } else {
            talk.fileNow = true;
        }
        walk.to(talk.flow.back());
    }

    /**
     * A reply reached this chat. Somebody who is in their own conversation reads it. In a chosen window, or where a
     * conversation ended a moment ago, one neutral line says that there is something; otherwise nothing is said, and
     * the reply lies in its mailbox.
     */
    void arrived(Input.ReplyArrived arrived) {
        Reply reply = arrived.reply();
        if (live() && SafeMode.waits(talk)) {
            keep(reply);
            return;
        }
        if (live()) {
            Speech.reply(talk, reply);
            return;
        }
        ChatTerms terms = lock.known(arrived.terms());
        boolean window = lock.windows(arrived.terms()).open(talk.context.now());
        boolean justEnded = talk.step.isEmpty() && invited() && !terms.closed();
        if (!window && !justEnded) {
            return;
        }
        keep(reply);
        if (talk.panel == Panel.OPENER || talk.panel == Panel.WORD) {
            return;
        }
        if (!invited()) {
            // What was held back would stand in front of it, and belongs to a conversation that is over.
            talk.effects.add(new Effect.DropUnsent());
        }
        if (!talk.step.isEmpty()) {
            Resting.pauseHere(talk);
        }
        remember(arrived);
        talk.panel = Panel.OPENER;
        talk.opened = talk.turn;
        Speech.opener(talk);
    }

    /** A chat whose conversation was forgotten knows again what its capsule says. */
    private void remember(Input.ReplyArrived arrived) {
        if (talk.locale.isEmpty()) {
            talk.locale = arrived.terms().locale();
        }
        lock.know(new Input.KnownReport("", List.of(), arrived.terms(), arrived.mailbox()));
    }

    private void keep(Reply reply) {
        if (talk.waiting.stream().noneMatch(held -> held.replyId().equals(reply.replyId()))) {
            talk.waiting.add(reply);
            if (talk.waiting.size() > talk.material.settings().maxWaiting()) {
                talk.waiting.removeFirst();
            }
        }
    }

    /** Whether the person is in the conversation the reply is about, and spoke a moment ago. */
    private boolean live() {
        return !talk.step.isEmpty() && talk.activeFiling() != null && invited();
    }

    private boolean invited() {
        return talk.lastWord != null
                && talk.context
                        .now()
                        .isBefore(talk.lastWord.plus(talk.material.settings().invitation()));
    }

    /** The neutral line was tapped. What guards the chat guards it here too. */
    void open() {
        talk.panel = null;
        if (talk.waiting.isEmpty()) {
            walk.greet();
        } else if (talk.closed() || talk.reach.pin() != null) {
            talk.waiting.clear();
            walk.to(talk.flow.returning());
        } else if (talk.waiting.stream().anyMatch(reply -> reply.codeWord() != null)) {
            askWord();
        } else {
            showWaiting();
        }
    }

    private void askWord() {
        talk.panel = Panel.WORD;
        talk.opened = talk.turn;
        Speech.ask(talk);
    }

    private void showWaiting() {
        List<Reply> replies = List.copyOf(talk.waiting);
        talk.waiting.clear();
        replies.forEach(reply -> Speech.reply(talk, reply));
        goOn();
    }

    /** A wrong word shows nothing, like any first word to a chat that rests; staff learn of it. */
    private void word(String text) {
        String said = Folding.fold(text);
        boolean right = talk.waiting.stream()
                .map(Reply::codeWord)
                .filter(Objects::nonNull)
                .anyMatch(word -> Folding.fold(word).equals(said));
        talk.panel = null;
        if (right) {
            showWaiting();
            return;
        }
        talk.waiting.stream()
                .filter(reply -> reply.codeWord() != null)
                .findFirst()
                .ifPresent(
                        reply -> talk.effects.add(new Effect.Tell(new IntakeEntry.Doubted(reply.replyId(), talk.at))));
        talk.waiting.clear();
        talk.receipt = null;
        Endings.held(talk);
        talk.held = null;
        if (Secrets.isStory(talk, Step.Secret.Kind.WORD, text)) {
            talk.step = talk.flow.start();
            walk.keep(text, "");
            String detour = filings.settle();
            if (detour != null) {
                walk.to(detour);
                return;
            }
        }
        walk.greet();
    }
}

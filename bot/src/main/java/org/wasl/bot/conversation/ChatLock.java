package org.wasl.bot.conversation;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Mailbox;
import org.wasl.bot.conversation.Conversation.Receipt;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Pin;

/**
 * What guards a chat, as its capsule says and as this conversation knows beside it: the short number, whether it opens
 * by that alone, and the wrong ones that were tried.
 */
final class ChatLock {

    private static final int ID_BYTES = 16;

    private final Talk talk;
    private final Filings filings;

    ChatLock(Talk talk, Filings filings) {
        this.talk = talk;
        this.filings = filings;
    }

    boolean opens(ChatTerms terms, @Nullable String typed) {
        Pin pin = terms.pin();
        if (terms.wrongPins() >= talk.material.settings().wrongPins()) {
            return false;
        }
        return typed == null ? pin == null && !terms.closed() : pin != null && pin.matches(typed);
    }

    /** What the capsule says and what this conversation knows beside it: the desk may not have heard of it yet. */
    ChatTerms known(ChatTerms capsule) {
        Pin own = talk.reach.pin();
        return new ChatTerms(
                capsule.windows(),
                capsule.closed() || talk.closed(),
                capsule.codeWord(),
                capsule.locale(),
                own == null ? capsule.pin() : own,
                Math.max(capsule.wrongPins(), talk.reach.wrongPins()));
    }

    /** Counted in the capsule too, or a day's silence would give new tries. The last one ends the link for good. */
    void wrongPin(List<Input.KnownReport> reports) {
        int most = talk.material.settings().wrongPins();
        int times = talk.reach.wrongPins() + 1;
        for (Input.KnownReport report : reports) {
            ChatTerms terms = known(report.terms());
            MailboxKeys mailbox = report.mailbox();
            if (mailbox != null && terms.pin() != null) {
                int now = Math.min(terms.wrongPins() + 1, most);
                times = Math.max(times, now);
                String id = HexFormat.of().formatHex(talk.context.entropy().bytes(ID_BYTES));
                filings.contact(id, mailbox(mailbox), terms.wrong(now), now < most);
            }
        }
        talk.reach = talk.reach.wrong(Math.min(times, most));
        if (times >= most) {
            Endings.held(talk);
            talk.held = null;
            talk.flags.add(Flag.EXIT_USED);
        }
    }

    /** What the capsule kept of the chat while its conversation was forgotten. */
    void know(Input.KnownReport report) {
        ChatTerms terms = report.terms();
        if (talk.reach.pinCheck() == null && terms.pin() != null) {
            talk.reach = talk.reach.pin(terms.pin());
        }
        if (talk.reach.told() == 0) {
            talk.reach = talk.reach.windows(terms.windows().wire()).word(terms.codeWord());
        }
        if (terms.closed()) {
            talk.flags.add(Flag.EXIT_USED);
        }
        MailboxKeys keys = report.mailbox();
        if (talk.held == null) {
            talk.receipt = keys == null ? null : new Receipt(null, true, mailbox(keys));
        }
    }

    static Mailbox mailbox(MailboxKeys keys) {
        return new Mailbox(
                keys.address().id(),
                keys.address().replyKey().toHex(),
                keys.address().verifyKey().toHex(),
                keys.address().pepper(),
                keys.privateReplyKey().toHex(),
                keys.privateSignKey().toHex());
    }

    /** What this conversation told the desk is newer than what comes back from there. */
    ContactWindows windows(ChatTerms capsule) {
        return talk.reach.told() == 0 ? capsule.windows() : talk.terms().windows();
    }
}

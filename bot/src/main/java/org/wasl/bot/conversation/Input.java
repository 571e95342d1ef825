package org.wasl.bot.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.InboundContent.UnsupportedKind;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Reply;

/** What can move a conversation. {@code at} is the platform's time of a person's own word, or the time of the event. */
public sealed interface Input {

    Instant at();

    /** The person opened the chat. */
    record Started(String campaign, Instant at) implements Input {}

    /** The person wrote. */
    record Said(String text, String messageRef, Instant at) implements Input {
        @Override
        public String toString() {
            return "Said[" + text.length() + " characters, redacted]";
        }
    }

    /** The person tapped; the token as the channel gave it, to be checked. */
    record Tapped(String token, Instant at) implements Input {}

    record MediaSent(MediaKind kind, String promise, long size, String albumId, String messageRef, Instant at)
            implements Input {
        @Override
        public String toString() {
            return "MediaSent[" + kind + ", redacted]";
        }
    }

    record PlaceSent(double latitude, double longitude, Instant at) implements Input {
        @Override
        public String toString() {
            return "PlaceSent[redacted]";
        }
    }

    record Unsupported(UnsupportedKind kind, Instant at) implements Input {}

    /** The person blocked the bot. Never undoes a filing. */
    record Left(Instant at) implements Input {}

    /** The person used the page's own quick exit: EXIT, and nothing can be shown there any more. */
    record Exited(Instant at) implements Input {}

    /** A timer ran out; one set in an earlier turn than the current one may be stale. */
    record TimerFired(String name, int turn, Instant at) implements Input {}

    /**
     * A reply from staff reached this conversation.
     *
     * @param terms of the chat, as its capsule says; what the conversation knows itself is newer
     * @param mailbox it came through; {@code null} where it is not known
     */
    record ReplyArrived(
            Reply reply,
            Instant at,
            ChatTerms terms,
            @Nullable MailboxKeys mailbox) implements Input {

        public ReplyArrived(Reply reply, Instant at) {
            this(reply, at, ChatTerms.NONE, null);
        }
    }

    /** Slow work came back. */
    record Worked(WorkResult result, Instant at) implements Input {}

    /** An operator speaks until then. */
    record TakenOver(Instant until, Instant at) implements Input {}

    /** The operator's lease ended. */
    record HandedBack(Instant at) implements Input {}

    /** What {@link Effect.AskMark} found: the replies waiting and the reports of this chat; empty when there is none. */
    record MarkAnswered(String askId, List<KnownReport> reports, Instant at) implements Input {}

    /** The desk erased a report of this conversation. */
    record ErasedAtDesk(String intakeId, Instant at) implements Input {}

    /** The node was away; taps made meanwhile may be lost. */
    record CameBack(Instant at) implements Input {}

    /**
     * One report a chat knows of, found by mark.
     *
     * @param mailbox {@code null} where its capsule does not hold all of it
     */
    record KnownReport(
            String mailboxId,
            List<Reply> replies,
            ChatTerms terms,
            @Nullable MailboxKeys mailbox) {

        public KnownReport(String mailboxId, List<Reply> replies) {
            this(mailboxId, replies, ChatTerms.NONE, null);
        }
    }
}

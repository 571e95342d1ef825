package org.wasl.bot.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.intake.Line;
import org.wasl.triage.mailbox.Pin;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.report.Fact;
import org.wasl.triage.seal.Bytes;

/**
 * The state of one conversation. Facts said by buttons are not kept: they follow from the answers and the pinned flow.
 *
 * @param flow flow and revision this conversation stays on
 * @param step the question that is open; empty while the conversation rests
 * @param opened turn in which the open question was first asked; a tap from then on is good
 * @param panel what lies over the question; {@code null} for nothing
 * @param picked ticks of a multiple choice
 * @param locale empty until one was chosen
 * @param answers step to chosen option ids, in the order given
 * @param kept answers given after the one being changed, taken up again if the way still leads there
 * @param told facts said by a move rather than by an answer
 * @param story what was written, as triage reads it
 * @param lines transcript since the last filing
 * @param earlier what was filed from this chat before, so that it can still be erased
 * @param timers turn in which each running timer was set
 * @param lastTap the last tap answered, so that a second one does nothing
 * @param safeWord which of the neutral words tells the team of duress, in safe mode; {@code null} while none was told
 * @param held the conversation that was paused, behind the neutral greeting
 * @param sent what was sent beside words since the last filing
 * @param album platform's name of the album the last of them came in; {@code null} for none
 * @param reach how this chat is reached and opened; outlives the conversations in it. {@code null} for nothing chosen
 */
record Conversation(
        int version,
        String session,
        int turn,
        String flow,
        String step,
        int opened,
        @Nullable Panel panel,
        int page,
        List<String> picked,
        String locale,
        Map<String, List<String>> answers,
        Map<String, List<String>> kept,
        List<Fact> told,
        List<Fragment> story,
        List<Line> lines,
        List<Snapshot> back,
        List<Consent> consents,
        Set<Flag> flags,
        @Nullable Filing filing,
        List<Filing> earlier,
        @Nullable Receipt receipt,
        Map<String, Integer> timers,
        List<Reply> waiting,
        @Nullable String askId,
        @Nullable String lastTap,
        @Nullable Instant lastWord,
        @Nullable Instant takenUntil,
        int wrongReceipts,
        @Nullable Integer safeWord,
        @Nullable Conversation held,
        List<Sent> sent,
        @Nullable String album,
        @Nullable Reach reach)
        implements ConversationState {

    static final int VERSION = 1;

    Conversation {
        // What was stored before there were attachments has no such list.
        sent = sent == null ? List.of() : List.copyOf(sent);
    }

    /** One that rests and knows nothing. */
    static Conversation fresh(String session, String flow) {
        return new Conversation(
                VERSION, session, 0, flow, "", 0, null, 0, List.of(), "", Map.of(), Map.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), Set.of(), null, List.of(), null, Map.of(), List.of(), null, null, null,
                null, 0, null, null, List.of(), null, null);
    }

    /** What lies over the open question. */
    enum Panel {
        MORE,
        HELP,
        LANGUAGE,
        CHANGE,
        ERASE,
        STRIKE,
        TAKE_BACK,
        DECOY,
        OPENER,
        RECEIPT_SHOWN,
        LOOKING,
        /** Which governorate a place sent by the phone is in. */
        PLACE,
        /** The agreed word is asked for. */
        WORD
    }

    /**
     * How a chat is reached and opened.
     *
     * @param windows as on the wire
     * @param word agreed on with staff
     * @param pinSalt of the short number, in hex; {@code null} with {@code pinCheck} where none was set
     * @param wrongPins wrong ones tried since the right one
     * @param typed a short number that waits for the desk's answer, or for being typed once more
     * @param told what of this the desk was told last
     */
    record Reach(
            List<String> windows,
            @Nullable String word,
            @Nullable String pinSalt,
            @Nullable String pinCheck,
            int wrongPins,
            @Nullable String typed,
            int told) {

        static final Reach NONE = new Reach(List.of(), null, null, null, 0, null, 0);

        @Nullable
        Pin pin() {
            return pinSalt == null || pinCheck == null ? null : new Pin(Bytes.ofHex(pinSalt), Bytes.ofHex(pinCheck));
        }

        Reach windows(List<String> chosen) {
            return new Reach(chosen, word, pinSalt, pinCheck, wrongPins, typed, told);
        }

        Reach word(@Nullable String agreed) {
            return new Reach(windows, agreed, pinSalt, pinCheck, wrongPins, typed, told);
        }

        Reach pin(@Nullable Pin pin) {
            return new Reach(
                    windows,
                    word,
                    pin == null ? null : pin.salt().toHex(),
                    pin == null ? null : pin.check().toHex(),
                    0,
                    null,
                    told);
        }

        Reach wrong(int times) {
            return new Reach(windows, word, pinSalt, pinCheck, times, typed, told);
        }

        Reach typed(@Nullable String digits) {
            return new Reach(windows, word, pinSalt, pinCheck, wrongPins, digits, told);
        }

        Reach told(int what) {
            return new Reach(windows, word, pinSalt, pinCheck, wrongPins, typed, what);
        }

        @Override
        public String toString() {
            return "Reach[redacted]";
        }
    }

    /**
     * Something written, and the question it was written under.
     *
     * @param struck sentences taken out after they were filed: judged as ever, shown no more
     */
    record Fragment(String question, String text, List<String> struck) {

        Fragment {
            // What was stored before there was striking has no such list.
            struck = struck == null ? List.of() : List.copyOf(struck);
        }

        Fragment(String question, String text) {
            this(question, text, List.of());
        }

        Fragment striking(String sentence) {
            List<String> all = new ArrayList<>(struck);
            all.add(sentence);
            return new Fragment(question, text, all);
        }

        /** What the person may still see of it. */
        String shown() {
            String shown = text;
            for (String sentence : struck) {
                shown = shown.replace(sentence, "");
            }
            return shown.strip();
        }

        @Override
        public String toString() {
            return "Fragment[" + question + ", redacted]";
        }
    }

    /**
     * Something sent beside words, not filed yet.
     *
     * @param id as it will be known at the desk
     * @param promise by which the platform could be asked for it; never leaves this node in the open
     * @param question that was open; empty for none
     * @param withheld it is not fetched
     */
    record Sent(String id, MediaKind kind, String promise, String question, Instant at, boolean withheld) {
        @Override
        public String toString() {
            return "Sent[" + kind + ", redacted]";
        }
    }

    /** How it was before a question was answered. */
    record Snapshot(String step, Map<String, List<String>> answers, Set<Flag> flags) {
        @Override
        public String toString() {
            return "Snapshot[" + step + ", redacted]";
        }
    }

    /**
     * A report of this conversation.
     *
     * @param next sequence of the next follow-up
     * @param confirmed whether the person looked it over and sent it
     * @param mailbox of one that was left or taken back, so that it can still be erased; {@code null} while it is open
     */
    record Filing(
            String id,
            int next,
            boolean confirmed,
            boolean withdrawn,
            boolean mailboxSent,
            @Nullable Mailbox mailbox) {

        Filing(String id, int next, boolean confirmed, boolean withdrawn, boolean mailboxSent) {
            this(id, next, confirmed, withdrawn, mailboxSent, null);
        }

        Filing earlier(@Nullable Mailbox of) {
            return new Filing(id, next, confirmed, withdrawn, mailboxSent, of);
        }
    }

    /**
     * The receipt of this conversation.
     *
     * @param digits in clear only until the person confirmed to have it
     */
    record Receipt(
            @Nullable String digits,
            boolean shown,
            @Nullable Mailbox mailbox) {
        @Override
        public String toString() {
            return "Receipt[redacted]";
        }
    }

    /** Keys of a mailbox, in hex. */
    record Mailbox(
            String id, String replyKey, String verifyKey, int pepper, String privateReplyKey, String privateSignKey) {
        @Override
        public String toString() {
            return "Mailbox[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Conversation[" + session + "#" + turn + ", redacted]";
    }
}

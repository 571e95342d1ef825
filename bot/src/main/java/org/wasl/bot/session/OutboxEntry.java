package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Attachable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.OutgoingChoice;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.conversation.Effect;
import org.wasl.bot.conversation.Effect.Purpose;

/**
 * One thing to do in a chat, in the order of its conversation. Address and body are one ciphertext, bound to the
 * entry's own id, so no body can be moved to another person's address.
 *
 * @param id conversation, incarnation, revision, place in the turn; sorts in the order of sending
 * @param invitedUntil end of the invitation when the turn was taken
 * @param last belongs to the turn that ended the invitation: its own end counts, and no later turn can open it
 * @param timers those that begin when this was really sent
 */
record OutboxEntry(
        String id,
        ChannelAddress to,
        String incarnation,
        Instant invitedUntil,
        boolean last,
        Body body,
        List<StartingTimer> timers) {

    /** A timer that has not begun. */
    record StartingTimer(String name, int turn, Duration after) {}

    /** What is to be done. */
    sealed interface Body {}

    /** A message; {@code mailboxId} where it carries a reply. */
    record Message(Effect.Send send, @Nullable String mailboxId) implements Body {}

    /** Messages to delete, the bot's and the person's. */
    record Deletion(List<String> refs) implements Body {}

    private static final int VERSION = 2;

    /** Until messages said what may be sent beside words. */
    private static final int WORDS_ONLY = 1;

    boolean is(Purpose purpose) {
        return body instanceof Message message && message.send().purpose() == purpose;
    }

    OutboxEntry with(List<StartingTimer> starting) {
        return new OutboxEntry(id, to, incarnation, invitedUntil, last, body, starting);
    }

    /** What goes over the wire now, given whether anybody is on duty now. */
    static OutgoingMessage fitted(String id, Effect.Send send, boolean somebody) {
        String nobody = send.textWhenNobody();
        String text = somebody || nobody == null ? send.text() : nobody;
        List<OutgoingChoice> choices = send.choices().stream()
                .map(choice -> new OutgoingChoice(choice.token(), choice.label()))
                .toList();
        boolean leftToRight = send.locale().equals("en") || send.locale().endsWith("Latn");
        return new OutgoingMessage(
                id,
                text,
                choices,
                send.silent(),
                send.protectedContent(),
                leftToRight ? "ltr" : "rtl",
                send.locale(),
                send.attachable());
    }

    byte[] sealed(DraftSeal seal) {
        return seal.seal(write(), "outbox", id);
    }

    /** Throws {@link IllegalArgumentException} when it does not open. */
    static OutboxEntry open(String id, byte[] sealed, DraftSeal seal) {
        byte[] plain = seal.open(sealed, "outbox", id)
                .orElseThrow(() -> new IllegalArgumentException("outbox entry does not open"));
        return read(id, plain);
    }

    private byte[] write() {
        PackedWriter out = new PackedWriter().tag(VERSION);
        ArrivalForm.address(out, to);
        out.text(incarnation).instant(invitedUntil).flag(last);
        switch (body) {
            case Deletion deletion -> out.tag(1).list(deletion.refs(), PackedWriter::text);
            case Message message -> {
                Effect.Send send = message.send();
                out.tag(0).text(send.text()).maybe(send.textWhenNobody());
                out.list(send.choices(), (o, choice) -> o.text(choice.token()).text(choice.label()));
                out.text(send.purpose().name()).flag(send.silent()).flag(send.protectedContent());
                out.text(send.locale()).maybe(send.replyId());
                Duration deleteAfter = send.deleteAfter();
                out.number(deleteAfter == null ? -1 : deleteAfter.toMillis()).maybe(message.mailboxId());
                out.small(send.attachable().ordinal());
            }
        }
        out.list(
                timers,
                (o, timer) -> o.text(timer.name())
                        .small(timer.turn())
                        .number(timer.after().toMillis()));
        return out.toBytes();
    }

    private static OutboxEntry read(String id, byte[] plain) {
        PackedReader in = new PackedReader(plain);
        int version = in.tag();
        if (version != VERSION && version != WORDS_ONLY) {
            throw in.unknown("version");
        }
        ChannelAddress to = ArrivalForm.address(in);
        String incarnation = in.text();
        Instant invitedUntil = in.instant();
        boolean last = in.flag();
        Body body = in.tag() == 1 ? new Deletion(in.list(PackedReader::text)) : message(in, version);
        List<StartingTimer> timers =
                in.list(i -> new StartingTimer(i.text(), i.small(), Duration.ofMillis(i.number())));
        return new OutboxEntry(id, to, incarnation, invitedUntil, last, body, timers);
    }

    private static Message message(PackedReader in, int version) {
        String text = in.text();
        String nobody = in.maybe();
        List<Effect.Choice> choices = in.list(i -> new Effect.Choice(i.text(), i.text()));
        Purpose purpose = Purpose.valueOf(in.text());
        boolean silent = in.flag();
        boolean guarded = in.flag();
        String locale = in.text();
        String replyId = in.maybe();
        long after = in.number();
        Duration deleteAfter = after < 0 ? null : Duration.ofMillis(after);
        Effect.Send send =
                new Effect.Send(text, nobody, choices, purpose, silent, guarded, locale, replyId, deleteAfter);
        String mailboxId = in.maybe();
        return new Message(version == WORDS_ONLY ? send : send.offering(attachable(in)), mailboxId);
    }

    private static Attachable attachable(PackedReader in) {
        Attachable[] all = Attachable.values();
        int place = in.small();
        if (place < 0 || place >= all.length) {
            throw in.unknown("attachable");
        }
        return all[place];
    }

    @Override
    public String toString() {
        return "OutboxEntry[" + id + ", redacted]";
    }
}

package org.wasl.bot.session;

import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Pin;
import org.wasl.triage.seal.Bytes;

/** Stored form of what a capsule said about a chat, inside an arrival. */
final class TermsForm {

    private TermsForm() {}

    static void write(PackedWriter out, ChatTerms terms) {
        out.list(terms.windows().wire(), PackedWriter::text)
                .flag(terms.closed())
                .maybe(terms.codeWord())
                .text(terms.locale());
        Pin pin = terms.pin();
        out.flag(pin != null);
        if (pin != null) {
            out.block(pin.salt().toArray()).block(pin.check().toArray());
        }
        out.small(terms.wrongPins());
    }

    static ChatTerms read(PackedReader in) {
        ContactWindows windows = ContactWindows.read(in.list(PackedReader::text));
        boolean closed = in.flag();
        String codeWord = in.maybe();
        String locale = in.text();
        Pin pin = in.flag() ? new Pin(bytes(in), bytes(in)) : null;
        return new ChatTerms(windows, closed, codeWord, locale, pin, in.small());
    }

    static void writeKeys(PackedWriter out, @Nullable MailboxKeys keys) {
        out.flag(keys != null);
        if (keys != null) {
            MailboxAddress address = keys.address();
            out.text(address.id())
                    .block(address.replyKey().toArray())
                    .block(address.verifyKey().toArray())
                    .small(address.pepper())
                    .block(keys.privateReplyKey().toArray())
                    .block(keys.privateSignKey().toArray());
        }
    }

    static @Nullable MailboxKeys readKeys(PackedReader in) {
        if (!in.flag()) {
            return null;
        }
        MailboxAddress address = new MailboxAddress(in.text(), bytes(in), bytes(in), in.small());
        return new MailboxKeys(address, bytes(in), bytes(in));
    }

    private static Bytes bytes(PackedReader in) {
        return Bytes.copyOf(in.block());
    }
}

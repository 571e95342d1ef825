package org.wasl.triage.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.intake.Limits;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.MalformedBytes;

/**
 * How one chat may be spoken to and opened once its conversation was forgotten. Travels inside the capsule: the bot
 * believes its own seal and nobody else's word.
 *
 * @param windows when a neutral line may arrive
 * @param closed EXIT, duress or safe mode was used: the chat opens by its short number or the receipt only
 * @param codeWord agreed on with the person; asked for before a reply opens; {@code null} for none
 * @param locale of the neutral line; empty for the usual one
 * @param pin the short number; {@code null} when none was set
 * @param wrongPins how often a wrong one was tried since the right one
 */
public record ChatTerms(
        ContactWindows windows,
        boolean closed,
        @Nullable String codeWord,
        String locale,
        @Nullable Pin pin,
        int wrongPins) {

    public static final ChatTerms NONE = new ChatTerms(ContactWindows.NONE, false, null, "", null, 0);

    private static final int MOST_WRONG = 1_000;

    public ChatTerms wrong(int times) {
        return new ChatTerms(windows, closed, codeWord, locale, pin, Math.min(times, MOST_WRONG));
    }

    void write(BytesWriter out) {
        out.list(windows.wire(), Limits.WINDOWS, (to, window) -> to.text(window, Limits.CODE));
        out.flag(closed)
                .optional(codeWord, (to, word) -> to.text(word, Limits.CODE))
                .text(locale, Limits.CODE);
        Pin.write(out, pin);
        out.number(wrongPins);
    }

    static ChatTerms read(BytesReader in) {
        List<String> windows = in.list(Limits.WINDOWS, from -> from.text(Limits.CODE));
        boolean closed = in.flag();
        String codeWord = in.optional(from -> from.text(Limits.CODE));
        String locale = in.text(Limits.CODE);
        try {
            return new ChatTerms(
                    ContactWindows.read(windows), closed, codeWord, locale, Pin.read(in), in.number(0, MOST_WRONG));
        } catch (IllegalArgumentException malformed) {
            throw new MalformedBytes("chat terms");
        }
    }

    @Override
    public String toString() {
        return "ChatTerms[redacted]";
    }
}

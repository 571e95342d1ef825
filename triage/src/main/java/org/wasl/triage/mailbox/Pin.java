package org.wasl.triage.mailbox;

import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;

/**
 * Tells the right short number from a wrong one without holding it: four to six digits a person may set so that their
 * chat opens to nobody else.
 *
 * <p>A million numbers are tried in a second by whoever has this record, so it is worth what the seal around it is
 * worth: it stands inside a capsule or a sealed state only, where the reply key it guards stands in clear beside it. What
 * it protects against is a person with the phone in their hand, and there the number of tries does.
 *
 * @param salt at random, so that equal numbers do not look alike
 */
public record Pin(Bytes salt, Bytes check) {

    public static final int SHORTEST = 4;
    public static final int LONGEST = 6;
    public static final int SALT = 16;

    private static final int CHECK = 32;
    private static final int LONGEST_TYPED = 40;

    public Pin {
        if (salt.size() != SALT || check.size() != CHECK) {
            throw new IllegalArgumentException("pin: malformed (expected: 16 and 32 bytes)");
        }
    }

    /** @param digits as {@link #digits} reads them */
    public static Pin of(String digits, Bytes salt) {
        return new Pin(salt, check(digits, salt));
    }

    /** Four to six digits in any digit script, with spaces between them or none. Empty for anything else. */
    public static Optional<String> digits(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int character : typed.codePoints().toArray()) {
            if (Character.isDigit(character)) {
                digits.append((char) ('0' + Character.digit(character, 10)));
            } else if (!Character.isSpaceChar(character) && Character.getType(character) != Character.FORMAT) {
                return Optional.empty();
            }
        }
        return digits.length() < SHORTEST || digits.length() > LONGEST
                ? Optional.empty()
                : Optional.of(digits.toString());
    }

    public boolean matches(String digits) {
        return MessageDigest.isEqual(check(digits, salt).toArray(), check.toArray());
    }

    private static Bytes check(String digits, Bytes salt) {
        return Derivation.expand(
                new BytesWriter().bytes(salt, SALT).text(digits, LONGEST).written(), "pin", CHECK);
    }

    static void write(BytesWriter out, @Nullable Pin pin) {
        out.optional(pin, (to, one) -> to.bytes(one.salt(), SALT).bytes(one.check(), CHECK));
    }

    static @Nullable Pin read(BytesReader in) {
        return in.optional(from -> new Pin(from.bytes(SALT), from.bytes(CHECK)));
    }

    @Override
    public String toString() {
        return "Pin[redacted]";
    }
}

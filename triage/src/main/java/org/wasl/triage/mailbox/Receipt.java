package org.wasl.triage.mailbox;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * The secret a citizen keeps to come back: 18 random digits (59.8 bits) and two check digits by ISO 7064 MOD 97-10,
 * which catch every single wrong digit and every swap of two. Never printed by accident.
 */
public record Receipt(String digits) {

    public static final int LENGTH = 20;

    private static final int RANDOM_DIGITS = 18;
    private static final int GROUP = 4;

    /** Far more than twenty digits with separators need; longer text is a story, not a number. */
    private static final int LONGEST_TYPED = 200;

    public Receipt {
        if (digits.length() != LENGTH || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("receipt: malformed (expected: 20 digits)");
        }
        if (!checks(digits)) {
            throw new IllegalArgumentException("receipt: check digits do not fit");
        }
    }

    /** A new one. */
    public static Receipt mint(SecureRandom random) {
        StringBuilder digits = new StringBuilder(LENGTH);
        for (int at = 0; at < RANDOM_DIGITS; at++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return of18(digits.toString());
    }

    /**
     * As a person types it: any digit script, with or without separators, with the invisible marks that chats and
     * keyboards add. Empty for anything else, and when the check digits do not fit.
     */
    public static Optional<Receipt> parse(String typed) {
        return typedDigits(typed).filter(Receipt::checks).map(Receipt::new);
    }

    /** Whether it is twenty digits at all: a slip of the finger in a receipt, not something else. */
    public static boolean looksLikeOne(String typed) {
        return typedDigits(typed).isPresent();
    }

    /** Groups of four, separated by single spaces; isolation from right-to-left text is the reader's catalogue's part. */
    public String formatted() {
        StringBuilder grouped = new StringBuilder();
        for (int at = 0; at < LENGTH; at += GROUP) {
            grouped.append(at == 0 ? "" : " ").append(digits, at, at + GROUP);
        }
        return grouped.toString();
    }

    @Override
    public String toString() {
        return "Receipt[redacted]";
    }

    static Receipt of18(String digits) {
        return new Receipt(digits + checkDigits(digits));
    }

    private static String checkDigits(String digits) {
        int check = 98 - remainder(digits + "00");
        return "" + check / 10 + check % 10;
    }

    private static boolean checks(String digits) {
        return digits.endsWith(checkDigits(digits.substring(0, RANDOM_DIGITS)));
    }

    private static int remainder(String digits) {
        int remainder = 0;
        for (int at = 0; at < digits.length(); at++) {
            remainder = (remainder * 10 + (digits.charAt(at) - '0')) % 97;
        }
        return remainder;
    }

    private static Optional<String> typedDigits(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder(LENGTH);
        for (int character : typed.codePoints().toArray()) {
            int digit = Character.isDigit(character) ? Character.digit(character, 10) : -1;
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (!separates(character)) {
                return Optional.empty();
            }
        }
        return digits.length() == LENGTH ? Optional.of(digits.toString()) : Optional.empty();
    }

    /** Spaces, dashes, dots, commas, slashes, underscores, and characters without a glyph of their own. */
    private static boolean separates(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> ".,:;/|*'\u060C\u061B\u066B\u066C\u00B7\u2022\u0640\u2212\uFE0F\u20E3".indexOf(character) >= 0;
        };
    }
}

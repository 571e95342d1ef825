package org.wasl.admin.casework;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What staff call a case: eight random digits and two check digits, {@code 4839-2175-62}. Not sequential, so it tells
 * neither how many cases there are nor which came first.
 *
 * <p>The check digits are ISO 7064 MOD 97-10: one wrong digit or two swapped ones name no case at all.
 */
public record CaseNumber(String value) {
    private static final int RANDOM = 100_000_000;
    private static final int MODULUS = 97;
    private static final Pattern WRITTEN =
            Pattern.compile("(?<!\\p{Nd})\\p{Nd}{4}[- ]?\\p{Nd}{4}[- ]?\\p{Nd}{2}(?!\\p{Nd})");

    public CaseNumber {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException(
                    "case number: " + value.length() + " characters (expected: dddd-dddd-cc with right check digits)");
        }
    }

    /** A number nobody has had yet, as far as chance goes; the store has the last word. */
    static CaseNumber random(SecureRandom random) {
        int digits = random.nextInt(RANDOM);
        return new CaseNumber(format(digits * 100L + check(digits)));
    }

    /** Reads a number as staff type it: with or without dashes or spaces, in Latin, Arabic or Persian digits. */
    public static Optional<CaseNumber> read(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if (c != '-' && !Character.isWhitespace(c)) {
                return Optional.empty();
            }
        }
        if (digits.length() != 10) {
            return Optional.empty();
        }
        String formatted = format(Long.parseLong(digits.toString()));
        return wellFormed(formatted) ? Optional.of(new CaseNumber(formatted)) : Optional.empty();
    }

    /** Every number that stands in somebody's words, in Latin, Arabic or Persian digits. */
    public static Set<CaseNumber> in(String words) {
        return WRITTEN.matcher(words)
                .results()
                .flatMap(found -> read(found.group()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String format(long tenDigits) {
        String digits = String.format(java.util.Locale.ROOT, "%010d", tenDigits);
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
    }

    private static long check(long eightDigits) {
        return (MODULUS + 1 - eightDigits * 100 % MODULUS) % MODULUS;
    }

    private static boolean wellFormed(String value) {
        if (!value.matches("[0-9]{4}-[0-9]{4}-[0-9]{2}")) {
            return false;
        }
        long all = Long.parseLong(value.replace("-", ""));
        return all % 100 < MODULUS && all % MODULUS == 1;
    }

    @Override
    public String toString() {
        return value;
    }
}

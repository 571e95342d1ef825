package org.wasl.admin.partner;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A passphrase for one file: six groups of four signs out of 28, 115 bits. The format's own stretching of passphrases is
 * weak (1,000 rounds), so that a chosen one would be guessed; this one is not, and it goes another way than the file.
 */
final class Passphrase {
    /** No vowels and nothing that looks like another sign: read aloud and typed by hand. */
    private static final String SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ";

    private static final int GROUPS = 6;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("([" + SIGNS + "]{4}-){5}[" + SIGNS + "]{4}");

    private Passphrase() {}

    static String make(SecureRandom random) {
        List<String> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            StringBuilder signs = new StringBuilder();
            for (int sign = 0; sign < GROUP; sign++) {
                signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            groups.add(signs.toString());
        }
        return String.join("-", groups);
    }

    /** Whether it can be one that was made here; none that somebody chose. */
    static boolean made(String passphrase) {
        return FORM.matcher(passphrase).matches();
    }
}

package org.wasl.admin.officer;

/**
 * The notice of professional secrecy on the page where staff sign in, article 437 of the Penal Code. Whoever signs in
 * does so under it: its version stands in the chain beside each sign-in. Other words are another version.
 */
final class Notice {
    static final String KEY = "sign-in.law";

    /** Goes up with any change of the words in any language; a test holds both together. */
    static final String VERSION = "art-437/1";

    private Notice() {}
}

package org.wasl.triage.evidence;

/** Digits of every script as ASCII: people type the three that stand on their keyboards, and paste others. */
final class Digits {

    private Digits() {}

    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }
}

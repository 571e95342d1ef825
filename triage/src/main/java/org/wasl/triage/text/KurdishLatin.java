package org.wasl.triage.text;

/**
 * Writes Kurdish of the Arabic script in the Latin alphabet of Hawar, letter by letter. What the Arabic script does not
 * write (the short i) is missing, and w/u and y/\u00EE are told apart by their neighbours only: good enough to learn what
 * such spelling looks like, not to read aloud.
 */
final class KurdishLatin {

    private static final String VOWELS = "\u0627\u06D5\u06CE\u06C6";

    private KurdishLatin() {}

    static String of(String arabic) {
        StringBuilder latin = new StringBuilder(arabic.length());
        for (int at = 0; at < arabic.length(); at++) {
            char letter = arabic.charAt(at);
            boolean beside = besideVowel(arabic, at);
            switch (letter) {
                case '\u0648' -> {
                    boolean twice = at + 1 < arabic.length() && arabic.charAt(at + 1) == letter;
                    latin.append(twice ? "\u00FB" : beside ? "w" : "u");
                    at += twice ? 1 : 0;
                }
                case '\u06CC', '\u064A' -> latin.append(beside ? "y" : "\u00EE");
                default -> latin.append(letter(letter));
            }
        }
        return latin.toString();
    }

    private static boolean besideVowel(String word, int at) {
        return (at > 0 && VOWELS.indexOf(word.charAt(at - 1)) >= 0)
                || (at + 1 < word.length() && VOWELS.indexOf(word.charAt(at + 1)) >= 0)
                || at == 0
                || word.charAt(at - 1) == ' ';
    }

    private static String letter(char letter) {
        return switch (letter) {
            case '\u0626', '\u0639', '\u0621' -> "";
            case '\u0627' -> "a";
            case '\u06D5', '\u0647' -> letter == '\u0647' ? "h" : "e";
            case '\u06CE' -> "\u00EA";
            case '\u06C6' -> "o";
            case '\u0628' -> "b";
            case '\u067E' -> "p";
            case '\u062A', '\u0637' -> "t";
            case '\u062C' -> "c";
            case '\u0686' -> "\u00E7";
            case '\u062D' -> "h";
            case '\u062E', '\u063A' -> "x";
            case '\u062F' -> "d";
            case '\u0631', '\u0695' -> "r";
            case '\u0632', '\u0630', '\u0638', '\u0636' -> "z";
            case '\u0698' -> "j";
            case '\u0633', '\u0635', '\u062B' -> "s";
            case '\u0634' -> "\u015F";
            case '\u0641' -> "f";
            case '\u06A4' -> "v";
            case '\u0642' -> "q";
            case '\u06A9', '\u0643' -> "k";
            case '\u06AF' -> "g";
            case '\u0644', '\u06B5' -> "l";
            case '\u0645' -> "m";
            case '\u0646' -> "n";
            default -> String.valueOf(letter);
        };
    }
}

package org.wasl.triage.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The consonants of an Arabic word, as Arabic letters spell it or as Latin letters and digits do. Writers of Arabizi
 * leave vowels to the reader and have one key for several letters, so the skeleton is coarse; it is only to be trusted
 * for longer words, in a text known to be Arabizi.
 */
public final class Skeleton {

    /** Shorter ones are too many words at once. */
    public static final int SHORTEST = 3;

    private Skeleton() {}

    /** Of a folded word in Arabic letters. */
    public static String ofArabic(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        for (int at = 0; at < folded.length(); at++) {
            char unit = folded.charAt(at);
            char coarse = coarse(unit);
            boolean weak = unit == '\u0627' || ((unit == '\u0648' || unit == '\u064A') && at > 0);
            boolean silent = unit == '\u0647' && at == folded.length() - 1;
            if (!weak && !silent) {
                append(out, coarse);
            }
        }
        return out.toString();
    }

    /** Of a light word in Latin letters and digits: one or more readings. */
    static List<String> ofLatin(String word) {
        List<String> readings = new ArrayList<>(2);
        add(read(word, '\u0643', false), readings);
        if (word.indexOf('9') >= 0) {
            add(read(word, '\u0633', false), readings);
        }
        if (!word.isEmpty() && (word.charAt(0) == 'e' || word.charAt(0) == 'i')) {
            add(read(word, '\u0643', true), readings);
        }
        return List.copyOf(readings);
    }

    private static void add(String reading, List<String> readings) {
        if (reading.length() >= SHORTEST && !readings.contains(reading)) {
            readings.add(reading);
        }
    }

    private static String read(String word, char nine, boolean vowelIsYeh) {
        StringBuilder out = new StringBuilder(word.length());
        if (vowelIsYeh) {
            out.append('\u064A');
        }
        int at = 0;
        while (at < word.length()) {
            char unit = word.charAt(at);
            char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
            char pair = pair(unit, next);
            if (pair != 0) {
                append(out, pair);
                at += 2;
            } else {
                char single = unit == '9' ? nine : single(unit, at == 0);
                boolean silent = unit == 'h' && at == word.length() - 1;
                if (single != 0 && !silent) {
                    append(out, single);
                }
                at++;
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char unit) {
        if (out.length() == 0 || out.charAt(out.length() - 1) != unit) {
            out.append(unit);
        }
    }

    private static char pair(char unit, char next) {
        if (next == '\'') {
            return switch (unit) {
                case '3' -> '\u063A';
                case '6', '9' -> '\u062F';
                case '7' -> '\u062E';
                default -> 0;
            };
        }
        if (next != 'h') {
            return 0;
        }
        return switch (unit) {
            case 'g' -> '\u063A';
            case 'k' -> '\u062E';
            case 's' -> '\u0634';
            case 'c' -> '\u062C';
            case 't' -> '\u062A';
            case 'd' -> '\u062F';
            default -> 0;
        };
    }

    private static char single(char unit, boolean first) {
        return switch (unit) {
            case 'b', 'p' -> '\u0628';
            case 't', '6' -> '\u062A';
            case 'j' -> '\u062C';
            case '7', 'h' -> '\u0647';
            case '5', 'x' -> '\u062E';
            case 'd' -> '\u062F';
            case 'r' -> '\u0631';
            case 'z' -> '\u0632';
            case 's' -> '\u0633';
            case '3' -> '\u0639';
            case 'f', 'v' -> '\u0641';
            case 'q', 'k', 'g', '8', 'c' -> '\u0643';
            case '4' -> '\u0634';
            case 'l' -> '\u0644';
            case 'm' -> '\u0645';
            case 'n' -> '\u0646';
            case 'w' -> first ? '\u0648' : 0;
            case 'y' -> first ? '\u064A' : 0;
            default -> 0;
        };
    }

    private static char coarse(char unit) {
        return switch (unit) {
            case '\u0637', '\u062B' -> '\u062A';
            case '\u0635' -> '\u0633';
            case '\u0636', '\u0638', '\u0630' -> '\u062F';
            case '\u0642' -> '\u0643';
            case '\u062D' -> '\u0647';
            default -> unit;
        };
    }
}

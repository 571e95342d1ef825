package org.wasl.triage.text;

import java.text.Normalizer;

/**
 * Turns text as people type it into two keys, both mapped back to the raw text.
 *
 * <p><b>Light</b> (K1) is true to the script: compatibility forms resolved, invisible characters, tatweel and vowel
 * marks gone, digits and punctuation in one form. It is what language identification and explanations read.
 * <b>Folded</b> (K2) merges what keyboards and habits confuse: see {@link Fold}. Lexicons match on it.
 *
 * <p>Lucene's ArabicNormalizer and SoraniNormalizer are not used: they turn the same letter in opposite directions
 * (Arabic yeh against Farsi yeh), leave the joiners and inner heh that real Sorani is typed with, and keep no offsets.
 *
 * <p>Both keys are idempotent, linear in the text, and made without regard to the default locale. Any input is
 * accepted, lone surrogates included.
 */
public final class Normaliser {

    /** Characters read at most; a report cannot be longer, what is pasted can. */
    public static final int LONGEST = 20_000;

    /** Compatibility forms can hold further ones; no real text needs more rounds. */
    private static final int MOST_ROUNDS = 4;

    /** Marks on one letter beyond this are left out: they are decoration, and composing them is not linear. */
    private static final int MOST_MARKS = 8;

    private static final int FIRST_PICTURE = 0x1F300;
    private static final int LAST_PICTURE = 0x1FAFF;

    /** Latin, Greek, Cyrillic, Hebrew and Arabic letters: what composing leaves alone. */
    private static final boolean[] PLAIN = new boolean[0x700];

    /** And of those what cleaning leaves alone too: most of most texts. */
    private static final boolean[] SETTLED = new boolean[PLAIN.length];

    static {
        for (char unit = 0; unit < PLAIN.length; unit++) {
            String alone = String.valueOf(unit);
            PLAIN[unit] = Normalizer.normalize(alone, Normalizer.Form.NFKC).equals(alone);
            SETTLED[unit] = PLAIN[unit] && !isMark(unit) && Letters.isClean(unit);
        }
    }

    private Normaliser() {}

    /** The light key of at most {@link #LONGEST} characters. */
    public static MappedText light(String raw) {
        MappedText before = MappedText.raw(cut(raw));
        if (isSettled(before)) {
            return before;
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            MappedText after = Letters.clean(compose(before));
            if (isSettled(after) || after.text().equals(before.text())) {
                return after;
            }
            before = after;
        }
        return before;
    }

    /** The folded key of a light one. */
    public static MappedText folded(MappedText light) {
        return Fold.text(light);
    }

    /** The folded key of one word, as lexicons are folded. */
    public static String foldedWord(String word) {
        return Fold.word(light(word).text());
    }

    /** How many characters of a text are read: all, or as many as fit without cutting one in two. */
    public static int read(String raw) {
        if (!isCut(raw)) {
            return raw.length();
        }
        return Character.isHighSurrogate(raw.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    static boolean isCut(String raw) {
        return raw.length() > LONGEST;
    }

    private static String cut(String raw) {
        return isCut(raw) ? raw.substring(0, read(raw)) : raw;
    }

    /** NFKC letter by letter: a base and its marks become what they compose to, all pointing to the same raw span. */
    private static MappedText compose(MappedText in) {
        MappedText.Builder out = new MappedText.Builder(in.length());
        int at = 0;
        while (at < in.length()) {
            int point = Character.codePointAt(in, at);
            int end = at + Character.charCount(point);
            int marks = 0;
            int kept = end;
            while (end < in.length() && isMark(Character.codePointAt(in, end))) {
                end += Character.charCount(Character.codePointAt(in, end));
                marks++;
                if (marks <= MOST_MARKS) {
                    kept = end;
                }
            }
            if (marks == 0 && isPlain(point)) {
                for (int unit = at; unit < end; unit++) {
                    out.add(in.charAt(unit), in.rawStart(at), in.rawEnd(end - 1));
                }
            } else {
                String whole = Normalizer.normalize(in.subSequence(at, kept), Normalizer.Form.NFKC);
                for (int unit = 0; unit < whole.length(); unit++) {
                    out.add(whole.charAt(unit), in.rawStart(at), in.rawEnd(end - 1));
                }
            }
            at = end;
        }
        return out.build();
    }

    private static boolean isMark(int point) {
        if (point < 0x300) {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** What NFKC leaves alone if no mark follows. */
    private static boolean isPlain(int point) {
        return point < PLAIN.length ? PLAIN[point] : isPicture(point);
    }

    /** Emoji: pictures that stand for themselves. */
    private static boolean isPicture(int point) {
        return point >= FIRST_PICTURE && point <= LAST_PICTURE;
    }

    /** Whether another round would change nothing; may say no of a text that stays. */
    private static boolean isSettled(MappedText text) {
        int at = 0;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit < SETTLED.length ? !SETTLED[unit] : !isPicture(Character.codePointAt(text, at))) {
                return false;
            }
            at += unit < SETTLED.length ? 1 : 2;
        }
        return true;
    }
}

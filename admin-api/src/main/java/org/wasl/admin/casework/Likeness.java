package org.wasl.admin.casework;

import java.util.ArrayList;
import java.util.List;
import org.wasl.triage.text.NormalText;
import org.wasl.triage.text.Token;

/**
 * A key by which texts alike are told without keeping the texts side by side: a 64-bit similarity hash (Charikar 2002)
 * over runs of three folded words. Copies of one text, with a name or a number exchanged, differ in few bits.
 *
 * <p>It is derived from content, so it stands in the hot set only and never outside a seal.
 */
final class Likeness {
    /** A text this short is like too many others: it has no key. */
    static final int FEWEST_WORDS = 6;

    /** So many bits apart and fewer is "alike". Of copies of forty words with two exchanged nineteen in twenty are found, of other texts none. */
    public static final int ALIKE = 16;

    /** Characters read of a text: what a flood copies shows early, and twenty thousand texts are read at every start. */
    private static final int READ = 500;

    private static final int RUN = 3;
    private static final int BITS = 64;

    private Likeness() {}

    /** The key of a text; 0 for one too short to be compared. */
    public static long of(String text) {
        List<String> words = words(text);
        if (words.size() < FEWEST_WORDS) {
            return 0;
        }
        int[] votes = new int[BITS];
        for (int at = 0; at + RUN <= words.size(); at++) {
            long hash = hash(String.join(" ", words.subList(at, at + RUN)));
            for (int bit = 0; bit < BITS; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long key = 0;
        for (int bit = 0; bit < BITS; bit++) {
            key |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return key == 0 ? 1 : key;
    }

    /** Whether two keys are of texts alike. What has no key is like nothing. */
    public static boolean alike(long one, long other) {
        return one != 0 && other != 0 && Long.bitCount(one ^ other) <= ALIKE;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (List<Token> sentence :
                NormalText.of(text.substring(0, Math.min(READ, text.length()))).sentences()) {
            for (Token token : sentence) {
                if (token.kind() == Token.Kind.WORD) {
                    words.add(token.folded());
                }
            }
        }
        return words;
    }

    /** FNV-1a with a finish that spreads every bit: quick, and nothing hangs on its being hard to invert. */
    private static long hash(String run) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < run.length(); at++) {
            hash = (hash ^ run.charAt(at)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }
}

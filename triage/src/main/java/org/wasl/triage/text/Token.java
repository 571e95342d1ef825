package org.wasl.triage.text;

import java.util.List;

/**
 * One word, number, laugh or emoji of a text.
 *
 * @param light as written, in the light key
 * @param folded as lexicons see it
 * @param skeletons the Arabic consonants a word in Latin letters may stand for; empty for other scripts
 * @param start first unit in the raw text
 * @param end one past the last unit in the raw text
 */
public record Token(Kind kind, String light, String folded, List<String> skeletons, int start, int end) {

    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        LAUGH,
        EMOJI
    }

    @Override
    public String toString() {
        return "Token[" + kind + " " + start + ".." + end + ", redacted]";
    }
}

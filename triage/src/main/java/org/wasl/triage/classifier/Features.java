package org.wasl.triage.classifier;

import java.util.BitSet;
import java.util.List;
import org.wasl.triage.concept.Concepts;
import org.wasl.triage.text.Token;

/**
 * What a sentence is made of, for learning and for reading alike: pieces of words, words, pairs of words, consonants.
 * The work is linear in the words: what grows with pairs is limited.
 */
final class Features {

    /** Changes whenever other features come out of the same text: a model of another version is stale. */
    static final int VERSION = 4;

    static final int SHORTEST_PIECE = 2;
    static final int LONGEST_PIECE = 5;

    /** A word is read up to here; no real word is longer. */
    private static final int LONGEST_WORD = 24;

    /** So many concepts of a sentence are paired: the pairs grow with the square. */
    private static final int MOST_CONCEPTS = 24;

    private static final char EDGE = '_';

    private static final Concepts CONCEPTS = Concepts.ofClassPath();

    /** What a feature is of. The letter keeps equal strings of two kinds apart. */
    enum Kind {
        PIECE('g'),
        WORD('w'),
        PAIR('b'),
        CONSONANTS('s'),
        CONSONANT_PAIR('t'),
        CONSONANT_PIECE('h'),
        LENGTH('l'),
        CONCEPT('K'),
        CONCEPT_PAIR('P');

        final char letter;

        /** Whether it says nothing of single words. */
        boolean ofWholeSentence() {
            return this == LENGTH || this == CONCEPT_PAIR;
        }

        Kind(char letter) {
            this.letter = letter;
        }
    }

    /** Takes features as they come. The characters are only valid during the call. */
    interface Sink {
        /**
         * @param first index of the first token it is made of
         * @param last index of the last token it is made of
         */
        void feature(Kind kind, CharSequence text, int from, int to, int first, int last);
    }

    private final Sink sink;
    private final StringBuilder scratch = new StringBuilder();
    private final StringBuilder pieces = new StringBuilder();

    Features(Sink sink) {
        this.sink = sink;
    }

    void of(List<Token> tokens) {
        whole(Kind.LENGTH, length(tokens.size()), 0, tokens.size() - 1);
        String[] words = new String[tokens.size()];
        String[] bare = new String[tokens.size()];
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            words[at] = word(token);
            bare[at] = consonants(token);
            word(token, words[at], bare[at], at);
        }
        pairs(Kind.PAIR, words);
        pairs(Kind.CONSONANT_PAIR, bare);
        concepts(tokens);
    }

    /** What the sentence is about, in whatever language, and every two things it is about at once. */
    private void concepts(List<Token> tokens) {
        BitSet about = new BitSet();
        for (int at = 0; at < tokens.size(); at++) {
            for (int concept : CONCEPTS.of(tokens.get(at))) {
                whole(Kind.CONCEPT, CONCEPTS.names().get(concept), at, at);
                about.set(concept);
            }
        }
        List<String> all = about.stream()
                .limit(MOST_CONCEPTS)
                .mapToObj(CONCEPTS.names()::get)
                .toList();
        for (int one = 0; one < all.size(); one++) {
            for (int other = one + 1; other < all.size(); other++) {
                scratch.setLength(0);
                scratch.append(all.get(one)).append('+').append(all.get(other));
                whole(Kind.CONCEPT_PAIR, scratch, 0, tokens.size() - 1);
            }
        }
    }

    private void whole(Kind kind, CharSequence text, int first, int last) {
        sink.feature(kind, text, 0, text.length(), first, last);
    }

    private static String length(int words) {
        return words <= 3 ? "1" : words <= 8 ? "2" : words <= 20 ? "3" : "4";
    }

    /** Words in Latin letters count in Arabic letters too: see {@link Script}. */
    private void word(Token token, String word, String bare, int at) {
        whole(Kind.WORD, word, at, at);
        if (token.kind() != Token.Kind.WORD) {
            return;
        }
        pieces(Kind.PIECE, word, SHORTEST_PIECE, LONGEST_PIECE, at);
        if (Script.isLatin(word)) {
            scratch.setLength(0);
            Script.arabised(token.light(), scratch);
            if (scratch.length() > 1) {
                String arabised = scratch.toString();
                whole(Kind.WORD, arabised, at, at);
                pieces(Kind.PIECE, arabised, SHORTEST_PIECE, LONGEST_PIECE, at);
            }
        }
        if (bare.length() > 1) {
            whole(Kind.CONSONANTS, bare, at, at);
            pieces(Kind.CONSONANT_PIECE, bare, 3, 4, at);
        }
    }

    private static String word(Token token) {
        return switch (token.kind()) {
            case LAUGH -> "laugh";
            case NUMBER -> token.folded().length() > 3 ? "####" : token.folded();
            case WORD, EMOJI ->
                token.folded().length() <= LONGEST_WORD
                        ? token.folded()
                        : token.folded().substring(0, LONGEST_WORD);
        };
    }

    private String consonants(Token token) {
        if (token.kind() != Token.Kind.WORD) {
            return word(token);
        }
        scratch.setLength(0);
        Script.consonants(token.light(), scratch);
        return scratch.length() <= LONGEST_WORD ? scratch.toString() : scratch.substring(0, LONGEST_WORD);
    }

    private void pieces(Kind kind, String word, int shortest, int longest, int at) {
        pieces.setLength(0);
        pieces.append(EDGE).append(word).append(EDGE);
        for (int from = 0; from < pieces.length(); from++) {
            int most = Math.min(pieces.length(), from + longest);
            for (int to = from + shortest; to <= most; to++) {
                sink.feature(kind, pieces, from, to, at, at);
            }
        }
    }

    private void pairs(Kind kind, String[] words) {
        for (int at = 0; at + 1 < words.length; at++) {
            if (words[at].isEmpty() || words[at + 1].isEmpty()) {
                continue;
            }
            scratch.setLength(0);
            scratch.append(words[at]).append(' ').append(words[at + 1]);
            sink.feature(kind, scratch, 0, scratch.length(), at, at + 1);
        }
    }
}

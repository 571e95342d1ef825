package org.wasl.triage.classifier;

import java.util.BitSet;
import java.util.List;
import org.wasl.triage.concept.Concepts;
import org.wasl.triage.lexicon.Classes;
import org.wasl.triage.text.Token;

/**
 * What a sentence is made of, for learning and for reading alike: pieces of words, words, pairs of words, consonants.
 * The work is linear in the words: what grows with pairs is limited. Not thread-safe; one may read many sentences.
 */
final class Features {

    /** Changes whenever other features come out of the same text: a model of another version is stale. */
    static final int VERSION = 5;

    static final int SHORTEST_PIECE = 2;
    static final int LONGEST_PIECE = 5;

    private static final int SHORTEST_CONSONANT_PIECE = 3;
    private static final int LONGEST_CONSONANT_PIECE = 4;

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

    /** Takes features as they come. */
    interface Sink {
        /**
         * @param hash of the kind and the letters, see {@link Hash}
         * @param letters what it is of, between {@code from} and {@code to}; valid during the call only
         * @param first index of the first token it is made of
         * @param last index of the last token it is made of
         */
        void feature(Kind kind, long hash, char[] letters, int from, int to, int first, int last);
    }

    private final Sink sink;

    /** The words of the sentence and their consonants, a space between each, so that pairs are stretches of it. */
    private final LetterBuffer words = new LetterBuffer();

    private final LetterBuffer bare = new LetterBuffer();
    private int[] wordStarts = {};
    private int[] bareStarts = {};
    private final LetterBuffer scratch = new LetterBuffer();

    Features(Sink sink) {
        this.sink = sink;
    }

    void of(List<Token> tokens) {
        int count = tokens.size();
        begin(count);
        length(count);
        for (int at = 0; at < count; at++) {
            Token token = tokens.get(at);
            wordStarts[at] = words.length();
            bareStarts[at] = bare.length();
            spell(token);
            token(token, at);
            words.append(' ');
            bare.append(' ');
        }
        wordStarts[count] = words.length();
        bareStarts[count] = bare.length();
        pairs(Kind.PAIR, words, wordStarts, count);
        pairs(Kind.CONSONANT_PAIR, bare, bareStarts, count);
        concepts(tokens);
    }

    private void begin(int count) {
        words.clear();
        bare.clear();
        if (wordStarts.length <= count) {
            wordStarts = new int[count + 1];
            bareStarts = new int[count + 1];
        }
    }

    /** Writes what a token counts as at the end of the words, and its consonants at the end of those. */
    private void spell(Token token) {
        int from = words.length();
        switch (token.kind()) {
            case LAUGH -> words.append("laugh");
            case NUMBER -> words.append(token.folded().length() > 3 ? "####" : token.folded());
            case WORD, EMOJI -> {
                words.append(token.folded());
                words.cutTo(from + LONGEST_WORD);
            }
        }
        if (token.kind() == Token.Kind.WORD) {
            int bareFrom = bare.length();
            Script.consonants(token.light(), bare);
            bare.cutTo(bareFrom + LONGEST_WORD);
        } else {
            bare.append(words, from, words.length());
        }
    }

    private void length(int tokens) {
        scratch.clear();
        scratch.append(tokens <= 3 ? '1' : tokens <= 8 ? '2' : tokens <= 20 ? '3' : '4');
        whole(Kind.LENGTH, scratch, 0, 1, 0, tokens - 1);
    }

    /** Words in Latin letters count in Arabic letters too: see {@link Script}. */
    private void token(Token token, int at) {
        int from = wordStarts[at];
        int to = words.length();
        whole(Kind.WORD, words, from, to, at, at);
        if (token.kind() != Token.Kind.WORD) {
            return;
        }
        pieces(Kind.PIECE, words, from, to, SHORTEST_PIECE, LONGEST_PIECE, at);
        if (Script.isLatin(words.letters(), from, to)) {
            scratch.clear();
            scratch.append(EDGE);
            Script.arabised(token.light(), scratch);
            if (scratch.length() > 2) {
                whole(Kind.WORD, scratch, 1, scratch.length(), at, at);
                scratch.append(EDGE);
                pieces(Kind.PIECE, scratch.letters(), scratch.length(), SHORTEST_PIECE, LONGEST_PIECE, at);
            }
        }
        int bareFrom = bareStarts[at];
        if (bare.length() > bareFrom + 1) {
            whole(Kind.CONSONANTS, bare, bareFrom, bare.length(), at, at);
            pieces(
                    Kind.CONSONANT_PIECE,
                    bare,
                    bareFrom,
                    bare.length(),
                    SHORTEST_CONSONANT_PIECE,
                    LONGEST_CONSONANT_PIECE,
                    at);
        }
    }

    private void whole(Kind kind, LetterBuffer of, int from, int to, int first, int last) {
        long state = Hash.grown(Hash.begun(kind.letter), of.letters(), from, to);
        sink.feature(kind, Hash.finished(state), of.letters(), from, to, first, last);
    }

    private void pieces(Kind kind, LetterBuffer of, int from, int to, int shortest, int longest, int at) {
        scratch.clear();
        scratch.append(EDGE);
        scratch.append(of, from, to);
        scratch.append(EDGE);
        pieces(kind, scratch.letters(), scratch.length(), shortest, longest, at);
    }

    /** Every stretch of letters of these lengths. */
    private void pieces(Kind kind, char[] letters, int length, int shortest, int longest, int at) {
        long begun = Hash.begun(kind.letter);
        for (int from = 0; from + shortest <= length; from++) {
            int least = from + shortest;
            int most = Math.min(length, from + longest);
            long state = Hash.grown(begun, letters, from, least - 1);
            for (int to = least; to <= most; to++) {
                state = Hash.grown(state, letters[to - 1]);
                sink.feature(kind, Hash.finished(state), letters, from, to, at, at);
            }
        }
    }

    private void pairs(Kind kind, LetterBuffer of, int[] starts, int count) {
        for (int at = 0; at + 1 < count; at++) {
            int end = starts[at + 2] - 1;
            boolean firstEmpty = starts[at] == starts[at + 1] - 1;
            boolean secondEmpty = starts[at + 1] == end;
            if (!firstEmpty && !secondEmpty) {
                whole(kind, of, starts[at], end, at, at + 1);
            }
        }
    }

    /** What the sentence is about, in whatever language, and every two things it is about at once. */
    private void concepts(List<Token> tokens) {
        BitSet about = new BitSet();
        for (int at = 0; at < tokens.size(); at++) {
            Classes concepts = CONCEPTS.of(tokens.get(at));
            for (int nth = 0; nth < concepts.size(); nth++) {
                int concept = concepts.id(nth);
                scratch.clear();
                scratch.append(CONCEPTS.name(concept));
                whole(Kind.CONCEPT, scratch, 0, scratch.length(), at, at);
                about.set(concept);
            }
        }
        int left = MOST_CONCEPTS;
        for (int one = about.nextSetBit(0); one >= 0 && left > 0; one = about.nextSetBit(one + 1)) {
            left--;
            conceptPairs(one, about, left, tokens.size() - 1);
        }
    }

    /** One concept with each of so many after it. */
    private void conceptPairs(int one, BitSet about, int most, int last) {
        scratch.clear();
        scratch.append(CONCEPTS.name(one));
        scratch.append('+');
        int joint = scratch.length();
        long state = Hash.grown(Hash.begun(Kind.CONCEPT_PAIR.letter), scratch.letters(), 0, joint);
        int left = most;
        for (int other = about.nextSetBit(one + 1); other >= 0 && left > 0; other = about.nextSetBit(other + 1)) {
            left--;
            scratch.cutTo(joint);
            scratch.append(CONCEPTS.name(other));
            long hash = Hash.finished(Hash.grown(state, scratch.letters(), joint, scratch.length()));
            sink.feature(Kind.CONCEPT_PAIR, hash, scratch.letters(), 0, scratch.length(), 0, last);
        }
    }
}

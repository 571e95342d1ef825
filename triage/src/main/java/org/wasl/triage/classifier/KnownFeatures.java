package org.wasl.triage.classifier;

import java.util.Arrays;
import java.util.List;
import org.wasl.triage.text.NormalText;
import org.wasl.triage.text.Token;

/**
 * The features of a text that the model knows, sentence by sentence, each once in a sentence. A sentence's features are
 * collected first and looked up together: looking up waits for memory, and many can wait at the same time.
 */
final class KnownFeatures implements Features.Sink {

    private static final int OF_THE_SENTENCE = -1;

    private final Weights weights;
    private final long[] seen;
    private final int[] ends;
    private final int[] unknownWords;
    private long[] hashes = new long[2048];
    private int[] places = new int[2048];
    private int[] firsts = new int[2048];
    private int[] lasts = new int[2048];
    private long[] words = new long[64];
    private int wordsSeen;

    /** Those before this are known and looked up, those after it are of the sentence being read. */
    private int known;

    private int collected;

    private KnownFeatures(Weights weights, int sentences) {
        this.weights = weights;
        this.seen = new long[(weights.rows() + Long.SIZE - 1) / Long.SIZE];
        this.ends = new int[sentences];
        this.unknownWords = new int[sentences];
    }

    static KnownFeatures of(NormalText text, Weights weights) {
        List<List<Token>> sentences = text.sentences();
        KnownFeatures known = new KnownFeatures(weights, sentences.size());
        Features features = new Features(known);
        for (int at = 0; at < sentences.size(); at++) {
            known.collected = 0;
            known.wordsSeen = 0;
            features.of(sentences.get(at));
            known.lookUp();
            known.ends[at] = known.known;
            known.unknownWords[at] = known.unknownWords();
        }
        return known;
    }

    @Override
    public void feature(Features.Kind kind, long hash, char[] letters, int from, int to, int first, int last) {
        if (collected == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * collected);
        }
        int at = known + collected;
        if (at == places.length) {
            places = Arrays.copyOf(places, 2 * at);
            firsts = Arrays.copyOf(firsts, 2 * at);
            lasts = Arrays.copyOf(lasts, 2 * at);
        }
        if (kind == Features.Kind.WORD) {
            if (wordsSeen == words.length) {
                words = Arrays.copyOf(words, 2 * wordsSeen);
            }
            words[wordsSeen++] = hash;
        }
        hashes[collected] = hash;
        firsts[at] = kind.ofWholeSentence() ? OF_THE_SENTENCE : first;
        lasts[at] = last;
        collected++;
    }

    /** Keeps of what was collected what is known, each once. */
    private void lookUp() {
        int begin = known;
        for (int at = 0; at < collected; at++) {
            places[begin + at] = weights.place(hashes[at]);
        }
        for (int at = begin; at < begin + collected; at++) {
            int place = places[at];
            if (place != Weights.ABSENT && (seen[place / Long.SIZE] & 1L << place) == 0) {
                seen[place / Long.SIZE] |= 1L << place;
                places[known] = place;
                firsts[known] = firsts[at];
                lasts[known] = lasts[at];
                known++;
            }
        }
        for (int at = begin; at < known; at++) {
            seen[places[at] / Long.SIZE] = 0;
        }
    }

    /** How many different words of the sentence the model does not know. */
    private int unknownWords() {
        Arrays.sort(words, 0, wordsSeen);
        int unknown = 0;
        for (int at = 0; at < wordsSeen; at++) {
            if ((at == 0 || words[at] != words[at - 1]) && weights.place(words[at]) == Weights.ABSENT) {
                unknown++;
            }
        }
        return unknown;
    }

    int sentences() {
        return ends.length;
    }

    /** How many different words of a sentence the model does not know. */
    int unknownWords(int sentence) {
        return unknownWords[sentence];
    }

    /** The first feature of a sentence. */
    int begin(int sentence) {
        return sentence == 0 ? 0 : ends[sentence - 1];
    }

    /** One past the last feature of a sentence. */
    int end(int sentence) {
        return ends[sentence];
    }

    /** Where the weights of a feature are. */
    int place(int at) {
        return places[at];
    }

    /** Whether it is of single words: {@link #first} and {@link #last} say which. */
    boolean ofWords(int at) {
        return firsts[at] != OF_THE_SENTENCE;
    }

    int first(int at) {
        return firsts[at];
    }

    int last(int at) {
        return lasts[at];
    }
}

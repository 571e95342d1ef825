package org.wasl.triage.text;

import java.util.List;

/**
 * Numbers words, and finds those that stand at the beginning or the end of another without making strings of its parts:
 * the hash grows letter by letter. Immutable, safe for many threads.
 */
public final class WordTable {

    /** What {@link #find} and the walks say where there is no such word. */
    public static final int ABSENT = -1;

    /** The hash of no letters. */
    public static final int BEGUN = 0x811C9DC5;

    private static final int PRIME = 0x01000193;

    private final String[] words;

    /** Hash above, number of the word plus one below; zero is free. */
    private final long[] buckets;

    private final int mask;
    private final int shortest;
    private final int longest;

    private WordTable(List<String> words, boolean backwards) {
        this.words = words.toArray(String[]::new);
        int size = Integer.highestOneBit(Math.max(4, words.size())) << 2;
        this.mask = size - 1;
        this.buckets = new long[size];
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int number = 0; number < this.words.length; number++) {
            String word = this.words[number];
            int hash = backwards ? hashBackwards(word) : hash(word);
            int bucket = place(hash);
            while (buckets[bucket] != 0) {
                bucket = (bucket + 1) & mask;
            }
            buckets[bucket] = (long) hash << Integer.SIZE | number + 1;
            least = Math.min(least, word.length());
            most = Math.max(most, word.length());
        }
        this.shortest = least;
        this.longest = most;
    }

    /** Numbered as in the list; none may be twice. */
    public static WordTable of(List<String> words) {
        return new WordTable(words, false);
    }

    /** Of endings: their hashes grow from the last letter. */
    static WordTable ofEndings(List<String> words) {
        return new WordTable(words, true);
    }

    /** Letters of the shortest word; more than any word has, where there is none. */
    public int shortest() {
        return shortest;
    }

    /** Letters of the longest word. */
    public int longest() {
        return longest;
    }

    /** The hash one letter further. */
    public static int grown(int hash, char letter) {
        return (hash ^ letter) * PRIME;
    }

    /** The number of a word, or {@link #ABSENT}. */
    public int find(String word) {
        return word.length() < shortest || word.length() > longest ? ABSENT : find(hash(word), word, 0, word.length());
    }

    /** The number of a part of a word, of which the hash is known. */
    public int find(int hash, String in, int from, int to) {
        int bucket = place(hash);
        for (long held = buckets[bucket]; held != 0; held = buckets[bucket]) {
            if ((int) (held >>> Integer.SIZE) == hash) {
                int number = (int) held - 1;
                String word = words[number];
                if (word.length() == to - from && in.startsWith(word, from)) {
                    return number;
                }
            }
            bucket = (bucket + 1) & mask;
        }
        return ABSENT;
    }

    private int place(int hash) {
        return (hash ^ hash >>> 15) & mask;
    }

    private static int hash(String word) {
        int hash = BEGUN;
        for (int at = 0; at < word.length(); at++) {
            hash = grown(hash, word.charAt(at));
        }
        return hash;
    }

    private static int hashBackwards(String word) {
        int hash = BEGUN;
        for (int at = word.length() - 1; at >= 0; at--) {
            hash = grown(hash, word.charAt(at));
        }
        return hash;
    }
}

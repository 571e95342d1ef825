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

    /** For each bucket, of which there are two to four a word. */
    private static final int WAY_BITS = 8;

    private final String[] words;

    /** Hash above, number of the word plus one below; zero is free. */
    private final long[] buckets;

    private final int mask;
    private final int shortest;
    private final int longest;

    /** A bit for the hash of every beginning of a word, and by chance for others. */
    private final long[] ways;

    private WordTable(List<String> words, boolean backwards, boolean withWays) {
        this.words = words.toArray(String[]::new);
        int size = Integer.highestOneBit(Math.max(4, words.size())) << 2;
        this.mask = size - 1;
        this.buckets = new long[size];
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int number = 0; number < this.words.length; number++) {
            String word = this.words[number];
            int hash = hash(word, word.length(), backwards);
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
        this.ways = withWays ? ways(size, backwards) : new long[0];
    }

    private long[] ways(int size, boolean backwards) {
        long[] bits = new long[Math.max(1, size * WAY_BITS / Long.SIZE)];
        for (String word : words) {
            for (int length = 1; length <= word.length(); length++) {
                int way = way(hash(word, length, backwards), bits.length);
                bits[way / Long.SIZE] |= 1L << way;
            }
        }
        return bits;
    }

    private static int way(int hash, int numbers) {
        return (hash ^ hash >>> 15) & numbers * Long.SIZE - 1;
    }

    /** To find whole words. Numbered as in the list; none may be twice. */
    public static WordTable of(List<String> words) {
        return new WordTable(words, false, false);
    }

    /** To find words at the beginning of others: {@link #goesOn} says when to stop. */
    public static WordTable ofBeginnings(List<String> words) {
        return new WordTable(words, false, true);
    }

    /** To find words at the end of others: hashes grow from the last letter. */
    static WordTable ofEndings(List<String> words) {
        return new WordTable(words, true, true);
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
        return word.length() < shortest || word.length() > longest
                ? ABSENT
                : find(hash(word, word.length(), false), word, 0, word.length());
    }

    /** Whether a word may begin with the letters of this hash, or be them; for tables of beginnings and endings. */
    public boolean goesOn(int hash) {
        int way = way(hash, ways.length);
        return (ways[way / Long.SIZE] & 1L << way) != 0;
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

    private static int hash(String word, int letters, boolean backwards) {
        int hash = BEGUN;
        for (int at = 0; at < letters; at++) {
            hash = grown(hash, word.charAt(backwards ? word.length() - 1 - at : at));
        }
        return hash;
    }
}

package org.wasl.triage.text;

import java.util.Map;
import java.util.Set;

/**
 * Words with a few small numbers each. Finds a word, and those that stand at the beginning or the end of another,
 * without making strings of parts: the hash grows letter by letter. A word's letters and numbers stand together, so
 * that finding it waits for memory twice. Immutable, safe for many threads.
 */
public final class WordTable {

    /** What {@link #find} and the walks say where there is no such word. */
    public static final int ABSENT = -1;

    /** The hash of no letters. */
    public static final int BEGUN = 0x811C9DC5;

    private static final int PRIME = 0x01000193;

    /** For each bucket, of which there are two to four a word. */
    private static final int WAY_BITS = 8;

    /** Word after word: how many letters, the letters, how many numbers, the numbers. */
    private final char[] pool;

    /** Hash above, where the word begins in the pool plus one below; zero is free. */
    private final long[] buckets;

    private final int mask;
    private final int shortest;
    private final int longest;

    /** A bit for the hash of every beginning of a word, and by chance for others. */
    private final long[] ways;

    private WordTable(Map<String, int[]> words, boolean backwards, boolean withWays) {
        int size = Integer.highestOneBit(Math.max(4, words.size())) << 2;
        this.mask = size - 1;
        this.buckets = new long[size];
        StringBuilder laidOut = new StringBuilder(16 * words.size());
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (Map.Entry<String, int[]> entry : words.entrySet()) {
            String word = entry.getKey();
            int hash = hash(word, word.length(), backwards);
            int bucket = place(hash);
            while (buckets[bucket] != 0) {
                bucket = (bucket + 1) & mask;
            }
            buckets[bucket] = (long) hash << Integer.SIZE | laidOut.length() + 1;
            laidOut.append(unit(word.length())).append(word).append(unit(entry.getValue().length));
            for (int number : entry.getValue()) {
                laidOut.append(unit(number));
            }
            least = Math.min(least, word.length());
            most = Math.max(most, word.length());
        }
        this.pool = laidOut.toString().toCharArray();
        this.shortest = least;
        this.longest = most;
        this.ways = withWays ? ways(words.keySet(), size, backwards) : new long[0];
    }

    private static char unit(int number) {
        if (number < 0 || number > Character.MAX_VALUE) {
            throw new IllegalArgumentException("number of a word: " + number + " (expected: 0 to 65535)");
        }
        return (char) number;
    }

    private static long[] ways(Set<String> words, int size, boolean backwards) {
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

    /** To find whole words. Numbers are 0 to 65535. */
    public static WordTable of(Map<String, int[]> words) {
        return new WordTable(words, false, false);
    }

    /** To find words at the beginning of others: {@link #goesOn} says when to stop. */
    public static WordTable ofBeginnings(Map<String, int[]> words) {
        return new WordTable(words, false, true);
    }

    /** To find words at the end of others: hashes grow from the last letter. */
    static WordTable ofEndings(Map<String, int[]> words) {
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

    /** Where the numbers of a word are, or {@link #ABSENT}. */
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

    /** The same of a part of a word, of which the hash is known. */
    public int find(int hash, String in, int from, int to) {
        int bucket = place(hash);
        for (long held = buckets[bucket]; held != 0; held = buckets[bucket]) {
            if ((int) (held >>> Integer.SIZE) == hash) {
                int begin = (int) held - 1;
                if (isAt(begin, in, from, to)) {
                    return begin + 1 + pool[begin];
                }
            }
            bucket = (bucket + 1) & mask;
        }
        return ABSENT;
    }

    private boolean isAt(int begin, String in, int from, int to) {
        if (pool[begin] != to - from) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (pool[begin + 1 + at - from] != in.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** How many numbers stand where a word was found. */
    public int count(int found) {
        return pool[found];
    }

    /** One of the numbers where a word was found. */
    public int number(int found, int nth) {
        return pool[found + 1 + nth];
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

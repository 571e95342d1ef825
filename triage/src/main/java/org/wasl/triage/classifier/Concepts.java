package org.wasl.triage.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wasl.triage.text.Normaliser;

/**
 * What words are about, across languages: brothers, locked doors, pills. Gives the classifier something to recognise in
 * words nobody wrote in the training texts. Immutable.
 */
final class Concepts {

    private static final String FILE = "concepts.txt";
    private static final String FORMAT = "format wasl-concepts 1";

    private static final int LONGEST_PREFIX = 4;
    private static final int LONGEST_STEM = 10;

    /** A stem of three letters is too many words at once when much follows it. */
    private static final int MOST_AFTER_SHORT = 4;

    private final Map<String, List<String>> stems;
    private final Set<String> prefixes;

    private Concepts(Map<String, List<String>> stems, Set<String> prefixes) {
        this.stems = stems;
        this.prefixes = prefixes;
    }

    /** From the class path. */
    static Concepts load() {
        return read(Arrays.asList(text().split("\n", -1)));
    }

    /** The file itself: what models depend on. */
    static String text() {
        try (InputStream in = Concepts.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + ": not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + ": cannot be read", unreadable);
        }
    }

    /** Throws with every problem, each with its line. */
    static Concepts read(List<String> lines) {
        List<String> problems = new ArrayList<>();
        Map<String, Set<String>> stems = new HashMap<>();
        Set<String> prefixes = new HashSet<>();
        Set<String> names = new HashSet<>();
        boolean format = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            String where = FILE + ":" + (at + 1) + ": ";
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.equals(FORMAT)) {
                format = true;
            } else if (line.startsWith("prefixes ")) {
                words(line.substring("prefixes ".length())).forEach(prefixes::add);
            } else if (line.matches("[a-z]+ = .+")) {
                String name = line.substring(0, line.indexOf(' '));
                if (!names.add(name)) {
                    problems.add(where + "concept '" + name + "' twice");
                }
                for (String stem : words(line.substring(line.indexOf('=') + 1))) {
                    if (stem.length() < 2) {
                        problems.add(where + "a word of one letter in '" + name + "'");
                    }
                    stems.computeIfAbsent(stem, any -> new TreeSet<>()).add(name);
                }
            } else {
                problems.add(where + "expected 'name = words'");
            }
        }
        if (!format) {
            problems.add(FILE + ":1: expected '" + FORMAT + "'");
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.size() + " problem(s):\n  " + String.join("\n  ", problems));
        }
        Map<String, List<String>> listed = new HashMap<>();
        stems.forEach((stem, concepts) -> listed.put(stem, List.copyOf(concepts)));
        return new Concepts(Map.copyOf(listed), Set.copyOf(prefixes));
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.strip().split("\\s+"))
                .map(Normaliser::foldedWord)
                .toList();
    }

    /** Adds what a folded word is about: the longest stem it begins with, with and without a prefix. */
    void of(String word, Set<String> into) {
        for (int from = 0; from <= Math.min(LONGEST_PREFIX, word.length() - 2); from++) {
            if (from == 0 || prefixes.contains(word.substring(0, from))) {
                longest(word, from, into);
            }
        }
    }

    private void longest(String word, int from, Set<String> into) {
        int left = word.length() - from;
        for (int length = Math.min(LONGEST_STEM, left); length >= 2; length--) {
            boolean whole = length == left;
            if (length == 2 && (!whole || from > 0)) {
                return;
            }
            if (length == 3 && left - length > MOST_AFTER_SHORT) {
                return;
            }
            List<String> concepts = stems.get(word.substring(from, from + length));
            if (concepts != null) {
                into.addAll(concepts);
                return;
            }
        }
    }
}

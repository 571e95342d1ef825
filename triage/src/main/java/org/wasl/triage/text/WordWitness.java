package org.wasl.triage.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wasl.triage.report.Language;

/** Function words, prefixes and endings of each language, from the data file. */
final class WordWitness implements LanguageIdentifier.Witness {

    private static final String FILE = "languages.txt";
    private static final String FORMAT = "format wasl-languages 1";
    private static final int LONGEST_AFFIX = 8;

    private final Map<String, List<Vote>> words = new HashMap<>();
    private final Map<String, List<Vote>> starts = new HashMap<>();
    private final Map<String, List<Vote>> ends = new HashMap<>();

    private record Vote(Language language, int points) {}

    private WordWitness() {}

    static WordWitness load() {
        try (InputStream in = WordWitness.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("triage data " + FILE + ": not on the class path");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("triage data " + FILE + ": cannot be read", unreadable);
        }
    }

    static WordWitness read(List<String> lines) {
        WordWitness witness = new WordWitness();
        List<String> problems = new ArrayList<>();
        if (!lines.contains(FORMAT)) {
            problems.add(FILE + ":1: no line '" + FORMAT + "'");
        }
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("format ") || line.startsWith("version ")) {
                continue;
            }
            try {
                witness.line(line.split("\\s+"));
            } catch (IllegalArgumentException faulty) {
                problems.add(FILE + ":" + (at + 1) + ": " + faulty.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return witness;
    }

    private void line(String[] parts) {
        if (parts.length < 3) {
            throw new IllegalArgumentException("expected: code, points, words");
        }
        Vote vote = new Vote(Language.ofWire(parts[0]), Integer.parseInt(parts[1]));
        for (int at = 2; at < parts.length; at++) {
            entry(parts[at], vote);
        }
    }

    private void entry(String word, Vote vote) {
        Map<String, List<Vote>> place = words;
        String bare = word;
        if (word.endsWith("-")) {
            place = starts;
            bare = word.substring(0, word.length() - 1);
        } else if (word.startsWith("-")) {
            place = ends;
            bare = word.substring(1);
        }
        String light = Normaliser.light(bare).text();
        if (light.isEmpty() || (place != words && light.length() > LONGEST_AFFIX)) {
            throw new IllegalArgumentException(
                    "'" + word + "' (expected: a word, or a part of up to " + LONGEST_AFFIX + " letters)");
        }
        List<Vote> votes =
                place.computeIfAbsent(Fold.text(Normaliser.light(bare)).text(), any -> new ArrayList<>());
        if (!votes.contains(vote)) {
            votes.add(vote);
        }
    }

    @Override
    public void testify(List<Token> sentence, LanguageIdentifier.Ballot ballot) {
        for (Token token : sentence) {
            if (token.kind() == Token.Kind.WORD) {
                String word = token.folded();
                cast(words.get(word), ballot);
                for (int length = 1; length <= Math.min(LONGEST_AFFIX, word.length() - 2); length++) {
                    cast(starts.get(word.substring(0, length)), ballot);
                    cast(ends.get(word.substring(word.length() - length)), ballot);
                }
            }
        }
    }

    private static void cast(@org.jspecify.annotations.Nullable List<Vote> votes, LanguageIdentifier.Ballot ballot) {
        if (votes != null) {
            votes.forEach(vote -> ballot.add(vote.language(), vote.points()));
        }
    }
}

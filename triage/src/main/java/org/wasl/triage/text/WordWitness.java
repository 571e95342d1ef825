package org.wasl.triage.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.wasl.triage.report.Language;

/** Function words, prefixes and endings of each language, from the data file. */
final class WordWitness implements LanguageIdentifier.Witness {

    private static final String FILE = "languages.txt";
    private static final String FORMAT = "format wasl-languages 1";
    private static final int LONGEST_AFFIX = 8;

    /** So many letters a word has beside its prefix or ending. */
    private static final int SHORTEST_REST = 2;

    private final Votes words;
    private final Votes starts;
    private final Votes ends;

    private record Vote(Language language, int points) {}

    /** Words or parts of words, and what each says: languages and points in turn. */
    private record Votes(WordTable words) {

        private static final Language[] LANGUAGES = Language.values();

        static Votes of(Map<String, List<Vote>> said, Function<Map<String, int[]>, WordTable> laidOut) {
            Map<String, int[]> numbers = new LinkedHashMap<>();
            said.forEach((word, votes) -> numbers.put(
                    word,
                    votes.stream()
                            .flatMapToInt(vote -> IntStream.of(vote.language().ordinal(), vote.points()))
                            .toArray()));
            return new Votes(laidOut.apply(numbers));
        }

        void cast(int found, LanguageIdentifier.Ballot ballot) {
            if (found != WordTable.ABSENT) {
                for (int nth = 0; nth < words.count(found); nth += 2) {
                    ballot.add(LANGUAGES[words.number(found, nth)], words.number(found, nth + 1));
                }
            }
        }
    }

    private WordWitness(Votes words, Votes starts, Votes ends) {
        this.words = words;
        this.starts = starts;
        this.ends = ends;
    }

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
        Draft draft = new Draft();
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
                draft.line(line.split("\\s+"));
            } catch (IllegalArgumentException faulty) {
                problems.add(FILE + ":" + (at + 1) + ": " + faulty.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new WordWitness(
                Votes.of(draft.words, WordTable::of),
                Votes.of(draft.starts, WordTable::ofBeginnings),
                Votes.of(draft.ends, WordTable::ofEndings));
    }

    @Override
    public void testify(List<Token> sentence, LanguageIdentifier.Ballot ballot) {
        for (Token token : sentence) {
            if (token.kind() == Token.Kind.WORD) {
                word(token.folded(), ballot);
            }
        }
    }

    private void word(String word, LanguageIdentifier.Ballot ballot) {
        words.cast(words.words().find(word), ballot);
        int most = Math.min(LONGEST_AFFIX, word.length() - SHORTEST_REST);
        int hash = WordTable.BEGUN;
        for (int length = 1; length <= most; length++) {
            hash = WordTable.grown(hash, word.charAt(length - 1));
            if (!starts.words().goesOn(hash)) {
                break;
            }
            starts.cast(starts.words().find(hash, word, 0, length), ballot);
        }
        hash = WordTable.BEGUN;
        for (int length = 1; length <= most; length++) {
            int from = word.length() - length;
            hash = WordTable.grown(hash, word.charAt(from));
            if (!ends.words().goesOn(hash)) {
                break;
            }
            ends.cast(ends.words().find(hash, word, from, word.length()), ballot);
        }
    }

    /** What the lines of the file say, before it is compiled. */
    private static final class Draft {
        private final Map<String, List<Vote>> words = new LinkedHashMap<>();
        private final Map<String, List<Vote>> starts = new LinkedHashMap<>();
        private final Map<String, List<Vote>> ends = new LinkedHashMap<>();

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
    }
}

package org.wasl.triage.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wasl.triage.lexicon.Problems;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;

/** Reads the lines of one corpus file and collects whatever is wrong with them. */
final class CorpusFile {

    private static final int COLUMNS = 8;

    private static final Set<String> LANGUAGES = Set.of(
            Language.ARABIC.wire(),
            Language.ARABIZI.wire(),
            Language.SORANI.wire(),
            Language.SORANI_LATIN.wire(),
            Language.BADINI.wire(),
            Language.KURMANJI_LATIN.wire(),
            CorpusText.MIXED);

    private static final Set<String> WHO = Set.of(
            "self-woman",
            "self-man",
            "girl",
            "boy",
            "neighbour",
            "parent",
            "friend",
            "teacher",
            "relative",
            "abuser-fishing",
            "perpetrator",
            "other");

    private final String file;
    private final String writer;
    private final Problems problems;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final List<CorpusText> read = new ArrayList<>();

    CorpusFile(String file, String writer, Problems problems) {
        this.file = file;
        this.writer = writer;
        this.problems = problems;
    }

    /** The texts of all good lines; the bad ones are among the problems. */
    List<CorpusText> read(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!line.isBlank()) {
                line(line, at + 1);
            }
        }
        return List.copyOf(read);
    }

    private void line(String line, int number) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            problem(number, cells.length + " columns (expected: " + COLUMNS + ")");
            return;
        }
        try {
            CorpusText text = new CorpusText(
                    cells[0],
                    writer,
                    oneOf("language", cells[1], LANGUAGES),
                    category(cells[2]),
                    level(cells[3]),
                    accepted(cells[4], cells[3]),
                    kind(cells[5]),
                    oneOf("who", cells[6], WHO),
                    cells[7]);
            unlessSeen(text, number);
        } catch (IllegalArgumentException faulty) {
            problem(number, String.valueOf(faulty.getMessage()));
        }
    }

    private void unlessSeen(CorpusText text, int number) {
        if (text.id().isBlank() || text.text().isBlank()) {
            throw new IllegalArgumentException("id or text: empty");
        }
        Integer before = ids.putIfAbsent(text.id(), number);
        if (before != null) {
            throw new IllegalArgumentException("id '" + text.id() + "' stands in line " + before + " too");
        }
        before = texts.putIfAbsent(Corpus.bare(text.text()), number);
        if (before != null) {
            throw new IllegalArgumentException("the text of '" + text.id() + "' stands in line " + before + " too");
        }
        read.add(text);
    }

    private static Set<Level> accepted(String written, String right) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (String level : written.split(",", -1)) {
            levels.add(level(level.strip()));
        }
        if (!levels.contains(level(right))) {
            throw new IllegalArgumentException("accepted '" + written + "' (expected: " + right + " among them)");
        }
        return Set.copyOf(levels);
    }

    private static Level level(String written) {
        try {
            return Level.ofWire(written);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("level '" + written + "' (expected: L1 to L5)", unknown);
        }
    }

    private static Category category(String written) {
        return Arrays.stream(Category.values())
                .filter(category -> category.name().equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "category '" + written + "' (expected: one of the fourteen codes or NONE)"));
    }

    private static CorpusText.Kind kind(String written) {
        return Arrays.stream(CorpusText.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kind '" + written + "' (expected: plain, indirect, benign or misleading)"));
    }

    private static String oneOf(String column, String written, Set<String> known) {
        if (!known.contains(written)) {
            throw new IllegalArgumentException(column + " '" + written + "' (expected: one of the corpus format)");
        }
        return written;
    }

    private void problem(int line, String reason) {
        problems.add(file, line, reason);
    }
}

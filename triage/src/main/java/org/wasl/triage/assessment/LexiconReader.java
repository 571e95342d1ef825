package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.concept.Concepts;
import org.wasl.triage.lexicon.Classes;
import org.wasl.triage.lexicon.FaultyDataException;
import org.wasl.triage.lexicon.Problems;
import org.wasl.triage.lexicon.WordForms;
import org.wasl.triage.lexicon.WordIndex;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Language;
import org.wasl.triage.text.KurdishKey;
import org.wasl.triage.text.Normaliser;
import org.wasl.triage.text.Skeleton;

/**
 * Reads lexicon files and compiles them together. Every mistake of every file is collected with its line; nothing
 * half-read is ever used. The format is told in the module's README.
 */
final class LexiconReader {

    private static final String FORMAT = "wasl-lexicon 1";
    private static final String CONCEPT = "@";

    /** Languages whose words are also looked up as {@link KurdishKey} has them. */
    private static final Set<String> KURDISH =
            Set.of(Language.SORANI.wire(), Language.BADINI.wire(), Language.KURMANJI_LATIN.wire());

    private static final int MOST_ELEMENTS = 12;
    private static final int MOST_GAP = 6;
    private static final List<Pattern.Sequence> NO_SEQUENCES = List.of();

    private final Problems problems = new Problems();
    private final Map<String, Integer> classIds = new HashMap<>();
    private final Concepts concepts;
    private final Map<Integer, Integer> conceptClasses = new HashMap<>();
    private final WordIndex.Builder words = new WordIndex.Builder();
    private final WordIndex.Builder kurdish = new WordIndex.Builder();
    private final Map<String, Set<Integer>> skeletons = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> kurdishNumbers = new HashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> versions = new TreeSet<>();
    private final Set<String> signals = new HashSet<>();

    private String file = "";
    private int line;
    private String language = "";
    private boolean latin = true;
    private boolean formatSeen;
    private @Nullable Draft draft;

    private LexiconReader(Concepts concepts) {
        this.concepts = concepts;
    }

    /** @throws FaultyDataException with every problem of every file */
    static Lexicons read(Map<String, List<String>> files) {
        LexiconReader reader = new LexiconReader(Concepts.ofClassPath());
        files.forEach(reader::readFile);
        reader.problems.throwIfPresent();
        return reader.compile();
    }

    private void readFile(String name, List<String> lines) {
        file = name;
        line = 0;
        language = "";
        latin = true;
        formatSeen = false;
        for (String text : lines) {
            line++;
            String bare = text.strip();
            if (!bare.isEmpty() && !bare.startsWith("#")) {
                guarded(bare);
            }
        }
        close();
        if (!formatSeen) {
            problems.add(file, 1, "no format line (expected: format " + FORMAT + ")");
        }
    }

    private void guarded(String text) {
        try {
            read(text);
        } catch (IllegalArgumentException faulty) {
            problems.add(file, line, String.valueOf(faulty.getMessage()));
        }
    }

    private void read(String text) {
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space + 1).strip();
        switch (word) {
            case "format" -> format(rest);
            case "version" -> versions.add(rest);
            case "language" -> language = Language.ofWire(rest).wire();
            case "latin" -> latin(rest);
            case "words" -> words(rest);
            case "number" -> number(rest);
            case "pattern" -> pattern(rest);
            case "guard" -> open(rest, List.of());
            case ":" -> current().sequences.add(sequence(rest));
            case "unless" -> classes(rest, current().unless);
            case "needs" -> classes(rest, current().needs);
            case "negated" -> flag(rest, "drops", () -> current().negatedDrops = true);
            case "laugh" -> flag(rest, "drops", () -> current().laughDrops = true);
            case "alone" -> flag(rest, "doubted", () -> current().doubted = true);
            default -> throw new IllegalArgumentException("unknown word '" + word + "'");
        }
    }

    private static void flag(String rest, String expected, Runnable set) {
        if (!rest.equals(expected)) {
            throw new IllegalArgumentException("'" + rest + "' (expected: " + expected + ")");
        }
        set.run();
    }

    private void format(String rest) {
        formatSeen = true;
        if (!rest.equals(FORMAT)) {
            throw new IllegalArgumentException("format '" + rest + "' (expected: " + FORMAT + ")");
        }
    }

    /** Whether the words from here on are also sought in Latin letters, by their consonants. */
    private void latin(String rest) {
        close();
        latin = switch (rest) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("'" + rest + "' (expected: yes or no)");
        };
    }

    private void words(String rest) {
        close();
        String[] parts = halves(rest, "words name = words");
        String name = language() + ":" + parts[0];
        int id = classIds.computeIfAbsent(name, any -> classIds.size());
        for (String written : WordForms.apart(parts[1])) {
            if (written.startsWith("{") && written.endsWith("}")) {
                throw new IllegalArgumentException("classes do not nest: '" + written + "'");
            }
            add(written, id);
        }
    }

    private void add(String written, int id) {
        List<String> whole = words.add(written, id);
        if (KURDISH.contains(language)) {
            kurdish.add(written, id, KurdishKey::ofWritten);
        }
        if (language.equals(Language.BADINI.wire())) {
            kurdish.add(written, id, KurdishKey::inLatinLetters);
        }
        if (latin && language.equals(Language.ARABIC.wire())) {
            for (String folded : whole) {
                String skeleton = Skeleton.ofArabic(folded);
                if (skeleton.length() >= Skeleton.SHORTEST) {
                    skeletons.computeIfAbsent(skeleton, any -> new TreeSet<>()).add(id);
                }
            }
        }
    }

    private void number(String rest) {
        close();
        String[] parts = halves(rest, "number value = words");
        int value = digits(parts[0]);
        for (String written : WordForms.apart(parts[1])) {
            for (String form : WordForms.expand(written)) {
                if (KURDISH.contains(language)) {
                    kurdishNumbers.put(KurdishKey.ofWritten(form), value);
                }
                if (language.equals(Language.BADINI.wire())) {
                    kurdishNumbers.put(KurdishKey.inLatinLetters(form), value);
                }
                Integer before = numbers.put(Normaliser.foldedWord(form), value);
                if (before != null && before != value) {
                    throw new IllegalArgumentException("'" + form + "' is " + before + " already");
                }
            }
        }
    }

    private void pattern(String rest) {
        String[] parts = rest.split("\\s*>\\s*", 2);
        if (parts.length != 2 || parts[1].isBlank()) {
            throw new IllegalArgumentException("expected: pattern id > facts");
        }
        List<Pattern.Target> targets = new ArrayList<>();
        for (String written : WordForms.apart(parts[1])) {
            targets.add(target(written));
        }
        open(parts[0], targets);
    }

    private void open(String name, List<Pattern.Target> targets) {
        close();
        String id = language() + "." + name;
        draft = new Draft(id, line, targets);
        if (name.isBlank() || !ids.add(id)) {
            throw new IllegalArgumentException("pattern '" + id + "' twice or without a name");
        }
    }

    private Pattern.Target target(String written) {
        if (written.startsWith("#")) {
            signals.add(written.substring(1));
            return new Pattern.Target.Signal(written.substring(1));
        }
        if (written.equals(FactKey.AGE_BAND.wire() + "=num")) {
            return new Pattern.Target.Stated(FactKey.AGE_BAND, null, new Pattern.Clock.Age());
        }
        String[] timed = written.split("@", 2);
        String[] detailed = timed[0].split("=", 2);
        FactKey key = fact(detailed[0]);
        String detail = detailed.length == 2 ? detailed[1] : null;
        if (detail != null && !key.details().isEmpty() && !key.details().contains(detail)) {
            throw new IllegalArgumentException(
                    "'" + detail + "' (expected: a detail of " + key.wire() + ", " + key.details() + ")");
        }
        return new Pattern.Target.Stated(key, detail, timed.length == 2 ? clock(timed[1]) : new Pattern.Clock.None());
    }

    private static Pattern.Clock clock(String written) {
        return switch (written) {
            case "hours" -> new Pattern.Clock.Counted(1);
            case "days" -> new Pattern.Clock.Counted(24);
            default -> new Pattern.Clock.Hours(digits(written));
        };
    }

    private static FactKey fact(String name) {
        try {
            return FactKey.ofWire(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("unknown fact '" + name + "'", unknown);
        }
    }

    private Pattern.Sequence sequence(String rest) {
        List<Pattern.Element> elements = new ArrayList<>();
        int gap = 0;
        for (String written : WordForms.apart(rest)) {
            if (written.startsWith("..")) {
                gap = digits(written.substring(2));
                if (gap > MOST_GAP) {
                    throw new IllegalArgumentException("gap of " + gap + " (expected: at most " + MOST_GAP + ")");
                }
            } else {
                elements.add(element(written, gap));
                gap = 0;
            }
        }
        if (elements.isEmpty() || elements.size() > MOST_ELEMENTS) {
            throw new IllegalArgumentException(elements.size() + " words (expected: 1 to " + MOST_ELEMENTS + ")");
        }
        if (elements.get(0).optional() || elements.get(0).gap() > 0 || gap > 0) {
            throw new IllegalArgumentException("a sequence begins and ends with a word that must be there");
        }
        return new Pattern.Sequence(List.copyOf(elements));
    }

    private Pattern.Element element(String written, int gap) {
        boolean optional = written.endsWith("?") && written.length() > 1;
        String bare = optional ? written.substring(0, written.length() - 1) : written;
        BitSet classes = new BitSet();
        boolean number = false;
        for (String one : bare.split("/", -1)) {
            if (one.equals("#num")) {
                number = true;
            } else if (one.startsWith("{") && one.endsWith("}")) {
                classes.set(known(one.substring(1, one.length() - 1)));
            } else {
                int id = classIds.computeIfAbsent(language() + ":=" + one, any -> classIds.size());
                add(one, id);
                classes.set(id);
            }
        }
        return new Pattern.Element(classes, optional, gap, number);
    }

    private int known(String name) {
        if (name.startsWith(CONCEPT)) {
            return concept(name.substring(CONCEPT.length()));
        }
        Integer id = classIds.get(language() + ":" + name);
        if (id == null) {
            throw new IllegalArgumentException("no words '" + name + "' above");
        }
        return id;
    }

    /** The words of a concept, of all languages. */
    private int concept(String name) {
        int number = concepts.names().indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("no concept '" + name + "' in the inventory");
        }
        int id = classIds.computeIfAbsent(CONCEPT + name, any -> classIds.size());
        conceptClasses.put(number, id);
        return id;
    }

    private void classes(String rest, BitSet into) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("expected: a class of words");
        }
        for (String name : WordForms.apart(rest)) {
            into.set(known(name));
        }
    }

    private String language() {
        if (language.isEmpty()) {
            throw new IllegalArgumentException("no language line above");
        }
        return language;
    }

    private Draft current() {
        if (draft == null) {
            throw new IllegalArgumentException("stands outside a pattern");
        }
        return draft;
    }

    private void close() {
        Draft open = draft;
        draft = null;
        if (open == null) {
            return;
        }
        if (open.sequences.isEmpty()) {
            problems.add(file, open.line, "pattern '" + open.id + "' has no sequence");
            return;
        }
        patterns.add(new Pattern(
                open.id,
                language,
                List.copyOf(open.sequences),
                open.targets,
                open.unless,
                open.needs,
                open.negatedDrops,
                open.laughDrops,
                open.doubted));
    }

    private Lexicons compile() {
        List<Classes> conceptClassIds = new ArrayList<>();
        for (int concept = 0; concept < concepts.names().size(); concept++) {
            Integer id = conceptClasses.get(concept);
            conceptClassIds.add(id == null ? Classes.NONE : Classes.of(id));
        }
        Map<String, Classes> consonants = new HashMap<>();
        skeletons.forEach((skeleton, ids) -> consonants.put(skeleton, Classes.of(ids)));
        return new Lexicons(
                String.join("+", versions),
                words.build(),
                kurdish.build(),
                concepts,
                List.copyOf(conceptClassIds),
                Map.copyOf(consonants),
                Map.copyOf(numbers),
                Map.copyOf(kurdishNumbers),
                beginnings(true),
                beginnings(false),
                Map.copyOf(classIds));
    }

    private Lexicons.Beginnings beginnings(boolean guards) {
        List<List<Lexicons.Entry>> byClass = new ArrayList<>();
        classIds.forEach((name, id) -> byClass.add(new ArrayList<>()));
        List<Lexicons.Entry> byNumber = new ArrayList<>();
        for (Pattern pattern : patterns) {
            for (Pattern.Sequence sequence : pattern.guard() == guards ? pattern.sequences() : NO_SEQUENCES) {
                Lexicons.Entry entry = new Lexicons.Entry(pattern, sequence);
                Pattern.Element first = sequence.elements().get(0);
                first.classes().stream().forEach(id -> byClass.get(id).add(entry));
                if (first.number()) {
                    byNumber.add(entry);
                }
            }
        }
        return new Lexicons.Beginnings(byClass.stream().map(Entries::of).toList(), Entries.of(byNumber));
    }

    private static String[] halves(String rest, String expected) {
        String[] parts = rest.split("\\s*=\\s*", 2);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException("expected: " + expected);
        }
        return parts;
    }

    private static int digits(String token) {
        try {
            return Integer.parseInt(token);
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("'" + token + "' (expected: a number)", notOne);
        }
    }

    private static final class Draft {
        private final String id;
        private final int line;
        private final List<Pattern.Target> targets;
        private final List<Pattern.Sequence> sequences = new ArrayList<>();
        private final BitSet unless = new BitSet();
        private final BitSet needs = new BitSet();
        private boolean negatedDrops;
        private boolean laughDrops;
        private boolean doubted;

        Draft(String id, int line, List<Pattern.Target> targets) {
            this.id = id;
            this.line = line;
            this.targets = List.copyOf(targets);
        }
    }
}

package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.lexicon.FaultyDataException;
import org.wasl.triage.lexicon.Problems;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/** Reads the rule file. Every mistake is collected with its line; nothing half-read is ever used. */
final class RuleBookReader {

    private static final String FORMAT = "wasl-rules 1";
    private static final String BELOW = "below ";

    private final String file;
    private final Problems problems;
    private final Map<String, Condition> groups = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<RuleBook.Weight> weights = new ArrayList<>();
    private final List<RuleBook.Topic> categories = new ArrayList<>();
    private @Nullable Draft draft;
    private String version = "";
    private boolean formatSeen;
    private int line;

    private RuleBookReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @throws FaultyDataException with every problem of the file */
    static RuleBook read(String file, List<String> lines) {
        Problems problems = new Problems();
        RuleBookReader reader = new RuleBookReader(file, problems);
        for (String text : lines) {
            reader.line++;
            reader.guarded(text.strip());
        }
        reader.finish();
        problems.throwIfPresent();
        return new RuleBook(
                reader.version, List.copyOf(reader.rules), List.copyOf(reader.weights), List.copyOf(reader.categories));
    }

    private void guarded(String text) {
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
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
            case "version" -> version = rest;
            case "group" -> group(rest);
            case "rule" -> rule(rest);
            case "floor" -> clause(rest, true, Rule.Effect.Floor::new);
            case "step" -> clause(rest, true, Rule.Effect.Step::new);
            case "fallback" -> clause(rest, true, Rule.Effect.Fallback::new);
            case "note" -> note(text, rest);
            case "suspected" -> current().cap = Level.ofWire(rest);
            case "tag" -> current().tags.add(Tag.valueOf(rest));
            case "text" -> current().text = rest;
            case "weight" -> weight(rest);
            case "category" -> category(rest);
            default -> throw new IllegalArgumentException("unknown word '" + word + "'");
        }
    }

    private void format(String rest) {
        formatSeen = true;
        if (!rest.equals(FORMAT)) {
            throw new IllegalArgumentException("format '" + rest + "' (expected: " + FORMAT + ")");
        }
    }

    private void group(String rest) {
        String[] parts = rest.split("\\s*=\\s*", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("group: expected 'group name = condition'");
        }
        if (groups.put(parts[0], ConditionParser.parse(parts[1], groups)) != null) {
            throw new IllegalArgumentException("group '" + parts[0] + "' twice");
        }
    }

    private void rule(String rest) {
        close();
        String[] parts = rest.split("\\s+");
        draft = new Draft(parts[0], line);
        if (!parts[0].matches("[A-Z]\\d\\d")) {
            throw new IllegalArgumentException("rule id '" + parts[0] + "' (expected: a letter and two digits)");
        }
        if (!ids.add(parts[0])) {
            throw new IllegalArgumentException("rule " + parts[0] + " twice");
        }
        if (parts.length != 2) {
            throw new IllegalArgumentException("rule " + parts[0] + ": expected its number of changes after the id");
        }
        draft.version = number(parts[1]);
    }

    private void clause(String rest, boolean withLevel, java.util.function.Function<Level, Rule.Effect> effect) {
        Draft open = current();
        String[] parts = rest.split("\\s+when\\s+", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected 'when' and a condition");
        }
        Level level = withLevel ? Level.ofWire(parts[0]) : Level.L5_ADVICE;
        open.clauses.add(new Rule.Clause(effect.apply(level), ConditionParser.parse(parts[1], groups)));
    }

    private void note(String text, String rest) {
        if (rest.startsWith(BELOW)) {
            clause(rest.substring(BELOW.length()), true, Rule.Effect.Note::new);
        } else {
            clause(text, false, level -> new Rule.Effect.Note(null));
        }
    }

    private void weight(String rest) {
        String[] parts = rest.split("\\s+when\\s+", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected 'weight points when condition'");
        }
        weights.add(new RuleBook.Weight(number(parts[0]), ConditionParser.parse(parts[1], groups)));
    }

    private void category(String rest) {
        String[] parts = rest.split("\\s+when\\s+", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected 'category CODE when condition'");
        }
        categories.add(new RuleBook.Topic(Category.valueOf(parts[0]), ConditionParser.parse(parts[1], groups)));
    }

    private Draft current() {
        if (draft == null) {
            throw new IllegalArgumentException("stands outside a rule");
        }
        return draft;
    }

    private void close() {
        Draft open = draft;
        draft = null;
        if (open == null) {
            return;
        }
        if (open.clauses.isEmpty()) {
            problems.add(file, open.line, "rule " + open.id + " does nothing: no floor, step, fallback or note");
        }
        if (open.text.isEmpty()) {
            problems.add(file, open.line, "rule " + open.id + " has no text");
        }
        rules.add(
                new Rule(open.id, open.version, List.copyOf(open.clauses), open.cap, Set.copyOf(open.tags), open.text));
    }

    private void finish() {
        close();
        if (!formatSeen) {
            problems.add(file, 1, "no format line (expected: format " + FORMAT + ")");
        }
        if (version.isEmpty()) {
            problems.add(file, 1, "no version line");
        }
        if (rules.isEmpty()) {
            problems.add(file, line, "no rule at all");
        }
    }

    private static int number(String token) {
        try {
            return Integer.parseInt(token);
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("'" + token + "' (expected: a number)", notOne);
        }
    }

    private static final class Draft {
        private final String id;
        private final int line;
        private final List<Rule.Clause> clauses = new ArrayList<>();
        private final Set<Tag> tags = EnumSet.noneOf(Tag.class);
        private int version;
        private Level cap = Level.L2_EMERGENT;
        private String text = "";

        Draft(String id, int line) {
            this.id = id;
            this.line = line;
        }
    }
}

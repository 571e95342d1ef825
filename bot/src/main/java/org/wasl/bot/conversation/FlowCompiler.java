package org.wasl.bot.conversation;

import com.ibm.icu.text.MessagePattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wasl.bot.conversation.Condition.All;
import org.wasl.bot.conversation.Condition.Answered;
import org.wasl.bot.conversation.Condition.Any;
import org.wasl.bot.conversation.Condition.Not;

/**
 * Checks flows and words before anybody meets them, and names every problem at once: steps nobody reaches or nobody
 * leaves, rounds without a question, options twice, conditions on answers that do not exist, a step without its
 * emergency exit, strings missing in a locale or with other placeholders, labels and texts too long, codes and numbers
 * without isolation.
 */
final class FlowCompiler {

    /** Placeholders the engine fills, those of codes and numbers isolated. */
    private static final Set<String> FILLED = Set.of(
            "fed",
            "kri",
            "emergency",
            "hours",
            "place",
            "numbers",
            "summary",
            "told",
            "sentences",
            "number",
            "role",
            "words",
            "line",
            "duress");

    private static final List<String> FORMS = List.of("here", "by", "nobody");

    private final Material material;
    private final FlowLimits limits;
    private final Problems problems;

    FlowCompiler(Material material, FlowLimits limits, Problems problems) {
        this.material = material;
        this.limits = limits;
        this.problems = problems;
    }

    void check() {
        if (!material.flows().containsKey(material.current())) {
            problems.add("flows: current revision " + material.current() + " is not among the files");
        }
        Set<String> texts = new LinkedHashSet<>(Phrases.texts());
        Set<String> labels = new LinkedHashSet<>(Phrases.labels());
        for (Flow flow : material.flows().values()) {
            steps(flow);
            strings(flow, texts, labels);
        }
        material.guidance().pieces().forEach(piece -> {
            texts.add(piece.text());
            if (piece.inside() != null) {
                texts.add(piece.inside());
            }
        });
        material.numbers().all().forEach(number -> texts.add(number.service()));
        named();
        words(texts, labels);
        moves();
    }

    /** What an advice names stands in a directory. */
    private void named() {
        material.guidance().pieces().stream()
                .filter(piece -> piece.line() != null
                        && !material.guidance().knows(piece.line())
                        && material.numbers().all().stream()
                                .noneMatch(number -> number.service().equals(piece.line())))
                .forEach(piece ->
                        problems.add("guidance " + piece.id() + ": names no number and no tool: " + piece.line()));
    }

    private void steps(Flow flow) {
        String name = "flow " + Material.key(flow);
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("start", flow.start());
        entries.put("emergency", flow.emergency());
        entries.put("returning", flow.returning());
        entries.put("answer", flow.answer());
        entries.put("once-more", flow.onceMore());
        if (flow.menu() != null) {
            entries.put("menu", flow.menu());
        }
        entries.put("again", flow.again());
        boolean whole = true;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            if (!flow.steps().containsKey(entry.getValue())) {
                problems.add(name + ": " + entry.getKey() + " leads to no step: " + entry.getValue());
                whole = false;
            }
        }
        for (Step step : flow.steps().values()) {
            for (String next : step.nexts()) {
                if (!flow.steps().containsKey(next)) {
                    problems.add(name + ", step " + step.id() + ": leads to no step: " + next);
                    whole = false;
                }
            }
            shape(flow, step, name + ", step " + step.id());
        }
        flow.budgets()
                .forEach(budget ->
                        budget.problems(flow.steps().keySet()).forEach(problem -> problems.add(name + ": " + problem)));
        if (whole) {
            ways(flow, name, entries.values());
        }
    }

    private void ways(Flow flow, String name, Iterable<String> entries) {
        Set<String> reached = reach(flow, entries);
        flow.steps().keySet().stream()
                .filter(id -> !reached.contains(id))
                .forEach(id -> problems.add(name + ", step " + id + ": nothing leads here"));
        Set<String> leaving = leaving(flow);
        flow.steps().keySet().stream()
                .filter(id -> !leaving.contains(id))
                .forEach(id -> problems.add(name + ", step " + id + ": dead end, no way to an end"));
        for (Step step : flow.steps().values()) {
            if (!(step instanceof Step.Asking) && roundWithoutQuestion(flow, step.id())) {
                problems.add(name + ", step " + step.id() + ": a round without a question");
            }
        }
        if (reach(flow, List.of(flow.emergency())).stream()
                .noneMatch(id -> flow.steps().get(id) instanceof Step.Asking)) {
            problems.add(name + ": the emergency exit asks nothing and reaches nobody");
        }
    }

    private static Set<String> reach(Flow flow, Iterable<String> entries) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        entries.forEach(open::add);
        while (!open.isEmpty()) {
            String id = open.remove();
            if (reached.add(id)) {
                open.addAll(flow.step(id).nexts());
            }
        }
        return reached;
    }

    private static Set<String> leaving(Flow flow) {
        Set<String> leaving = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Step step : flow.steps().values()) {
                boolean leaves =
                        step instanceof Step.End || step.nexts().stream().anyMatch(leaving::contains);
                more |= leaves && leaving.add(step.id());
            }
        }
        return leaving;
    }

    private static boolean roundWithoutQuestion(Flow flow, String from) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(flow.step(from).nexts());
        while (!open.isEmpty()) {
            String id = open.remove();
            if (id.equals(from)) {
                return true;
            }
            if (!(flow.step(id) instanceof Step.Asking) && seen.add(id)) {
                open.addAll(flow.step(id).nexts());
            }
        }
        return false;
    }

    private void shape(Flow flow, Step step, String where) {
        if (step instanceof Step.Choose choose) {
            options(flow, choose, where);
            if (choose.skip() == null
                    && !(choose.unless() instanceof Any any && any.inner().isEmpty())) {
                problems.add(where + ": passed over under a condition but has no skip");
            }
            condition(flow, choose.unless(), where);
        } else if (step instanceof Step.Asking asking) {
            condition(flow, asking.unless(), where);
        } else if (step instanceof Step.Say say) {
            condition(flow, say.unless(), where);
        } else if (step instanceof Step.Branch branch) {
            branch.arms().forEach(arm -> condition(flow, arm.when(), where));
        }
        if (step instanceof Step.Asking) {
            id(step.id(), where);
        }
    }

    /** Whether typing the label would make a move instead, and not the one the option stands for. */
    private boolean takenForAMove(Flow flow, Catalogue words, Option option) {
        Move move = material.words().read(words.say(option.label()));
        boolean leaves = flow.steps().get(option.next()) instanceof Step.End end && end.how() == Step.How.EXIT;
        return move != null && !(move == Move.EXIT && leaves);
    }

    private void options(Flow flow, Step.Choose choose, String where) {
        Set<String> ids = new HashSet<>();
        if (choose.options().isEmpty()) {
            problems.add(where + ": no options");
        }
        for (Option option : choose.options()) {
            id(option.id(), where);
            if (!ids.add(option.id())) {
                problems.add(where + ": option twice: " + option.id());
            }
            if (option.id().startsWith("m-")
                    || option.id().startsWith("p-")
                    || option.id().equals("done")) {
                problems.add(where + ": option id belongs to the engine: " + option.id());
            }
            if (option.locale() != null && !material.catalogues().containsKey(option.locale())) {
                problems.add(where + ": no catalogue for " + option.locale());
            }
            option.unsays().stream()
                    .filter(question -> !(flow.steps().get(question) instanceof Step.Asking))
                    .forEach(question -> problems.add(where + ": unsays no question: " + question));
            option.sets().stream()
                    .filter(Flag::derived)
                    .forEach(flag -> problems.add(where + ": flag cannot be set: " + flag.wire()));
        }
        for (String locale : material.locales()) {
            Set<String> labels = new HashSet<>();
            Catalogue words = material.catalogue(locale);
            choose.options().stream()
                    .filter(option -> words.has(option.label()))
                    .filter(option -> takenForAMove(flow, words, option))
                    .forEach(option ->
                            problems.add(where + ", " + locale + ": the option reads as a move: " + option.id()));
            choose.options().stream()
                    .filter(option -> words.has(option.label()))
                    .filter(option -> !labels.add(Folding.fold(words.say(option.label()))))
                    .forEach(
                            option -> problems.add(where + ", " + locale + ": two options read alike: " + option.id()));
        }
    }

    private void id(String id, String where) {
        if (!id.matches("[a-z0-9-]{1," + limits.optionIdMax() + "}")) {
            problems.add(where + ": id does not fit a token: " + id);
        }
    }

    private void condition(Flow flow, Condition condition, String where) {
        switch (condition) {
            case Answered answered -> answered(flow, answered, where);
            case Not not -> condition(flow, not.inner(), where);
            case All all -> all.inner().forEach(inner -> condition(flow, inner, where));
            case Any any -> any.inner().forEach(inner -> condition(flow, inner, where));
            case Condition.FactIs fact -> {}
            case Condition.Detailed detailed -> {}
            case Condition.Within within -> {}
            case Condition.LevelAtLeast level -> {}
            case Condition.CategoryIn category -> {}
            case Condition.Flagged flag -> {}
            case Condition.Asked asked -> {
                if (flow.steps().values().stream()
                        .noneMatch(step -> step instanceof Step.Asking && asked.counts(step.id()))) {
                    problems.add(where + ": condition on no question: " + asked.names());
                }
            }
            case Condition.Territory territory -> {
                if (!Numbers.TERRITORIES.contains(territory.territory())) {
                    problems.add(where + ": territory not known: " + territory.territory());
                }
            }
        }
    }

    private void answered(Flow flow, Answered answered, String where) {
        if (!(flow.steps().get(answered.step()) instanceof Step.Choose choose)) {
            problems.add(where + ": condition on the answer of no question: " + answered.step());
            return;
        }
        answered.options().stream()
                .filter(id -> choose.options().stream()
                        .noneMatch(option -> option.id().equals(id)))
                .forEach(id -> problems.add(where + ": condition on no option: " + answered.step() + "=" + id));
    }

    private static void strings(Flow flow, Set<String> texts, Set<String> labels) {
        flow.told()
                .values()
                .forEach(facts -> facts.forEach(fact -> {
                    texts.add("told.text");
                    texts.add(Told.clause(fact));
                }));
        for (Step step : flow.steps().values()) {
            switch (step) {
                case Step.Say say -> texts.add(say.text());
                case Step.End end -> {
                    if (end.text() != null) {
                        texts.add(end.text());
                    }
                }
                case Step.Asking asking -> {
                    texts.add(asking.text());
                    if (asking.name() != null) {
                        labels.add(asking.name());
                    }
                    if (asking instanceof Step.Choose choose) {
                        choose.options().forEach(option -> labels.add(option.label()));
                    }
                    if (asking instanceof Step.Story story) {
                        labels.add(story.done());
                        texts.add(story.heard());
                    }
                }
                case Step.Branch branch -> {}
                case Step.Confirm confirm -> {}
                case Step.Assess assess -> {}
                case Step.FileReport file -> {}
                case Step.Guide guide -> {}
                case Step.Withdraw withdraw -> {}
            }
        }
    }

    private void words(Set<String> texts, Set<String> labels) {
        Set<String> used = new TreeSet<>(labels);
        for (String text : texts) {
            boolean promise = material.catalogues().values().stream().anyMatch(words -> words.promises(text));
            if (promise) {
                FORMS.forEach(form -> used.add(text + "." + form));
            } else {
                used.add(text);
            }
        }
        ShortForms shortForms = new ShortForms(material);
        used.addAll(shortForms.needed(used));
        used.addAll(variants(used));
        shortForms.check(problems);
        for (Catalogue words : material.catalogues().values()) {
            String where = "catalogue " + words.locale();
            used.stream().filter(key -> !words.has(key)).forEach(key -> problems.add(where + ": no string " + key));
            words.keys().stream()
                    .filter(key -> !used.contains(key))
                    .forEach(key -> problems.add(where + ": nobody says " + key));
            words.keys().forEach(key -> entry(words, key, labels.contains(key)));
        }
        used.forEach(this::samePlaceholders);
    }

    /** Other forms of a text: where one locale has one, all must. */
    private Set<String> variants(Set<String> used) {
        Set<String> variants = new TreeSet<>();
        for (String key : used) {
            for (String end : List.of(Speech.BY_HAND, Speech.SHORT, Speech.BY_HAND + Speech.SHORT, Speech.MORE)) {
                if (material.catalogues().values().stream().anyMatch(words -> words.has(key + end))) {
                    variants.add(key + end);
                }
            }
        }
        return variants;
    }

    private void entry(Catalogue words, String key, boolean label) {
        String where = "catalogue " + words.locale() + ", " + key;
        String pattern = words.entry(key).pattern();
        Set<String> names;
        try {
            names = placeholders(pattern);
        } catch (IllegalArgumentException e) {
            problems.add(where + ": not a message pattern");
            return;
        }
        names.stream()
                .filter(name -> !FILLED.contains(name))
                .forEach(name -> problems.add(where + ": nothing fills {" + name + "}"));
        if (label && !names.isEmpty()) {
            problems.add(where + ": a label with a placeholder");
        }
        if (label && pattern.codePointCount(0, pattern.length()) > limits.labelMax()) {
            problems.add(where + ": label of " + pattern.codePointCount(0, pattern.length())
                    + " characters (expected: at most " + limits.labelMax() + ")");
        }
        if (pattern.length() > limits.textMax()) {
            problems.add(where + ": text of " + pattern.length() + " characters (expected: at most " + limits.textMax()
                    + ")");
        }
        if (pattern.isBlank()) {
            problems.add(where + ": empty");
        }
        if (words.promises(key)) {
            problems.add(where + ": a promise of a person beside its own three forms");
        }
    }

    private void samePlaceholders(String key) {
        Map<Set<String>, List<String>> bySet = new LinkedHashMap<>();
        for (Catalogue words : material.catalogues().values()) {
            if (words.has(key)) {
                try {
                    bySet.computeIfAbsent(placeholders(words.entry(key).pattern()), names -> new ArrayList<>())
                            .add(words.locale());
                } catch (IllegalArgumentException e) {
                    continue;
                }
            }
        }
        if (bySet.size() > 1) {
            problems.add("catalogues, " + key + ": other placeholders in other locales: " + bySet);
        }
    }

    /** The names between braces, nested plural forms included. */
    static Set<String> placeholders(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        Set<String> names = new TreeSet<>();
        for (int at = 0; at < parsed.countParts(); at++) {
            MessagePattern.Part part = parsed.getPart(at);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(part));
            } else if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(parsed.getSubstring(part));
            }
        }
        return names;
    }

    private void moves() {
        for (Move move : Move.values()) {
            if (!material.words().has(move)) {
                problems.add("moves: no word for " + Speech.lower(move));
            }
        }
        for (Catalogue words : material.catalogues().values()) {
            for (Move move : List.of(Move.HELP, Move.EXIT)) {
                if (words.has(move.label()) && material.words().read(words.say(move.label())) != move) {
                    problems.add(
                            "moves: the label of " + Speech.lower(move) + " in " + words.locale() + " is not its word");
                }
            }
        }
    }
}

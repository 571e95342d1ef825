package org.wasl.bot.conversation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        StringCheck strings = new StringCheck(material, limits, problems);
        for (Flow flow : material.flows().values()) {
            steps(flow);
            strings.uses(flow);
        }
        material.guidance().pieces().forEach(piece -> {
            strings.uses(piece.text());
            if (piece.inside() != null) {
                strings.uses(piece.inside());
            }
        });
        material.numbers().all().forEach(number -> strings.uses(number.service()));
        named();
        strings.check();
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
        flow.counted().problems(flow.steps()).forEach(problem -> problems.add(name + ": " + problem));
        if (whole) {
            new WaysCheck(flow, name, problems).check(entries.values());
        }
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

package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** The rules over the answers to their plain conditions: which fire, what level, and what would raise it. Immutable. */
final class CompiledRules {

    private static final int NONE = -1;

    private final PlainConditions plain;
    private final List<Compiled> rules;
    private final List<Weighed> weights;
    private final List<Question> questions = new ArrayList<>();

    /** @param checks for each clause of the rule */
    private record Compiled(Rule rule, List<Check> checks) {}

    private record Weighed(int points, Check check) {}

    /**
     * A fact one could ask for.
     *
     * @param trials what would change if it held, with each of its details
     * @param touched the rules that look at it
     * @param inOrder the same in the order of the file
     */
    private record Question(
            FactKey key, List<PlainConditions.Change> trials, Set<Rule> touched, List<Compiled> inOrder) {}

    /** A rule that speaks, and by which clause. */
    record Fired(Rule rule, Rule.Clause clause, Level floor, boolean suspected) {}

    CompiledRules(RuleBook book) {
        List<Condition> all = new ArrayList<>();
        book.rules().forEach(rule -> rule.clauses().forEach(clause -> all.add(clause.condition())));
        book.weights().forEach(weight -> all.add(weight.condition()));
        this.plain = new PlainConditions(all);
        this.rules = book.rules().stream()
                .map(rule -> new Compiled(
                        rule,
                        rule.clauses().stream()
                                .map(clause -> plain.compiled(clause.condition()))
                                .toList()))
                .toList();
        this.weights = book.weights().stream()
                .map(weight -> new Weighed(weight.points(), plain.compiled(weight.condition())))
                .toList();
        for (FactKey key : FactKey.values()) {
            // Nobody can be asked what a text reads like.
            if (key != FactKey.READS_LIKE) {
                question(key);
            }
        }
    }

    private void question(FactKey key) {
        List<Compiled> inOrder = rules.stream()
                .filter(compiled -> compiled.rule().keys().contains(key))
                .toList();
        if (!inOrder.isEmpty()) {
            Set<Rule> touched = Collections.newSetFromMap(new IdentityHashMap<>());
            inOrder.forEach(compiled -> touched.add(compiled.rule()));
            questions.add(
                    new Question(key, trials(key).stream().map(plain::change).toList(), touched, inOrder));
        }
    }

    private static List<Fact> trials(FactKey key) {
        List<Fact> trials = new ArrayList<>();
        trials.add(new Fact(key, Truth.YES, null, 0, FactSource.OPERATOR, null));
        for (String detail : new LinkedHashSet<>(key.details())) {
            trials.add(new Fact(key, Truth.YES, detail, 0, FactSource.OPERATOR, null));
        }
        return trials;
    }

    /** What is known as the rules see it, with suspicions and without. Immutable. */
    static final class Case {
        private final long[] known;
        private final long[] certain;

        private Case(long[] known, long[] certain) {
            this.known = known;
            this.certain = certain;
        }

        /** The same without what is only suspected. */
        Case certain() {
            return new Case(certain, certain);
        }
    }

    Case of(Known known) {
        return new Case(plain.answers(known), plain.answers(known.certain()));
    }

    /** The rules that speak, in the order of the file. */
    List<Fired> fired(Case of) {
        List<Fired> fired = new ArrayList<>();
        for (Compiled compiled : rules) {
            int best = best(compiled, of.known, of.certain);
            if (best != NONE) {
                fired.add(new Fired(
                        compiled.rule(),
                        compiled.rule().clauses().get(best),
                        capped(compiled, best, of.certain),
                        !compiled.checks().get(best).holds(of.certain)));
            }
        }
        return fired;
    }

    Level level(Case of) {
        Levels levels = new Levels();
        for (Compiled compiled : rules) {
            add(compiled, of.known, of.certain, levels);
        }
        return levels.level();
    }

    private static void add(Compiled compiled, long[] known, long[] certain, Levels levels) {
        int best = best(compiled, known, certain);
        if (best != NONE) {
            levels.add(compiled.rule().clauses().get(best).effect(), capped(compiled, best, certain));
        }
    }

    /** The most severe clause that holds, the first of equals; or {@link #NONE}. */
    private static int best(Compiled compiled, long[] known, long[] certain) {
        int best = NONE;
        Level most = Level.L5_ADVICE;
        for (int nth = 0; nth < compiled.checks().size(); nth++) {
            if (compiled.checks().get(nth).holds(known)) {
                Level capped = capped(compiled, nth, certain);
                if (best == NONE || capped.compareTo(most) < 0) {
                    best = nth;
                    most = capped;
                }
            }
        }
        return best;
    }

    /** A suspicion counts up to the rule's cap. */
    private static Level capped(Compiled compiled, int clause, long[] certain) {
        Rule rule = compiled.rule();
        Level floor = floor(rule.clauses().get(clause).effect());
        boolean suspected = !compiled.checks().get(clause).holds(certain);
        return suspected && !rule.suspectedCap().atLeastAsSevereAs(floor) ? rule.suspectedCap() : floor;
    }

    private static Level floor(Rule.Effect effect) {
        return switch (effect) {
            case Rule.Effect.Floor(Level level) -> level;
            case Rule.Effect.Step(Level least) -> least;
            case Rule.Effect.Note any -> Level.L5_ADVICE;
            case Rule.Effect.Fallback(Level level) -> level;
        };
    }

    /** 0 to 100: what is only suspected counts half. */
    int score(Case of) {
        int doubled = 0;
        for (Weighed weighed : weights) {
            if (weighed.check().holds(of.certain)) {
                doubled += 2 * weighed.points();
            } else if (weighed.check().holds(of.known)) {
                doubled += weighed.points();
            }
        }
        return Math.min(100, doubled / 2);
    }

    /** Tries every fact that is neither known nor denied, with each of its details. */
    List<WouldRaise> wouldRaise(Known known, Case of, Level level, List<Fired> fired) {
        if (level == Level.L1_IMMEDIATE) {
            return List.of();
        }
        List<WouldRaise> raising = new ArrayList<>();
        Case trying = new Case(new long[of.known.length], new long[of.certain.length]);
        for (Question question : questions) {
            Truth truth = known.truth(question.key());
            if (truth == Truth.YES || truth == Truth.NO) {
                continue;
            }
            Level best = level;
            for (PlainConditions.Change trial : question.trials()) {
                trial.apply(of.known, trying.known);
                trial.apply(of.certain, trying.certain);
                best = best.moreSevereOf(tried(trying, question, fired));
            }
            if (best.compareTo(level) < 0) {
                raising.add(new WouldRaise(question.key(), best));
            }
        }
        raising.sort(Comparator.comparing(WouldRaise::to).thenComparing(WouldRaise::fact));
        return List.copyOf(raising);
    }

    /** The level where only the rules that look at one fact may have changed. */
    private static Level tried(Case trying, Question question, List<Fired> before) {
        Levels levels = new Levels();
        for (int nth = 0; nth < before.size(); nth++) {
            Fired hit = before.get(nth);
            if (!question.touched().contains(hit.rule())) {
                levels.add(hit.clause().effect(), hit.floor());
            }
        }
        for (int nth = 0; nth < question.inOrder().size(); nth++) {
            add(question.inOrder().get(nth), trying.known, trying.certain, levels);
        }
        return levels.level();
    }
}

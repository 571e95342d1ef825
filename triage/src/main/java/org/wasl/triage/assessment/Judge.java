package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** Applies the rules to what is known. */
final class Judge {

    /** Raised by the judge itself where a suspicion was answered with no. */
    static final String DENIED = "denied";

    private static final Condition NOTHING_ASKED = new Condition.All(List.of());

    private static final Comparator<Reason> MOST_SEVERE_FIRST =
            Comparator.comparing(Reason::floor).thenComparing(Reason::rule);

    private final RuleBook book;
    private final List<Question> questions = new ArrayList<>();

    Judge(RuleBook book) {
        this.book = book;
        for (FactKey key : FactKey.values()) {
            Set<Rule> touched = Collections.newSetFromMap(new IdentityHashMap<>());
            book.rules().stream().filter(rule -> rule.keys().contains(key)).forEach(touched::add);
            // Nobody can be asked what a text reads like.
            if (!touched.isEmpty() && key != FactKey.READS_LIKE) {
                questions.add(new Question(
                        key,
                        trials(key),
                        touched,
                        book.rules().stream().filter(touched::contains).toList()));
            }
        }
    }

    /**
     * A fact one could ask for.
     *
     * @param trials it with each of its details
     * @param touched the rules that look at it
     * @param inOrder the same in the order of the file
     */
    private record Question(FactKey key, List<Fact> trials, Set<Rule> touched, List<Rule> inOrder) {}

    /** The level and what it rests on. */
    Judgement judge(Facts facts, Set<String> signals) {
        Known known = Known.of(facts, signals);
        List<Fired> fired = fire(known);
        Level level = level(fired);
        if (known.anyDenied()) {
            Level before = level(Known.withoutDenials(facts, signals));
            Level kept = lessSevereOf(before, Level.L3_URGENT);
            fired.add(denied(kept));
            level = level.moreSevereOf(kept);
        }
        Level reached = level;
        return new Judgement(
                level,
                score(known),
                level.urgent() && !level(known.certain()).urgent(),
                reasons(fired, reached),
                wouldRaise(known, reached, fired),
                tags(fired));
    }

    /** The level before anything was answered with no. */
    Level undenied(Facts facts, Set<String> signals) {
        return level(Known.withoutDenials(facts, signals));
    }

    private List<Fired> fire(Known known) {
        Known certain = known.certain();
        List<Fired> fired = new ArrayList<>();
        for (Rule rule : book.rules()) {
            Fired hit = fire(rule, known, certain);
            if (hit != null) {
                fired.add(hit.supported(known));
            }
        }
        return fired;
    }

    /** The level alone, without what it rests on. */
    private Level level(Known known) {
        Known certain = known.certain();
        Levels levels = new Levels();
        for (Rule rule : book.rules()) {
            levels.add(fire(rule, known, certain));
        }
        return levels.level();
    }

    /** The most severe clause that holds; a suspicion counts up to the rule's cap. */
    private static @Nullable Fired fire(Rule rule, Known known, Known certain) {
        @Nullable Fired best = null;
        for (Rule.Clause clause : rule.clauses()) {
            if (!clause.condition().holds(known)) {
                continue;
            }
            boolean suspected = known != certain && !clause.condition().holds(certain);
            Level floor = floor(clause.effect());
            Level capped = suspected ? lessSevereOf(floor, rule.suspectedCap()) : floor;
            if (best == null || capped.compareTo(best.floor()) < 0) {
                best = new Fired(rule, clause, capped, suspected, List.of());
            }
        }
        return best;
    }

    private static Level floor(Rule.Effect effect) {
        return switch (effect) {
            case Rule.Effect.Floor(Level level) -> level;
            case Rule.Effect.Step(Level least) -> least;
            case Rule.Effect.Note() -> Level.L5_ADVICE;
            case Rule.Effect.Fallback(Level level) -> level;
        };
    }

    private static Level level(List<Fired> fired) {
        Levels levels = new Levels();
        fired.forEach(levels::add);
        return levels.level();
    }

    /** Adds up what fired rules say of the level. */
    private static final class Levels {
        private @Nullable Level floor;
        private @Nullable Level fallback;
        private Level least = Level.L5_ADVICE;
        private int steps;

        void add(@Nullable Fired hit) {
            if (hit == null) {
                return;
            }
            switch (hit.effect()) {
                case Rule.Effect.Floor any -> floor = floor == null ? hit.floor() : floor.moreSevereOf(hit.floor());
                case Rule.Effect.Step any -> {
                    steps++;
                    least = least.moreSevereOf(hit.floor());
                }
                // The first of the file counts: the general default stands last.
                case Rule.Effect.Fallback any -> fallback = fallback == null ? hit.floor() : fallback;
                case Rule.Effect.Note any -> {
                    // Says nothing about the level.
                }
            }
        }

        Level level() {
            Level base = floor != null ? floor : fallback != null ? fallback : Level.L4_STANDARD;
            return stepped(base, steps).moreSevereOf(least);
        }
    }

    private static Level stepped(Level base, int steps) {
        if (base.atLeastAsSevereAs(Level.L2_EMERGENT)) {
            return base;
        }
        return Level.values()[Math.max(Level.L2_EMERGENT.ordinal(), base.ordinal() - steps)];
    }

    private List<Reason> reasons(List<Fired> fired, Level level) {
        boolean anything = fired.stream().anyMatch(Fired::raises);
        return fired.stream()
                .filter(hit -> !(hit.effect() instanceof Rule.Effect.Fallback) || !anything)
                .filter(hit -> !(hit.effect() instanceof Rule.Effect.Fallback) || hit.floor() == level)
                .map(this::reason)
                .sorted(MOST_SEVERE_FIRST)
                .toList();
    }

    private Reason reason(Fired hit) {
        Set<FactKey> keys = EnumSet.noneOf(FactKey.class);
        hit.support().forEach(fact -> keys.add(fact.key()));
        return new Reason(
                hit.rule().id(),
                book.version() + "/" + hit.rule().version(),
                hit.floor(),
                hit.rule().text(),
                List.copyOf(keys),
                hit.suspected(),
                evidence(hit.support()));
    }

    /** The earliest words, the longest of those. */
    private static @Nullable Evidence evidence(List<Fact> support) {
        @Nullable Evidence best = null;
        for (Fact fact : support) {
            Evidence words = fact.evidence();
            if (words != null
                    && (best == null
                            || words.start() < best.start()
                            || (words.start() == best.start() && words.end() > best.end()))) {
                best = words;
            }
        }
        return best;
    }

    private Fired denied(Level floor) {
        Rule rule = book.rules().stream()
                .filter(candidate -> candidate.id().equals("N01"))
                .findFirst()
                .orElseThrow();
        return new Fired(rule, new Rule.Clause(new Rule.Effect.Floor(floor), NOTHING_ASKED), floor, false, List.of());
    }

    private Set<Tag> tags(List<Fired> fired) {
        Set<Tag> tags = EnumSet.noneOf(Tag.class);
        fired.forEach(hit -> tags.addAll(hit.rule().tags()));
        return Set.copyOf(tags);
    }

    private int score(Known known) {
        Known certain = known.certain();
        int doubled = 0;
        for (RuleBook.Weight weight : book.weights()) {
            if (weight.condition().holds(certain)) {
                doubled += 2 * weight.points();
            } else if (weight.condition().holds(known)) {
                doubled += weight.points();
            }
        }
        return Math.min(100, doubled / 2);
    }

    /** Tries every fact that is neither known nor denied, with each of its details. */
    private List<WouldRaise> wouldRaise(Known known, Level level, List<Fired> fired) {
        if (level == Level.L1_IMMEDIATE) {
            return List.of();
        }
        List<WouldRaise> raising = new ArrayList<>();
        Known.Trial maybe = known.trying();
        Known.Trial surely = known.certain().trying();
        for (Question question : questions) {
            Truth truth = known.truth(question.key());
            if (truth == Truth.YES || truth == Truth.NO) {
                continue;
            }
            Level best = level;
            for (Fact trial : question.trials()) {
                best = best.moreSevereOf(tried(maybe.with(trial), surely.with(trial), question, fired));
            }
            maybe.without(question.key());
            surely.without(question.key());
            if (best.compareTo(level) < 0) {
                raising.add(new WouldRaise(question.key(), best));
            }
        }
        raising.sort(Comparator.comparing(WouldRaise::to).thenComparing(WouldRaise::fact));
        return List.copyOf(raising);
    }

    /** The level where only the rules that look at one fact may have changed. */
    private static Level tried(Known known, Known certain, Question question, List<Fired> before) {
        Levels levels = new Levels();
        for (Fired hit : before) {
            if (!question.touched().contains(hit.rule())) {
                levels.add(hit);
            }
        }
        for (Rule rule : question.inOrder()) {
            levels.add(fire(rule, known, certain));
        }
        return levels.level();
    }

    private static List<Fact> trials(FactKey key) {
        List<Fact> trials = new ArrayList<>();
        trials.add(new Fact(key, Truth.YES, null, 0, FactSource.OPERATOR, null));
        for (String detail : new LinkedHashSet<>(key.details())) {
            trials.add(new Fact(key, Truth.YES, detail, 0, FactSource.OPERATOR, null));
        }
        return trials;
    }

    private static Level lessSevereOf(Level one, Level other) {
        return one.atLeastAsSevereAs(other) ? other : one;
    }

    /** A rule that speaks, by which clause, and what that rests on. */
    private record Fired(Rule rule, Rule.Clause clause, Level floor, boolean suspected, List<Fact> support) {

        Rule.Effect effect() {
            return clause.effect();
        }

        boolean raises() {
            return effect() instanceof Rule.Effect.Floor || effect() instanceof Rule.Effect.Step;
        }

        Fired supported(Known known) {
            List<Fact> facts = new ArrayList<>();
            clause.condition().holds(known, facts);
            return new Fired(rule, clause, floor, suspected, facts);
        }
    }

    /** What the rules say, without what the text says of itself. */
    record Judgement(
            Level level,
            int score,
            boolean suspectedOnly,
            List<Reason> reasons,
            List<WouldRaise> wouldRaise,
            Set<Tag> tags) {}
}

package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.CompiledRules.Fired;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;

/** Applies the rules to what is known. */
final class Judge {

    /** Raised by the judge itself where a suspicion was answered with no. */
    static final String DENIED = "denied";

    private static final Condition NOTHING_ASKED = new Condition.All(List.of());

    private static final Comparator<Reason> MOST_SEVERE_FIRST =
            Comparator.comparing(Reason::floor).thenComparing(Reason::rule);

    private final RuleBook book;
    private final CompiledRules rules;

    Judge(RuleBook book) {
        this.book = book;
        this.rules = new CompiledRules(book);
    }

    /** The level and what it rests on. */
    Judgement judge(Facts facts, Set<String> signals) {
        Known known = Known.of(facts, signals);
        CompiledRules.Case seen = rules.of(known);
        List<Fired> fired = rules.fired(seen);
        Level level = level(fired);
        if (known.anyDenied()) {
            Level kept = lessSevereOf(undenied(facts, signals), Level.L3_URGENT);
            fired.add(denied(kept));
            level = level.moreSevereOf(kept);
        }
        Level reached = level;
        fired.removeIf(hit -> untold(hit, reached));
        return new Judgement(
                level,
                rules.score(seen),
                level.urgent() && !rules.level(seen.certain()).urgent(),
                reasons(fired, level, known),
                rules.wouldRaise(known, seen, level, fired),
                tags(fired));
    }

    /** The level before anything was answered with no. */
    Level undenied(Facts facts, Set<String> signals) {
        return rules.level(rules.of(Known.withoutDenials(facts, signals)));
    }

    private static Level level(List<Fired> fired) {
        Levels levels = new Levels();
        fired.forEach(hit -> levels.add(hit.clause().effect(), hit.floor()));
        return levels.level();
    }

    /** A question whether it may be more urgent is no longer one where it is. */
    private static boolean untold(Fired hit, Level level) {
        return hit.clause().effect() instanceof Rule.Effect.Note(Level below)
                && below != null
                && level.atLeastAsSevereAs(below);
    }

    private List<Reason> reasons(List<Fired> fired, Level level, Known known) {
        boolean anything = fired.stream().anyMatch(Judge::raises);
        List<Reason> reasons = new ArrayList<>();
        for (Fired hit : fired) {
            boolean fallback = hit.clause().effect() instanceof Rule.Effect.Fallback;
            if (!fallback || (!anything && hit.floor() == level)) {
                reasons.add(reason(hit, known));
            }
        }
        reasons.sort(MOST_SEVERE_FIRST);
        return List.copyOf(reasons);
    }

    private static boolean raises(Fired hit) {
        Rule.Effect effect = hit.clause().effect();
        return effect instanceof Rule.Effect.Floor || effect instanceof Rule.Effect.Step;
    }

    private Reason reason(Fired hit, Known known) {
        List<Fact> support = new ArrayList<>();
        hit.clause().condition().holds(known, support);
        Set<FactKey> keys = EnumSet.noneOf(FactKey.class);
        support.forEach(fact -> keys.add(fact.key()));
        return new Reason(
                hit.rule().id(),
                book.version() + "/" + hit.rule().version(),
                hit.floor(),
                hit.rule().text(),
                List.copyOf(keys),
                hit.suspected(),
                evidence(support));
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
        return new Fired(rule, new Rule.Clause(new Rule.Effect.Floor(floor), NOTHING_ASKED), floor, false);
    }

    private Set<Tag> tags(List<Fired> fired) {
        Set<Tag> tags = EnumSet.noneOf(Tag.class);
        fired.forEach(hit -> tags.addAll(hit.rule().tags()));
        return Set.copyOf(tags);
    }

    private static Level lessSevereOf(Level one, Level other) {
        return one.atLeastAsSevereAs(other) ? other : one;
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

package org.wasl.admin.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseReport;

/**
 * Which class a closed case is of and from which day on it may be destroyed. The classes are asked in the order of the
 * file, and the first that fits is the case's.
 */
final class RetentionPlan {
    static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    /** Within so long somebody who writes again has their case opened again (domain rule): nothing goes before. */
    private static final Period REOPENED = Period.ofDays(90);

    private static final Period LONGEST = Period.ofYears(10);
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);
    private static final Set<CaseEvent.Kind> ENDS = EnumSet.of(CaseEvent.Kind.CLOSED, CaseEvent.Kind.MERGED);

    private final List<RetentionRule> rules;

    private RetentionPlan(List<RetentionRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * What is to become of a closed case.
     *
     * @param closed the day it ended, in Baghdad
     * @param due the first day on which it may be destroyed
     */
    record Fate(RetentionClass of, LocalDate closed, LocalDate due) {}

    /** What the jar holds. */
    static RetentionPlan shipped() {
        return PlanFile.read("retention.yml");
    }

    /** Makes a plan of these rules, or throws with everything that is wrong with them. */
    static RetentionPlan of(List<RetentionRule> read, List<String> problems) {
        List<String> wrong = new ArrayList<>(problems);
        EnumSet<RetentionClass> seen = EnumSet.noneOf(RetentionClass.class);
        for (RetentionRule rule : read) {
            if (!seen.add(rule.of())) {
                wrong.add(rule.of() + ": twice");
            }
            check(rule, wrong);
        }
        EnumSet.complementOf(seen).forEach(one -> wrong.add(one + ": missing"));
        if (read.stream().limit(Math.max(0, read.size() - 1)).anyMatch(rule -> rule.when() == null)) {
            wrong.add("a class of all others that is not the last");
        }
        if (read.isEmpty() || read.getLast().when() != null) {
            wrong.add("no class of all others at the end");
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("retention.yml: " + String.join("; ", wrong));
        }
        return new RetentionPlan(read);
    }

    private static void check(RetentionRule rule, List<String> wrong) {
        boolean drill = rule.of() == RetentionClass.DRILL;
        if (rule.keep().isNegative() || rule.keep().isZero()) {
            wrong.add(rule.of() + ": keep " + rule.keep() + " (expected: > 0)");
        }
        if (!drill && ANY_DAY.plus(rule.keep()).isBefore(ANY_DAY.plus(REOPENED))) {
            wrong.add(rule.of() + ": keep " + rule.keep() + " (expected: " + REOPENED
                    + " or more, while it may be opened again)");
        }
        if (ANY_DAY.plus(rule.keep()).isAfter(ANY_DAY.plus(LONGEST))) {
            wrong.add(rule.of() + ": keep " + rule.keep() + " (expected: at most " + LONGEST + ")");
        }
        if (rule.source().isBlank() || rule.why().isBlank()) {
            wrong.add(rule.of() + ": source and why (expected: both; \"proposal\" where nobody has decided)");
        }
        RetentionRule.When when = rule.when();
        if (when != null && when.nothing()) {
            wrong.add(rule.of() + ": when: nothing in it");
        }
    }

    List<RetentionRule> rules() {
        return rules;
    }

    /** The class of a closed case and the first day it may go. Meaningless for an open one. */
    Fate fate(Case held) {
        RetentionRule rule =
                rules.stream().filter(one -> one.fits(held)).findFirst().orElseThrow();
        LocalDate closed = day(ended(held));
        return new Fate(rule.of(), closed, closed.plus(rule.keep()));
    }

    /** No shelf younger than this can hold anything that is due. */
    LocalDate newestDue(LocalDate today) {
        return rules.stream()
                .map(rule -> today.minus(rule.keep()))
                .max(Comparator.naturalOrder())
                .orElse(today);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BAGHDAD);
    }

    /** When it last ended, or when the person last wrote, whichever is later. */
    private static Instant ended(Case held) {
        Stream<Instant> ends = held.events().stream()
                .filter(event -> ENDS.contains(event.kind()))
                .map(CaseEvent::at);
        Stream<Instant> words = held.reports().stream().map(CaseReport::latest).map(part -> part.at());
        return Stream.concat(ends, words).max(Comparator.naturalOrder()).orElse(held.opened());
    }
}

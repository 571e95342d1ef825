package org.wasl.bot.conversation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/**
 * When a flow goes one way. Written in flows as {@code fact:dangerNow=yes|suspected}, {@code level:L2} (at least as
 * urgent), {@code category:BLK|CYB}, {@code flag:only-advice}, {@code answer:safe=reads}, {@code asked:age} (answered or
 * skipped), {@code asked:blk|cyb=3} (at least three of the questions so named or named {@code blk-...}), {@code
 * territory:KRI}, {@code detail:ageBand=15-17} (the fact holds, with that detail), {@code within:publishDeadline=6}
 * (hours); negated by a leading {@code !}; joined by a list, all of which must hold, or by {@code any:}.
 */
sealed interface Condition {

    Condition ALWAYS = new All(List.of());

    boolean holds(Situation situation);

    /** What a condition may ask about. */
    interface Situation {
        Facts facts();

        Level level();

        Category category();

        boolean is(Flag flag);

        List<String> answer(String step);

        /** Questions that were answered or skipped. */
        Set<String> asked();

        /** {@code FED}, {@code KRI}, or empty while it is not known. */
        String territory();
    }

    record FactIs(FactKey key, Set<Truth> truths) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return truths.contains(standing(situation.facts(), key));
        }
    }

    /** Known or suspected, with one of these details. */
    record Detailed(FactKey key, Set<String> details) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return undenied(situation.facts(), key)
                    .anyMatch(fact -> fact.truth().holds() && details.contains(String.valueOf(fact.detail())));
        }
    }

    /** Known or suspected to come within so many hours. */
    record Within(FactKey key, int hours) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return undenied(situation.facts(), key)
                    .anyMatch(fact -> fact.truth().holds() && fact.hours() != null && fact.hours() <= hours);
        }
    }

    record LevelAtLeast(Level level) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.level().atLeastAsSevereAs(level);
        }
    }

    record CategoryIn(Set<Category> categories) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return categories.contains(situation.category());
        }
    }

    record Flagged(Flag flag) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.is(flag);
        }
    }

    record Answered(String step, Set<String> options) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.answer(step).stream().anyMatch(options::contains);
        }
    }

    /** At least so many questions were put, of those named so or {@code name-...}. */
    record Asked(Set<String> names, int least) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.asked().stream().filter(this::counts).count() >= least;
        }

        boolean counts(String step) {
            return names.stream().anyMatch(name -> step.equals(name) || step.startsWith(name + "-"));
        }
    }

    record Territory(String territory) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.territory().equals(territory);
        }
    }

    record Not(Condition inner) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return !inner.holds(situation);
        }
    }

    record All(List<Condition> inner) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return inner.stream().allMatch(condition -> condition.holds(situation));
        }
    }

    record Any(List<Condition> inner) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return inner.stream().anyMatch(condition -> condition.holds(situation));
        }
    }

    private static Stream<Fact> undenied(Facts facts, FactKey key) {
        List<Fact> held = facts.observations(key);
        return held.stream().filter(fact -> held.stream().noneMatch(other -> other.denies(fact)));
    }

    /** The strongest observation that was not answered with no since. */
    static Truth standing(Facts facts, FactKey key) {
        return undenied(facts, key).map(Fact::truth).reduce(Truth.NOT_ASKED, Truth::strongerOf);
    }

    /** Reads the written form; a mistake becomes a problem and the condition never holds. */
    static Condition read(Object written, DataFile where) {
        if (written instanceof List<?> list) {
            return new All(list.stream().map(one -> read(one, where)).toList());
        }
        if (written instanceof Map<?, ?> map && map.get("any") instanceof List<?> list) {
            return new Any(list.stream().map(one -> read(one, where)).toList());
        }
        String text = String.valueOf(written).strip();
        if (text.startsWith("!")) {
            return new Not(read(text.substring(1), where));
        }
        try {
            return atom(text);
        } catch (IllegalArgumentException e) {
            where.problem("condition not understood: " + text);
            return new Any(List.of());
        }
    }

    private static Condition atom(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no colon");
        }
        String kind = text.substring(0, colon);
        String rest = text.substring(colon + 1);
        return switch (kind) {
            case "fact" -> fact(rest);
            case "level" -> new LevelAtLeast(Level.ofWire(rest));
            case "category" ->
                new CategoryIn(Arrays.stream(rest.split("\\|", -1))
                        .map(Category::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class))));
            case "flag" ->
                new Flagged(Flag.valueOf(rest.toUpperCase(Locale.ROOT).replace('-', '_')));
            case "answer" -> answer(rest);
            case "asked" -> asked(rest);
            case "territory" -> new Territory(rest);
            case "detail" -> detail(rest);
            case "within" -> within(rest);
            default -> throw new IllegalArgumentException("unknown kind");
        };
    }

    private static Condition fact(String rest) {
        Set<Truth> truths = EnumSet.noneOf(Truth.class);
        for (String one : after(rest).split("\\|", -1)) {
            switch (one) {
                case "holds" -> truths.addAll(List.of(Truth.YES, Truth.SUSPECTED));
                case "answered" -> truths.addAll(List.of(Truth.YES, Truth.NO, Truth.DECLINED, Truth.UNKNOWN));
                default -> truths.add(Truth.valueOf(one.toUpperCase(Locale.ROOT)));
            }
        }
        return new FactIs(FactKey.ofWire(before(rest)), truths);
    }

    private static Condition answer(String rest) {
        return new Answered(before(rest), Set.of(after(rest).split("\\|", -1)));
    }

    private static Condition detail(String rest) {
        FactKey key = FactKey.ofWire(before(rest));
        Set<String> details = Set.of(after(rest).split("\\|", -1));
        if (!key.details().isEmpty() && !key.details().containsAll(details)) {
            throw new IllegalArgumentException("detail not in the list of this fact");
        }
        return new Detailed(key, details);
    }

    private static Condition within(String rest) {
        return new Within(FactKey.ofWire(before(rest)), Integer.parseInt(after(rest)));
    }

    private static String before(String rest) {
        return rest.substring(0, equalsAt(rest));
    }

    private static String after(String rest) {
        return rest.substring(equalsAt(rest) + 1);
    }

    private static int equalsAt(String rest) {
        int equals = rest.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("no value");
        }
        return equals;
    }

    private static Condition asked(String rest) {
        boolean counted = rest.indexOf('=') >= 0;
        String names = counted ? before(rest) : rest;
        return new Asked(Set.of(names.split("\\|", -1)), counted ? Integer.parseInt(after(rest)) : 1);
    }
}

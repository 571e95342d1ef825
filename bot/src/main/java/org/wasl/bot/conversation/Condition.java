package org.wasl.bot.conversation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/**
 * When a flow goes one way. Written in flows as {@code fact:dangerNow=yes|suspected}, {@code level:L2} (at least as
 * urgent), {@code category:BLK|CYB}, {@code flag:only-advice}, {@code answer:safe=reads}, {@code territory:KRI};
 * negated by a leading {@code !}; joined by a list, all of which must hold, or by {@code any:}.
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

        /** {@code FED}, {@code KRI}, or empty while it is not known. */
        String territory();
    }

    record FactIs(FactKey key, Set<Truth> truths) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return truths.contains(standing(situation.facts(), key));
        }

        /** The strongest observation that was not answered with no since. */
        private static Truth standing(Facts facts, FactKey key) {
            List<Fact> held = facts.observations(key);
            return held.stream()
                    .filter(fact -> held.stream().noneMatch(other -> other.denies(fact)))
                    .map(Fact::truth)
                    .reduce(Truth.NOT_ASKED, Truth::strongerOf);
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
            case "territory" -> new Territory(rest);
            default -> throw new IllegalArgumentException("unknown kind");
        };
    }

    private static Condition fact(String rest) {
        int equals = rest.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("no value");
        }
        Set<Truth> truths = EnumSet.noneOf(Truth.class);
        for (String one : rest.substring(equals + 1).split("\\|", -1)) {
            switch (one) {
                case "holds" -> truths.addAll(List.of(Truth.YES, Truth.SUSPECTED));
                case "answered" -> truths.addAll(List.of(Truth.YES, Truth.NO, Truth.DECLINED, Truth.UNKNOWN));
                default -> truths.add(Truth.valueOf(one.toUpperCase(Locale.ROOT)));
            }
        }
        return new FactIs(FactKey.ofWire(rest.substring(0, equals)), truths);
    }

    private static Condition answer(String rest) {
        int equals = rest.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("no value");
        }
        return new Answered(
                rest.substring(0, equals), Set.of(rest.substring(equals + 1).split("\\|", -1)));
    }
}

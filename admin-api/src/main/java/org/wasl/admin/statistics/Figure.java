package org.wasl.admin.statistics;

import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * One number as it may be told.
 *
 * @param value the count; meaningless unless {@link #kind} is one that has a count
 */
record Figure(Kind kind, long value) {
    static final Figure WITHHELD = new Figure(Kind.WITHHELD, 0);

    /** How much of a number is told. */
    public enum Kind {
        /** All of it. */
        TOLD,
        /** So many or more: parts of it are withheld. */
        AT_LEAST,
        /** Nothing but that it is not nothing. */
        WITHHELD
    }

    static Figure of(long value) {
        return new Figure(Kind.TOLD, value);
    }

    static Figure atLeast(long value) {
        return new Figure(Kind.AT_LEAST, value);
    }

    /** Both together; knows no more than they do. */
    Figure plus(Figure other) {
        boolean told = kind == Kind.TOLD && other.kind == Kind.TOLD;
        if (told) {
            return of(value + other.value);
        }
        long sum = value + other.value;
        return sum == 0 ? WITHHELD : atLeast(sum);
    }

    /** As it is written, the same on a page and in every file. */
    String written(LongFunction<String> told, LongFunction<String> atLeast, Supplier<String> withheld) {
        return switch (kind) {
            case TOLD -> told.apply(value);
            case AT_LEAST -> atLeast.apply(value);
            case WITHHELD -> withheld.get();
        };
    }

    /** {@code 57}, {@code ≥57} or {@code •}: without words, so that it is the same in every language. */
    public String text() {
        return written(Long::toString, count -> "≥" + count, () -> "•");
    }

    public boolean told() {
        return kind == Kind.TOLD;
    }
}

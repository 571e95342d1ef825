package org.wasl.admin.statistics;

import java.util.List;
import java.util.stream.Stream;

/**
 * What everybody knows of a table: that its parts add up to the whole. Parts that are empty are left out, since an empty
 * one is shown and adds nothing.
 */
record Sum(Cell whole, List<Cell> parts) {
    Sum {
        parts = List.copyOf(parts);
    }

    Stream<Cell> members() {
        return Stream.concat(Stream.of(whole), parts.stream());
    }
}

package org.wasl.admin.statistics;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One count: of everything that has these values. Without any it is the total. */
final class Cell implements Comparable<Cell> {
    static final Cell TOTAL = new Cell(Collections.emptySortedMap());

    private static final String BETWEEN = ";";

    private final SortedMap<Dimension, String> at;
    private final String text;

    private Cell(SortedMap<Dimension, String> at) {
        this.at = Collections.unmodifiableSortedMap(at);
        this.text = at.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(BETWEEN));
    }

    static Cell of(Map<Dimension, String> at) {
        return new Cell(new TreeMap<>(at));
    }

    /** Of what was counted, the values in these dimensions. */
    static Cell of(Map<Dimension, String> codes, Set<Dimension> among) {
        SortedMap<Dimension, String> at = new TreeMap<>();
        among.forEach(dimension -> at.put(dimension, codes.getOrDefault(dimension, dimension.unknown())));
        return new Cell(at);
    }

    Set<Dimension> dimensions() {
        return at.keySet();
    }

    @Nullable
    String value(Dimension dimension) {
        return at.get(dimension);
    }

    /** The count this one is a part of, when one dimension is no longer told apart. */
    Cell without(Dimension dimension) {
        SortedMap<Dimension, String> fewer = new TreeMap<>(at);
        fewer.remove(dimension);
        return new Cell(fewer);
    }

    Cell with(Dimension dimension, String value) {
        SortedMap<Dimension, String> more = new TreeMap<>(at);
        more.put(dimension, value);
        return new Cell(more);
    }

    /** {@code LEVEL=L1_IMMEDIATE;CATEGORY=DV}, as it is stored. Empty for the total. */
    String text() {
        return text;
    }

    /** By how finely it is cut, then by name: a fixed order, so that every node withholds the same. */
    @Override
    public int compareTo(Cell other) {
        int bySize = Integer.compare(at.size(), other.at.size());
        return bySize != 0 ? bySize : text.compareTo(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cell cell && text.equals(cell.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

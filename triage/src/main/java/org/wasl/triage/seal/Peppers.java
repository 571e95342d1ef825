package org.wasl.triage.seal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The living peppers by version. A version is retired only when no mailbox of it is left; the highest is for new ones. */
public final class Peppers {

    private final NavigableMap<Integer, MacKey> byVersion;

    private Peppers(NavigableMap<Integer, MacKey> byVersion) {
        this.byVersion = byVersion;
    }

    /** Throws when there is none, or two are equal: a pepper used twice was never rotated. */
    public static Peppers of(Map<Integer, Bytes> peppers) {
        if (peppers.isEmpty()) {
            throw new IllegalArgumentException("peppers: none (expected: at least one)");
        }
        if (new HashSet<>(peppers.values()).size() < peppers.size()) {
            throw new IllegalArgumentException("peppers: two versions are equal (expected: all different)");
        }
        NavigableMap<Integer, MacKey> keys = new TreeMap<>();
        peppers.forEach((version, pepper) -> keys.put(version, MacKey.of(pepper)));
        return new Peppers(keys);
    }

    /** Newest first. */
    public List<Integer> versions() {
        return List.copyOf(new ArrayList<>(byVersion.descendingKeySet()));
    }

    public int newest() {
        return byVersion.lastKey();
    }

    /** Throws for a version that is not living. */
    public MacKey pepper(int version) {
        MacKey pepper = byVersion.get(version);
        if (pepper == null) {
            SortedSet<Integer> living = Collections.unmodifiableSortedSet(byVersion.navigableKeySet());
            throw new IllegalArgumentException("pepper: version " + version + " (expected one of " + living + ")");
        }
        return pepper;
    }

    @Override
    public String toString() {
        return "Peppers" + byVersion.keySet();
    }
}

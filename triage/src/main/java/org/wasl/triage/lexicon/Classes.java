package org.wasl.triage.lexicon;

import java.util.Arrays;
import java.util.Collection;

/** Numbers of word classes, ascending, none twice. Immutable. */
public final class Classes {

    public static final Classes NONE = new Classes(new int[0]);

    private final int[] ids;

    private Classes(int[] ids) {
        this.ids = ids;
    }

    /** In any order. */
    public static Classes of(Collection<Integer> ids) {
        return ids.isEmpty()
                ? NONE
                : new Classes(ids.stream()
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** In any order. */
    public static Classes of(int... ids) {
        return ids.length == 0
                ? NONE
                : new Classes(Arrays.stream(ids).sorted().distinct().toArray());
    }

    /** In ascending order, none twice; the array is not to be changed any more. */
    static Classes ascending(int[] ids) {
        return ids.length == 0 ? NONE : new Classes(ids);
    }

    /** A copy of the numbers. */
    int[] ids() {
        return ids.clone();
    }

    public int size() {
        return ids.length;
    }

    public int id(int at) {
        return ids[at];
    }

    public boolean contains(int id) {
        for (int one : ids) {
            if (one == id) {
                return true;
            }
        }
        return false;
    }

    /** These and those. */
    public Classes and(Classes others) {
        if (others.ids.length == 0 || Arrays.equals(ids, others.ids)) {
            return this;
        }
        if (ids.length == 0) {
            return others;
        }
        int[] both = new int[ids.length + others.ids.length];
        int count = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < ids.length || theirs < others.ids.length) {
            int next;
            if (theirs == others.ids.length || (mine < ids.length && ids[mine] <= others.ids[theirs])) {
                next = ids[mine++];
            } else {
                next = others.ids[theirs++];
            }
            if (count == 0 || both[count - 1] != next) {
                both[count++] = next;
            }
        }
        return new Classes(Arrays.copyOf(both, count));
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}

package org.wasl.admin.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wasl.admin.casework.Orphans;

/**
 * What was destroyed, by whose word, and that it was looked for afterwards and not found. Numbers, names of keys and
 * counts: nothing that was in a case.
 *
 * @param format of this record, 1
 * @param list the list it was destroyed by
 * @param by staff ids of those who agreed
 * @param classes how many of each class were destroyed
 * @param spared how many were on the list and were not destroyed, by why
 * @param gone what went with the cases
 * @param orphans what was found to belong to no case, over the whole store, after the destruction
 * @param seal HMAC over {@link #statement}, by a key outside the store
 */
record DestructionRecord(
        int format,
        String list,
        LocalDate proposed,
        List<String> by,
        Instant finished,
        List<Destroyed> destroyed,
        SortedMap<RetentionClass, Integer> classes,
        SortedMap<String, Integer> spared,
        Gone gone,
        Orphans orphans,
        String seal) {

    public DestructionRecord {
        by = List.copyOf(by);
        destroyed = List.copyOf(destroyed);
        classes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        spared = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(spared));
    }

    /** A case that is gone, and the name of its key. */
    public record Destroyed(String number, String key) {}

    /** Counts of what went with the cases. */
    public record Gone(int reports, int mailboxes, int attachments, int accused) {}

    static DestructionRecord of(DestructionList list, Instant finished, Orphans orphans) {
        SortedMap<RetentionClass, Integer> classes = new TreeMap<>();
        SortedMap<String, Integer> spared = new TreeMap<>();
        List<Destroyed> destroyed = new ArrayList<>();
        Item.Gone gone = Item.Gone.NOTHING;
        for (Item item : list.items()) {
            if (item.state() == Item.State.DESTROYED) {
                classes.merge(item.of(), 1, Integer::sum);
                destroyed.add(new Destroyed(item.number(), item.key()));
                gone = gone.and(item.gone());
            } else {
                spared.merge(item.state().name(), 1, Integer::sum);
            }
        }
        return new DestructionRecord(
                1,
                list.id(),
                list.proposed(),
                list.words().stream()
                        .filter(DestructionList.Agreed::agreed)
                        .map(DestructionList.Agreed::by)
                        .toList(),
                finished,
                destroyed,
                classes,
                spared,
                new Gone(gone.reports(), gone.mailboxes(), gone.attachments(), gone.accused()),
                orphans,
                "");
    }

    DestructionRecord sealed(String by) {
        return new DestructionRecord(
                format, list, proposed, this.by, finished, destroyed, classes, spared, gone, orphans, by);
    }

    /** All it says but the seal, a line for each thing, in an order of its own: what the seal is made of. */
    public String statement() {
        return String.join(
                "\n",
                "wasl destruction " + format,
                "list " + list + " proposed " + proposed + " finished " + finished,
                "by " + String.join(" ", by),
                "classes " + counts(classes),
                "spared " + counts(spared),
                "gone " + gone.reports() + " " + gone.mailboxes() + " " + gone.attachments() + " " + gone.accused(),
                "orphans " + orphans.statement(),
                destroyed.stream()
                        .map(one -> one.number() + " " + one.key())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    private static String counts(Map<?, Integer> counts) {
        return counts.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }
}

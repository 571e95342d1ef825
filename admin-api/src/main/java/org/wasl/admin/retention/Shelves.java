package org.wasl.admin.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.ClosedCases;

/**
 * Where closed cases wait for their day: one shelf for each day of closing. The shelves are what leads to a case, never
 * what is true of it; class and day are worked out anew before anything is destroyed.
 */
final class Shelves implements ClosedCases {
    private final SealedDocs<Shelf> shelves;
    private final RetentionPlan plan;
    /** Where those stand that are about to be destroyed. A hint: the shelf itself is asked. */
    private final Map<CaseNumber, String> days = new ConcurrentHashMap<>();

    Shelves(SealedDocs<Shelf> shelves, RetentionPlan plan) {
        this.shelves = shelves;
        this.plan = plan;
    }

    /** A case whose day may have come. */
    record Candidate(CaseNumber number, LocalDate closed) {}

    @Override
    public void settling(Case held) {
        put(held.number(), plan.fate(held));
    }

    void put(CaseNumber number, RetentionPlan.Fate fate) {
        Shelf.Place place = new Shelf.Place(fate.of(), fate.due());
        shelves.put(fate.closed().toString(), Shelf.EMPTY, shelf -> shelf.with(number.value(), place));
        days.remove(number);
    }

    /** Takes a case off a shelf; an empty shelf goes. */
    void remove(CaseNumber number, LocalDate closed) {
        String day = closed.toString();
        shelves.change(day, shelf -> shelf.without(number.value()));
        shelves.read(day)
                .filter(held -> held.value().cases().isEmpty())
                .ifPresent(held -> shelves.delete(day, held.version()));
    }

    /** Takes a case off whatever shelf it stands on, whoever put it there. */
    void forget(CaseNumber number) {
        day(number).ifPresent(day -> remove(number, LocalDate.parse(day)));
    }

    /** Whether it stands on a shelf, read anew. */
    boolean holds(CaseNumber number) {
        return day(number).isPresent();
    }

    /** Of most cases this node knows the shelf; where it does not, all are looked at, the latest first. */
    private Optional<String> day(CaseNumber number) {
        String known = days.get(number);
        if (known != null) {
            return on(known, number) ? Optional.of(known) : Optional.empty();
        }
        return shelves.ids().reversed().stream()
                .filter(day -> on(day, number))
                .peek(day -> days.put(number, day))
                .findFirst();
    }

    private boolean on(String day, CaseNumber number) {
        return shelves.value(day).orElse(Shelf.EMPTY).cases().containsKey(number.value());
    }

    /** Cases whose day has come by their shelf, the longest closed first. */
    List<Candidate> due(LocalDate today, int most, Set<CaseNumber> except) {
        List<Candidate> due = new ArrayList<>();
        String newest = plan.newestDue(today).toString();
        for (String day : shelves.ids()) {
            if (day.compareTo(newest) > 0) {
                return due;
            }
            for (Map.Entry<String, Shelf.Place> one :
                    shelves.value(day).orElse(Shelf.EMPTY).cases().entrySet()) {
                CaseNumber number = new CaseNumber(one.getKey());
                if (!one.getValue().due().isAfter(today) && !except.contains(number)) {
                    days.put(number, day);
                    due.add(new Candidate(number, LocalDate.parse(day)));
                }
                if (due.size() == most) {
                    return due;
                }
            }
        }
        return due;
    }

    /** Every case that stands on a shelf. */
    Set<CaseNumber> all() {
        Set<CaseNumber> all = new HashSet<>();
        for (String day : shelves.ids()) {
            shelves.value(day)
                    .ifPresent(shelf -> shelf.cases().keySet().forEach(number -> all.add(new CaseNumber(number))));
        }
        return all;
    }
}

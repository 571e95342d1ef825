package org.wasl.admin.awareness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;

/** Adds up the sessions of one governorate. */
final class EffectSum {
    private int sessions;
    private int begun;
    private final int[] people = new int[Session.Sex.values().length];

    void add(Session session, int begunWith) {
        sessions++;
        begun += begunWith;
        Session.Outcome outcome = session.outcome();
        if (outcome != null) {
            outcome.attendance().forEach(count -> people[count.sex().ordinal()] += count.people());
        }
    }

    EffectRow row(Governorate governorate, SmallCells cells) {
        List<Integer> counts = List.of(people[0], people[1], people[2]);
        List<@Nullable Integer> shown = cells.besideTheirTotal(counts);
        return new EffectRow(
                governorate,
                sessions,
                shown.get(Session.Sex.WOMEN.ordinal()),
                shown.get(Session.Sex.MEN.ordinal()),
                shown.get(Session.Sex.UNSTATED.ordinal()),
                cells.total(counts),
                cells.shown(begun));
    }
}

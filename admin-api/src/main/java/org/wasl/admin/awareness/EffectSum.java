package org.wasl.admin.awareness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;

/** Adds up the sessions of one governorate. */
final class EffectSum {
    private int sessions;
    private int begun;
    private final int[] people = new int[Session.Sex.values().length];

    /** @param told as it is told of the session itself: a sum of more would give away what is hidden there */
    void add(Session session, int told) {
        sessions++;
        begun += told;
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
                begun == 0 ? null : Integer.valueOf(begun));
    }
}

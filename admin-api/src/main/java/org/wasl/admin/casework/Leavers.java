package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Instant;
import org.wasl.admin.officer.Departure;
import org.wasl.admin.officer.StaffId;

/** Frees what somebody held whose account was closed: their cases call for others at once. */
final class Leavers implements Departure {
    private final CaseBook book;
    private final HotSet hot;
    private final Clock clock;

    Leavers(CaseBook book, HotSet hot, Clock clock) {
        this.book = book;
        this.hot = hot;
        this.clock = clock;
    }

    @Override
    public void left(StaffId who) {
        Instant now = clock.instant();
        for (HotCase held : hot.all()) {
            if (held.team().contains(who)) {
                book.change(held.number(), one -> without(one, who, now));
            }
        }
    }

    private static Case without(Case held, StaffId who, Instant now) {
        boolean owner = who.equals(held.handling().owner()) && held.status().open();
        Case freed = owner ? Assignments.givenBack(held, now) : held;
        Case next = freed.handled(freed.handling().without(who))
                .worked(freed.fieldwork().without(who));
        return next.edited().happened(CaseEvent.Kind.GIVEN_BACK, now, who.value(), null);
    }
}

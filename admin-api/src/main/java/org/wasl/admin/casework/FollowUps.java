package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wasl.admin.referral.DeskConsent;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.report.Level;

/**
 * The looks at how a person fares: after two days, a week and a month, for L1 to L3 and for whoever went back to the
 * family. Each falls into a window in which the person may be written to, where they chose any. Who does not wish to be
 * asked, or took the report back, is left in peace.
 */
public final class FollowUps {
    private FollowUps() {}

    /** The case with its follow-ups from then on, where it is followed up and none is planned. */
    public static Case planned(Case held, Instant from) {
        boolean due = held.effectiveLevel().atLeastAsSevereAs(Level.L3_URGENT)
                && held.agenda().nextFollowUp().isEmpty();
        return due ? held.planned(held.agenda().followUps(of(held, from))) : held;
    }

    /** Whether the person may be asked how they fare: nobody asks first, and their no counts. */
    public static boolean wished(Case held) {
        return !held.takenBack()
                && held.outside().consents().stream()
                        .filter(word -> word.scope().equals(DeskConsent.FOLLOW_UP))
                        .reduce((_, later) -> later)
                        .map(DeskConsent::granted)
                        .orElse(true);
    }

    /** None, where the person does not wish it. */
    static List<FollowUp> of(Case held, Instant from) {
        return wished(held)
                ? List.of(
                        due(held, FollowUp.After.TWO_DAYS, from, 2),
                        due(held, FollowUp.After.A_WEEK, from, 7),
                        due(held, FollowUp.After.A_MONTH, from, 30))
                : List.of();
    }

    /** As {@link #of}, but the first one is never later than two days: what follows a return to the family. */
    static List<FollowUp> soon(Case held, Instant from) {
        return of(held, from).stream()
                .map(one -> one.after() == FollowUp.After.TWO_DAYS
                        ? new FollowUp(one.after(), latestWithin(held, from, Duration.ofDays(2)), null, null, null)
                        : one)
                .toList();
    }

    /** The case with nothing left to ask the person. */
    static Case dropped(Case held) {
        return held.planned(held.agenda()
                .followUps(held.agenda().followUps().stream()
                        .filter(one -> !one.open())
                        .toList()));
    }

    private static FollowUp due(Case held, FollowUp.After after, Instant from, int days) {
        Instant plain = from.plus(Duration.ofDays(days));
        ContactWindows windows = windows(held);
        Instant due = windows.isEmpty() || windows.open(plain)
                ? plain
                : windows.opens(plain).orElse(plain);
        return new FollowUp(after, due, null, null, null);
    }

    private static Instant latestWithin(Case held, Instant from, Duration within) {
        Instant last = from.plus(within);
        ContactWindows windows = windows(held);
        if (windows.isEmpty() || windows.open(last)) {
            return last;
        }
        Instant found = last;
        Optional<Instant> next = windows.opens(from);
        while (next.isPresent() && !next.get().isAfter(last)) {
            found = next.get();
            next = windows.opens(found);
        }
        return found;
    }

    private static ContactWindows windows(Case held) {
        return ContactWindows.read(held.leading().windows());
    }
}

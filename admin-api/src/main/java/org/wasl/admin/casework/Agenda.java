package org.wasl.admin.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to come on a case.
 *
 * @param next what is to be done next; {@code null} only on a closed case, and on one stored before there were dates
 * @param followUps looks at how the person fares, the earliest first
 * @param parking {@code null} while it is not put aside
 * @param offer {@code null} while nobody has to say whether they take it
 * @param closing a closure that waits for a second person
 * @param review whether the daily meeting has to look at how it ended
 * @param brought since when it waits for the daily meeting because somebody put it there; {@code null} when nobody did
 */
public record Agenda(
        @Nullable NextAction next,
        List<FollowUp> followUps,
        @Nullable Parking parking,
        @Nullable Offer offer,
        @Nullable ClosureRequest closing,
        boolean review,
        @Nullable Instant brought) {

    static final Agenda NONE = new Agenda(null, List.of(), null, null, null, false, null);

    public Agenda {
        followUps =
                followUps.stream().sorted(Comparator.comparing(FollowUp::due)).toList();
    }

    /** The earliest follow-up still to be made. */
    public Optional<FollowUp> nextFollowUp() {
        return followUps.stream().filter(FollowUp::open).findFirst();
    }

    /** Until when it is put aside; {@code null} when it is not, or no longer. */
    public @Nullable Instant parkedUntil(Instant now) {
        return parking != null && parking.running(now) ? parking.until() : null;
    }

    Agenda next(@Nullable NextAction action) {
        return new Agenda(action, followUps, parking, offer, closing, review, brought);
    }

    Agenda followUps(List<FollowUp> planned) {
        return new Agenda(next, planned, parking, offer, closing, review, brought);
    }

    Agenda parking(@Nullable Parking put) {
        return new Agenda(next, followUps, put, offer, closing, review, brought);
    }

    Agenda offer(@Nullable Offer made) {
        return new Agenda(next, followUps, parking, made, closing, review, brought);
    }

    Agenda closing(@Nullable ClosureRequest asked) {
        return new Agenda(next, followUps, parking, offer, asked, review, brought);
    }

    Agenda review(boolean wanted) {
        return new Agenda(next, followUps, parking, offer, closing, wanted, brought);
    }

    Agenda brought(@Nullable Instant when) {
        return new Agenda(next, followUps, parking, offer, closing, review, when);
    }

    @Override
    public String toString() {
        return "Agenda[" + next + ", redacted]";
    }
}

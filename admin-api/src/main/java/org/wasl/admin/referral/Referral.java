package org.wasl.admin.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * A service of another party that was asked for.
 *
 * @param id stands for it towards the partner as well; made of nothing of the case
 * @param partner id of the partner in the directory
 * @param asked what is asked of them, in the words of staff
 * @param answerBy when an answer is due; {@code null} before it was sent
 * @param answer what they said, in the words of staff
 * @param told when they were told that the consent is gone; {@code null} while they have not been, or need not be
 * @param bundles what of the case was handed over with it, and what waits to be
 */
public record Referral(
        String id,
        String partner,
        String asked,
        Basis basis,
        State state,
        StaffId by,
        Instant at,
        @Nullable Instant sent,
        @Nullable Instant answerBy,
        @Nullable Instant settled,
        @Nullable String answer,
        @Nullable Instant told,
        List<Bundle> bundles) {

    public Referral {
        bundles = List.copyOf(bundles);
    }

    /** How far a referral is. */
    public enum State {
        PROPOSED,
        SENT,
        ACCEPTED,
        REFUSED,
        /** They did not answer by the day they were given. */
        NO_ANSWER,
        COMPLETED,
        /** The person no longer agrees, or staff took it back. */
        WITHDRAWN;

        private static final Map<State, Set<State>> NEXT = new EnumMap<>(Map.of(
                PROPOSED, EnumSet.of(SENT, WITHDRAWN),
                SENT, EnumSet.of(ACCEPTED, REFUSED, NO_ANSWER, WITHDRAWN),
                NO_ANSWER, EnumSet.of(SENT, ACCEPTED, REFUSED, WITHDRAWN),
                ACCEPTED, EnumSet.of(COMPLETED, REFUSED, WITHDRAWN),
                REFUSED, EnumSet.noneOf(State.class),
                COMPLETED, EnumSet.noneOf(State.class),
                WITHDRAWN, EnumSet.noneOf(State.class)));

        /** What may follow. */
        public Set<State> next() {
            return Set.copyOf(NEXT.getOrDefault(this, Set.of()));
        }

        /** Whether something may still come of it. */
        public boolean open() {
            return !next().isEmpty();
        }
    }

    /** Proposed by somebody, and sent to nobody. */
    public static Referral proposed(String id, String partner, String asked, Basis basis, StaffId by, Instant now) {
        return new Referral(
                id, partner, asked, basis, State.PROPOSED, by, now, null, null, null, null, null, List.of());
    }

    public boolean open() {
        return state.open();
    }

    /** Whether they have not answered although they should have. */
    public boolean late(Instant now) {
        return (state == State.SENT || state == State.NO_ANSWER) && answerBy != null && !now.isBefore(answerBy);
    }

    /** Whether they hold something of the person and have not been told that it is withdrawn. */
    public boolean toTell() {
        return state == State.WITHDRAWN && sent != null && told == null;
    }

    public Referral sent(Instant now, Instant due) {
        return new Referral(
                id,
                partner,
                asked,
                basis,
                checked(State.SENT),
                by,
                at,
                sent == null ? now : sent,
                due,
                null,
                answer,
                null,
                bundles);
    }

    /** What they answered, what came of it, or that they did not. */
    public Referral answered(State outcome, @Nullable String said, Instant now) {
        return new Referral(
                id,
                partner,
                asked,
                basis,
                checked(outcome),
                by,
                at,
                sent,
                answerBy,
                now,
                said == null ? answer : said,
                null,
                bundles);
    }

    /** No longer wanted. */
    public Referral withdrawn(Instant now) {
        return answered(State.WITHDRAWN, null, now);
    }

    public Referral told(Instant now) {
        return new Referral(id, partner, asked, basis, state, by, at, sent, answerBy, settled, answer, now, bundles);
    }

    public Referral on(Basis other) {
        return new Referral(id, partner, asked, other, state, by, at, sent, answerBy, settled, answer, told, bundles);
    }

    /** With a bundle, in the place of the one that has its id. */
    public Referral with(Bundle bundle) {
        List<Bundle> more = new ArrayList<>(bundles);
        int at = more.stream().map(Bundle::id).toList().indexOf(bundle.id());
        if (at < 0) {
            more.add(bundle);
        } else {
            more.set(at, bundle);
        }
        return new Referral(id, partner, asked, basis, state, by, this.at, sent, answerBy, settled, answer, told, more);
    }

    private State checked(State next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("referral: " + state + " to " + next + " (expected: " + state.next() + ")");
        }
        return next;
    }

    @Override
    public String toString() {
        return "Referral[" + id + ", " + state + ", redacted]";
    }
}

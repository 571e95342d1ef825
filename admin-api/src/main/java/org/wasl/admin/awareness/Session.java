package org.wasl.admin.awareness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;

/**
 * One awareness session, from the request to what came of it. Sealed in the store.
 *
 * @param language of those who will come: {@code ar}, {@code ckb}, {@code kmr}, {@code en}
 * @param wish what was asked for, in the words of the desk
 * @param contact where the institution can be reached; never a citizen who reported something
 * @param officer who goes; {@code null} while nobody does
 * @param begins {@code null} while it is not planned
 * @param campaign the code on its posters; {@code null} before it is planned
 * @param reason why it was called off; empty when it was not
 */
record Session(
        State state,
        Asker asker,
        Topic topic,
        PlaceKind place,
        Governorate governorate,
        String language,
        String wish,
        String contact,
        String askedBy,
        Instant askedAt,
        @Nullable String officer,
        @Nullable Instant begins,
        @Nullable String campaign,
        @Nullable Outcome outcome,
        String reason,
        List<Line> history) {

    Session {
        history = List.copyOf(history);
    }

    /** How far it is. */
    enum State {
        REQUESTED,
        PLANNED,
        HELD,
        CANCELLED
    }

    /** Who asked for it. */
    enum Asker {
        CITIZEN,
        SCHOOL,
        UNIVERSITY,
        HEALTH,
        EMPLOYER,
        ASSOCIATION,
        AUTHORITY,
        OURSELVES
    }

    /** What it is about, in words that endanger nobody who reads a list of them. */
    enum Topic {
        ONLINE_SAFETY,
        FAMILY,
        CHILDREN,
        DRUGS,
        TRAFFICKING,
        HOW_TO_WRITE
    }

    /** Where it is held. Never an address. */
    enum PlaceKind {
        SCHOOL,
        UNIVERSITY,
        HEALTH_CENTRE,
        WORKPLACE,
        CAMP,
        WOMEN_CENTRE,
        YOUTH_CENTRE,
        COMMUNITY_HALL,
        ONLINE
    }

    enum Sex {
        WOMEN,
        MEN,
        UNSTATED
    }

    enum Age {
        UNDER_15,
        FROM_15,
        FROM_18,
        FROM_25,
        FROM_40,
        FROM_60,
        UNSTATED
    }

    enum Material {
        POSTER,
        CARD,
        BOOKLET,
        FILM
    }

    /** So many people of one sex and age. */
    record Count(Sex sex, Age age, int people) {}

    record Given(Material material, int pieces) {}

    /** Two questions on a slip of paper, counted: did it help, did you feel safe here. */
    record Feedback(int helped, int helpedNot, int safe, int safeNot) {
        static final Feedback NONE = new Feedback(0, 0, 0, 0);
    }

    /** @param words of the officer, about the session and nobody at it */
    record Outcome(List<Count> attendance, List<Given> material, Feedback feedback, String words) {
        Outcome {
            attendance = List.copyOf(attendance);
            material = List.copyOf(material);
        }

        int people() {
            return attendance.stream().mapToInt(Count::people).sum();
        }

        @Override
        public String toString() {
            return "Outcome[redacted]";
        }
    }

    /** One line of its history. */
    record Line(Instant at, String by, State state) {}

    Session planned(String officer, Instant begins, String campaign, String by, Instant at) {
        return moved(State.PLANNED, officer, begins, campaign, outcome, reason, by, at);
    }

    Session held(Outcome outcome, String by, Instant at) {
        return moved(State.HELD, officer, begins, campaign, outcome, reason, by, at);
    }

    Session cancelled(String reason, String by, Instant at) {
        return moved(State.CANCELLED, officer, begins, campaign, outcome, reason, by, at);
    }

    private Session moved(
            State state,
            @Nullable String officer,
            @Nullable Instant begins,
            @Nullable String campaign,
            @Nullable Outcome outcome,
            String reason,
            String by,
            Instant at) {
        List<Line> lines = new ArrayList<>(history);
        lines.add(new Line(at, by, state));
        return new Session(
                state,
                asker,
                topic,
                place,
                governorate,
                language,
                wish,
                contact,
                askedBy,
                askedAt,
                officer,
                begins,
                campaign,
                outcome,
                reason,
                lines);
    }

    @Override
    public String toString() {
        return "Session[" + state + ", redacted]";
    }
}

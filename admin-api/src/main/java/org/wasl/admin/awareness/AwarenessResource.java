package org.wasl.admin.awareness;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.store.Stored;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A session as it travels.
 *
 * @param begun at least so many chats were begun with its code; {@code null} while there are too few to be told
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record AwarenessResource(
        String id,
        Session.State state,
        Session.Asker asker,
        Session.Topic topic,
        Session.PlaceKind place,
        Governorate governorate,
        String language,
        String wish,
        String contact,
        Instant askedAt,
        @Nullable String officerId,
        @Nullable Instant begins,
        @Nullable String campaign,
        @Nullable Integer begun,
        @Nullable AwarenessOutcomeForm outcome,
        String reason) {

    /** What came of a session, as it is sent and answered. */
    record AwarenessOutcomeForm(
            @Nullable List<CountForm> attendance,
            @Nullable List<MaterialForm> material,
            @Nullable FeedbackForm feedback,
            @Nullable String words) {
        @Override
        public String toString() {
            return "AwarenessOutcomeForm[redacted]";
        }
    }

    record CountForm(Session.Sex sex, Session.Age age, int people) {}

    record MaterialForm(Session.Material material, int pieces) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record FeedbackForm(int helped, int helpedNot, int safe, int safeNot) {}

    static AwarenessResource of(Stored<Session> stored, @Nullable Integer begun) {
        Session session = stored.content();
        Session.Outcome outcome = session.outcome();
        return new AwarenessResource(
                stored.id(),
                session.state(),
                session.asker(),
                session.topic(),
                session.place(),
                session.governorate(),
                session.language(),
                session.wish(),
                session.contact(),
                session.askedAt(),
                session.officer(),
                session.begins(),
                session.campaign(),
                begun,
                outcome == null ? null : form(outcome),
                session.reason());
    }

    private static AwarenessOutcomeForm form(Session.Outcome outcome) {
        Session.Feedback said = outcome.feedback();
        return new AwarenessOutcomeForm(
                outcome.attendance().stream()
                        .map(count -> new CountForm(count.sex(), count.age(), count.people()))
                        .toList(),
                outcome.material().stream()
                        .map(given -> new MaterialForm(given.material(), given.pieces()))
                        .toList(),
                new FeedbackForm(said.helped(), said.helpedNot(), said.safe(), said.safeNot()),
                outcome.words());
    }

    @Override
    public String toString() {
        return "AwarenessResource[" + id + ", redacted]";
    }
}

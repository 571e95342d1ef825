package org.wasl.config.demonstration;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What happens at the desk beside single cases: a partner in the directory, the daily meeting, the change of shifts,
 * sessions about safety. Through the API by made-up staff; what the desk does not let happen does not.
 */
final class DeskRounds {

    /** The weekend of Iraq. */
    private static final Set<DayOfWeek> FREE = Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    /** A meeting of half an hour decides on so many and carries the rest over. */
    private static final int DECIDED = 4;

    private static final Duration NEXT_LOOK = Duration.ofHours(26);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** A source nobody looked at for long is said to be old. */
    private static final int SOURCE_DAYS = 20;

    private final URI desk;

    DeskRounds(URI desk) {
        this.desk = desk;
    }

    /** Something that happens when the desk's clock stands there. */
    record Moment(Instant at, Runnable happens) {}

    /** Everything of the month, in no order. */
    List<Moment> of(Month month, LocalDate today) {
        List<Moment> moments = new ArrayList<>();
        LocalDate first = today.minusDays(Month.DAYS);
        moments.add(moment(first, LocalTime.of(8, 0), at -> partner(month, at)));
        for (int day = 1; day <= Month.DAYS; day++) {
            LocalDate date = first.plusDays(day);
            moments.add(moment(date, month.rounds().handover(), _ -> handover(month)));
            if (!FREE.contains(date.getDayOfWeek())) {
                moments.add(moment(date, month.rounds().meeting(), at -> meeting(month, at)));
            }
        }
        for (Month.Taught session : month.sessions()) {
            Held held = new Held();
            LocalDate asked = first.plusDays(session.day());
            moments.add(moment(asked, session.at(), _ -> held.id = asks(session)));
            LocalDate when = asked.plusDays(session.later());
            moments.add(moment(asked, session.at().plusHours(1), _ -> plans(session, held.id, when)));
            moments.add(moment(when, session.at().plusHours(2), _ -> counts(session, held.id)));
        }
        return moments;
    }

    /** The session of three moments. */
    private static final class Held {
        private String id = "";
    }

    private interface Happening {
        void at(Instant at);
    }

    private static Moment moment(LocalDate day, LocalTime time, Happening happening) {
        Instant at = day.atTime(time).atZone(Month.BAGHDAD).toInstant();
        return new Moment(at, () -> happening.at(at));
    }

    /** Written down by one and its contact confirmed by another, as any partner is. */
    private void partner(Month month, Instant at) {
        Map<String, Object> form = new HashMap<>(month.partner());
        form.put(
                "source_date",
                at.atZone(Month.BAGHDAD).toLocalDate().minusDays(SOURCE_DAYS).toString());
        String place;
        try (SeatClient one = new SeatClient(desk, "supervisor").signsIn()) {
            place = "/api/partners/"
                    + one.begins("/api/partners", form).get("id").asString();
        }
        try (SeatClient other = new SeatClient(desk, "supervisor-2").signsIn()) {
            other.changes("POST", place, place + "/contact/confirmation", Map.of("agreed", true));
        }
    }

    /** The id of the partner that was written down. */
    static String partner(Month month, SeatClient seat) {
        String name = month.partnerName();
        for (JsonNode one : seat.read("/api/partners").get("partners")) {
            if (name.equals(one.get("names").path("en").asString(""))) {
                return one.get("id").asString();
            }
        }
        throw new IllegalStateException("not in the directory: " + name);
    }

    private void meeting(Month month, Instant at) {
        try (SeatClient chair = new SeatClient(desk, "supervisor").signsIn()) {
            List<String> present = List.of(SeatClient.idOf(desk, "supervisor-2"), SeatClient.idOf(desk, "coordinator"));
            JsonNode begun = chair.begins("/api/meetings", Map.of("present", present));
            String place = "/api/meetings/" + begun.get("id").asString();
            String operator = SeatClient.idOf(desk, "operator");
            int decided = 0;
            for (JsonNode item : begun.get("cases")) {
                String number = item.get("number").asString();
                if (decided == DECIDED || !chair.sees(number)) {
                    continue;
                }
                JsonNode owner = chair.read("/api/cases/" + number).path("owner_id");
                Map<String, Object> form = Map.of(
                        "kind",
                        "LOOK",
                        "owner_id",
                        owner.isNull() || owner.isMissingNode() ? operator : owner.asString(),
                        "due",
                        at.plus(NEXT_LOOK).toString(),
                        "note",
                        month.said("decided", ""));
                chair.changes("PUT", place, place + "/items/" + number + "/decision", form);
                decided++;
            }
            chair.changes("PUT", place, place + "/minutes", null);
        }
    }

    /** Not while somebody in danger waits: then this shift goes on. */
    private void handover(Month month) {
        try (SeatClient goes = new SeatClient(desk, "operator").signsIn()) {
            JsonNode draft = goes.read("/api/handovers/draft");
            if (!draft.get("blocking").isEmpty()
                    || draft.get("blocking_elsewhere").asInt() > 0) {
                return;
            }
            try (SeatClient comes = new SeatClient(desk, "supervisor").signsIn()) {
                comes.changes("PUT", "/api/me", "/api/me/duty", null);
                Map<String, Object> form =
                        Map.of("to_id", comes.id(), "notes", month.said("handed", ""), "claims", List.of());
                String place = "/api/handovers/"
                        + goes.begins("/api/handovers", form).get("id").asString();
                comes.changes("PUT", place, place + "/acceptance", Map.of("claims", List.of()));
            }
        }
    }

    private String asks(Month.Taught session) {
        try (SeatClient seat = new SeatClient(desk, "coordinator").signsIn()) {
            return seat.begins("/api/awareness-sessions", session.asked())
                    .get("id")
                    .asString();
        }
    }

    private void plans(Month.Taught session, String id, LocalDate when) {
        Instant begins =
                when.atTime(session.at()).atZone(Month.BAGHDAD).toInstant().plus(HALF_AN_HOUR);
        try (SeatClient seat = new SeatClient(desk, "coordinator").signsIn()) {
            String place = "/api/awareness-sessions/" + id;
            seat.changes(
                    "PUT",
                    place,
                    place + "/plan",
                    Map.of("officer_id", SeatClient.idOf(desk, "officer"), "begins", begins.toString()));
        }
    }

    private void counts(Month.Taught session, String id) {
        try (SeatClient seat = new SeatClient(desk, "coordinator").signsIn()) {
            String place = "/api/awareness-sessions/" + id;
            seat.changes("PUT", place, place + "/outcome", session.came());
        }
    }
}

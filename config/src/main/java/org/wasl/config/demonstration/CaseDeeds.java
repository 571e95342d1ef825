package org.wasl.config.demonstration;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What made-up staff do with one case, through the API, as the desk lets them. */
final class CaseDeeds {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int STAY_MINUTES = 45;

    /** Whoever a case is offered to sees what it is about, and reads it once they took it. */
    private static final String TAKEN_UNREAD = "take-transfer";

    private final Month month;
    private final URI desk;

    CaseDeeds(Month month, URI desk) {
        this.month = month;
        this.desk = desk;
    }

    /** Who is meant does it, or a supervisor where the case is closed to them. */
    void does(Month.Deed deed, Month.Told told, String number, Instant at) {
        for (String name : List.of(deed.by(), "supervisor")) {
            try (SeatClient seat = new SeatClient(desk, name).signsIn()) {
                if (TAKEN_UNREAD.equals(deed.what()) || seat.sees(number)) {
                    does(deed, told, number, at, seat);
                    return;
                }
            }
        }
        throw new IllegalStateException("nobody of the demonstration may read a case of the course " + told.course());
    }

    private void does(Month.Deed deed, Month.Told told, String number, Instant at, SeatClient seat) {
        String said = deed.say() == null ? "" : month.said(deed.say(), told.locale());
        switch (deed.what()) {
            case "acknowledge" -> seat.change("POST", "/acknowledgement", number, null);
            case "reply" -> seat.change("POST", "/replies", number, Map.of("text", said));
            case "note" -> seat.change("POST", "/notes", number, Map.of("text", said));
            case "status" -> seat.change("PUT", "/status", number, Map.of("status", value(deed)));
            case "step" -> seat.change("POST", "/protective-steps", number, step(deed, at));
            case "next" ->
                seat.change(
                        "PUT",
                        "/next-action",
                        number,
                        Map.of(
                                "what",
                                value(deed),
                                "due",
                                at.plus(Objects.requireNonNull(deed.due())).toString()));
            case "close" -> {
                Map<String, Object> form = new HashMap<>();
                form.put("disposition", value(deed));
                form.put("reason", said);
                form.put("checks", deed.check() == null ? List.of() : List.of(deed.check()));
                seat.change("POST", "/closure", number, form);
            }
            case "agree" -> seat.change("POST", "/closure/confirmation", number, Map.of("agreed", true));
            case "followed" -> {
                if (waitsForLook(seat.read("/api/cases/" + number))) {
                    seat.change("POST", "/follow-ups", number, Map.of("result", value(deed)));
                }
            }
            case "consent" -> seat.change("POST", "/consents", number, consent(deed, told));
            case "plan-visit" -> seat.change("POST", "/visits", number, visit(deed, at));
            case "allow-visit" -> seat.change("PUT", "/visits/" + visit(seat, number) + "/approval", number, null);
            case "out-there" ->
                seat.begins(
                        "/api/cases/" + number + "/visits/" + visit(seat, number) + "/reports",
                        Map.of("what", value(deed)));
            case "visited" ->
                seat.change(
                        "PUT",
                        "/visits/" + visit(seat, number) + "/outcome",
                        number,
                        Map.of("result", value(deed), "checks", List.of("SPOKE_ALONE"), "words", said));
            case "plan-safety" -> {
                seat.change("PUT", "/safety-plan", number, Map.of("points", settled(deed)));
                for (JsonNode task :
                        seat.read("/api/cases/" + number + "/fieldwork").get("tasks")) {
                    if ("SAFETY_PLAN".equals(task.get("kind").asString())) {
                        seat.change(
                                "PUT",
                                "/tasks/" + task.get("id").asString() + "/result",
                                number,
                                Map.of("words", said));
                    }
                }
            }
            case "refer" ->
                seat.change(
                        "POST",
                        "/referrals",
                        number,
                        Map.of("partner", DeskRounds.partner(month, seat), "asked", said));
            case "send-referral" ->
                seat.change("POST", "/referrals/" + referral(seat, number) + "/dispatch", number, null);
            case "referral-answered" ->
                seat.change(
                        "POST",
                        "/referrals/" + referral(seat, number) + "/answer",
                        number,
                        Map.of("outcome", value(deed), "said", said));
            case "transfer" -> seat.change("PUT", "/transfer", number, Map.of("to", value(deed), "reason", said));
            case TAKEN_UNREAD -> seat.begins("/api/transfers/" + number + "/acceptance", Map.of());
            default -> throw new IllegalStateException("deed: " + deed.what() + " (expected: one of month.yml)");
        }
    }

    private static String value(Month.Deed deed) {
        return Objects.requireNonNull(deed.value(), deed.what());
    }

    private static Map<String, Object> step(Month.Deed deed, Instant at) {
        Map<String, Object> form = new HashMap<>();
        form.put("step", value(deed));
        if (deed.unit() != null) {
            form.put("unit", deed.unit());
            form.put("done", at.toString());
        }
        return form;
    }

    /** The points of the deed's value, all gone through. */
    private static List<Map<String, String>> settled(Month.Deed deed) {
        return Stream.of(value(deed).split(" "))
                .map(point -> Map.of("point", point, "answer", "SETTLED"))
                .toList();
    }

    private static Map<String, Object> consent(Month.Deed deed, Month.Told told) {
        return Map.of(
                "scope",
                value(deed),
                "granted",
                true,
                "text_version",
                "1",
                "locale",
                told.locale(),
                "channel",
                told.channel());
    }

    /** By two, in an hour's window that begins as much later as the deed says. */
    private Map<String, Object> visit(Month.Deed deed, Instant at) {
        Instant from = at.plus(Objects.requireNonNull(deed.due()));
        Map<String, Object> form = new HashMap<>(Map.of(
                "purpose", value(deed),
                "basis", "CONSENT",
                "lead", SeatClient.idOf(desk, "officer"),
                "second", SeatClient.idOf(desk, "supervisor-2"),
                "from", from.toString(),
                "until", from.plus(WINDOW).toString(),
                "stay", STAY_MINUTES,
                "interpreter", "NOT_NEEDED"));
        form.put("plain_clothes", true);
        form.put("plain_car", true);
        form.put("place", month.said("visit-place", ""));
        form.put("cover", month.said("visit-cover", ""));
        return form;
    }

    private static String visit(SeatClient seat, String number) {
        return latest(seat.read("/api/cases/" + number + "/fieldwork").get("visits"));
    }

    private static String referral(SeatClient seat, String number) {
        return latest(seat.read("/api/cases/" + number + "/outside").get("referrals"));
    }

    private static String latest(JsonNode all) {
        return all.get(all.size() - 1).get("id").asString();
    }

    /** The desk plans no look after the lesser levels. */
    private static boolean waitsForLook(JsonNode held) {
        for (JsonNode look : held.get("follow_ups")) {
            if (look.get("done").isNull()) {
                return true;
            }
        }
        return false;
    }
}

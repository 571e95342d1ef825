package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is done at a desk all day long, by either way, and what is kept of it to be compared in the end. */
final class DayWork {

    /** A form is sent as it stands once its warnings were looked at. */
    private static final String LOOKED_AT = "PHONE_NUMBER,ADDRESS,PICTURE,FAMILY,MINUTES,NO_OPENER";

    private final DeskDay day;
    private final Map<DayCitizen, String> answers = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    DayWork(DeskDay day) {
        this.day = day;
    }

    /** Somebody writes, is read and answered; the case's number. */
    String answered(Seat by, String story, String... wishes) {
        DayCitizen one = day.writes(by, false, story, wishes);
        answers(by, one);
        return day.caseOf(one);
    }

    void answers(Seat by, DayCitizen citizen) {
        String number = day.caseOf(citizen);
        by.does("POST", number, "/acknowledgement", null);
        awaitWayBack(by, number);
        by.does("POST", number, "/replies", Map.of("text", answerTo(citizen)));
    }

    void answersAtTheConsole(Seat by, DayCitizen citizen) {
        String page = "/cases/" + day.caseOf(citizen);
        by.submits(page, page + "/claim", Map.of(), "claimed");
        awaitWayBack(by, day.caseOf(citizen));
        by.submits(page, page + "/reply", Map.of("text", answerTo(citizen), "care", LOOKED_AT), "sent");
    }

    /** A report is at the desk before its receipt is derived. */
    private static void awaitWayBack(Seat by, String number) {
        PathWorld.await("a way back to " + number, () -> PathWorld.reached(by.seen(number)) ? number : null);
    }

    /** In letters, since the chat puts marks around numbers. */
    private String answerTo(DayCitizen citizen) {
        int n = answers.size();
        String words = "I have read it and I am here, answer-" + (char) ('a' + n / 26) + (char) ('a' + n % 26) + ".";
        answers.put(citizen, words);
        return words;
    }

    void ends(Seat by, String number, String how) {
        by.does("POST", number, "/closure", closure(how));
        assertThat(status(by, number)).isEqualTo("CLOSED");
        closed.add(number);
    }

    void endsAtTheConsole(Seat by, String number, String form, Map<String, String> fields) {
        by.submits("/cases/" + number, "/cases/" + number + form, fields, "closed");
        closed.add(number);
    }

    static Map<String, String> closure(String how) {
        return Map.of("disposition", how, "reason", "As they told us.");
    }

    /** What each citizen was told. */
    Map<DayCitizen, String> answers() {
        return answers;
    }

    Set<String> closed() {
        return closed;
    }

    // ---- what stands in a case

    /** By whoever of these may read it. */
    static JsonNode read(List<Seat> any, String number) {
        return any.stream()
                .filter(one -> one.sees(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may read " + number))
                .seen(number);
    }

    static JsonNode visit(Seat reader, String number) {
        return reader.read("/api/cases/" + number + "/fieldwork").get("visits").get(0);
    }

    static String level(Seat reader, String number) {
        return reader.seen(number).get("level").asString();
    }

    static String status(Seat reader, String number) {
        return reader.seen(number).get("status").asString();
    }

    static String owner(Seat reader, String number) {
        return reader.seen(number).path("owner_id").asString("");
    }
}

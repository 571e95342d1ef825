package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** What is decided about a case from its page. */
class DecisionsIT {
    private static final ConsoleNode NODE = ConsoleNode.start("wasl.officer.demonstration=true");
    private static final SampleCases CASES = new SampleCases(NODE);
    private static final String OFFICER = "de".repeat(15) + "02";
    private static final String SUPERVISOR = "de".repeat(15) + "01";

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void whatAnOperatorGivesToAnOfficerStandsInHerQueueAndSheAnswersIt() {
        CaseNumber number = CASES.sorani();
        Browser operator = new Browser(NODE).as("operator");
        Browser officer = new Browser(NODE).as("officer");
        assertThat(officer.get("/queue/rows").body()).doesNotContain(number.value());
        operator.post(page(number), page(number) + "/claim");

        assertThat(told(decide(operator, number, "assign", "to", OFFICER))).isEqualTo("assigned");

        assertThat(held(number).status()).isEqualTo(CaseStatus.ASSIGNED);
        assertThat(officer.get("/queue/rows?list=MINE").body()).contains(number.value());
        Case held = held(number);
        HttpResponse<String> sent = officer.post(
                page(number),
                page(number) + "/reply",
                "report",
                held.leading().id().value(),
                "text",
                "ئێمە لەگەڵتین. ئێستا کاتی گونجاوە؟",
                "key",
                "assigned-1",
                "edition",
                Long.toString(held.edition()));
        assertThat(told(sent)).isEqualTo("sent");
    }

    @Test
    void aCaseOfAColleagueIsTheSupervisorsToGiveAway() {
        CaseNumber number = CASES.english();
        Browser supervisor = new Browser(NODE).as("supervisor");
        supervisor.post(page(number), page(number) + "/claim");
        Browser operator = new Browser(NODE).as("operator");

        assertThat(told(decide(operator, number, "assign", "to", OFFICER))).isEqualTo("not-assignable");
        assertThat(told(decide(supervisor, number, "assign", "to", OFFICER))).isEqualTo("assigned");
        assertThat(new Browser(NODE)
                        .as("officer")
                        .post("/account", page(number) + "/assign", "to", SUPERVISOR, "edition", "1")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aWishForAManOrAWomanShutsTheOthersOutOfTheList() {
        CaseNumber number = CASES.file(
                aFiledReport().judged(Level.L3_URGENT).with(Fact.chosen(FactKey.PREFERRED_OFFICER, Truth.YES, "man")));
        Browser supervisor = new Browser(NODE).as("supervisor");

        assertThat(supervisor.get(page(number)).body()).doesNotContain(OFFICER);
        assertThat(told(decide(supervisor, number, "assign", "to", OFFICER))).isEqualTo("not-assignable");
        assertThat(held(number).handling().owner()).isNull();
    }

    @Test
    void theDailyMeetingGoesFromItsAgendaToItsPrintedMinutes() {
        CaseNumber first = CASES.english();
        CaseNumber second = CASES.badini();
        Browser supervisor = new Browser(NODE).as("supervisor");
        assertThat(supervisor.get("/meetings").body()).contains(first.value(), second.value());
        String meeting = address(supervisor.post("/meetings", "/meetings"));

        decideInMeeting(supervisor, meeting, first, "LOOK", "looked at together");
        decideInMeeting(supervisor, meeting, second, "DEFERRED", "who knows is away");

        assertThat(supervisor.getJson("/api" + meeting).body()).contains("looked at together", "who knows is away");
        assertThat(held(first).handling().owner()).isEqualTo(new StaffId(SUPERVISOR));
        assertThat(told(supervisor.post(meeting, meeting + "/minutes", "edition", edition(supervisor, meeting))))
                .isEqualTo("closed");
        assertThat(told(supervisor.post(meeting, meeting + "/corrections", "text", "It began late.")))
                .isEqualTo("corrected");
        assertThat(supervisor.get(meeting).body())
                .contains("looked at together", "It began late.", "minutes.pdf", "good-bar");
        assertThat(supervisor.getJson("/api" + meeting).body()).containsPattern("\"whole\"\\s*:\\s*true");
        for (String printed : List.of(meeting + "/minutes.pdf", "/api" + meeting + "/minutes?language=ckb")) {
            HttpRequest.Builder asked =
                    HttpRequest.newBuilder(supervisor.uri(printed)).header("Accept", "application/pdf");
            assertThat(supervisor.send(asked).body()).startsWith("%PDF");
        }
        assertThat(new Browser(NODE)
                        .as("operator")
                        .get(meeting + "/minutes.pdf")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aShiftChangesHandsByTwoPeopleOnceNobodyUrgentWaits() {
        CaseNumber waiting = CASES.badini();
        Browser operator = new Browser(NODE).as("operator");
        Browser supervisor = new Browser(NODE).as("supervisor");
        assertThat(told(operator.post("/handovers", "/handovers", "to", SUPERVISOR)))
                .isEqualTo("blocked");
        assertThat(operator.get("/handovers").body()).contains(waiting.value());
        Matcher blocking = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{2}")
                .matcher(operator.getJson("/api/handovers/draft").body().replaceFirst("(?s).*\"blocking\"", ""));
        while (blocking.find()) {
            supervisor.post(page(new CaseNumber(blocking.group())), page(new CaseNumber(blocking.group())) + "/claim");
        }

        HttpResponse<String> signed =
                operator.post("/handovers", "/handovers", "to", SUPERVISOR, "notes", "the second line is dead");
        String handover = address(signed);

        assertThat(told(signed)).isEqualTo("signed");
        assertThat(supervisor.get(handover).body()).contains("the second line is dead", waiting.value());
        String edition = edition(supervisor, handover);
        assertThat(told(supervisor.post(handover, handover + "/acceptance", "edition", edition)))
                .isEqualTo("accepted");
        assertThat(told(supervisor.post("/handovers", handover + "/acceptance", "edition", edition)))
                .isEqualTo("overtaken");
        assertThat(operator.getJson("/api" + handover).body())
                .contains("ACCEPTED")
                .containsPattern("\"whole\"\\s*:\\s*true");
    }

    private static void decideInMeeting(Browser staff, String meeting, CaseNumber number, String kind, String note) {
        String page = meeting + "/cases/" + number.value();
        String due = LocalDateTime.now(Scope.ZONE)
                .plusDays(1)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        HttpResponse<String> answer = staff.post(
                page,
                page,
                "kind",
                kind,
                "owner",
                SUPERVISOR,
                "due",
                due,
                "note",
                note,
                "edition",
                edition(staff, page));
        assertThat(told(answer)).isIn("decided", "all-decided");
    }

    /** Where an answer leads, without what it tells. */
    private static String address(HttpResponse<String> answer) {
        return Browser.location(answer).replaceFirst("^https?://[^/]+", "").replaceFirst("[?].*", "");
    }

    /** The edition the forms of a page carry. */
    private static String edition(Browser staff, String page) {
        Matcher edition = Pattern.compile("name=\"edition\" value=\"([0-9]+)\"")
                .matcher(staff.get(page).body());
        assertThat(edition.find()).as("a form on %s", page).isTrue();
        return edition.group(1);
    }

    @Test
    void whoAskedToLowerAnUrgentCaseCannotAgreeToIt() {
        CaseNumber number = CASES.badini();
        Browser supervisor = new Browser(NODE).as("supervisor");

        assertThat(told(decide(supervisor, number, "lower", "to", "L4", "reason", "looked into")))
                .isEqualTo("waits");
        assertThat(supervisor.get(page(number)).body()).contains("looked into").doesNotContain("name=\"agreed\"");
        assertThat(told(decide(supervisor, number, "lowering", "agreed", "true")))
                .isEqualTo("refused");
        assertThat(held(number).effectiveLevel().urgent()).isTrue();
        assertThat(new Browser(NODE)
                        .as("operator")
                        .post("/account", page(number) + "/lowering", "agreed", "true", "edition", "1")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoGoesOutDoesItFromHerOwnScreenAndSomebodyLooksAfterHer() {
        CaseNumber number = CASES.arabic();
        Browser supervisor = new Browser(NODE).as("supervisor");
        supervisor.post(page(number), page(number) + "/claim");
        LocalDateTime from = LocalDateTime.now(Scope.ZONE).truncatedTo(ChronoUnit.SECONDS);
        HttpResponse<String> planned = decide(
                supervisor,
                number,
                "visits",
                "purpose",
                "RESCUE",
                "basis",
                "LIFE_IN_DANGER",
                "lead",
                OFFICER,
                "from",
                from.plusMinutes(5).toString(),
                "until",
                from.plusMinutes(50).toString(),
                "stay",
                "30",
                "place",
                "behind the clinic",
                "cover",
                "a parcel",
                "reason",
                "a knife at the door");
        assertThat(told(planned)).isEqualTo("recorded");

        Browser officer = new Browser(NODE).as("officer");
        String visit = page(number) + "/visits/"
                + held(number).fieldwork().visits().getFirst().id();
        assertThat(officer.get("/my-work").body())
                .contains(number.value(), visit)
                .doesNotContain("behind the clinic", "a parcel", "سچينة", "??");
        assertThat(officer.getJson("/api/my-work").body())
                .contains("\"state\":\"APPROVED\"")
                .doesNotContain("behind the clinic");
        assertThat(officer.get(page(number) + "/fieldwork").body())
                .contains(
                        "value=\"behind the clinic\"",
                        "value=\"" + from.plusMinutes(5).truncatedTo(ChronoUnit.MINUTES))
                .doesNotContain("??");
        assertThat(told(officer.post("/my-work", visit + "/report", "what", "DEPARTED")))
                .isEqualTo("reported");
        assertThat(told(officer.post("/my-work", visit + "/report", "what", "HELP")))
                .isEqualTo("help-sent");

        Browser second = new Browser(NODE).as("supervisor-2");
        assertThat(second.get("/account").body()).contains("visit-alarm");
        assertThat(second.get("/my-work").body()).contains(visit).doesNotContain("behind the clinic");
        assertThat(told(second.post("/my-work", visit + "/alarm/take"))).isEqualTo("alarm-taken");
        assertThat(second.get("/my-work").body()).contains("behind the clinic");
        assertThat(told(second.post("/my-work", visit + "/alarm/end", "words", "both are back")))
                .isEqualTo("alarm-ended");
        assertThat(new Browser(NODE)
                        .as("operator")
                        .post("/account", visit + "/report", "what", "HELP")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void thePageShowsWhereTheThreatsComeFromAndWhatMayBeAskedNext() {
        CaseNumber number = CASES.file(aFiledReport()
                .judged(Level.L3_URGENT)
                .with(Fact.chosen(FactKey.CATEGORY_CHOSEN, Truth.YES, "BLK"))
                .pointingAt(new DigitalEvidence(
                        List.of(new AccusedHandle(AccusedHandle.Kind.ACCOUNT, Platform.TELEGRAM, "demo_account_1")),
                        new AskedAmount(250_000, AskedAmount.Currency.DINAR))));

        String page = new Browser(NODE).as("supervisor").get(page(number)).body();

        assertThat(page).contains("demo_account_1", "250,000").doesNotContain("??");
    }

    @Test
    void whatWasDoneFirstIsAskedOnceSomebodyTookTheCaseAndShownOnceItIsRecorded() {
        CaseNumber number = CASES.file(aFiledReport().judged(Level.L1_IMMEDIATE));
        Browser supervisor = new Browser(NODE).as("supervisor");
        assertThat(supervisor.get(page(number)).body()).doesNotContain("name=\"step\"");
        supervisor.post(page(number), page(number) + "/claim");
        String asks = supervisor.get(page(number)).body();
        assertThat(asks).contains("value=\"PATROL_TOOK_OVER\"", "value=\"SAFE_NOW\"", "name=\"unit\"");
        assertThat(asks).doesNotContain("OFFICER_TASKED", "SAFE_CONTACT_MADE", "??");

        String now = LocalDateTime.now(ZoneId.of("Asia/Baghdad"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        assertThat(told(decide(supervisor, number, "step", "step", "PATROL_TOOK_OVER", "unit", "", "done", now)))
                .isEqualTo("step-incomplete");
        assertThat(told(decide(
                        supervisor,
                        number,
                        "step",
                        "step",
                        "PATROL_TOOK_OVER",
                        "unit",
                        "Car 12",
                        "done",
                        "2031-01-01T10:00")))
                .isEqualTo("time-wrong");
        assertThat(decide(supervisor, number, "step", "step", "PATROL_TOOK_OVER", "unit", "Car 12", "done", "noon")
                        .statusCode())
                .isEqualTo(400);
        assertThat(held(number).needsStep()).isTrue();
        assertThat(told(decide(supervisor, number, "step", "step", "PATROL_TOOK_OVER", "unit", "Car 12", "done", now)))
                .isEqualTo("step-recorded");

        assertThat(held(number).needsStep()).isFalse();
        assertThat(supervisor.get(page(number) + "?told=step-recorded").body())
                .contains("Car 12")
                .doesNotContain("??");
        // What was typed for the patrol is not meant with another choice.
        assertThat(told(decide(supervisor, number, "step", "step", "SAFE_NOW", "unit", "Car 12", "done", now)))
                .isEqualTo("step-recorded");
        assertThat(new Browser(NODE)
                        .as("auditor")
                        .post(page(number), page(number) + "/step")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCaseIsMovedOnAndClosedWithAReason() {
        CaseNumber number = CASES.quiet();
        Browser supervisor = new Browser(NODE).as("supervisor");
        supervisor.post(page(number), page(number) + "/claim");

        assertThat(told(decide(supervisor, number, "status", "to", "IN_PROGRESS")))
                .isEqualTo("moved");
        assertThat(told(decide(supervisor, number, "close", "how", "SERVICE_DELIVERED", "reason", " ")))
                .isEqualTo("refused");
        assertThat(told(decide(supervisor, number, "close", "how", "SERVICE_DELIVERED", "reason", "session held")))
                .isEqualTo("closed");

        assertThat(held(number).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(supervisor.get(page(number)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRowOfTheQueueSaysWhyInTheReadersLanguage() {
        CASES.arabic();
        Browser operator = new Browser(NODE).as("operator");
        operator.post("/queue", "/language", "to", "en");
        assertThat(operator.get("/queue").body()).contains("The person says danger is happening now");
        operator.post("/queue", "/language", "to", "ckb");
        assertThat(operator.get("/queue").body()).contains("کەسەکە دەڵێت ئێستا مەترسی هەیە");
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        Browser lost = new Browser(NODE).as("supervisor");
        Browser mine = new Browser(NODE).as("supervisor");
        Thread stream = Thread.ofVirtual().start(() -> {
            try {
                lost.lines("/live").forEach(_ -> {});
            } catch (Exception ended) {
                Thread.currentThread().interrupt();
            }
        });
        Matcher others = Pattern.compile("/account/sessions/([0-9a-f]{64})/end")
                .matcher(mine.get("/account").body());
        String last = "";
        while (others.find()) {
            last = others.group(1);
            if (lost.get("/account").statusCode() == 200) {
                mine.post("/account", "/account/sessions/" + last + "/end");
            }
        }

        assertThat(lost.get("/queue").statusCode()).isEqualTo(302);
        assertThat(stream.join(java.time.Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void anotherKindOfBodyIsCalledThat() {
        CaseNumber number = CASES.english();
        Browser supervisor = new Browser(NODE).as("supervisor");
        Matcher token = Pattern.compile("data-csrf=\"([^\"]+)\"")
                .matcher(supervisor.get("/queue").body());
        assertThat(token.find()).isTrue();

        for (String path : new String[] {"/api/cases/" + number + "/notes", page(number) + "/note"}) {
            HttpResponse<String> answer = supervisor.send(HttpRequest.newBuilder(supervisor.uri(path))
                    .header("Content-Type", "text/plain")
                    .header("X-CSRF-TOKEN", token.group(1))
                    .POST(HttpRequest.BodyPublishers.ofString("words")));
            assertThat(answer.statusCode()).as(path).isEqualTo(415);
            assertThat(answer.body()).contains("urn:wasl:problem:unsupported");
        }
    }

    private static HttpResponse<String> decide(Browser browser, CaseNumber number, String what, String... fields) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "edition";
        all[fields.length + 1] = Long.toString(held(number).edition());
        return browser.post(page(number), page(number) + "/" + what, all);
    }

    @Test
    void aCallIsEnteredOnceFromItsPageAndStandsInTheQueue() {
        Browser operator = new Browser(NODE).as("operator");
        String[] form = {
            "key",
            "call-1",
            "words",
            "زوجي هنا وبيده سچينة",
            "dangerNow",
            "YES",
            "governorate",
            "DQ",
            "locale",
            "ar-IQ",
            "channel",
            "PHONE",
            "agreed",
            "yes"
        };
        HttpResponse<String> entered = operator.post("/calls/new", "/calls", form);

        assertThat(told(entered)).isEqualTo("entered");
        String address = Browser.location(entered);
        CaseNumber number = new CaseNumber(address.substring(address.lastIndexOf('/') + 1, address.indexOf('?')));
        assertThat(held(number).effectiveLevel()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(operator.get("/queue/rows").body()).contains(number.value());
        assertThat(operator.post("/calls/new", "/calls", form).statusCode()).isEqualTo(302);
        form[3] = "شي ثاني";
        HttpResponse<String> other = operator.post("/calls/new", "/calls", form);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("شي ثاني").doesNotContain("??");
    }

    @Test
    void whatAnEndAsksForIsSaidOnThePageAndASecondPersonDecides() {
        CaseNumber number = CASES.english();
        Browser supervisor = new Browser(NODE).as("supervisor");
        supervisor.post(page(number), page(number) + "/claim");

        assertThat(told(decide(supervisor, number, "close", "how", "RETURNED_TO_FAMILY", "reason", "she asked")))
                .isEqualTo("not-ready");
        assertThat(told(decide(supervisor, number, "close", "how", "NOT_GENUINE", "reason", "a test")))
                .isEqualTo("waits");
        assertThat(supervisor.get(page(number)).body()).contains("a test").doesNotContain("name=\"agreed\"", "??");
        assertThat(told(decide(supervisor, number, "closing", "agreed", "true")))
                .isEqualTo("refused");
        assertThat(told(decide(supervisor, number, "plan", "what", "LOOK", "due", "2001-01-01T10:00")))
                .isEqualTo("date-wrong");
    }

    @Test
    void whoeverKnowsAPartyIsLedAwayAndSeesNothingMore() {
        CaseNumber number = CASES.quiet();
        Browser operator = new Browser(NODE).as("operator");
        operator.post(page(number), page(number) + "/claim");

        HttpResponse<String> gone = operator.post(page(number), page(number) + "/know");

        assertThat(Browser.location(gone)).endsWith("/queue");
        assertThat(operator.get(page(number)).statusCode()).isEqualTo(403);
        assertThat(operator.get("/queue/rows").body()).doesNotContain(number.value());
    }

    private static String told(HttpResponse<String> answer) {
        String location = Browser.location(answer);
        return location.substring(location.indexOf("told=") + "told=".length());
    }

    private static String page(CaseNumber number) {
        return "/cases/" + number;
    }

    private static Case held(CaseNumber number) {
        return NODE.bean(CaseBook.class).read(number).orElseThrow();
    }
}

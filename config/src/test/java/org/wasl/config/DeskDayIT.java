package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;
import tools.jackson.databind.JsonNode;

/**
 * One whole day: sixty people write, two more are heard at the telephone and the door, and eight colleagues work, half
 * of them through the API and half at the console, each signed in with a password and a number. In the end nobody's
 * words are lost, everybody heard their answer once, and the audit chains hold.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskDayIT {

    private static final int REPORTS = 60;
    private static final String KNIFE = "أخوي بيده سكينة وواقف ورا الباب ويگول هسه أذبحچ";
    private static final String HUSBAND = "زوجي كل يوم يصيح ويكسر بالبيت، والبارحة دفعني عالحايط";
    private static final String BLACKMAIL = "واحد سوى صفحة باسمي ونشر صوري وديطلب فلوس حتى يمسحها";

    @TempDir
    static Path data;

    private @Nullable DeskDay started;
    private @Nullable DayWork work;
    private @Nullable Cast cast;

    /** Who works here: operators, supervisors, officers, and who looks from further away. */
    private record Cast(Seat amal, Seat baran, Seat salma, Seat nidal, Seat layla, Seat zain, Seat rawa, Seat jalal) {
        List<Seat> desk() {
            return List.of(amal, baran, salma, nidal, layla, zain);
        }
    }

    @BeforeAll
    void theDay() throws Exception {
        DeskDay day = new DeskDay(data);
        started = day;
        work = new DayWork(day);
        Cast staff = new Cast(
                day.colleague("Amal", "OPERATOR", "WOMAN"),
                day.colleague("Baran", "OPERATOR", "MAN"),
                day.colleague("Salma", "SUPERVISOR", "WOMAN"),
                day.colleague("Nidal", "SUPERVISOR", "MAN"),
                day.colleague("Layla", "OFFICER", "WOMAN"),
                day.colleague("Zain", "OFFICER", "MAN"),
                day.colleague("Rawa", "COORDINATOR", "WOMAN"),
                day.colleague("Jalal", "AUDITOR", "MAN"));
        cast = staff;

        FakeTelegramCitizen telephone = comesOnDuty(day, staff);
        anAlertIsSeenAndTheCaseClaimed(day, staff, telephone);
        theMorningIsAnswered(day, staff);
        aCallAndAVisitorAreHeard(day, staff);
        levelsGoUpFreelyAndDownByTwo(staff);
        workIsOfferedDeclinedAndAccepted(staff);
        theMeetingDecidesAndItsMinutesAreFrozen(staff);
        somebodyIsVisited(staff);
        aPartnerTakesOver(staff);
        aCaseGoesToAnotherGovernorate(staff);
        somebodyTakesItBack(day, staff);
        casesEnd(day, staff);
        theShiftIsHandedOver(day, staff);
    }

    @AfterAll
    void night() {
        day().close();
    }

    // ---- the day

    /** At the console and through the API; the operator who linked a telephone answers the test alert on it. */
    private FakeTelegramCitizen comesOnDuty(DeskDay day, Cast staff) {
        for (Seat one : List.of(staff.amal(), staff.salma(), staff.zain())) {
            one.sends("PUT", "/api/me/duty", null);
            one.sends("POST", "/api/alerts/test-alert/answer", null);
        }
        for (Seat one : List.of(staff.nidal(), staff.layla())) {
            one.submits("/account", "/account/duty", Map.of("on", "true"), "");
            one.submits("/alerts", "/alerts/answer", Map.of(), "");
        }
        FakeTelegramCitizen telephone = day.telephone(staff.baran(), 4_001);
        staff.baran().submits("/account", "/account/duty", Map.of("on", "true"), "");
        day.seesAlert(telephone, 0);
        return telephone;
    }

    private void anAlertIsSeenAndTheCaseClaimed(DeskDay day, Cast staff, FakeTelegramCitizen telephone) {
        int before = day.alerts(telephone).size();
        DayCitizen inDanger = day.writes(staff.amal(), true, KNIFE);
        day.seesAlert(telephone, before);
        String number = day.caseOf(inDanger);
        PathWorld.await("seen", () -> staff.amal().seen(number).toString().contains("PAGE_SEEN") ? number : null);
        assertThat(staff.amal().seen(number).get("level").asString()).isEqualTo("L1");
        assertThat(staff.amal().seen(number).get("status").asString()).isEqualTo("NEW");

        work().answersAtTheConsole(staff.baran(), inDanger);
        String minute = LocalDateTime.now(ZoneId.of("Asia/Baghdad"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        staff.baran()
                .submits(
                        "/cases/" + number,
                        "/cases/" + number + "/step",
                        Map.of("step", "PATROL_TOOK_OVER", "unit", "Car 12", "done", minute),
                        "step-recorded");
        JsonNode taken = staff.amal().seen(number);
        assertThat(taken.get("protective_step").get("unit").asString()).isEqualTo("Car 12");
        assertThat(taken.get("act_by").isNull()).isTrue();
    }

    private void theMorningIsAnswered(DeskDay day, Cast staff) {
        List<DayCitizen> wave = day.writeInTurn(staff.amal(), 40);
        for (int i = 0; i < wave.size(); i++) {
            if (i % 4 == 0) {
                work().answersAtTheConsole(staff.baran(), wave.get(i));
            } else {
                work().answers(staff.amal(), wave.get(i));
            }
        }
    }

    private void aCallAndAVisitorAreHeard(DeskDay day, Cast staff) {
        JsonNode call = staff.amal().sends("POST", "/api/calls", DayForms.call(BLACKMAIL));
        String heard = call.get("number").asString();
        staff.amal().does("POST", heard, "/acknowledgement", null);
        day.entered(heard);
        String visitor = staff.baran().submits("/calls/new", "/calls", DayForms.WALK_IN, "entered");
        String seen = visitor.substring(visitor.lastIndexOf('/') + 1);
        staff.baran().does("POST", seen, "/acknowledgement", null);
        day.entered(seen);
    }

    private void levelsGoUpFreelyAndDownByTwo(Cast staff) {
        String number = work().answered(staff.amal(), BLACKMAIL);
        staff.amal().does("PUT", number, "/level", Map.of("level", "L2", "reason", "To be published tonight."));
        assertThat(DayWork.level(staff.salma(), number)).isEqualTo("L2");

        staff.salma().does("PUT", number, "/level", Map.of("level", "L3", "reason", "The account is closed."));
        assertThat(DayWork.level(staff.salma(), number)).isEqualTo("L2");
        assertThat(staff.salma().isRefused("POST", number, "/level/confirmation", Map.of("agreed", true)))
                .isGreaterThanOrEqualTo(400);
        staff.nidal()
                .submits("/cases/" + number, "/cases/" + number + "/lowering", Map.of("agreed", "true"), "lowered");
        assertThat(DayWork.level(staff.salma(), number)).isEqualTo("L3");
    }

    private void workIsOfferedDeclinedAndAccepted(Cast staff) {
        String number = work().answered(staff.amal(), HUSBAND);
        staff.salma()
                .does("PUT", number, "/owner", Map.of("staff_id", staff.zain().id()));
        staff.zain().does("POST", number, "/offer/refusal", Map.of("reason", "In court until the evening."));
        assertThat(staff.salma().seen(number).get("offer").get("to").asString())
                .isNotEqualTo(staff.zain().id());
        staff.salma()
                .does("PUT", number, "/owner", Map.of("staff_id", staff.layla().id()));
        staff.layla().submits("/my-work", "/cases/" + number + "/accept", Map.of(), "accepted");
        assertThat(DayWork.owner(staff.layla(), number)).isEqualTo(staff.layla().id());
    }

    /** Begun through the API, one case decided there and one at the console, its minutes frozen at the console. */
    private void theMeetingDecidesAndItsMinutesAreFrozen(Cast staff) {
        String number = DeskDay.queue(staff.salma()).getFirst();
        staff.salma().does("PUT", number, "/meeting", null);
        JsonNode meeting = staff.salma()
                .sends(
                        "POST",
                        "/api/meetings",
                        Map.of(
                                "present",
                                List.of(staff.nidal().id(), staff.rawa().id())));
        String id = meeting.get("id").asString();
        String place = "/api/meetings/" + id;
        assertThat(meeting.get("cases").toString()).contains(number);
        Map<String, String> decision = DayForms.decision(staff.amal().id());
        staff.salma().changes("PUT", place, place + "/items/" + number + "/decision", decision);
        assertThat(DayWork.owner(staff.salma(), number)).isEqualTo(staff.amal().id());
        staff.nidal().submits("/meetings/" + id, "/meetings/" + id + "/minutes", Map.of(), "closed");

        JsonNode minutes = staff.salma().read(place);
        assertThat(minutes.get("minutes").get("hash").asString()).hasSize(64);
        assertThat(staff.salma().isRefused("PUT", place + "/items/" + number + "/decision", decision))
                .isGreaterThanOrEqualTo(400);
        assertThat(minutes.get("attendance")).hasSize(3);
    }

    /** Planned at the console, allowed through the API, told from the street with a thumb. */
    private void somebodyIsVisited(Cast staff) {
        String number = work().answered(staff.amal(), HUSBAND, "visit");
        String fieldwork = "/cases/" + number + "/fieldwork";
        Map<String, String> plan =
                DayForms.visit(staff.layla().id(), staff.zain().id());
        staff.nidal().submits(fieldwork, "/cases/" + number + "/visits", plan, "recorded");
        String visit = DayWork.visit(staff.salma(), number).get("id").asString();
        String path = "/cases/" + number + "/visits/" + visit;
        assertThat(staff.layla().page("/my-work")).doesNotContain(path + "/report");
        staff.salma().changes("PUT", "/api/cases/" + number, "/api" + path + "/approval", null);

        staff.layla().submits("/my-work", path + "/report", Map.of("what", "DEPARTED"), "reported");
        staff.zain().sends("POST", "/api" + path + "/reports", Map.of("what", "ARRIVED"));
        assertThat(staff.salma().isRefused("POST", number, "/closure", DayWork.closure("SERVICE_DELIVERED")))
                .isGreaterThanOrEqualTo(400);
        staff.layla()
                .submits(
                        "/my-work",
                        path + "/outcome",
                        Map.of("result", "MET_SAFE", "checks", "SPOKE_ALONE"),
                        "reported");
        staff.layla()
                .submits(fieldwork, "/cases/" + number + "/safety-plan", Map.of("SIGN_AGREED", "SETTLED"), "recorded");
        assertThat(DayWork.visit(staff.salma(), number).get("state").asString()).isEqualTo("DONE");
        assertThat(staff.salma().seen(number).get("follow_ups")).hasSize(3);
    }

    private void aPartnerTakesOver(Cast staff) {
        JsonNode partner = staff.nidal().sends("POST", "/api/partners", DayForms.PARTNER);
        String known = "/api/partners/" + partner.get("id").asString();
        staff.salma().changes("POST", known, known + "/contact/confirmation", Map.of("agreed", true));

        Map<String, String> asked =
                Map.of("partner", partner.get("id").asString(), "asked", "Advice on a protection order.");
        String closedTo = work().answered(staff.amal(), HUSBAND);
        assertThat(staff.salma().isRefused("POST", closedTo, "/referrals", asked))
                .isGreaterThanOrEqualTo(400);

        String number = work().answered(staff.amal(), HUSBAND, "permit", "referral");
        JsonNode proposed = staff.salma().does("POST", number, "/referrals", asked);
        String referral =
                "/referrals/" + proposed.get("referrals").get(0).get("id").asString();
        staff.salma().does("POST", number, referral + "/dispatch", null);
        JsonNode accepted = staff.salma()
                .does("POST", number, referral + "/answer", Map.of("outcome", "ACCEPTED", "said", "On Monday."));
        assertThat(accepted.get("referrals").get(0).get("state").asString()).isEqualTo("ACCEPTED");
        work().ends(staff.salma(), number, "REFERRED_ACCEPTED");
    }

    private void aCaseGoesToAnotherGovernorate(Cast staff) {
        String number = work().answered(staff.amal(), HUSBAND);
        staff.salma().does("PUT", number, "/transfer", Map.of("to", "BA", "reason", "The person moved there."));
        assertThat(staff.rawa().read("/api/transfers").toString())
                .contains(number)
                .doesNotContain(HUSBAND);
        staff.rawa().sends("POST", "/api/transfers/" + number + "/acceptance", null);
        assertThat(DayWork.owner(staff.rawa(), number)).isEqualTo(staff.rawa().id());
    }

    /** Of an open L1, two look before anything is erased; nobody writes to the person any more. */
    private void somebodyTakesItBack(DeskDay day, Cast staff) throws InterruptedException {
        DayCitizen gone = day.writes(staff.amal(), true, KNIFE);
        String number = day.caseOf(gone);
        work().answers(staff.amal(), gone);
        gone.taps("m-more", "m-take-back", "p-take-back");
        PathWorld.await(
                "taken back", () -> DayWork.status(staff.amal(), number).equals("WITHDRAWAL_ASKED") ? number : null);
        assertThat(staff.amal().isRefused("POST", number, "/replies", Map.of("text", "One more word")))
                .isGreaterThanOrEqualTo(400);
    }

    private void casesEnd(DeskDay day, Cast staff) {
        List<DayCitizen> wave = day.writeInTurn(staff.salma(), 11);
        for (DayCitizen one : wave) {
            work().answers(staff.salma(), one);
        }
        work().ends(staff.salma(), day.caseOf(wave.get(0)), "SERVICE_DELIVERED");
        work().endsAtTheConsole(
                        staff.nidal(),
                        day.caseOf(wave.get(1)),
                        "/close",
                        Map.of("how", "ACCOUNT_SECURED", "reason", "It is theirs again."));

        String joke = day.caseOf(wave.get(2));
        staff.salma().does("POST", joke, "/closure", DayWork.closure("NOT_GENUINE"));
        assertThat(DayWork.status(staff.salma(), joke)).isNotEqualTo("CLOSED");
        work().endsAtTheConsole(staff.nidal(), joke, "/closing", Map.of("agreed", "true"));
    }

    /** Not while somebody in danger waits; then with two signatures, by two sign-ins. */
    private void theShiftIsHandedOver(DeskDay day, Cast staff) {
        DayCitizen late = day.writes(staff.salma(), true, KNIFE);
        String number = day.caseOf(late);
        Map<String, Object> signature =
                Map.of("to_id", staff.baran().id(), "notes", "One still waits for an answer.", "claims", List.of());
        assertThat(staff.amal().isRefused("POST", "/api/handovers", signature)).isEqualTo(409);
        assertThat(staff.amal().read("/api/handovers/draft").get("blocking").toString())
                .contains(number);

        work().answers(staff.amal(), late);
        staff.amal().does("POST", number, "/protective-steps", Map.of("step", "SAFE_NOW"));
        assertThat(staff.amal().read("/api/handovers/draft").get("blocking")).isEmpty();
        JsonNode signed = staff.amal().sends("POST", "/api/handovers", signature);
        String handover = "/handovers/" + signed.get("id").asString();
        staff.baran().submits(handover, handover + "/acceptance", Map.of(), "accepted");
        JsonNode whole = staff.amal().read("/api" + handover);
        assertThat(whole.get("acceptance").get("whole").asBoolean()).isTrue();
        staff.amal().sends("DELETE", "/api/me/duty", null);
    }

    // ---- what has to be true of it

    @Test
    @Order(1)
    void nobodysWordsAreLost() {
        assertThat(day().cases()).hasSize(REPORTS);
        assertThat(new HashSet<>(day().cases().values())).hasSize(REPORTS);
        day().cases().forEach((citizen, number) -> {
            JsonNode held = DayWork.read(cast().desk(), number);
            assertThat(held.get("reports")).hasSize(1);
            assertThat(held.get("reports").get(0).get("gaps").asBoolean()).isFalse();
            assertThat(held.get("reports").get(0).get("transcript").toString()).containsOnlyOnce(citizen.sign());
        });
        Set<String> open = new HashSet<>(DeskDay.queue(cast().salma()));
        Set<String> all = new HashSet<>(open);
        all.addAll(work().closed());
        assertThat(open).doesNotContainAnyElementsOf(work().closed());
        assertThat(all).isEqualTo(day().numbers()).hasSize(REPORTS + 2);
    }

    @Test
    @Order(2)
    void everybodyHeardTheirAnswerOnce() {
        assertThat(work().answers()).hasSize(REPORTS);
        work().answers().forEach((citizen, words) -> {
            PathWorld.await("the answer to " + citizen.sign(), () -> citizen.heard(words) > 0 ? words : null);
            assertThat(citizen.heard(words)).as(citizen.sign()).isEqualTo(1);
            work().answers().values().stream()
                    .filter(other -> !other.equals(words))
                    .forEach(other -> assertThat(citizen.heard(other)).isZero());
        });
    }

    /** Of a hundred cases five are drawn; that a quarter of this day's are would happen once in three million days. */
    @Test
    @Order(3)
    void theAuditorReadsWholeChainsAndChangesNoCaseOfTheSample() {
        Seat jalal = cast().jalal();
        assertThat(jalal.page("/audit-log"))
                .contains("Made-up Amal", "HANDOVER_SIGNED")
                .doesNotContain(HUSBAND);
        Set<String> sample = day().numbers().stream().filter(jalal::sees).collect(Collectors.toSet());
        assertThat(sample).hasSizeLessThan(REPORTS / 4).containsAll(DeskDay.queue(jalal));
        for (String number : day().numbers()) {
            assertThat(jalal.isRefused("POST", "/api/cases/" + number + "/notes", Map.of("text", "Mine")))
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(4)
    void theCommandFindsTheChainsIntactAndAnEditedEntry() throws Exception {
        day().close();
        DeskDay.Verified whole = DeskDay.verifiedByCommand(data, null);
        assertThat(whole.said()).contains("intact").doesNotContain("NOT INTACT");
        assertThat(whole.answer()).isZero();

        DeskDay.Verified edited = DeskDay.verifiedByCommand(data, DeskDayIT::anEntryIsEdited);
        assertThat(edited.answer()).isEqualTo(3);
        assertThat(edited.said()).contains("EDITED", "NOT INTACT");
    }

    private static void anEntryIsEdited(String store) {
        ConnectionString address = new ConnectionString(store);
        try (MongoClient client = MongoClients.create(address)) {
            var entries = client.getDatabase(Objects.requireNonNullElse(address.getDatabase(), "wasl"))
                    .getCollection("audit-entries");
            Document one = Objects.requireNonNull(
                    entries.find(Filters.exists("actor")).skip(100).first());
            entries.updateOne(Filters.eq("_id", one.get("_id")), Updates.set("actor", "another"));
        }
    }

    private DeskDay day() {
        return Objects.requireNonNull(started);
    }

    private DayWork work() {
        return Objects.requireNonNull(work);
    }

    private Cast cast() {
        return Objects.requireNonNull(cast);
    }
}

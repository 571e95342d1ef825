package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.alert.LiveFeed;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;

class ConsoleIT {
    private static final ConsoleNode NODE = ConsoleNode.start("wasl.officer.demonstration=true");
    private static final SampleCases CASES = new SampleCases(NODE);

    /** Consoles that watch are let go in order: the stop does not wait for them, and none is broken off. */
    @AfterAll
    static void stop() throws Exception {
        Browser browser = new Browser(NODE).as("operator");
        LiveFeed feed = NODE.bean(LiveFeed.class);
        int before = feed.listening();
        CompletableFuture<Long> watching = CompletableFuture.supplyAsync(() -> {
            try (Stream<String> lines = browser.lines("/live")) {
                return lines.count();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        while (feed.listening() <= before && !watching.isDone()) {
            Thread.sleep(20);
        }
        NODE.close();
        assertThat(watching).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void whoeverIsNotSignedInIsSentToTheSignInAndBack() {
        HttpResponse<String> answer = new Browser(NODE).get("/queue");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).endsWith("/sign-in?next=%2Fqueue");
    }

    @ParameterizedTest
    @CsvSource({
        "operator, 200, 403, 403",
        "supervisor, 200, 403, 200",
        "officer, 200, 403, 403",
        "administrator, 403, 200, 200"
    })
    void eachRoleReachesItsOwnPagesAndNoOther(String role, int queue, int staff, int audit) {
        Browser browser = new Browser(NODE).as(role);

        assertThat(browser.get("/queue").statusCode()).isEqualTo(queue);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(staff);
        assertThat(browser.get("/audit").statusCode()).isEqualTo(audit);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void everyRouteIsShutToEveryRoleThatLacksItsPermissionAndEachRefusalIsRecorded() {
        assertThat(new RouteRefusals(NODE).wrong()).isEmpty();
    }

    @Test
    void twoSupervisorsOpenAShutCaseAndTheAuditorSeesIt() {
        Browser first = new Browser(NODE).as("supervisor");
        Browser second = new Browser(NODE).as("supervisor-2");
        first.post("/break-glass", "/break-glass", "number", "1234-5678-90", "reason", "COMPLAINT");
        String id = second.get("/break-glass").body().split("/decision\"")[0];
        String decision = "/break-glass/" + id.substring(id.length() - 32) + "/decision";

        assertThat(first.post("/break-glass", decision, "agreed", "true").statusCode())
                .isEqualTo(409);
        assertThat(second.post("/break-glass", decision, "agreed", "true").statusCode())
                .isEqualTo(302);

        String log = new Browser(NODE).as("auditor").get("/break-glass/log").body();
        assertThat(log).contains("1234-5678-90", "Demonstration supervisor (2)");
        assertThat(log).doesNotContain("/decision\"");
    }

    @Test
    void whoSignsInReadsThatTheLawBindsThem() {
        assertThat(new Browser(NODE).get("/sign-in").body()).contains("437");
    }

    @Test
    void aRefusalIsRecordedByItsRouteAndNotByItsAddress() {
        new Browser(NODE).as("administrator").get("/cases/1234-5678-90");

        assertThat(refusals()).contains("GET /cases/{number}");
        assertThat(refusals()).noneMatch(subject -> subject.contains("1234"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Browser browser = new Browser(NODE).as("operator");

        HttpResponse<String> answer = browser.postBare("/account/duty", "made up", "on", "false");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<html");
    }

    @Test
    void thereIsNoHttpSessionAndTheCookieIsOutOfReach() {
        Browser browser = new Browser(NODE);
        HttpResponse<String> answer = browser.post("/sign-in", "/demonstration/sign-in/operator");

        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("wasl_staff=")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict"));
        assertThat(cookies).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    @Test
    void aForgedCookieOpensNothing() {
        HttpResponse<String> answer = new Browser(NODE)
                .send(HttpRequest.newBuilder(new Browser(NODE).uri("/queue"))
                        .header("Cookie", "wasl_staff=" + "A".repeat(43)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        Browser browser = new Browser(NODE).as("operator");
        String cookie = browser.cookies().getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals("wasl_staff"))
                .findFirst()
                .orElseThrow()
                .getValue();

        browser.post("/account", "/sign-out");

        HttpResponse<String> replayed = new Browser(NODE)
                .send(HttpRequest.newBuilder(browser.uri("/queue")).header("Cookie", "wasl_staff=" + cookie));
        assertThat(replayed.statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSessionCanBeEndedFromTheAccountPage() {
        Browser lost = new Browser(NODE).as("officer");
        Browser mine = new Browser(NODE).as("officer");
        String page = mine.get("/account").body();
        String digest = Stream.of(page.split("/account/sessions/"))
                .skip(1)
                .map(part -> part.substring(0, 64))
                .reduce((first, last) -> last)
                .orElseThrow();

        mine.post("/account", "/account/sessions/" + digest + "/end");

        assertThat(lost.get("/queue").statusCode()).isEqualTo(302);
        assertThat(mine.get("/queue").statusCode()).isEqualTo(200);
    }

    @Test
    void theThreeSeatsOfTheDemonstrationDoNotShareASession() {
        Browser operator = new Browser(NODE, "/seat/operator").as("operator");
        HttpResponse<String> page = operator.get("/queue");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("href=\"/seat/operator/queue");
        assertThat(new Browser(NODE, "/seat/officer").get("/queue").statusCode())
                .isEqualTo(302);
        HttpResponse<String> elsewhere =
                operator.send(HttpRequest.newBuilder(new Browser(NODE, "/seat/officer").uri("/queue"))
                        .header("Accept", "text/html"));
        assertThat(elsewhere.statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl", "ckb, rtl", "kmr, rtl", "en, ltr"})
    void everyPageStandsInTheLanguageThatWasChosen(String language, String direction) {
        Browser browser = new Browser(NODE).as("operator");
        browser.post("/queue", "/language", "to", language, "here", "/queue");

        assertThat(browser.get("/queue").body()).contains("lang=\"" + language + "\" dir=\"" + direction + "\"");
        assertThat(browser.get("/no-such-page").body()).contains("lang=\"" + language + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "kmr", "en"})
    void everyPageRendersInEveryLanguageWithoutAMissingWord(String language) {
        CaseNumber number = CASES.arabic();
        Browser operator = new Browser(NODE).as("operator");
        operator.post("/queue", "/language", "to", language);
        Browser administrator = new Browser(NODE).as("administrator");
        administrator.post("/account", "/language", "to", language);

        Stream<HttpResponse<String>> pages = Stream.of(
                new Browser(NODE).get("/sign-in"),
                new Browser(NODE).get("/join"),
                operator.get("/queue"),
                operator.get("/cases/" + number),
                operator.get("/calls/new"),
                operator.get("/account"),
                administrator.get("/staff"),
                administrator.get("/audit"));
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("??");
        });
    }

    @Test
    void aCaseShowsTheWordsThatMadeTheRulesFire() {
        CaseNumber number = CASES.arabic();
        String page = new Browser(NODE).as("operator").get("/cases/" + number).body();

        assertThat(page).contains("<mark").contains("سچينة").contains("R01");
    }

    @Test
    void whatACitizenWroteIsTextAndNeverMarkup() {
        CaseNumber number = CASES.file(org.wasl.admin.FiledReports.aFiledReport()
                .saying("<script>alert(1)</script> \u202Eabc [[${me}]] th:text"));
        String page = new Browser(NODE).as("supervisor").get("/cases/" + number).body();

        // Words that weighed are marked, and a mark may begin or end anywhere in them.
        assertThat(page.replaceAll("</?mark[^>]*>", ""))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        assertThat(page).doesNotContain("\u202E").contains("[[${me}]]");
    }

    @Test
    void noFormOfAnyPageBreaksOrLeadsAwayOrGivesBackMarkup() {
        HostileForms forms = new HostileForms(NODE);
        assertThat(forms.count()).isGreaterThan(100);
        assertThat(forms.wrong()).isEmpty();
        // The look itself has to bite.
        assertThat(HostileForms.told(500, "", "")).isPresent();
        assertThat(HostileForms.told(302, "https://elsewhere.example/", "")).isPresent();
        assertThat(HostileForms.told(302, "//elsewhere.example", "")).isPresent();
        assertThat(HostileForms.told(200, "", HostileForms.SCRIPT)).isPresent();
        assertThat(HostileForms.told(302, "/queue", "")).isEmpty();
    }

    @Test
    void aReplyThatCouldPutSomebodyInDangerComesBackWithItsWordsAndIsSentOnceItWasLookedAt() {
        CaseNumber number = CASES.arabic();
        Browser operator = new Browser(NODE).as("operator");
        String page = "/cases/" + number;
        operator.post(page, page + "/claim");
        String text = "نوصلكم خلال 5 دقايق";

        HttpResponse<String> hint = operator.post(page, page + "/reply/care", "report", reportOf(number), "text", text);
        HttpResponse<String> back = reply(operator, number, "care-1", text);

        assertThat(hint.body()).contains("data-found=\"MINUTES,NO_OPENER\"");
        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.body()).contains(text).contains("value=\"MINUTES,NO_OPENER\"");
        assertThat(NODE.bean(CaseBook.class).read(number).orElseThrow().replies())
                .isEmpty();
        assertThat(Browser.location(reply(operator, number, "care-2", text, "care", "MINUTES,NO_OPENER")))
                .endsWith("?told=sent");
    }

    @Test
    void claimingAndAnsweringACase() {
        CaseNumber number = CASES.arabic();
        Browser operator = new Browser(NODE).as("operator");
        String page = "/cases/" + number;

        HttpResponse<String> early = reply(operator, number, "key-1", "نحن معك");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("نحن معك");

        assertThat(Browser.location(operator.post(page, page + "/claim"))).endsWith("?told=claimed");
        assertThat(Browser.location(reply(operator, number, "key-2", "نحن معك. هل الوقت مناسب؟")))
                .endsWith("?told=sent");
        assertThat(Browser.location(reply(operator, number, "key-2", "نحن معك. هل الوقت مناسب؟")))
                .endsWith("?told=sent");
        assertThat(NODE.bean(CaseBook.class).read(number).orElseThrow().replies())
                .hasSize(1);
    }

    @Test
    void aReplyToAForgedReportIsABadRequest() {
        CaseNumber number = CASES.arabic();
        Browser operator = new Browser(NODE).as("operator");

        HttpResponse<String> answer = operator.post(
                "/cases/" + number,
                "/cases/" + number + "/reply",
                "report",
                "../other",
                "text",
                "نحن معك",
                "key",
                "key-3",
                "edition",
                "0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertContentFree(answer);
    }

    @Test
    void aRaiseThatWasOvertakenSaysSo() {
        CaseNumber number = CASES.quiet();
        Browser operator = new Browser(NODE).as("supervisor");
        String page = "/cases/" + number;

        HttpResponse<String> answer =
                operator.post(page, page + "/raise", "to", "L2", "reason", "wrote again", "edition", "0");

        assertThat(Browser.location(answer)).endsWith("?told=overtaken");
    }

    @Test
    void nothingForeignIsLoadedAndNobodyFramesThePage() {
        HttpResponse<String> answer = new Browser(NODE).get("/sign-in");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.body())
                .doesNotContain(" style=")
                .doesNotContain(" onclick=")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/env",
                "/webjars/htmx.org/2.0.10/dist/htmx.js",
                "/h2-console",
                "/..%2f"
            })
    void whatIsNoRouteOfOursIsNotThere(String path) {
        assertThat(new Browser(NODE).as("administrator").getJson(path).statusCode())
                .isIn(400, 404);
    }

    @Test
    void tenMegabytesAreRefusedClearly() {
        Browser browser = new Browser(NODE).as("operator");
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.uri("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[300 * 1024])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:wasl:problem:too-large");
    }

    @Test
    void anEndlessBodyIsRefusedClearly() {
        Browser browser = new Browser(NODE).as("operator");
        InputStream endless = new ByteArrayInputStream(new byte[400 * 1024]);
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.uri("/sign-in"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> endless)));

        assertThat(answer.statusCode()).isIn(403, 413, 415);
        assertContentFree(answer);
    }

    @Test
    void bytesThatAreNoTextAreRefusedClearly() {
        Browser browser = new Browser(NODE);
        HttpResponse<String> broken = browser.send(HttpRequest.newBuilder(browser.uri("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        "username=%FF%FE%ZZ&password=x".getBytes(StandardCharsets.ISO_8859_1))));

        assertThat(broken.statusCode()).isIn(400, 403);
        assertContentFree(broken);
    }

    @Test
    void aStreamTellsThatSomethingMovedAndNotWhat() throws Exception {
        Browser browser = new Browser(NODE).as("operator");
        Browser specialist = new Browser(NODE).as("specialist");
        FutureTask<String> heardOutside = new FutureTask<>(() -> specialist
                .lines("/live")
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .orElseThrow());
        Thread.ofVirtual().start(heardOutside);
        Thread later = Thread.ofVirtual().unstarted(() -> {
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            CASES.sorani();
        });
        later.start();

        String heard = browser.lines("/live")
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .orElseThrow();

        assertThat(heard).matches("data:\\{\"(case|mine)\".*");
        assertThat(heard).doesNotContain("دەمانچە");
        later.join();
        assertThat(heardOutside.get(10, TimeUnit.SECONDS))
                .as("whose case it is not learns no number")
                .doesNotContain("case");
    }

    private static HttpResponse<String> reply(Browser browser, CaseNumber number, String key, String text) {
        return reply(browser, number, key, text, "care", "");
    }

    private static HttpResponse<String> reply(
            Browser browser, CaseNumber number, String key, String text, String... more) {
        var held = NODE.bean(CaseBook.class).read(number).orElseThrow();
        List<String> fields = new ArrayList<>(List.of(more));
        fields.addAll(List.of("report", reportOf(number), "text", text, "key", key));
        fields.addAll(List.of("edition", Long.toString(held.edition())));
        return browser.post("/cases/" + number, "/cases/" + number + "/reply", fields.toArray(String[]::new));
    }

    private static String reportOf(CaseNumber number) {
        return NODE.bean(CaseBook.class)
                .read(number)
                .orElseThrow()
                .leading()
                .id()
                .value();
    }

    private static void assertContentFree(HttpResponse<String> answer) {
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("org.")
                .doesNotContain("Tomcat")
                .doesNotContain("%FF");
    }

    private static List<String> refusals() {
        Iterable<Document> entries = NODE.bean(MongoTemplate.class)
                .getDb()
                .getCollection("audit-entries")
                .find();
        return Stream.of(entries)
                .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
                .filter(entry -> "ROUTE_REFUSED".equals(entry.getString("act")))
                .map(entry -> entry.getString("subject"))
                .toList();
    }
}

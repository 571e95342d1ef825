package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People, programs and covered screens as a browser and a program meet them. */
class PeopleIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ConsoleNode NODE = ConsoleNode.start("wasl.officer.demonstration=true");
    private static final String CASE = new SampleCases(NODE).arabic().value();

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void aProgramDoesWhatItsTokenSaysAndNothingOfAPerson() {
        Browser supervisor = new Browser(NODE).as("supervisor");
        JsonNode made = JSON.readTree(sent(
                        supervisor,
                        "POST",
                        "/api/tokens",
                        "{\"label\":\"board\",\"may\":[\"QUEUE_READ\",\"CASE_READ\",\"CASE_NOTE\"],\"days\":3}",
                        "Idempotency-Key",
                        "one")
                .body());
        String secret = made.path("secret").asString();
        Browser program = new Browser(NODE);

        assertThat(bearer(program, secret, "GET", "/api/queue", "").statusCode())
                .isEqualTo(200);
        HttpResponse<String> note =
                bearer(program, secret, "POST", "/api/cases/" + CASE + "/notes", "{\"text\":\"seen by the board\"}");
        assertThat(note.statusCode()).as(note.body()).isBetween(200, 204);
        assertThat(bearer(program, secret, "POST", "/api/cases/" + CASE + "/claim", "{}")
                        .statusCode())
                .isIn(403, 405);
        assertThat(bearer(program, secret, "GET", "/api/me", "").statusCode()).isEqualTo(403);
        HttpResponse<String> page = bearer(program, secret, "GET", "/queue", "");
        assertThat(page.statusCode()).isEqualTo(401);
        // With a cookie beside it, it is still the token that counts.
        assertThat(bearer(supervisor, "wasl_none", "GET", "/api/queue", "").statusCode())
                .isEqualTo(401);

        String id = made.path("token").path("id").asString();
        assertThat(sent(supervisor, "DELETE", "/api/tokens/" + id, "").statusCode())
                .isEqualTo(204);
        HttpResponse<String> over = bearer(program, secret, "GET", "/api/queue", "");
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void aCoveredScreenShowsNothingAndDropsNothing() {
        Browser operator = new Browser(NODE).as("operator");
        String token = operator.formToken("/account");
        assertThat(operator.postBare("/cases/" + CASE + "/claim", token).statusCode())
                .isEqualTo(302);
        assertThat(operator.postBare("/lock", token).statusCode()).isEqualTo(204);

        HttpResponse<String> covered = operator.get("/cases/" + CASE);
        assertThat(Browser.location(covered)).endsWith("/lock?next=%2Fcases%2F" + CASE);
        assertThat(covered.body()).doesNotContain("زوجي");
        assertThat(operator.getJson("/api/queue").statusCode()).isEqualTo(423);
        assertThat(operator.get("/lock?next=/queue").body()).contains("/unlock");
        assertThat(operator.postBare("/cases/" + CASE + "/renew", token).statusCode())
                .as("the claim goes on")
                .isEqualTo(204);

        assertThat(Browser.location(operator.postBare("/unlock", token, "next", "/cases/" + CASE)))
                .endsWith("/cases/" + CASE);
        assertThat(operator.get("/cases/" + CASE).statusCode()).isEqualTo(200);
    }

    @Test
    void staffAreKeptByTheSameDesksOverHttp() {
        Browser administrator = new Browser(NODE).as("administrator");
        String form = "{\"display_name\":\"Made-up Rezan\",\"role\":\"OPERATOR\",\"scope\":{\"languages\":[\"ckb\"]}}";
        JsonNode proposed = JSON.readTree(sent(administrator, "POST", "/api/staff", form, "Idempotency-Key", "rezan")
                .body());
        JsonNode again = JSON.readTree(sent(administrator, "POST", "/api/staff", form, "Idempotency-Key", "rezan")
                .body());
        assertThat(again.path("id")).isEqualTo(proposed.path("id"));
        assertThat(proposed.path("enabled").asBoolean()).isFalse();

        String path = "/api/staff/" + proposed.path("id").asString();
        String scope = "{\"languages\":[\"ckb\",\"ar\"],\"governorates\":[\"SU\"],\"capacity\":9}";
        String tag = "\"" + proposed.path("edition").asLong() + "\"";
        HttpResponse<String> changed = sent(administrator, "PUT", path + "/scope", scope, "If-Match", tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(sent(administrator, "PUT", path + "/scope", scope, "If-Match", tag)
                        .statusCode())
                .isEqualTo(412);
        assertThat(sent(administrator, "PUT", path + "/scope", scope).statusCode())
                .isEqualTo(428);
        String now = "\"" + JSON.readTree(changed.body()).path("edition").asLong() + "\"";
        assertThat(sent(administrator, "PUT", path + "/absence", "{\"until\":\"2030-01-01\"}", "If-Match", now)
                        .body())
                .contains("2030-01-01");
        assertThat(new Browser(NODE).as("operator").getJson("/api/staff").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoLeavesIsOutEverywhereAtOnce() throws Exception {
        Browser leaver = new Browser(NODE).as("coordinator");
        String me = JSON.readTree(leaver.getJson("/api/me").body()).path("id").asString();
        String secret = JSON.readTree(sent(
                                leaver,
                                "POST",
                                "/api/tokens",
                                "{\"label\":\"x\",\"may\":[\"QUEUE_READ\"],\"days\":1}",
                                "Idempotency-Key",
                                "k")
                        .body())
                .path("secret")
                .asString();
        assertThat(bearer(new Browser(NODE), secret, "GET", "/api/queue", "").statusCode())
                .isEqualTo(200);
        CompletableFuture<Long> stream = CompletableFuture.supplyAsync(() -> {
            try (var lines = leaver.lines("/live")) {
                return lines.count();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });

        Browser administrator = new Browser(NODE).as("administrator");
        assertThat(sent(administrator, "DELETE", "/api/staff/" + me, "").statusCode())
                .isEqualTo(204);

        assertThat(leaver.getJson("/api/queue").statusCode()).isEqualTo(401);
        assertThat(bearer(new Browser(NODE), secret, "GET", "/api/queue", "").statusCode())
                .isEqualTo(401);
        assertThat(stream.get(30, TimeUnit.SECONDS)).as("the stream ended").isNotNull();
    }

    private static HttpResponse<String> bearer(
            Browser browser, String secret, String method, String path, String body) {
        return browser.send(HttpRequest.newBuilder(browser.uri(path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "program")
                .header("Authorization", "Bearer " + secret)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> sent(
            Browser browser, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(browser.uri(path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", browser.formToken("/account"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}

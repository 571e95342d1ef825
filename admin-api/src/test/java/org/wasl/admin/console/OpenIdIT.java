package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in by a real provider of OpenID Connect: who is let in, who is not, and what stays the desk's own. */
class OpenIdIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FORM = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int PORT = StaffProvider.freePort();
    private static final String CONSOLE = "http://127.0.0.1:" + PORT;
    private static final StaffProvider PROVIDER = new StaffProvider(CONSOLE);
    private static final ConsoleNode NODE = ConsoleNode.start(
            "server.port=" + PORT,
            "wasl.officer.demonstration=true",
            "wasl.officer.open-id.issuer=" + PROVIDER.issuer(),
            "wasl.officer.open-id.client-id=" + StaffProvider.CLIENT,
            "wasl.officer.open-id.client-secret=" + StaffProvider.SECRET);

    @AfterAll
    static void stop() {
        NODE.close();
        PROVIDER.close();
    }

    @Test
    void letsInWhomTwoPeopleLinkedAndNobodyElse() {
        assertThat(new Browser(NODE).get("/sign-in").body()).contains("/sign-in/open-id");
        Visitor early = new Visitor();
        HttpResponse<String> refused = early.signsInAtTheProvider("rezan");
        assertThat(refused.statusCode()).as("known there, and nobody here").isEqualTo(401);

        Browser one = new Browser(NODE).as("administrator");
        Browser two = new Browser(NODE).as("administrator-2");
        String rezan = hired(one, two, "Made-up Rezan", "rezan");
        JsonNode proposed = changed(one, "PUT", rezan + "/open-id", "{\"subject\":\"rezan\"}", tag(one, rezan));
        assertThat(proposed.path("proposal").path("open_id").asBoolean()).isTrue();
        assertThat(new Visitor().signsInAtTheProvider("rezan").statusCode())
                .as("proposed is not agreed to")
                .isEqualTo(401);
        assertThat(sent(one, "POST", rezan + "/proposal/decision", "{\"agreed\":true}", tag(one, rezan))
                        .statusCode())
                .as("by the one who proposed it")
                .isEqualTo(409);
        changed(two, "POST", rezan + "/proposal/decision", "{\"agreed\":true}", tag(two, rezan));

        Visitor linked = new Visitor();
        HttpResponse<String> in = linked.signsInAtTheProvider("rezan");
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(linked.get(CONSOLE + "/api/me").body()).contains("Made-up Rezan");
        assertThat(new Visitor().signsInAtTheProvider("stranger").statusCode()).isEqualTo(401);

        assertThat(linked.get(linked.answer).statusCode())
                .as("the answer again")
                .isEqualTo(401);
        Visitor thief = new Visitor();
        Visitor careless = new Visitor();
        careless.goesToTheProvider("rezan");
        assertThat(thief.get(careless.answer).statusCode())
                .as("the answer in another browser")
                .isEqualTo(401);

        assertThat(sent(two, "DELETE", rezan, "", "").statusCode()).isEqualTo(204);
        assertThat(linked.get(CONSOLE + "/api/me").statusCode())
                .as("left: out at once")
                .isEqualTo(401);
        assertThat(new Visitor().signsInAtTheProvider("rezan").statusCode()).isEqualTo(401);
    }

    /** Somebody new, agreed to, who has chosen a password of their own. */
    private static String hired(Browser one, Browser two, String name, String username) {
        JsonNode made = JSON.readTree(one.send(request(one, "/api/staff")
                        .header("Idempotency-Key", name)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"display_name\":\"" + name
                                + "\",\"role\":\"OPERATOR\",\"scope\":{\"languages\":[\"ckb\"]}}")))
                .body());
        String path = "/api/staff/" + made.path("id").asString();
        JsonNode agreed = changed(two, "POST", path + "/proposal/decision", "{\"agreed\":true}", tag(two, path));
        String token = agreed.path("sign_in_path").asString().replaceAll(".*#", "");
        HttpResponse<String> joined = new Browser(NODE)
                .post("/join", "/join", "token", token, "username", username, "password", "made-up pass phrase 7");
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(302);
        return path;
    }

    private static String tag(Browser browser, String path) {
        return "\""
                + JSON.readTree(browser.getJson(path).body()).path("edition").asLong() + "\"";
    }

    private static JsonNode changed(Browser browser, String method, String path, String body, String tag) {
        HttpResponse<String> answer = sent(browser, method, path, body, tag);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> sent(Browser browser, String method, String path, String body, String tag) {
        HttpRequest.Builder request = request(browser, path);
        if (!tag.isEmpty()) {
            request.header("If-Match", tag);
        }
        return browser.send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(Browser browser, String path) {
        return HttpRequest.newBuilder(browser.uri(path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", browser.formToken("/account"));
    }

    /** A browser that goes from the console to the provider and back, a step at a time. */
    private static final class Visitor {
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
        private String answer = "";

        HttpResponse<String> signsInAtTheProvider(String name) {
            goesToTheProvider(name);
            return get(answer);
        }

        /** Until the provider sends them back, which is not followed. */
        void goesToTheProvider(String name) {
            HttpResponse<String> asked = get(CONSOLE + "/sign-in/open-id");
            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
            String question = location(asked);
            assertThat(question).contains("prompt=login", "code_challenge_method=S256", "nonce=", "max_age=");
            HttpResponse<String> page = get(location(get(question)));
            Matcher token = FORM.matcher(page.body());
            assertThat(token.find()).as(page.body()).isTrue();
            HttpResponse<String> signedIn = send(HttpRequest.newBuilder(URI.create(PROVIDER.issuer() + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("username=" + name + "&password="
                            + URLEncoder.encode(StaffProvider.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
            HttpResponse<String> back = get(location(signedIn));
            answer = location(back);
            assertThat(answer)
                    .as(location(signedIn) + " " + back.statusCode() + " " + back.body())
                    .startsWith(CONSOLE);
        }

        HttpResponse<String> get(String address) {
            return send(HttpRequest.newBuilder(URI.create(address))
                    .header("Accept", address.contains("/api/") ? "application/json" : "text/html"));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private static String location(HttpResponse<String> answer) {
            return URI.create(PROVIDER.issuer())
                    .resolve(answer.headers().firstValue("Location").orElse(""))
                    .toString();
        }
    }
}

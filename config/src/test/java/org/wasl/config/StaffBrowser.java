package org.wasl.config;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One member of staff before a browser: cookies, forms with their tokens, and the API as the console's script uses it. */
final class StaffBrowser {

    static final String PASSWORD = "made-up demonstration pass phrase 7";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FORM_TOKEN =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");
    private static final Pattern INVITATION = Pattern.compile("/join#([A-Za-z0-9_-]+)");

    private static final Pattern PROPOSED = Pattern.compile("/staff/([0-9a-f]{32})/confirmation");

    private final URI console;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private @Nullable StaffBrowser second;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    StaffBrowser(URI console) {
        this.console = console;
    }

    /** Uses a one-time sign-in and is signed in afterwards. */
    StaffBrowser joins(String invitation, String username) {
        String token = found(INVITATION, invitation);
        expect(form("/join", "/join", Map.of("token", token, "username", username, "password", PASSWORD)));
        return this;
    }

    /**
     * Brings in a colleague of a role for everything, and answers the page with the one-time sign-in. That takes two
     * people: the first time, this one brings in a second administrator, who agrees to everybody else.
     */
    String invites(String name, String role) {
        return invites(name, role, "UNSTATED");
    }

    String invites(String name, String role, String gender) {
        StaffBrowser agreeing = second;
        if (agreeing == null) {
            proposes("Made-up Second", "ADMINISTRATOR", "UNSTATED");
            agreeing = new StaffBrowser(console).joins(agrees(), "made-up-second");
            second = agreeing;
        }
        proposes(name, role, gender);
        return agreeing.agrees();
    }

    private void proposes(String name, String role, String gender) {
        expect(form(
                "/staff",
                "/staff",
                Map.of(
                        "name",
                        name,
                        "role",
                        role,
                        "gender",
                        gender,
                        "languages",
                        "ar,ckb,kmr,en",
                        "territories",
                        "FED,KRI")));
    }

    /** Agrees to the one thing that is proposed. */
    private String agrees() {
        String id = found(PROPOSED, page("/staff"));
        return expect(form("/staff", "/staff/" + id + "/confirmation", Map.of("agreed", "true")));
    }

    StaffBrowser goesOnDuty() {
        expect(form("/account", "/account/duty", Map.of("on", "true")));
        expect(form("/account", "/alerts/answer", Map.of("here", "/account")));
        return this;
    }

    JsonNode api(String path) {
        return JSON.readTree(expect(send(request(path).GET())));
    }

    /** A change of a case, naming the edition that was read; read again when the case moved on meanwhile. */
    JsonNode change(String number, String action, String body) {
        return change(number, action, body, action);
    }

    /** Makes something new. */
    JsonNode makes(String path, String body) {
        return JSON.readTree(expect(send("POST", path, 0, body, path)));
    }

    /** Changes something that is no case, in the edition it was read in. */
    JsonNode changes(String path, String action, long edition, String body) {
        return JSON.readTree(expect(send("PUT", path + action, edition, body, action)));
    }

    /** The same under a key of one's own, for an act that must not be done twice. */
    JsonNode change(String number, String action, String body, String key) {
        for (int attempt = 1; ; attempt++) {
            long edition = api("/api/cases/" + number).get("edition").asLong();
            HttpResponse<String> answer = send("POST", "/api/cases/" + number + action, edition, body, key);
            if (answer.statusCode() != 412 || attempt == 10) {
                return JSON.readTree(expect(answer));
            }
        }
    }

    private HttpResponse<String> send(String method, String path, long edition, String body, String key) {
        String token = found(FORM_TOKEN, expect(send(request("/account").GET())));
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .header("If-Match", "\"" + edition + "\"")
                .header("Idempotency-Key", key)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What makes another browser this person's. */
    List<Cookie> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(console.toString()))
                .toList();
    }

    String page(String path) {
        return expect(send(request(path).GET()));
    }

    /** What a player on the page would be given. */
    HttpResponse<byte[]> plays(String path, String... headers) {
        HttpRequest.Builder asked = request(path).GET();
        try {
            return http.send(
                    (headers.length == 0 ? asked : asked.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads a stream line by line, on the thread that asks, until it ends. */
    void follows(String path, Consumer<String> line) {
        try {
            http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .forEach(line);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> form(String page, String action, Map<String, String> fields) {
        String token = found(FORM_TOKEN, expect(send(request(page).GET())));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String expect(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode()
                    + ": " + answer.body());
        }
        return answer.body();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("not found: " + pattern + " in " + text);
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}

package org.wasl.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One colleague at the desk, with the two ways everybody has: the API, and the console's own pages, where only a form that
 * stands on the page can be sent, with what it brings.
 */
final class Seat {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input\\b[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern SECRET = Pattern.compile("<bdi dir=\"ltr\">([A-Z2-7 ]{32,60})</bdi>");
    private static final Pattern CODE = Pattern.compile("<p class=\"big\"><bdi dir=\"ltr\">([A-Za-z0-9-]+)</bdi>");
    private static final int CHANGED = 412;
    private static final int CONFLICT = 409;
    private static final int OVERTAKEN = 20;

    private final URI desk;
    private final String name;
    private HttpClient http = browser();
    private String secret = "";
    private String token = "";
    private String id = "";

    Seat(URI desk, String name) {
        this.desk = desk;
        this.name = name;
    }

    /** Uses the one-time sign-in, chooses a password, and sets the numbers of a telephone up. */
    Seat joins(String invitation) {
        String once = found(Pattern.compile("/join#([A-Za-z0-9_-]+)"), invitation);
        submits(page("/join"), "/join", Map.of("token", once, "username", name, "password", StaffBrowser.PASSWORD));
        String shown = submits(page("/account/factors"), "/account/factors", Map.of());
        secret = found(SECRET, shown).replace(" ", "");
        submits(shown, "/account/factors/confirmation", Map.of("number", OneTimeNumber.of(secret, 0)));
        return this;
    }

    /** At another computer, with nothing but the password and the number the telephone shows next. */
    Seat signsIn() {
        http = browser();
        String asked =
                submits(page("/sign-in"), "/sign-in", Map.of("username", name, "password", StaffBrowser.PASSWORD));
        submits(asked, "/sign-in/second", Map.of("number", OneTimeNumber.of(secret, 1)));
        token = found(Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\""), page("/account"));
        id = read("/api/me").get("id").asString();
        return this;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    /** A code for the officers' bot, read off the account's page. */
    String linkCode() {
        return found(CODE, submits(page("/account"), "/account/link-code", Map.of()));
    }

    // ---- the API

    JsonNode read(String path) {
        return JSON.readTree(expect(get(path)).body());
    }

    /** Whether this colleague may read a case. */
    boolean sees(String number) {
        return get("/api/cases/" + number).statusCode() == 200;
    }

    JsonNode seen(String number) {
        return read("/api/cases/" + number);
    }

    /** A change of a case from the edition it has now; done again when somebody was quicker. */
    JsonNode does(String method, String number, String path, @Nullable Map<String, ?> form) {
        return changes(method, "/api/cases/" + number, "/api/cases/" + number + path, form);
    }

    /** The same of anything that has an edition and a place of its own. */
    JsonNode changes(String method, String of, String path, @Nullable Map<String, ?> form) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> answer = attempt(method, of, path, form);
            if (answer.statusCode() != CHANGED || attempt == OVERTAKEN) {
                return json(expect(answer));
            }
        }
    }

    /** Sends what has no edition yet. */
    JsonNode sends(String method, String path, @Nullable Map<String, ?> form) {
        return json(expect(call(method, path, form, null)));
    }

    /** With which status it is refused. */
    int isRefused(String method, String number, String path, @Nullable Map<String, ?> form) {
        return attempt(method, "/api/cases/" + number, "/api/cases/" + number + path, form)
                .statusCode();
    }

    int isRefused(String method, String path, Map<String, ?> form) {
        return call(method, path, form, null).statusCode();
    }

    private HttpResponse<String> attempt(String method, String of, String path, @Nullable Map<String, ?> form) {
        return call(
                method, path, form, expect(get(of)).headers().firstValue("ETag").orElse("\"0\""));
    }

    private HttpResponse<String> call(
            String method, String path, @Nullable Map<String, ?> form, @Nullable String edition) {
        HttpRequest.Builder request = request(path)
                .header("X-CSRF-TOKEN", token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (edition != null) {
            request.header("If-Match", edition);
        }
        return send(
                form == null
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(form))));
    }

    // ---- the console

    String page(String path) {
        return expect(get(path)).body();
    }

    /**
     * Opens a page and sends the form on it that goes to an address; answers what the console then says happened, or the
     * page where it says it in so many words. Done again when somebody was quicker.
     */
    String submits(String at, String action, Map<String, String> fields, String wanted) {
        String told = "";
        for (int attempt = 1; attempt <= OVERTAKEN; attempt++) {
            HttpResponse<String> answer = submitted(page(at), action, fields);
            told = told(answer);
            if (!told.equals("overtaken") && answer.statusCode() != CONFLICT) {
                if (!told.equals(wanted)) {
                    throw new AssertionError(
                            name + ", " + action + ": " + told + " (expected: " + wanted + "), " + answer.statusCode());
                }
                return answer.uri().getPath();
            }
        }
        throw new AssertionError(name + ", " + action + ": " + told + " again and again");
    }

    private static String told(HttpResponse<String> answer) {
        String query = answer.uri().getQuery();
        if (query != null && query.startsWith("told=")) {
            return URLDecoder.decode(query.substring("told=".length()), StandardCharsets.UTF_8);
        }
        return answer.statusCode() / 100 == 2 ? "" : "status " + answer.statusCode();
    }

    private String submits(String page, String action, Map<String, String> fields) {
        return expect(submitted(page, action, fields)).body();
    }

    private HttpResponse<String> submitted(String page, String action, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(brought(page, action, fields));
        all.putAll(fields);
        String body = all.entrySet().stream()
                .flatMap(field -> List.of(field.getValue().split("\\|")).stream()
                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** What the form brings along: its tokens, the edition it was shown with. */
    private Map<String, String> brought(String page, String action, Map<String, String> fields) {
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Map<String, String> hidden = new LinkedHashMap<>();
            Matcher input = HIDDEN.matcher(form.group(2));
            while (input.find()) {
                hidden.put(attribute(input.group(), "name"), attribute(input.group(), "value"));
            }
            // Several buttons may go to one address, each with its own word.
            if (form.group(1).contains("action=\"" + action + "\"")
                    && fields.entrySet().stream()
                            .allMatch(field ->
                                    hidden.getOrDefault(field.getKey(), "").isEmpty()
                                            || field.getValue().equals(hidden.get(field.getKey())))) {
                return hidden;
            }
        }
        throw new AssertionError(name + ": no form to " + action + " on the page");
    }

    private static String attribute(String tag, String which) {
        Matcher value = Pattern.compile("\\b" + which + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1).replace("&amp;", "&") : "";
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(desk.resolve(path)).header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> expect(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(name + ", " + answer.request().method() + " "
                    + answer.request().uri().getPath() + " answered " + answer.statusCode() + ": "
                    + answer.body().substring(0, Math.min(400, answer.body().length())));
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("not found: " + pattern);
        }
        return matcher.group(1);
    }
}

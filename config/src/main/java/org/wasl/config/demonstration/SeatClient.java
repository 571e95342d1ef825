package org.wasl.config.demonstration;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A made-up colleague at the desk's API, with nothing but what anybody signed in may do there. */
final class SeatClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private static final int CHANGED = 412;

    /** The desk's own sweeps write as well: a deed they overtook is done again. */
    private static final int OVERTAKEN = 10;

    private final URI desk;
    private final String seat;
    private final HttpClient http;
    private String token = "";

    SeatClient(URI desk, String seat) {
        this.desk = desk;
        this.seat = seat;
        this.http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Sits down anew: while days pass between two deeds no session lives on. */
    SeatClient signsIn() {
        String page = "/demonstration/sign-in/" + seat;
        String form = get(page).body();
        expect(send(request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token(form), StandardCharsets.UTF_8)))));
        token = token(get("/account").body());
        return this;
    }

    JsonNode read(String path) {
        return JSON.readTree(expect(get(path)).body());
    }

    /** Whether this colleague may read the case. */
    boolean sees(String number) {
        return get("/api/cases/" + number).statusCode() == 200;
    }

    /** The id of whoever has this seat. */
    static String idOf(URI desk, String seat) {
        try (SeatClient one = new SeatClient(desk, seat).signsIn()) {
            return one.id();
        }
    }

    /** Their own id. */
    String id() {
        return read("/api/me").get("id").asString();
    }

    /** A change of a case, made from the edition it has now. Throws when it is refused. */
    JsonNode change(String method, String path, String number, @Nullable Map<String, ?> form) {
        return changes(method, "/api/cases/" + number, "/api/cases/" + number + path, form);
    }

    /** The same of anything with an edition and a place of its own. */
    JsonNode changes(String method, String of, String path, @Nullable Map<String, ?> form) {
        HttpResponse<String> answer = changed(method, of, path, form);
        for (int i = 0; i < OVERTAKEN && answer.statusCode() == CHANGED; i++) {
            answer = changed(method, of, path, form);
        }
        return json(expect(answer));
    }

    /** Something that begins here. Throws when it is refused. */
    JsonNode begins(String path, Map<String, ?> form) {
        return json(expect(send(written(request(path), "POST", form))));
    }

    private HttpResponse<String> changed(String method, String of, String path, @Nullable Map<String, ?> form) {
        String edition = get(of).headers().firstValue("ETag").orElse("\"0\"");
        return send(written(request(path).header("If-Match", edition), method, form));
    }

    private HttpRequest.Builder written(HttpRequest.Builder request, String method, @Nullable Map<String, ?> form) {
        request.header("X-CSRF-TOKEN", token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return form == null
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(form)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(desk.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> expect(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(seat + ", " + answer.request().method() + " "
                    + answer.uri().getPath() + ": " + answer.statusCode() + " " + problem(answer.body()));
        }
        return answer;
    }

    private static String problem(String body) {
        Matcher type = Pattern.compile("urn:wasl:problem:[a-z-]+").matcher(body);
        return type.find() ? type.group() : "";
    }

    private static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            return "";
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}

package org.wasl.admin.console;

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
import java.util.stream.Stream;

/** Somebody at a browser, as far as HTTP goes: keeps cookies, sends the form token along, follows no redirect. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;
    private final String base;

    public Browser(ConsoleNode node) {
        this(node, "");
    }

    /** One that sits at a seat of the demonstration. */
    Browser(ConsoleNode node, String base) {
        this.origin = "http://127.0.0.1:" + node.port();
        this.base = base;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html"));
    }

    public HttpResponse<String> getJson(String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("Accept", "application/json"));
    }

    /** Opens a page, then sends a form as a button on that page would. */
    HttpResponse<String> post(String page, String path, String... fields) {
        return postBare(path, formToken(page), fields);
    }

    /** The token that the forms of a page carry; a script sends it as a header. */
    public String formToken(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return token.group(1);
    }

    HttpResponse<String> postBare(String path, String token, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=").append(encode(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(uri(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The lines of an answer as they come, for one that does not end. */
    Stream<String> lines(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Accept", "text/event-stream")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    }

    public URI uri(String path) {
        return URI.create(origin + base + path);
    }

    public CookieManager cookies() {
        return cookies;
    }

    /** Signs in as one of the made-up staff. */
    public Browser as(String role) {
        HttpResponse<String> answer = post("/demonstration/sign-in/" + role, "/demonstration/sign-in/" + role);
        if (answer.statusCode() != 302) {
            throw new AssertionError("demonstration sign-in: " + answer.statusCode());
        }
        return this;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

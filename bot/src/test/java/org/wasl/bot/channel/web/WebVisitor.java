package org.wasl.bot.channel.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a screen: keeps the one cookie it was given, and speaks the page's own requests. */
final class WebVisitor {

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;
    private String cookie = "";
    private String language = "ar";

    WebVisitor(int port) {
        base = "http://127.0.0.1:" + port;
    }

    WebVisitor speaking(String tag) {
        language = tag;
        return this;
    }

    String cookie() {
        return cookie;
    }

    void cookie(String value) {
        cookie = value;
    }

    HttpResponse<String> begin() {
        return send(request("/chat/session").POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> says(String text) {
        return says(UUID.randomUUID().toString(), text);
    }

    HttpResponse<String> says(String id, String text) {
        return posts(json.writeValueAsString(new Said(id, text)).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> taps(String token) {
        return posts(json.writeValueAsString(new Tapped(UUID.randomUUID().toString(), token))
                .getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> posts(byte[] body) {
        return send(request("/chat/messages")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> exits() {
        return send(request("/chat/exit").POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> lines(long after) {
        return send(request("/chat/lines?after=" + after).GET());
    }

    JsonNode linesRead(long after) {
        return json.readTree(lines(after).body());
    }

    JsonNode problem(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", language);
        return cookie.isEmpty() ? builder : builder.header("Cookie", "s=" + cookie);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers()
                    .firstValue("Set-Cookie")
                    .filter(header -> header.startsWith("s="))
                    .ifPresent(header -> cookie = header.substring(2, header.indexOf(';')));
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    record Said(String id, String text) {}

    record Tapped(String id, String token) {}
}

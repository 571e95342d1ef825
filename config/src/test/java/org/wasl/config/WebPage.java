package org.wasl.config;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chat page without a screen: one cookie, its own requests, one id for a message however often it has to be tried,
 * and lines that come while it waits. Patient through restarts, as a page that says "trying again" is.
 */
final class WebPage implements CitizenChat {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient http;
    private final URI base;
    private final Map<String, Bubble> bubbles = new LinkedHashMap<>();
    private final Map<String, Integer> came = new HashMap<>();
    private volatile String cookie = "";
    private volatile boolean open = true;
    private @Nullable Thread reader;

    WebPage(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public void begins() throws InterruptedException {
        HttpResponse<String> begun =
                patiently(() -> request("/chat/session").POST(HttpRequest.BodyPublishers.noBody()));
        if (begun == null) {
            throw new AssertionError("no session could be had");
        }
        reader = Thread.ofVirtual().start(this::readOnAndOn);
    }

    @Override
    public boolean says(String text) throws InterruptedException {
        return posts("text", text);
    }

    @Override
    public boolean taps(Bubble question, String option) throws InterruptedException {
        String token = question.options().get(option);
        return token != null && posts("token", token);
    }

    private boolean posts(String field, String value) throws InterruptedException {
        String body = JSON.writeValueAsString(Map.of("id", UUID.randomUUID().toString(), field, value));
        return patiently(() -> request("/chat/messages")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                != null;
    }

    /** The 2xx; {@code null} when none came. A refusal that trying again cannot mend is a fault. */
    private @Nullable HttpResponse<String> patiently(java.util.function.Supplier<HttpRequest.Builder> request)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (open && System.nanoTime() < deadline) {
            try {
                HttpResponse<String> answer = send(request.get().timeout(Duration.ofSeconds(15)));
                if (answer.statusCode() < 300) {
                    return answer;
                }
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    throw new AssertionError("the page was told " + answer.statusCode() + ": " + answer.body());
                }
            } catch (IOException away) {
                // Killed before, while or after it took this: the page cannot know, and tries again with the same id.
            }
            Thread.sleep(PAUSE);
        }
        return null;
    }

    private void readOnAndOn() {
        long after = 0;
        while (open) {
            try {
                HttpResponse<String> answer = send(request("/chat/lines?wait=true&after=" + after)
                        .timeout(Duration.ofSeconds(30))
                        .GET());
                if (answer.statusCode() == 200) {
                    for (JsonNode line : JSON.readTree(answer.body())) {
                        take(line.get("line"));
                        after = line.get("number").asLong();
                    }
                } else {
                    Thread.sleep(PAUSE);
                }
            } catch (IOException away) {
                pause();
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException closed) {
            open = false;
        }
    }

    private synchronized void take(JsonNode line) {
        String ref = line.get("r").asString();
        switch (line.get("k").asString()) {
            case "say" -> {
                came.merge(ref, 1, Integer::sum);
                bubbles.putIfAbsent(ref, new Bubble(ref, line.get("t").asString(), options(line.get("c"))));
            }
            case "settle" -> bubbles.computeIfPresent(ref, (key, was) -> new Bubble(ref, was.text(), Map.of()));
            default -> bubbles.remove(ref);
        }
    }

    private static Map<String, String> options(JsonNode buttons) {
        Map<String, String> options = new LinkedHashMap<>();
        for (JsonNode button : buttons) {
            String token = button.get("v").asString();
            options.put(token.substring(token.lastIndexOf('|') + 1), token);
        }
        return options;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).header("Accept-Language", "en");
        return cookie.isEmpty() ? builder : builder.header("Cookie", "s=" + cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        answer.headers()
                .firstValue("Set-Cookie")
                .filter(header -> header.startsWith("s="))
                .ifPresent(header -> cookie = header.substring(2, header.indexOf(';')));
        return answer;
    }

    @Override
    public synchronized List<Bubble> screen() {
        return new ArrayList<>(bubbles.values());
    }

    @Override
    public synchronized int most() {
        return came.values().stream().mapToInt(times -> times).max().orElse(0);
    }

    /** A page knows a message by its name and shows it once. */
    @Override
    public boolean mayRepeat() {
        return false;
    }

    @Override
    public void close() {
        open = false;
        Thread reading = reader;
        if (reading != null) {
            reading.interrupt();
        }
    }
}

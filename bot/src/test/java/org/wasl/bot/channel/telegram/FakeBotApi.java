package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A Bot API on loopback with the real one's semantics as far as the bot relies on them: an offset confirms all below it,
 * an offset from before the ids began again is ignored, a second poller ends the first with 409, a tap can expire. Any
 * call can be made to fail. Method names are matched whatever their case, as the libraries' differ.
 */
public final class FakeBotApi implements AutoCloseable {

    public static final String TOKEN = "4200:fakeTokenForTestsOnly-abcdefghijk";
    public static final String OFFICER_TOKEN = "4300:fakeTokenForOfficers-abcdefghijk";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String token;
    private final FakeBotPlatform platform = new FakeBotPlatform();

    private final Map<String, Deque<BotApiFault>> faults = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    public FakeBotApi() {
        this(TOKEN);
    }

    public FakeBotApi(String token) {
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** One call, with the method in lower case. */
    public record Call(String method, JsonNode body, Instant at) {}

    /** A message on a screen. */
    public static final class Shown {

        final long chat;
        final int id;
        private final JsonNode sent;
        List<Button> buttons;
        boolean deleted;

        Shown(long chat, int id, JsonNode sent, List<Button> buttons) {
            this.chat = chat;
            this.id = id;
            this.sent = sent;
            this.buttons = buttons;
        }

        public int id() {
            return id;
        }

        public String text() {
            return sent.path("text").asText();
        }

        /** The call that sent it. */
        public JsonNode sent() {
            return sent;
        }

        public List<Button> buttons() {
            return buttons;
        }
    }

    /** A button on a screen. */
    public record Button(String label, String token) {

        /** The last part of {@code v1|session|turn|option}. */
        public String option() {
            return token.substring(token.lastIndexOf('|') + 1);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Settings that point here and are impatient enough for a test. */
    public TelegramSettings settings() {
        return new TelegramSettings(
                token,
                "",
                "Wasl",
                uri(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(6),
                100,
                64,
                Duration.ofMillis(50),
                Duration.ofMillis(200));
    }

    public FakeTelegramCitizen citizen(long chat) {
        return new FakeTelegramCitizen(this, chat);
    }

    // ---- what a test scripts

    public synchronized void next(String method, BotApiFault... ones) {
        faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), key -> new ArrayDeque<>())
                .addAll(List.of(ones));
    }

    /** What was to fail and has not failed yet does not fail any more. */
    public synchronized void allIsWell() {
        faults.clear();
    }

    /** The server was exchanged, or was idle for a week: ids begin elsewhere. */
    public void idsBeginAt(long id) {
        platform.idsBeginAt(id);
    }

    /** Taps live 150 seconds at the platform; after a longer outage they are gone. */
    public void tapsExpire() {
        platform.tapsExpire();
    }

    /** Puts any update into the queue, with the next id; answers the id. */
    public long push(ObjectNode update) {
        return platform.push(update);
    }

    /** Puts an update in as it is, under an id, also one that was delivered before. */
    public void push(long id, JsonNode update) {
        platform.push(id, update);
    }

    public void blocks(long chat, boolean blocked) {
        platform.blocks(chat, blocked);
    }

    /** A file that can be asked for by this id. Faults of its download go by the method {@code file}. */
    public void holds(String fileId, byte[] content) {
        platform.holds(fileId, content);
    }

    // ---- what a test sees

    public List<Shown> screen(long chat) {
        return platform.screen(chat);
    }

    public synchronized List<Call> calls(String method) {
        return calls.stream()
                .filter(call -> call.method().equals(method.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** How many updates wait to be fetched and confirmed. */
    public int pending() {
        return platform.pending();
    }

    /** Waits until something is so, and fails after 20 s. */
    public synchronized void await(String what, Predicate<FakeBotApi> so) {
        Instant end = Instant.now().plusSeconds(20);
        while (!so.test(this)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                wait(25);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }

    ObjectMapper json() {
        return json;
    }

    String newTap() {
        return platform.newTap();
    }

    int newMessage() {
        return platform.newMessage();
    }

    // ---- the server

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            String stored = "/file/bot" + token + "/";
            if (path.startsWith(stored)) {
                file(exchange, path.substring(stored.length()), noted("file", json.createObjectNode()));
                return;
            }
            String expected = "/bot" + token + "/";
            if (!path.startsWith(expected)) {
                write(exchange, 401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
                return;
            }
            String method = path.substring(expected.length()).toLowerCase(Locale.ROOT);
            JsonNode call = json.readTree(body);
            answer(exchange, method, call, noted(method, call));
        }
    }

    private synchronized BotApiFault noted(String method, JsonNode body) {
        calls.add(new Call(method, body, Instant.now()));
        notifyAll();
        Deque<BotApiFault> scripted = faults.getOrDefault(method, new ArrayDeque<>());
        return scripted.isEmpty() ? NONE : scripted.poll();
    }

    private static final BotApiFault NONE = new BotApiFault.Answers(0, "");

    private void answer(HttpExchange exchange, String method, JsonNode call, BotApiFault fault) throws IOException {
        switch (fault) {
            case BotApiFault.Answers answers
            when answers.status() == 0 -> {
                String done = platform.run(method, call);
                write(exchange, done.contains("\"ok\":true") ? 200 : status(done), done);
            }
            case BotApiFault.Answers answers -> write(exchange, answers.status(), answers.body());
            case BotApiFault.Truncates() -> {
                byte[] done = platform.run(method, call).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, done.length);
                exchange.getResponseBody().write(done, 0, done.length / 2);
            }
            case BotApiFault.DoesAndDies() -> platform.run(method, call);
            case BotApiFault.Hangs(Duration time) -> sleep(time);
        }
    }

    private void file(HttpExchange exchange, String path, BotApiFault fault) throws IOException {
        byte[] content = platform.file(path.replaceAll("^voice/|[.]oga$", ""));
        switch (fault) {
            case BotApiFault.Answers answers
            when answers.status() == 0 -> {
                exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : content.length);
                if (content != null) {
                    exchange.getResponseBody().write(content);
                }
            }
            case BotApiFault.Answers answers -> write(exchange, answers.status(), answers.body());
            case BotApiFault.Truncates() -> {
                exchange.sendResponseHeaders(200, content == null ? -1 : content.length);
                if (content != null) {
                    exchange.getResponseBody().write(content, 0, content.length / 2);
                }
            }
            case BotApiFault.DoesAndDies() -> {}
            case BotApiFault.Hangs(Duration time) -> sleep(time);
        }
    }

    private int status(String done) throws IOException {
        return json.readTree(done).path("error_code").asInt(500);
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** An offset further ahead than this is not believed (tdlib's TQueue). */
    private static final int BELIEVED_AHEAD = 10;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String token;

    private final TreeMap<Long, JsonNode> waiting = new TreeMap<>();
    private final Map<String, Deque<BotApiFault>> faults = new HashMap<>();
    private final Map<String, String> profile = new java.util.concurrent.ConcurrentHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final Set<Long> blockedBy = new HashSet<>();
    private final Set<String> tapsOpen = new HashSet<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private long nextUpdate = 1000;
    private int nextMessage = 1;
    private int nextTap = 1;
    private int polls;

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

        private final long chat;
        private final int id;
        private final JsonNode sent;
        private List<Button> buttons;
        private boolean deleted;

        private Shown(long chat, int id, JsonNode sent, List<Button> buttons) {
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
    public synchronized void idsBeginAt(long id) {
        nextUpdate = id;
    }

    /** Taps live 150 seconds at the platform; after a longer outage they are gone. */
    public synchronized void tapsExpire() {
        waiting.values().removeIf(update -> update.has("callback_query"));
        tapsOpen.clear();
    }

    /** Puts any update into the queue, with the next id; answers the id. */
    public synchronized long push(ObjectNode update) {
        long id = nextUpdate++;
        update.put("update_id", id);
        push(id, update);
        return id;
    }

    /** Puts an update in as it is, under an id, also one that was delivered before. */
    public synchronized void push(long id, JsonNode update) {
        waiting.put(id, update);
        nextUpdate = Math.max(nextUpdate, id + 1);
        notifyAll();
    }

    public synchronized void blocks(long chat, boolean blocked) {
        if (blocked) {
            blockedBy.add(chat);
        } else {
            blockedBy.remove(chat);
        }
    }

    /** A file that can be asked for by this id. Faults of its download go by the method {@code file}. */
    public synchronized void holds(String fileId, byte[] content) {
        files.put(fileId, content.clone());
    }

    // ---- what a test sees

    public synchronized List<Shown> screen(long chat) {
        return shown.stream()
                .filter(message -> message.chat == chat && !message.deleted)
                .toList();
    }

    public synchronized List<Call> calls(String method) {
        return calls.stream()
                .filter(call -> call.method().equals(method.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** How many updates wait to be fetched and confirmed. */
    public synchronized int pending() {
        return waiting.size();
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

    synchronized String newTap() {
        String id = "tap" + nextTap++;
        tapsOpen.add(id);
        return id;
    }

    synchronized int newMessage() {
        return nextMessage++;
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
                String done = run(method, call);
                write(exchange, done.contains("\"ok\":true") ? 200 : status(done), done);
            }
            case BotApiFault.Answers answers -> write(exchange, answers.status(), answers.body());
            case BotApiFault.Truncates() -> {
                byte[] done = run(method, call).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, done.length);
                exchange.getResponseBody().write(done, 0, done.length / 2);
            }
            case BotApiFault.DoesAndDies() -> run(method, call);
            case BotApiFault.Hangs(Duration time) -> sleep(time);
        }
    }

    private void file(HttpExchange exchange, String path, BotApiFault fault) throws IOException {
        byte[] content;
        synchronized (this) {
            content = files.get(path.replaceAll("^voice/|[.]oga$", ""));
        }
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

    private synchronized String fileOf(JsonNode call) {
        String id = call.path("file_id").asText();
        byte[] content = files.get(id);
        return content == null
                ? refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
                : "{\"ok\":true,\"result\":{\"file_id\":\"" + id + "\",\"file_size\":" + content.length
                        + ",\"file_path\":\"voice/" + id + ".oga\"}}";
    }

    private int status(String done) throws IOException {
        return json.readTree(done).path("error_code").asInt(500);
    }

    private String run(String method, JsonNode call) {
        return switch (method) {
            case "getupdates" -> poll(call);
            case "sendmessage" -> send(call);
            case "getfile" -> fileOf(call);
            case "editmessagereplymarkup" -> takeButtons(call);
            case "deletemessage" -> delete(call);
            case "deletemessages" -> deleteSome(call);
            case "answercallbackquery" -> answerTap(call);
            case "getmyname", "getmydescription", "getmyshortdescription", "getmycommands" ->
                profile.getOrDefault(
                        method.substring(3) + call.path("language_code").asText(),
                        method.endsWith("commands") ? "{\"ok\":true,\"result\":[]}" : "{\"ok\":true,\"result\":{}}");
            case "setmyname", "setmydescription", "setmyshortdescription", "setmycommands" -> {
                JsonNode set = method.endsWith("commands") ? call.path("commands") : call;
                profile.put(
                        method.substring(3) + call.path("language_code").asText(),
                        "{\"ok\":true,\"result\":" + set + "}");
                yield "{\"ok\":true,\"result\":true}";
            }
            default -> "{\"ok\":true,\"result\":true}";
        };
    }

    private synchronized String poll(JsonNode call) {
        int mine = ++polls;
        notifyAll();
        if (call.has("offset")) {
            long offset = call.path("offset").asLong();
            if (offset <= nextUpdate + BELIEVED_AHEAD) {
                waiting.headMap(offset).clear();
            }
        }
        Instant end = Instant.now().plusSeconds(call.path("timeout").asLong());
        while (waiting.isEmpty() && Instant.now().isBefore(end)) {
            try {
                wait(25);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return refused(500, "Internal Server Error");
            }
            if (polls != mine) {
                return refused(409, "Conflict: terminated by other getUpdates request");
            }
        }
        StringBuilder updates = new StringBuilder("{\"ok\":true,\"result\":[");
        waiting.values().stream()
                .limit(Math.max(1, call.path("limit").asInt(100)))
                .forEach(update -> updates.append(updates.charAt(updates.length() - 1) == '[' ? "" : ",")
                        .append(update));
        return updates.append("]}").toString();
    }

    private synchronized String send(JsonNode call) {
        long chat = call.path("chat_id").asLong();
        if (blockedBy.contains(chat)) {
            return refused(403, "Forbidden: bot was blocked by the user");
        }
        if (chat == 0) {
            return refused(400, "Bad Request: chat not found");
        }
        String text = call.path("text").asText();
        if (text.isEmpty() || text.length() > 4096) {
            return refused(
                    400, text.isEmpty() ? "Bad Request: message text is empty" : "Bad Request: message is too long");
        }
        List<Button> buttons = new ArrayList<>();
        for (JsonNode row : call.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                String data = button.path("callback_data").asText();
                if (data.isEmpty() || data.getBytes(StandardCharsets.UTF_8).length > 64) {
                    return refused(400, "Bad Request: BUTTON_DATA_INVALID");
                }
                buttons.add(new Button(button.path("text").asText(), data));
            }
        }
        Shown message = new Shown(chat, nextMessage++, call, List.copyOf(buttons));
        shown.add(message);
        notifyAll();
        return "{\"ok\":true,\"result\":{\"message_id\":" + message.id + ",\"date\":"
                + Instant.now().getEpochSecond() + ",\"chat\":{\"id\":" + chat + ",\"type\":\"private\"}}}";
    }

    private synchronized String takeButtons(JsonNode call) {
        for (Shown message : shown) {
            if (message.id == call.path("message_id").asInt()) {
                if (message.buttons.isEmpty()) {
                    return refused(400, "Bad Request: message is not modified");
                }
                message.buttons = List.of();
                return "{\"ok\":true,\"result\":true}";
            }
        }
        return refused(400, "Bad Request: message to edit not found");
    }

    private synchronized String delete(JsonNode call) {
        for (Shown message : shown) {
            if (message.id == call.path("message_id").asInt() && !message.deleted) {
                message.deleted = true;
                return "{\"ok\":true,\"result\":true}";
            }
        }
        return refused(400, "Bad Request: message to delete not found");
    }

    /** Those that cannot be found are skipped, as the real one does. */
    private synchronized String deleteSome(JsonNode call) {
        for (JsonNode id : call.path("message_ids")) {
            for (Shown message : shown) {
                if (message.id == id.asInt()) {
                    message.deleted = true;
                }
            }
        }
        return "{\"ok\":true,\"result\":true}";
    }

    private synchronized String answerTap(JsonNode call) {
        return tapsOpen.remove(call.path("callback_query_id").asText())
                ? "{\"ok\":true,\"result\":true}"
                : refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    private static String refused(int code, String description) {
        return "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}";
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

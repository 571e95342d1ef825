package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.telegram.FakeBotApi.Button;
import org.wasl.bot.channel.telegram.FakeBotApi.Shown;

/** What the platform behind {@link FakeBotApi} remembers, and what it does when it is called. */
final class FakeBotPlatform {

    /** An offset further ahead than this is not believed (tdlib's TQueue). */
    private static final int BELIEVED_AHEAD = 10;

    private final TreeMap<Long, JsonNode> waiting = new TreeMap<>();
    private final Map<String, String> profile = new ConcurrentHashMap<>();
    private final List<Shown> shown = new ArrayList<>();
    private final Set<Long> blockedBy = new HashSet<>();
    private final Set<String> tapsOpen = new HashSet<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private long nextUpdate = 1000;
    private int nextMessage = 1;
    private int nextTap = 1;
    private int polls;

    synchronized void idsBeginAt(long id) {
        nextUpdate = id;
    }

    synchronized void tapsExpire() {
        waiting.values().removeIf(update -> update.has("callback_query"));
        tapsOpen.clear();
    }

    synchronized long push(ObjectNode update) {
        long id = nextUpdate++;
        update.put("update_id", id);
        push(id, update);
        return id;
    }

    synchronized void push(long id, JsonNode update) {
        waiting.put(id, update);
        nextUpdate = Math.max(nextUpdate, id + 1);
        notifyAll();
    }

    synchronized void blocks(long chat, boolean blocked) {
        if (blocked) {
            blockedBy.add(chat);
        } else {
            blockedBy.remove(chat);
        }
    }

    synchronized void holds(String fileId, byte[] content) {
        files.put(fileId, content.clone());
    }

    synchronized List<Shown> screen(long chat) {
        return shown.stream()
                .filter(message -> message.chat == chat && !message.deleted)
                .toList();
    }

    synchronized int pending() {
        return waiting.size();
    }

    synchronized String newTap() {
        String id = "tap" + nextTap++;
        tapsOpen.add(id);
        return id;
    }

    synchronized int newMessage() {
        return nextMessage++;
    }

    String run(String method, JsonNode call) {
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

    /** What can be downloaded under this id; {@code null} for nothing. */
    synchronized byte @Nullable [] file(String id) {
        return files.get(id);
    }

    private synchronized String fileOf(JsonNode call) {
        String id = call.path("file_id").asText();
        byte[] content = files.get(id);
        return content == null
                ? refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
                : "{\"ok\":true,\"result\":{\"file_id\":\"" + id + "\",\"file_size\":" + content.length
                        + ",\"file_path\":\"voice/" + id + ".oga\"}}";
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
}

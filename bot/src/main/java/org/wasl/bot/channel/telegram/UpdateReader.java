package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.InboundContent.UnsupportedKind;
import org.wasl.bot.channel.InboundEvent;
import org.wasl.bot.channel.ReceivedText;

/**
 * Reads one update. Looks at the chat, the time and the content, and never at {@code from}, {@code contact} or the
 * origin of a forwarded message: what is not read cannot be kept, and cannot break the reading either.
 */
final class UpdateReader {

    /** Two decimals are about one kilometre. */
    private static final double PLACE_STEPS = 100.0;

    /** What a link or a poster may carry, and nothing else: it becomes a count. */
    private static final Pattern CAMPAIGN = Pattern.compile("[a-z0-9-]{1,32}");

    /** Fields of things a person sends on purpose and the chat has no use for. */
    private static final Map<String, UnsupportedKind> NO_USE = Map.of(
            "contact", UnsupportedKind.CONTACT,
            "sticker", UnsupportedKind.STICKER,
            "poll", UnsupportedKind.OTHER,
            "dice", UnsupportedKind.OTHER,
            "game", UnsupportedKind.OTHER,
            "story", UnsupportedKind.OTHER,
            "checklist", UnsupportedKind.OTHER,
            "invoice", UnsupportedKind.OTHER,
            "paid_media", UnsupportedKind.OTHER);

    private final ChannelKind kind;
    private final Clock clock;

    UpdateReader(ChannelKind kind, Clock clock) {
        this.kind = kind;
        this.clock = clock;
    }

    /**
     * What an update means.
     *
     * @param events in order; empty for what needs no answer
     * @param callbackId to be answered at once; empty when it was no tap
     * @param group a chat that is not one person's, to be told so and left; empty otherwise
     */
    record Reading(List<InboundEvent> events, String callbackId, String group) {

        static final Reading NOTHING = new Reading(List.of(), "", "");

        static Reading of(List<InboundEvent> events) {
            return new Reading(events, "", "");
        }

        @Override
        public String toString() {
            return "Reading[" + events.size() + " events, redacted]";
        }
    }

    /** Throws {@link IllegalArgumentException}, without a word of the update, for what cannot be read. */
    Reading read(JsonNode update) {
        if (update.has("callback_query")) {
            return tap(update.path("callback_query"));
        }
        if (update.has("edited_message")) {
            return edited(update);
        }
        if (update.has("my_chat_member")) {
            return membership(update);
        }
        return update.has("message") ? message(update) : Reading.NOTHING;
    }

    private Reading tap(JsonNode callback) {
        String id = callback.path("id").asText("");
        JsonNode chat = callback.path("message").path("chat");
        if (id.isEmpty()) {
            throw unreadable("callback without an id");
        }
        if (!callback.path("data").isTextual() || chat.path("id").isMissingNode()) {
            return new Reading(List.of(), id, "");
        }
        if (isGroup(chat)) {
            return new Reading(List.of(), id, chatId(chat));
        }
        // A tap carries no time of its own and lives 150 s at the platform: now is near enough.
        InboundEvent event = new InboundEvent(
                address(chat),
                "tap:" + id,
                clock.instant(),
                callback.path("message").path("message_id").asText(""),
                new InboundContent.Tap(callback.path("data").textValue()));
        return new Reading(List.of(event), id, "");
    }

    private Reading edited(JsonNode update) {
        JsonNode message = update.path("edited_message");
        if (message.has("location")) {
            // A live place moves by itself; the person said nothing new.
            return Reading.NOTHING;
        }
        if (isGroup(message.path("chat"))) {
            return Reading.NOTHING;
        }
        Instant at = time(message.path("edit_date").isNumber() ? message.path("edit_date") : message.path("date"));
        return Reading.of(
                List.of(event(update, message, "", at, new InboundContent.Unsupported(UnsupportedKind.EDIT))));
    }

    private Reading membership(JsonNode update) {
        JsonNode change = update.path("my_chat_member");
        String status = change.path("new_chat_member").path("status").asText("");
        boolean gone = status.equals("kicked") || status.equals("left");
        if (isGroup(change.path("chat"))) {
            return gone ? Reading.NOTHING : new Reading(List.of(), "", chatId(change.path("chat")));
        }
        return gone
                ? Reading.of(List.of(event(update, change, "", time(change.path("date")), new InboundContent.Left())))
                : Reading.NOTHING;
    }

    private Reading message(JsonNode update) {
        JsonNode message = update.path("message");
        JsonNode chat = message.path("chat");
        if (isGroup(chat)) {
            return new Reading(List.of(), "", chatId(chat));
        }
        Instant at = time(message.path("date"));
        List<InboundEvent> events = new ArrayList<>();
        // What stands under a picture is the person's word like any other, and comes first.
        for (String words : List.of("text", "caption")) {
            String text = message.path(words).asText("");
            if (!text.isBlank()) {
                events.add(event(update, message, words.equals("text") ? "" : ":caption", at, said(text)));
            }
        }
        InboundContent other = other(message);
        if (other != null) {
            events.add(event(update, message, "", at, other));
        }
        return Reading.of(events);
    }

    private static InboundContent said(String text) {
        if (text.equals("/start") || text.startsWith("/start ")) {
            String campaign = text.substring("/start".length()).strip();
            return new InboundContent.Started(CAMPAIGN.matcher(campaign).matches() ? campaign : "");
        }
        return new InboundContent.Text(ReceivedText.storable(text));
    }

    private static @Nullable InboundContent other(JsonNode message) {
        if (message.has("photo")) {
            return media(MediaKind.PICTURE, largest(message.path("photo")), message);
        }
        for (String field : List.of("voice", "video", "video_note", "animation", "audio", "document")) {
            if (message.has(field)) {
                return media(kindOf(field), message.path(field), message);
            }
        }
        JsonNode place = message.path("location");
        if (place.path("latitude").isNumber() && place.path("longitude").isNumber()) {
            return new InboundContent.Place(
                    rounded(place.path("latitude").doubleValue()),
                    rounded(place.path("longitude").doubleValue()));
        }
        for (Map.Entry<String, UnsupportedKind> useless : NO_USE.entrySet()) {
            if (message.has(useless.getKey())) {
                return new InboundContent.Unsupported(useless.getValue());
            }
        }
        boolean forwardedNothing = message.has("forward_origin") && !message.has("text") && !message.has("caption");
        return forwardedNothing ? new InboundContent.Unsupported(UnsupportedKind.FORWARD) : null;
    }

    private static MediaKind kindOf(String field) {
        return switch (field) {
            case "voice" -> MediaKind.VOICE;
            case "video", "video_note", "animation" -> MediaKind.VIDEO;
            default -> MediaKind.FILE;
        };
    }

    /** Evidence keeps its best form. */
    private static JsonNode largest(JsonNode sizes) {
        JsonNode best = TelegramApi.nothing();
        long most = -1;
        for (JsonNode size : sizes) {
            long pixels = size.path("width").asLong(0) * size.path("height").asLong(0);
            if (pixels >= most) {
                most = pixels;
                best = size;
            }
        }
        return best;
    }

    private static InboundContent media(MediaKind kind, JsonNode file, JsonNode message) {
        String id = file.path("file_id").asText("");
        if (id.isEmpty()) {
            throw unreadable("media without a file id");
        }
        return new InboundContent.Media(
                kind,
                id,
                file.path("file_size").asLong(0),
                message.path("media_group_id").asText(""));
    }

    private InboundEvent event(JsonNode update, JsonNode message, String part, Instant at, InboundContent content) {
        String id = update.path("update_id").asText("") + "@" + at.getEpochSecond() + part;
        return new InboundEvent(
                address(message.path("chat")),
                id,
                at,
                message.path("message_id").asText(""),
                content);
    }

    private ChannelAddress address(JsonNode chat) {
        return new ChannelAddress(kind, chatId(chat));
    }

    private static String chatId(JsonNode chat) {
        if (!chat.path("id").isIntegralNumber()) {
            throw unreadable("chat without an id");
        }
        return chat.path("id").asText();
    }

    private static boolean isGroup(JsonNode chat) {
        return !chat.path("type").asText("private").equals("private");
    }

    private static Instant time(JsonNode seconds) {
        if (!seconds.isIntegralNumber() || seconds.longValue() <= 0) {
            throw unreadable("no time");
        }
        return Instant.ofEpochSecond(seconds.longValue());
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * PLACE_STEPS) / PLACE_STEPS;
    }

    private static IllegalArgumentException unreadable(String what) {
        return new IllegalArgumentException(what);
    }
}

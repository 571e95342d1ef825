package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * A citizen at {@link FakeBotApi}: what they do becomes updates that carry a name, a user name and a language, as the
 * real ones do; none of it may get any further.
 */
public final class FakeTelegramCitizen {

    public static final String NAME = "Layla-Demo-Name";
    public static final String USER_NAME = "layla_demo_user";

    private final FakeBotApi api;
    private final long chat;

    FakeTelegramCitizen(FakeBotApi api, long chat) {
        this.api = api;
        this.chat = chat;
    }

    public long chat() {
        return chat;
    }

    public long starts() {
        return says("/start");
    }

    /** Answers the update's id. */
    public long says(String text) {
        return sends(message -> message.put("text", text));
    }

    /** Says it at another time than now, as the platform saw it. */
    public long saidAt(Instant when, String text) {
        return sends(message -> message.put("text", text).put("date", when.getEpochSecond()));
    }

    /** Sends a message with whatever in it. */
    public long sends(java.util.function.Consumer<ObjectNode> content) {
        return api.push(update("message", content));
    }

    public long edits(String text) {
        return api.push(update(
                "edited_message",
                message ->
                        message.put("text", text).put("edit_date", Instant.now().getEpochSecond())));
    }

    /** Taps the button with this label, on the newest message that has it. */
    public long taps(String label) {
        return api.screen(chat).reversed().stream()
                .flatMap(message -> message.buttons().stream()
                        .filter(button -> button.label().equals(label))
                        .map(button -> tapsToken(button.token(), message.id())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such button: " + label + "; there are " + buttons()));
    }

    /** Taps the button of this option, on the newest message that has it. */
    public long tapsOption(String option) {
        return api.screen(chat).reversed().stream()
                .flatMap(message -> message.buttons().stream()
                        .filter(button -> button.option().equals(option))
                        .map(button -> tapsToken(button.token(), message.id())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such option: " + option + "; there are " + buttons()));
    }

    public long tapsToken(String token, int messageId) {
        ObjectNode update = api.json().createObjectNode();
        ObjectNode callback = update.putObject("callback_query");
        callback.put("id", api.newTap());
        from(callback);
        ObjectNode message = callback.putObject("message");
        message.put("message_id", messageId);
        message.put("date", Instant.now().getEpochSecond());
        message.putObject("chat").put("id", chat).put("type", "private").put("first_name", NAME);
        callback.put("data", token);
        return api.push(update);
    }

    public long blocks() {
        api.blocks(chat, true);
        ObjectNode update = api.json().createObjectNode();
        ObjectNode change = update.putObject("my_chat_member");
        change.putObject("chat").put("id", chat).put("type", "private").put("username", USER_NAME);
        from(change);
        change.put("date", Instant.now().getEpochSecond());
        change.putObject("old_chat_member").put("status", "member");
        change.putObject("new_chat_member").put("status", "kicked");
        return api.push(update);
    }

    /** What stands on the screen, oldest first. */
    public List<String> screen() {
        return api.screen(chat).stream().map(FakeBotApi.Shown::text).toList();
    }

    /** The labels that can be tapped. */
    public List<String> buttons() {
        return api.screen(chat).stream()
                .flatMap(message -> message.buttons().stream())
                .map(FakeBotApi.Button::label)
                .toList();
    }

    /** Waits for so many messages on the screen and answers the newest. */
    public FakeBotApi.Shown awaitMessages(int count) {
        api.await(count + " messages", all -> all.screen(chat).size() >= count);
        return api.screen(chat).getLast();
    }

    /** Waits for a message that holds these words. */
    public FakeBotApi.Shown awaitMessage(String words) {
        api.await(
                "a message that says: " + words,
                all -> all.screen(chat).stream()
                        .anyMatch(message -> message.text().contains(words)));
        return api.screen(chat).reversed().stream()
                .filter(message -> message.text().contains(words))
                .findFirst()
                .orElseThrow();
    }

    /** Waits for a button of this option. */
    public FakeTelegramCitizen awaitOption(String option) {
        api.await(
                "the option " + option,
                all -> all.screen(chat).stream()
                        .flatMap(message -> message.buttons().stream())
                        .anyMatch(button -> button.option().equals(option)));
        return this;
    }

    /** Skips one question after the other until this option stands on the screen. */
    public FakeTelegramCitizen skipsUntil(String option) {
        int skipped = 0;
        while (skipped >= 0) {
            int last = skipped;
            api.await(
                    "a question after " + last + ", or the option " + option,
                    all -> shows(option) || question() > last);
            skipped = shows(option) ? -1 : question();
            if (skipped > 0) {
                tapsOption("m-skip");
            }
        }
        return this;
    }

    private boolean shows(String option) {
        return api.screen(chat).stream()
                .flatMap(message -> message.buttons().stream())
                .anyMatch(button -> button.option().equals(option));
    }

    /** The newest message that can be skipped, by its id; 0 when there is none. */
    private int question() {
        return api.screen(chat).reversed().stream()
                .filter(message -> message.buttons().stream()
                        .anyMatch(button -> button.option().equals("m-skip")))
                .mapToInt(message -> message.id())
                .findFirst()
                .orElse(0);
    }

    private ObjectNode update(String kind, java.util.function.Consumer<ObjectNode> content) {
        ObjectNode update = api.json().createObjectNode();
        ObjectNode message = update.putObject(kind);
        message.put("message_id", api.newMessage());
        from(message);
        message.putObject("chat")
                .put("id", chat)
                .put("type", "private")
                .put("first_name", NAME)
                .put("username", USER_NAME);
        message.put("date", Instant.now().getEpochSecond());
        content.accept(message);
        return update;
    }

    private void from(ObjectNode into) {
        into.putObject("from")
                .put("id", chat)
                .put("is_bot", false)
                .put("first_name", NAME)
                .put("username", USER_NAME)
                .put("language_code", "ar");
    }
}

package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/** {@code getUpdates}, with an offset that an id of any size fits into. */
@JsonInclude(JsonInclude.Include.NON_NULL)
final class PollCall extends BotApiMethod<String> {

    /** What the bot has a use for; edits and changes of membership only to answer them. */
    private static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");

    @JsonProperty("offset")
    private final @Nullable Long offset;

    @JsonProperty("limit")
    private final int limit;

    @JsonProperty("timeout")
    private final long timeout;

    @JsonProperty("allowed_updates")
    private final List<String> allowedUpdates = KINDS;

    /**
     * @param offset everything below is confirmed by it; {@code null} asks from the oldest that is not confirmed
     */
    PollCall(@Nullable Long offset, int limit, long timeoutSeconds) {
        this.offset = offset;
        this.limit = limit;
        this.timeout = timeoutSeconds;
    }

    @Override
    public String getMethod() {
        return "getupdates";
    }

    @Override
    public String deserializeResponse(String answer) {
        return answer;
    }

    @Override
    public void validate() {
        // Every value comes from settings that were checked.
    }
}

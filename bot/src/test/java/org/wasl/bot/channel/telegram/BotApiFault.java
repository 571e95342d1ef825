package org.wasl.bot.channel.telegram;

import java.time.Duration;

/** One thing that goes wrong with one call of {@link FakeBotApi}. */
public sealed interface BotApiFault {

    /** Answers this and does nothing. */
    record Answers(int status, String body) implements BotApiFault {}

    /** Does what was asked, and breaks off in the middle of the answer. */
    record Truncates() implements BotApiFault {}

    /** Does what was asked, and closes the connection without an answer. */
    record DoesAndDies() implements BotApiFault {}

    /** Does nothing for so long. */
    record Hangs(Duration time) implements BotApiFault {}

    static BotApiFault refused(int code, String description) {
        return new Answers(code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}");
    }

    static BotApiFault tooMany(int seconds) {
        return new Answers(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after " + seconds
                        + "\",\"parameters\":{\"retry_after\":" + seconds + "}}");
    }

    /** What a proxy in between says. */
    static BotApiFault badGateway() {
        return new Answers(502, "<html><head><title>502 Bad Gateway</title></head></html>");
    }
}

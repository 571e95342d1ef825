package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * A method of the library whose answer is taken as it came. The library's own reading fails as a whole when one field
 * is not as it expects; ours looks at the few fields it needs.
 */
final class RawCall extends BotApiMethod<String> {

    private final BotApiMethod<?> method;

    RawCall(BotApiMethod<?> method) {
        this.method = method;
    }

    @JsonValue
    BotApiMethod<?> method() {
        return method;
    }

    @Override
    public String getMethod() {
        return method.getMethod();
    }

    @Override
    public String deserializeResponse(String answer) {
        return answer;
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        method.validate();
    }
}

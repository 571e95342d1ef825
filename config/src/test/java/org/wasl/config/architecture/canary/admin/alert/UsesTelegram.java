package org.wasl.config.architecture.canary.admin.alert;

import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

final class UsesTelegram {

    private SendMessage message = new SendMessage("1", "text");

    SendMessage message() {
        return message;
    }
}

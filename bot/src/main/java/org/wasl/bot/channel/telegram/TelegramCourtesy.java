package org.wasl.bot.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.groupadministration.LeaveChat;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * Answers a tap so that its button stops turning, and leaves groups after one kind line. A late answer to a tap is
 * refused by the platform, which is nobody's loss.
 */
final class TelegramCourtesy implements TelegramPoller.Courtesy {

    /** Says nothing of what the bot is for: others read along. */
    private static final String IN_A_GROUP = """
            هذا الحساب يعمل في المحادثات الخاصة فقط.
            ئەم هەژمارە تەنها لە گفتوگۆی تایبەتدا کار دەکات.
            ئەڤ هژمارە تنێ د ئاخفتنێن تایبەت دا کار دکەت.
            This account works in private chats only.""";

    private static final Duration ONCE_IN = Duration.ofHours(1);
    private static final int GROUPS_MAX = 1000;

    private final TelegramApi api;
    private final Clock clock;

    /** In memory only, and only to say it once. */
    private final Map<String, Instant> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > GROUPS_MAX;
        }
    };

    TelegramCourtesy(TelegramApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public void answerTap(String callbackId) {
        api.callLightly(
                AnswerCallbackQuery.builder().callbackQueryId(callbackId).build());
    }

    @Override
    public void leaveGroup(String chat) {
        Instant now = clock.instant();
        synchronized (told) {
            Instant last = told.get(chat);
            if (last != null && last.plus(ONCE_IN).isAfter(now)) {
                return;
            }
            told.put(chat, now);
        }
        SendMessage line = SendMessage.builder()
                .chatId(chat)
                .text(IN_A_GROUP)
                .disableNotification(true)
                .build();
        api.callLightly(line).thenRun(() -> api.callLightly(new LeaveChat(chat)));
    }
}

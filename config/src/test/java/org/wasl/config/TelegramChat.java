package org.wasl.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wasl.bot.channel.telegram.FakeBotApi;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;

/** Over the fake Bot API. What was said is accepted when its offset is confirmed, which the end of the run waits for. */
final class TelegramChat implements CitizenChat {

    private final FakeBotApi telegram;
    private final FakeTelegramCitizen citizen;

    TelegramChat(FakeBotApi telegram, long chat) {
        this.telegram = telegram;
        this.citizen = telegram.citizen(chat);
    }

    @Override
    public void begins() {
        citizen.starts();
    }

    @Override
    public boolean says(String text) {
        citizen.says(text);
        return true;
    }

    @Override
    public boolean taps(Bubble question, String option) {
        String token = question.options().get(option);
        if (token == null) {
            return false;
        }
        citizen.tapsToken(token, Integer.parseInt(question.ref()));
        return true;
    }

    @Override
    public List<Bubble> screen() {
        return telegram.screen(citizen.chat()).stream()
                .map(TelegramChat::bubble)
                .toList();
    }

    private static Bubble bubble(FakeBotApi.Shown shown) {
        Map<String, String> options = new LinkedHashMap<>();
        shown.buttons().forEach(button -> options.put(button.option(), button.token()));
        return new Bubble(Integer.toString(shown.id()), shown.text(), options);
    }

    /** Its messages carry no name: what came twice stands on the screen twice. */
    @Override
    public int most() {
        return 1;
    }

    @Override
    public boolean mayRepeat() {
        return true;
    }

    @Override
    public void close() {
        // A chat at the platform stays.
    }
}

package org.wasl.bot.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.FakeGate;

class TelegramProfileTest {

    private static final List<String> SETS =
            List.of("setmyname", "setmydescription", "setmyshortdescription", "setmycommands");

    private final FakeBotApi api = new FakeBotApi();
    private final TelegramApi calls = new TelegramApi(api.settings(), FakeBotApi.TOKEN, Duration.ofSeconds(2), "test-");

    @AfterEach
    void end() {
        calls.close();
        api.close();
    }

    private long sets() {
        return SETS.stream().mapToLong(method -> api.calls(method).size()).sum();
    }

    @Test
    void setsNameDescriptionAndMenuInEachLanguageOnce() {
        assertThat(new TelegramProfile(calls, "Wasl").set()).isTrue();
        assertThat(api.calls("setmyname")).hasSize(1);
        assertThat(api.calls("setmycommands"))
                .extracting(call -> call.body().path("language_code").asText())
                .containsExactly("", "ar", "ku", "en");
        assertThat(api.calls("setmycommands").getLast().body().path("commands").findValuesAsText("command"))
                .isEqualTo(TelegramProfile.COMMANDS);
        assertThat(api.calls("setmycommands")
                        .getLast()
                        .body()
                        .path("scope")
                        .path("type")
                        .asText())
                .isEqualTo("all_private_chats");
        long before = sets();

        assertThat(new TelegramProfile(calls, "Wasl").set()).isTrue();
        assertThat(sets()).isEqualTo(before);
    }

    @Test
    void saysNothingOfWhatItIsFor() {
        new TelegramProfile(calls, "Wasl").set();
        for (String method : SETS) {
            assertThat(api.calls(method).toString())
                    .doesNotContainIgnoringCase("police", "report", "violence", "hotline")
                    .doesNotContain("شرط", "عنف", "بلاغ", "پۆلیس", "توندوتیژی");
        }
    }

    @Test
    void leavesTheNameAloneWhenThereIsNone() {
        assertThat(new TelegramProfile(calls, "").set()).isTrue();
        assertThat(api.calls("getmyname")).isEmpty();
    }

    @Test
    void goesOnWithTheRestWhenOneThingIsRefused() {
        api.next("getMyName", new BotApiFault.Answers(500, "oops"));
        api.next(
                "setMyCommands",
                new BotApiFault.Answers(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":9}}"));
        assertThat(new TelegramProfile(calls, "Wasl").set()).isFalse();
        assertThat(api.calls("setmycommands")).hasSize(4);
        assertThat(new TelegramProfile(calls, "Wasl").set()).isTrue();
    }

    @Test
    void listensAllTheSameWhenNothingCanBeSet() {
        for (int i = 0; i < 30; i++) {
            for (String method : List.of("getMyName", "getMyDescription", "getMyShortDescription", "getMyCommands")) {
                api.next(method, new BotApiFault.Truncates());
            }
        }
        FakeGate gate = new FakeGate();
        TelegramChannel channel = new TelegramChannel(
                TelegramChannel.CITIZENS,
                FakeBotApi.TOKEN,
                "node",
                api.settings(),
                new InMemoryPollerLease(Clock.systemUTC()),
                Clock.systemUTC());
        channel.start(gate);
        api.citizen(7).says("hello");
        assertThat(gate.awaitTaken(1)).hasSize(1);
        channel.close();
    }
}

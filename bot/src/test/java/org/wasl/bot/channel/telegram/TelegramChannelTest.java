package org.wasl.bot.channel.telegram;

import java.time.Clock;
import java.util.List;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelContract;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.FakeGate;

/** The citizens' bot keeps the contract of all channels. */
class TelegramChannelTest extends ChannelContract {

    private static final long CHAT = 7_004_211_337L;

    ChannelKind kind() {
        return TelegramChannel.CITIZENS;
    }

    String token() {
        return FakeBotApi.TOKEN;
    }

    @Override
    protected Platform platform(FakeGate into) {
        FakeBotApi api = new FakeBotApi(token());
        TelegramChannel channel = new TelegramChannel(
                kind(), token(), "node", api.settings(), new InMemoryPollerLease(Clock.systemUTC()), Clock.systemUTC());
        channel.start(into);
        FakeTelegramCitizen citizen = api.citizen(CHAT);
        return new Platform() {

            private long last;

            @Override
            public Channel channel() {
                return channel;
            }

            @Override
            public ChannelAddress citizen() {
                return new ChannelAddress(kind(), Long.toString(CHAT));
            }

            @Override
            public void says(String text) {
                last = citizen.says(text);
            }

            @Override
            public void taps(String token) {
                last = citizen.tapsToken(token, 1);
            }

            @Override
            public void repeatsTheLast() {
                api.await("the confirmation", all -> all.pending() == 0);
                String text = ((org.wasl.bot.channel.InboundContent.Text)
                                into.taken().getLast().content())
                        .text();
                var update = api.json().createObjectNode();
                update.put("update_id", last);
                update.putObject("message")
                        .put("message_id", 1)
                        .put("date", into.taken().getLast().saidAt().getEpochSecond())
                        .put("text", text)
                        .putObject("chat")
                        .put("id", CHAT)
                        .put("type", "private");
                api.push(last, update);
            }

            @Override
            public void leaves() {
                citizen.blocks();
            }

            @Override
            public List<String> screen() {
                return citizen.screen();
            }

            @Override
            public List<String> buttons() {
                return citizen.buttons();
            }

            @Override
            public void close() {
                channel.close();
                api.close();
            }
        };
    }
}

package org.wasl.bot.channel.telegram;

import org.wasl.bot.channel.ChannelKind;

/** The officers' bot keeps it too, with a token of its own. */
class TelegramOfficerChannelTest extends TelegramChannelTest {

    @Override
    ChannelKind kind() {
        return TelegramChannel.OFFICERS;
    }

    @Override
    String token() {
        return FakeBotApi.OFFICER_TOKEN;
    }
}

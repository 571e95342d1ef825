package org.wasl.bot.channel;

/**
 * Where one person can be reached on one channel. The only thing of a platform's account that may enter the bot; it is
 * sealed before it is stored and never printed.
 *
 * @param value the platform's own id of the chat
 */
public record ChannelAddress(ChannelKind kind, String value) {

    @Override
    public String toString() {
        return "ChannelAddress[" + kind.name() + ", redacted]";
    }
}

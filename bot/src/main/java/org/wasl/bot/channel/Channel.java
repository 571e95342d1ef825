package org.wasl.bot.channel;

/**
 * One way to reach citizens. Implementations keep {@code ChannelContract}: tolerant reading, nothing acknowledged before
 * the gate took it, no profile past this line, no token and no words in a log or an exception.
 */
public interface Channel {

    ChannelKind kind();

    Capabilities capabilities();

    /** Begins to hand events to the gate. */
    void start(InboundGate gate);

    /** Stops taking events; what was handed over is finished first. */
    void stop();

    /** One attempt to send. Never throws for what the platform answers; never retries by itself. */
    SendOutcome send(ChannelAddress to, OutgoingMessage message);

    /** One attempt to take the buttons of a sent message away. Best effort. */
    void settle(ChannelAddress to, String messageRef);

    /** One attempt to delete a message, the bot's or the person's. */
    SendOutcome delete(ChannelAddress to, String messageRef);
}

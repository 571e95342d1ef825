package org.wasl.bot.channel;

import java.util.List;

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

    /**
     * The conversation does not take something that was sent beside words: whatever this node itself holds of it goes.
     * Best effort; what is left goes with the day's draft.
     *
     * @param promise as it came with {@link InboundContent.Media}
     */
    default void discard(String promise) {}

    /**
     * One attempt to delete several. What is gone already, or will never be deleted, counts as done; when the platform
     * asks to wait, the same list may be given again.
     */
    default SendOutcome deleteAll(ChannelAddress to, List<String> messageRefs) {
        for (String ref : messageRefs) {
            SendOutcome outcome = delete(to, ref);
            if (!(outcome instanceof SendOutcome.Sent || outcome instanceof SendOutcome.RefusedForGood)) {
                return outcome;
            }
        }
        return new SendOutcome.Sent("");
    }
}

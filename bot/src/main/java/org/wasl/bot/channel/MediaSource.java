package org.wasl.bot.channel;

import java.io.InputStream;
import java.time.Duration;

/** Where what a channel only promised can be had. One for each channel that takes voice notes or pictures. */
public interface MediaSource {

    ChannelKind kind();

    /**
     * One attempt. Never throws for what the platform answers, and neither do messages of what reading throws say where
     * it was read from: the address may hold a token.
     *
     * @param promise as it came with {@link InboundContent.Media}
     * @param most bytes that are taken; more need not be begun
     * @param within after which even a slow answer is broken off
     */
    Fetched open(String promise, long most, Duration within);

    /** It is at the desk: nothing of it need be kept for another attempt. Harmless to call again. */
    default void done(String promise) {}

    /** What one attempt brought. */
    sealed interface Fetched {

        /** The content; to be closed. Reading throws when it breaks off before its end. */
        record Opened(InputStream content) implements Fetched {}

        /** The platform no longer has it, or never had. */
        record Gone() implements Fetched {}

        record TooLarge() implements Fetched {}

        /** It could not be reached; perhaps later. */
        record Unreachable() implements Fetched {}
    }
}

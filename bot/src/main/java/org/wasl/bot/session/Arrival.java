package org.wasl.bot.session;

import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.conversation.Input;

/** What waits in an inbox. */
public sealed interface Arrival {

    ChannelAddress address();

    /**
     * Something for the dialogue.
     *
     * @param mailboxId the mailbox a reply came through; {@code null} for everything else
     * @param ref the platform's id of the person's own message, by which it can be deleted; empty if there is none
     */
    record Word(
            ChannelAddress address, Input input, @Nullable String mailboxId, String ref) implements Arrival {

        /** Not a message of the person's. */
        public Word(ChannelAddress address, Input input, @Nullable String mailboxId) {
            this(address, input, mailboxId, "");
        }

        @Override
        public String toString() {
            return "Word[" + input.getClass().getSimpleName() + ", redacted]";
        }
    }

    /** The mailbox was opened elsewhere: nothing of this conversation stays here. */
    record Wipe(ChannelAddress address) implements Arrival {
        @Override
        public String toString() {
            return "Wipe[redacted]";
        }
    }
}

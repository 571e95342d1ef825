package org.wasl.bot.conversation;

import org.wasl.bot.channel.InboundContent.MediaKind;

/** Slow work, done outside the turn on bounded pools; its result comes back as {@link Input.Worked}. */
public sealed interface WorkRequest {

    /** Derive the mailbox of a receipt. Check digits were tested already. */
    record DeriveReceipt(String digits, boolean minted) implements WorkRequest {
        @Override
        public String toString() {
            return "DeriveReceipt[redacted]";
        }
    }

    /** Fetch what was promised with a filed report, seal it and hand it to the desk. */
    record FetchAttachment(String report, String attachment, MediaKind kind, String promise) implements WorkRequest {
        @Override
        public String toString() {
            return "FetchAttachment[" + kind + ", redacted]";
        }
    }
}

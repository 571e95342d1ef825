package org.wasl.bot.conversation;

/** Slow work, done outside the turn on bounded pools; its result comes back as {@link Input.Worked}. */
public sealed interface WorkRequest {

    /** Derive the mailbox of a receipt. Check digits were tested already. */
    record DeriveReceipt(String digits, boolean minted) implements WorkRequest {
        @Override
        public String toString() {
            return "DeriveReceipt[redacted]";
        }
    }
}

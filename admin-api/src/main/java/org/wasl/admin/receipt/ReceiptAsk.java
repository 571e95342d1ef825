package org.wasl.admin.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;

/**
 * A number that was asked for and not shown yet. Sealed in the store, and gone once it was shown or its time is over.
 *
 * @param number of the case; empty for one that is void already and of which the bot has still to be told
 * @param by whose page waits: nobody else is given what comes
 * @param until what the bot says afterwards nobody waits for
 * @param mailbox of the number; {@code null} while the bot has not answered
 * @param sealed the digits, sealed to the page; {@code null} with the mailbox
 */
record ReceiptAsk(
        String number,
        String by,
        Instant until,
        @Nullable MailboxAddress mailbox,
        @Nullable Bytes sealed) {

    ReceiptAsk answered(MailboxAddress mailbox, Bytes sealed) {
        return new ReceiptAsk(number, by, until, mailbox, sealed);
    }

    @Override
    public String toString() {
        return "ReceiptAsk[" + number + ", redacted]";
    }
}

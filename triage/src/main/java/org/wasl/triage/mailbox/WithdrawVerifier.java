package org.wasl.triage.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.IntakeEntry.EraseAsked;
import org.wasl.triage.intake.IntakeEntry.WithdrawAsked;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Verifier;

/** Tells whether a withdrawal or an erasure was asked for by who holds the receipt of that mailbox. */
public final class WithdrawVerifier {

    /** Never throws. An unsigned one is never verified: whether it counts without a mailbox is the desk's rule. */
    public boolean verifies(WithdrawAsked asked, MailboxAddress mailbox) {
        return verifies("withdraw", asked.id(), asked.mailboxId(), asked.at(), asked.signature(), mailbox);
    }

    /** Never throws. An unsigned one is never verified. */
    public boolean verifies(EraseAsked asked, MailboxAddress mailbox) {
        return verifies("erase", asked.id(), asked.mailboxId(), asked.at(), asked.signature(), mailbox);
    }

    private static boolean verifies(
            String purpose,
            IntakeId id,
            @Nullable String mailboxId,
            Instant at,
            @Nullable Bytes signature,
            MailboxAddress mailbox) {
        if (mailboxId == null || signature == null || !mailboxId.equals(mailbox.id())) {
            return false;
        }
        try {
            return Verifier.ofRaw(mailbox.verifyKey())
                    .verifies(signature, WithdrawSigner.statement(purpose, id, mailboxId, at));
        } catch (IllegalArgumentException noKey) {
            return false;
        }
    }
}

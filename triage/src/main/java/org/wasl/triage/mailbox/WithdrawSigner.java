package org.wasl.triage.mailbox;

import java.time.Instant;
import org.wasl.triage.intake.IntakeEntry.EraseAsked;
import org.wasl.triage.intake.IntakeEntry.WithdrawAsked;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Context;
import org.wasl.triage.seal.Signer;

/** Asks for withdrawal and erasure in the name of who holds a receipt. A bot node without the receipt cannot. */
public final class WithdrawSigner {

    private static final String FORMAT = "wasl/withdraw/v1";

    private final Signer signer;

    /** @param privateSignKey of {@link MailboxKeys}, or of {@link ReceiptKeys#signKeyOf} */
    public WithdrawSigner(Bytes privateSignKey) {
        this.signer = Signer.ofRaw(privateSignKey);
    }

    public WithdrawAsked withdraw(IntakeId id, String mailboxId, Instant at) {
        return new WithdrawAsked(id, mailboxId, at, signer.sign(statement("withdraw", id, mailboxId, at)));
    }

    public EraseAsked erase(IntakeId id, String mailboxId, Instant at) {
        return new EraseAsked(id, mailboxId, at, signer.sign(statement("erase", id, mailboxId, at)));
    }

    static Context statement(String purpose, IntakeId id, String mailboxId, Instant at) {
        return Context.of(
                FORMAT,
                purpose,
                id.value(),
                mailboxId,
                Long.toString(at.getEpochSecond()),
                Integer.toString(at.getNano()));
    }
}

package org.wasl.triage.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.triage.mailbox.MailboxFixture.aMailbox;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wasl.triage.intake.IntakeEntry.EraseAsked;
import org.wasl.triage.intake.IntakeEntry.WithdrawAsked;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;

class WithdrawSignerTest {

    private static final IntakeId ID = new IntakeId("a".repeat(32));
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.000000001Z");

    private final MailboxKeys mailbox = aMailbox(1);
    private final WithdrawSigner signer = new WithdrawSigner(mailbox.privateSignKey());
    private final WithdrawVerifier verifier = new WithdrawVerifier();

    @Test
    void verifiesWhoHoldsTheReceipt() {
        assertThat(verifier.verifies(signer.withdraw(ID, id(1), NOW), mailbox.address()))
                .isTrue();
        assertThat(verifier.verifies(signer.erase(ID, id(1), NOW), mailbox.address()))
                .isTrue();
    }

    @Test
    void refusesTheKeyOfAnotherMailbox() {
        WithdrawSigner stranger = new WithdrawSigner(aMailbox(2).privateSignKey());

        assertThat(verifier.verifies(stranger.erase(ID, id(1), NOW), mailbox.address()))
                .isFalse();
        assertThat(verifier.verifies(signer.erase(ID, id(2), NOW), mailbox.address()))
                .isFalse();
        assertThat(verifier.verifies(signer.erase(ID, id(1), NOW), aMailbox(2).address()))
                .isFalse();
    }

    @Test
    void refusesASignatureMovedToAnotherRequest() {
        Bytes signature = signer.withdraw(ID, id(1), NOW).signature();

        assertThat(verifier.verifies(new WithdrawAsked(ID, id(1), NOW, signature), mailbox.address()))
                .isTrue();
        assertThat(verifier.verifies(new EraseAsked(ID, id(1), NOW, signature), mailbox.address()))
                .isFalse();
        assertThat(verifier.verifies(new WithdrawAsked(ID, id(1), NOW.plusNanos(1), signature), mailbox.address()))
                .isFalse();
        assertThat(verifier.verifies(
                        new WithdrawAsked(new IntakeId("b".repeat(32)), id(1), NOW, signature), mailbox.address()))
                .isFalse();
    }

    @Test
    void neverVerifiesTheUnsignedOrADamagedKey() {
        assertThat(verifier.verifies(new EraseAsked(ID, id(1), NOW, null), mailbox.address()))
                .isFalse();
        assertThat(verifier.verifies(new EraseAsked(ID, null, NOW, null), mailbox.address()))
                .isFalse();
        assertThat(verifier.verifies(new WithdrawAsked(ID, id(1), NOW, Bytes.EMPTY), mailbox.address()))
                .isFalse();
        MailboxAddress damaged = new MailboxAddress(id(1), mailbox.address().replyKey(), Bytes.EMPTY, 1);
        assertThat(verifier.verifies(signer.erase(ID, id(1), NOW), damaged)).isFalse();
    }

    private static String id(int number) {
        return aMailbox(number).address().id();
    }
}

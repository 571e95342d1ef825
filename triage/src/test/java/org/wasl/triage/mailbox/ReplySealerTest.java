package org.wasl.triage.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.triage.mailbox.MailboxFixture.aMailbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opening;
import org.wasl.triage.seal.Refusal;
import org.wasl.triage.seal.Signer;
import org.wasl.triage.seal.Verifier;

class ReplySealerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456789Z");
    private static final Bytes DESK = Bytes.ofHex("d0".repeat(32));

    private final MailboxKeys mailbox = aMailbox(1);
    private final ReplySealer sealer = new ReplySealer(Signer.ofRaw(DESK));
    private final ReplyOpener opener = new ReplyOpener(Verifier.ofRaw(Signer.publicKeyOf(DESK)));

    @Test
    void reachesWhoHoldsTheMailboxUnchanged() {
        Reply plain = reply("r1", "نقدر نحچي وياج هسه؟", null);
        Reply withWord = reply("r2", "دەتوانین ئێستا قسە بکەین؟", "نان");

        assertThat(open(sealer.seal(plain, mailbox.address()), "r1").entryIfOpened())
                .contains(plain);
        assertThat(open(sealer.seal(withWord, mailbox.address()), "r2").entryIfOpened())
                .contains(withWord);
    }

    @Test
    void refusesAnotherMailboxKeyOrReply() {
        Bytes sealed = sealer.seal(reply("r1", "words", null), mailbox.address());
        Opening<Reply> refused = new Opening.Refused<>(Refusal.NOT_OPENED);

        assertThat(opener.open(
                        sealed, aMailbox(2).privateReplyKey(), mailbox.address().id(), "r1"))
                .isEqualTo(refused);
        assertThat(opener.open(
                        sealed, mailbox.privateReplyKey(), aMailbox(2).address().id(), "r1"))
                .isEqualTo(refused);
        assertThat(open(sealed, "r2")).isEqualTo(refused);
        assertThat(opener.open(sealed, Bytes.EMPTY, mailbox.address().id(), "r1"))
                .isEqualTo(new Opening.Refused<>(Refusal.KEY_GONE));
    }

    /** Whoever writes to the store and knows a mailbox's public half must not speak as the police. */
    @Test
    void refusesAForgedReply() {
        ReplySealer forger = new ReplySealer(Signer.ofRaw(Bytes.ofHex("66".repeat(32))));

        assertThat(open(forger.seal(reply("r1", "come to the gate", null), mailbox.address()), "r1"))
                .isEqualTo(new Opening.Refused<>(Refusal.NOT_SIGNED));
    }

    @Test
    void refusesAnyChangeAndNeverThrows() {
        byte[] sealed =
                sealer.seal(reply("r1", "words", null), mailbox.address()).toArray();
        for (int at = 0; at < sealed.length; at += 3) {
            byte[] changed = sealed.clone();
            changed[at] ^= 32;
            assertThat(open(Bytes.copyOf(changed), "r1")).isInstanceOf(Opening.Refused.class);
            assertThat(open(Bytes.copyOf(Arrays.copyOf(sealed, at)), "r1")).isInstanceOf(Opening.Refused.class);
        }
        Random random = new Random(17);
        for (int round = 0; round < 300; round++) {
            byte[] garbage = new byte[random.nextInt(2_000)];
            random.nextBytes(garbage);
            assertThat(open(Bytes.copyOf(garbage), "r1")).isInstanceOf(Opening.Refused.class);
        }
    }

    @Test
    void saysWhatIsTooLongAndWhichMailboxIsNone() {
        assertThatThrownBy(() -> sealer.seal(reply("r1", "x".repeat(20_000), null), mailbox.address()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: at most 15360");
        MailboxAddress none = new MailboxAddress(
                mailbox.address().id(), Bytes.EMPTY, mailbox.address().verifyKey(), 1);
        assertThatThrownBy(() -> sealer.seal(reply("r1", "words", null), none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: an X25519 public key");
    }

    private Opening<Reply> open(Bytes sealed, String replyId) {
        return opener.open(sealed, mailbox.privateReplyKey(), mailbox.address().id(), replyId);
    }

    private static Reply reply(String id, String text, @Nullable String codeWord) {
        return new Reply(id, "officer", text, codeWord, NOW);
    }
}

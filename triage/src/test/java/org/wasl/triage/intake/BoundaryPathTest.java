package org.wasl.triage.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.triage.mailbox.CapsuleOpener;
import org.wasl.triage.mailbox.CapsuleSealer;
import org.wasl.triage.mailbox.ChannelAddressText;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Receipt;
import org.wasl.triage.mailbox.ReceiptKeys;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.mailbox.ReplyOpener;
import org.wasl.triage.mailbox.ReplySealer;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

/** Keys from a first start, and one of each kind through them, there and back. */
class BoundaryPathTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456789Z");

    @TempDir
    private Path folder;

    @Test
    void carriesEachKindFromTheKeysOfAFirstStart() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        SecureRandom random = new SecureRandom();
        DeskSecret secret = DeskSecret.ofFileOrNew(folder.resolve("elsewhere/desk-secret"), random);
        KeyFolder keys = KeyFolder.create(folder.resolve("keys"), secret, random);
        BotKeys bot = BotKeys.load(keys.botFolder(), clock);
        DeskKeys desk = DeskKeys.load(keys.deskFolder(), secret);

        IntakeEntry entry = new IntakeEntry.Delivered("r1", NOW);
        Bytes sealed = new IntakeSealer(bot.toDesk(), bot.signer(), clock).seal(entry);
        assertThat(new IntakeOpener(desk.opener(), desk.botVerifier())
                        .open(sealed)
                        .entryIfOpened())
                .contains(entry);

        DeskNotice notice = new DeskNotice.Closed(new IntakeId("0".repeat(32)), null);
        Bytes told = new NoticeSealer(desk.toBot(), desk.signer(), clock).seal(notice);
        assertThat(new NoticeOpener(bot.opener(), bot.deskVerifier()).open(told).entryIfOpened())
                .contains(notice);

        Presence presence = new Presence(NOW, List.of(new Presence.Staffed("ckb", "KRI", 2)));
        Bytes here = new PresenceSealer(desk.toBot(), desk.signer(), clock).seal(presence);
        assertThat(new PresenceOpener(bot.opener(), bot.deskVerifier())
                        .open(here)
                        .entryIfOpened())
                .contains(presence);

        MailboxKeys mailbox =
                new ReceiptKeys(bot.peppers()).derive(Receipt.mint(random)).getFirst();
        Reply reply = new Reply("r1", "officer", "text", null, NOW);
        Bytes dropped = new ReplySealer(desk.signer()).seal(reply, mailbox.address());
        assertThat(new ReplyOpener(bot.deskVerifier())
                        .open(
                                dropped,
                                mailbox.privateReplyKey(),
                                mailbox.address().id(),
                                "r1")
                        .entryIfOpened())
                .contains(reply);

        ChannelAddressText address = new ChannelAddressText("telegram", "1");
        Capsule capsule = new CapsuleSealer(bot.capsuleSealer()).seal(address, mailbox.privateReplyKey(), "x");
        assertThat(new CapsuleOpener(bot.capsuleOpener()).open(capsule, "x"))
                .hasValueSatisfying(content -> assertThat(content.address()).isEqualTo(address));
        assertThat(new CapsuleOpener(bot.capsuleOpener()).open(capsule, "y")).isEmpty();
    }
}

package org.wasl.triage.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.AttachmentChunk;
import org.wasl.triage.intake.AttachmentSeal;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.EntryFixture;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.mailbox.CapsuleContent;
import org.wasl.triage.mailbox.ChannelAddressText;
import org.wasl.triage.mailbox.MailboxFixture;
import org.wasl.triage.mailbox.Pin;
import org.wasl.triage.mailbox.Receipt;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.report.Report;

/** Whatever is printed, logged or put into a message by accident says nothing. */
class RedactionTest {

    private static final String MARKER = "MARKER-7f3a";
    private static final Bytes SECRET = Bytes.ofUtf8(MARKER);
    private static final Instant AT = EntryFixture.AT;
    private static final IntakeId ID = EntryFixture.ID;

    @TempDir
    private Path folder;

    @Test
    void saysNothingOfWordsAddressesKeysAndReceipts() {
        for (Object said : said()) {
            assertThat(said.toString())
                    .as(said.getClass().getSimpleName())
                    .doesNotContain(MARKER)
                    .doesNotContain(SECRET.toHex());
        }
        assertThat(new Receipt("12345678901234567888").toString()).doesNotContain("1234");
        assertThat(MailboxFixture.aMailbox(5).toString()).doesNotContain("0505");
    }

    /** One class of each package that holds what a person wrote, or what leads to them. */
    private static final List<Class<?>> PACKAGES =
            List.of(Bytes.class, IntakeId.class, Receipt.class, Report.class, AccusedHandle.class);

    @Test
    void noRecordPrintsWhatMayBeAPersonsWords() {
        PrintedRecords records = PrintedRecords.plain(
                        "askId",
                        "locale",
                        "mailboxId",
                        "officerLink",
                        "replyId",
                        "AttachmentId.value",
                        "AttachmentPromise.question",
                        "Consent.*",
                        "Context.parts",
                        "DraftContext.purpose",
                        "IntakeId.value",
                        "MailboxAddress.id",
                        "Staffed.territory")
                .sample(ID)
                .sample(new AttachmentSeal("0a".repeat(16), Digest.of(SECRET), 1, 1, Digest.of(SECRET)))
                .sample(new Pin(Bytes.copyOf(new byte[16]), Bytes.copyOf(new byte[32])))
                .sample(new Receipt("12345678901234567888"));
        List<String> leaks = new ArrayList<>();
        PACKAGES.forEach(one -> leaks.addAll(records.leaks(one)));
        assertThat(leaks).isEmpty();
    }

    @Test
    void saysNothingOfKeys() {
        DeskSecret secret = DeskSecret.of("5a".repeat(32));
        KeyFolder keys = KeyFolder.create(folder.resolve("keys"), secret, new SecureRandom());
        BotKeys bot = BotKeys.load(keys.botFolder(), InstantSource.system());
        DeskKeys desk = DeskKeys.load(keys.deskFolder(), secret);
        for (Object said : List.of(
                secret,
                bot,
                desk,
                bot.toDesk(),
                bot.signer(),
                bot.opener(),
                bot.deskVerifier(),
                bot.capsuleSealer(),
                bot.capsuleOpener(),
                bot.lookup(),
                bot.peppers(),
                bot.drafts(),
                bot.drafts().sealer(),
                bot.drafts().opener(),
                desk.cases(),
                desk.audit())) {
            assertThat(said.toString())
                    .as(said.getClass().getSimpleName())
                    .matches("[A-Za-z]+(\\[redacted])?|Peppers\\[1]");
        }
    }

    private static List<Object> said() {
        Capsule capsule = new Capsule(SECRET);
        Envelope envelope = new Envelope(MARKER, 1, AT);
        FiledReport full = EntryFixture.aReport();
        FiledReport report = new FiledReport(
                ID,
                1,
                false,
                false,
                AT,
                "en",
                "web",
                MARKER,
                List.of(new Line(Line.Speaker.CITIZEN, MARKER, null, AT)),
                full.facts(),
                full.assessment(),
                List.of(new Consent("report", true, "1", "en", AT, "web")),
                null,
                capsule,
                new Mark(MARKER),
                List.of(MARKER),
                List.of(),
                DigitalEvidence.NONE);
        return new ArrayList<>(List.of(
                report,
                new IntakeEntry.Filed(report),
                new IntakeEntry.Unread(ID, 1, AT, "en", "web", MARKER, new Mark(MARKER)),
                new IntakeEntry.Seen("link", MARKER, AT),
                new IntakeEntry.OfficerLinked(MARKER, "link", capsule),
                new IntakeEntry.CapsuleAsked(new Mark(MARKER), "ask"),
                new IntakeEntry.WithdrawAsked(ID, null, AT, SECRET),
                new IntakeEntry.EraseAsked(ID, null, AT, SECRET),
                new IntakeEntry.ContactChosen(ID, "m", List.of(MARKER), MARKER, capsule, new Mark(MARKER), AT),
                new AttachmentSeal("0a".repeat(16), Digest.of(SECRET), 1, 1, Digest.of(SECRET)),
                new AttachmentChunk("0a".repeat(16), 1, SECRET),
                StreamKey.of(Digest.of(SECRET)),
                new DeskNotice.ReplyPublished("r", "m", SECRET, capsule),
                new DeskNotice.CapsuleFound("ask", List.of(capsule)),
                new DeskNotice.TakenOver(ID, capsule, AT),
                new DeskNotice.OfficerAlert("link", capsule, MARKER, MARKER),
                new DeskNotice.Erased(ID, null, capsule),
                new Line(Line.Speaker.CITIZEN, MARKER, MARKER, AT),
                capsule,
                new Reply("r", MARKER, MARKER, MARKER, AT),
                new ChannelAddressText(MARKER, MARKER),
                new CapsuleContent(new ChannelAddressText(MARKER, MARKER), SECRET),
                SECRET,
                Context.of("wasl/test/v1", MARKER),
                new DraftContext("state", MARKER, MARKER, 1),
                new Draft.Opened(SECRET),
                envelope,
                new Opening.Opened<>(MARKER, SECRET, envelope),
                Peppers.of(Map.of(1, Digest.of(SECRET)))));
    }
}

package org.wasl.triage.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.assessment.WouldRaise;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;
import org.wasl.triage.seal.Bytes;

/** One of everything that crosses. What the vectors hold is written down here and must not change. */
public final class EntryFixture {

    public static final Instant AT = Instant.parse("2026-11-22T10:15:30.123456789Z");
    public static final IntakeId ID = new IntakeId("0123456789abcdef0123456789abcdef");

    private static final String MAILBOX = "fedcba9876543210fedcba9876543210";
    private static final Evidence WORDS = new Evidence(4, 16, "عنده سچينة هسه");

    private EntryFixture() {}

    /** A full report: every field set, every kind of fact. */
    public static FiledReport aReport() {
        Facts facts = Facts.of(
                Fact.chosen(FactKey.DANGER_NOW, Truth.YES),
                Fact.chosen(FactKey.AGE_BAND, Truth.YES, "18-24"),
                new Fact(FactKey.GOVERNORATE, Truth.YES, "IQ-SU", null, FactSource.BUTTON, null),
                Fact.suspected(FactKey.WEAPON_USED_OR_SHOWN, "now", null, WORDS),
                Fact.suspected(FactKey.PUBLISH_DEADLINE, null, 48, WORDS),
                new Fact(FactKey.MINOR, Truth.DECLINED, null, null, FactSource.OPERATOR, null));
        return new FiledReport(
                ID,
                3,
                true,
                false,
                AT,
                "ar-IQ",
                "telegram",
                "هلا عنده سچينة هسه\nچەقۆی پێیە\n\"he has a knife\" 😀",
                List.of(
                        new Line(Line.Speaker.CITIZEN, "هلا عنده سچينة هسه", null, AT),
                        new Line(Line.Speaker.BOT, "", "danger-now", AT.plusSeconds(1)),
                        new Line(Line.Speaker.DESK, "x", "danger-now", Instant.EPOCH)),
                facts,
                anAssessment(facts),
                List.of(
                        new Consent("report", true, "ar-IQ/7", "ar-IQ", AT, "telegram"),
                        new Consent("visit", false, "ar-IQ/7", "ar-IQ", AT, "telegram")),
                new MailboxAddress(MAILBOX, Bytes.ofHex("09".repeat(32)), Bytes.ofHex("0a".repeat(32)), 2),
                new Capsule(Bytes.ofHex("0b".repeat(545))),
                new Mark("0c".repeat(32)),
                List.of("morning", "night"),
                List.of(),
                DigitalEvidence.NONE);
    }

    /** A report with a voice note in the story, a picture under a question, and one that was not fetched. */
    public static FiledReport aReportWithAttachments() {
        FiledReport full = aReport();
        return new FiledReport(
                full.id(),
                full.sequence(),
                full.unconfirmed(),
                full.drill(),
                full.at(),
                full.locale(),
                full.channel(),
                full.story(),
                full.lines(),
                full.facts(),
                full.assessment(),
                full.consents(),
                full.mailbox(),
                full.capsule(),
                full.mark(),
                full.windows(),
                List.of(
                        new AttachmentPromise(
                                new AttachmentId("1a".repeat(16)), AttachmentPromise.Kind.VOICE, null, AT, false),
                        new AttachmentPromise(
                                new AttachmentId("1b".repeat(16)),
                                AttachmentPromise.Kind.PICTURE,
                                "threads",
                                AT,
                                false),
                        new AttachmentPromise(
                                new AttachmentId("1c".repeat(16)), AttachmentPromise.Kind.VIDEO, null, AT, true)),
                DigitalEvidence.NONE);
    }

    /** What opens an attachment of three chunks. */
    public static AttachmentSeal anAttachmentSeal() {
        return new AttachmentSeal(
                "2a".repeat(16), Bytes.ofHex("2b".repeat(32)), 3, 600_000, Bytes.ofHex("2c".repeat(32)));
    }

    /** A report that says which accounts the threats come from. */
    public static FiledReport aReportWithEvidence() {
        return aReport()
                .pointingAt(new DigitalEvidence(
                        List.of(
                                new AccusedHandle(AccusedHandle.Kind.ACCOUNT, Platform.INSTAGRAM, "bad_boy.99"),
                                new AccusedHandle(AccusedHandle.Kind.PHONE, Platform.WHATSAPP, "+9647701234567")),
                        new AskedAmount(500, AskedAmount.Currency.DOLLAR)));
    }

    /** The least a report can hold. */
    public static FiledReport aBareReport() {
        return new FiledReport(
                ID,
                0,
                false,
                true,
                Instant.EPOCH,
                "ckb",
                "web",
                "",
                List.of(),
                Facts.NONE,
                new Assessment(
                        Language.OTHER,
                        Category.NONE,
                        List.of(),
                        Level.L5_ADVICE,
                        0,
                        false,
                        false,
                        Facts.NONE,
                        List.of(),
                        List.of(),
                        Set.of(),
                        "none",
                        "1"),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                DigitalEvidence.NONE);
    }

    /** Every kind of intake entry, by name. */
    public static Map<String, IntakeEntry> entries() {
        Map<String, IntakeEntry> entries = new TreeMap<>();
        entries.put("filed", new IntakeEntry.Filed(aReport()));
        entries.put("filed-evidence", new IntakeEntry.Filed(aReportWithEvidence()));
        entries.put(
                "filed-attachments-evidence",
                new IntakeEntry.Filed(aReportWithAttachments()
                        .pointingAt(aReportWithEvidence().evidence())));
        entries.put("filed-bare", new IntakeEntry.Filed(aBareReport()));
        entries.put("unread", new IntakeEntry.Unread(ID, 4, AT, "kmr-Arab", "telegram", "ez ditirsim", null));
        entries.put("unread-mark", new IntakeEntry.Unread(ID, 4, AT, "en", "web", "", new Mark("0c".repeat(32))));
        entries.put(
                "campaigns-counted",
                new IntakeEntry.CampaignsCounted(
                        LocalDate.of(2026, 11, 22), "00ff00ff00ff00ff", Map.of("k7m2p9xq", 12, "made-up", 1)));
        entries.put(
                "conversations-counted",
                new IntakeEntry.ConversationsCounted(
                        YearMonth.of(2026, 11),
                        "00ff00ff00ff00ff",
                        Map.of(
                                new IntakeEntry.ConversationsCounted.Left(Stage.GREETING, "", "web"),
                                7,
                                new IntakeEntry.ConversationsCounted.Left(Stage.STORY, "kmr-Arab", "telegram"),
                                300),
                        Map.of(
                                new IntakeEntry.ConversationsCounted.Said(
                                        IntakeEntry.ConversationsCounted.Tap.YES,
                                        IntakeEntry.ConversationsCounted.Tap.NONE,
                                        "ckb"),
                                2)));
        entries.put("struck", new IntakeEntry.Struck(ID, List.of("اسمه علي.", "My own name too"), AT));
        entries.put("delivered", new IntakeEntry.Delivered("r-1", AT));
        entries.put("seen", new IntakeEntry.Seen("link-1", "once-1", AT));
        entries.put(
                "officer-linked",
                new IntakeEntry.OfficerLinked("code-1", "link-1", new Capsule(Bytes.ofHex("0b".repeat(545)))));
        entries.put("capsule-asked", new IntakeEntry.CapsuleAsked(new Mark("0c".repeat(32)), "ask-1"));
        entries.put("withdraw", new IntakeEntry.WithdrawAsked(ID, MAILBOX, AT, Bytes.ofHex("0d".repeat(64))));
        entries.put("withdraw-bare", new IntakeEntry.WithdrawAsked(ID, null, AT, null));
        entries.put("erase", new IntakeEntry.EraseAsked(ID, MAILBOX, AT, Bytes.ofHex("0d".repeat(64))));
        entries.put("erase-bare", new IntakeEntry.EraseAsked(ID, null, AT, null));
        AttachmentId attachment = new AttachmentId("1a".repeat(16));
        entries.put("filed-attachments", new IntakeEntry.Filed(aReportWithAttachments()));
        entries.put("attachment-arrived", new IntakeEntry.AttachmentArrived(ID, attachment, anAttachmentSeal(), AT));
        entries.put(
                "attachment-missing",
                new IntakeEntry.AttachmentMissing(ID, attachment, IntakeEntry.AttachmentMissing.Why.NOT_REACHED, AT));
        entries.put(
                "attachment-withheld",
                new IntakeEntry.AttachmentWithheld(ID, attachment, new Capsule(Bytes.ofHex("0b".repeat(545))), AT));
        entries.put("contact-seen", new IntakeEntry.ContactSeen(ID, true, AT));
        entries.put(
                "contact-chosen",
                new IntakeEntry.ContactChosen(
                        ID,
                        MAILBOX,
                        List.of("evening:thu+fri"),
                        "نارنج",
                        new Capsule(Bytes.ofHex("0b".repeat(545))),
                        new Mark("0c".repeat(32)),
                        AT));
        entries.put("contact-forgotten", new IntakeEntry.ContactChosen(ID, null, List.of(), null, null, null, AT));
        entries.put("doubted", new IntakeEntry.Doubted("r-1", AT));
        entries.put(
                "receipt-minted",
                new IntakeEntry.ReceiptMinted(
                        "ask-1",
                        new MailboxAddress(MAILBOX, Bytes.ofHex("09".repeat(32)), Bytes.ofHex("0a".repeat(32)), 2),
                        Bytes.ofHex("0f".repeat(1105)),
                        AT));
        return entries;
    }

    /** Every kind of notice, by name. */
    public static Map<String, DeskNotice> notices() {
        Capsule capsule = new Capsule(Bytes.ofHex("0b".repeat(545)));
        Map<String, DeskNotice> notices = new TreeMap<>();
        notices.put("reply", new DeskNotice.ReplyPublished("r-1", MAILBOX, Bytes.ofHex("0e".repeat(1077)), capsule));
        notices.put("reply-forgotten", new DeskNotice.ReplyPublished("r-1", MAILBOX, Bytes.EMPTY, null));
        notices.put("capsule-found", new DeskNotice.CapsuleFound("ask-1", List.of(capsule, capsule)));
        notices.put("capsule-none", new DeskNotice.CapsuleFound("ask-1", List.of()));
        notices.put("taken-over", new DeskNotice.TakenOver(ID, capsule, AT));
        notices.put(
                "officer-alert",
                new DeskNotice.OfficerAlert("link-1", capsule, "once-1", "https://desk.example/cases/1"));
        notices.put("erased", new DeskNotice.Erased(ID, MAILBOX, capsule));
        notices.put("erased-bare", new DeskNotice.Erased(ID, null, null));
        notices.put("closed", new DeskNotice.Closed(ID, MAILBOX));
        notices.put("closed-bare", new DeskNotice.Closed(ID, null));
        notices.put("receipt-asked", new DeskNotice.ReceiptAsked("ask-1", Bytes.ofHex("04" + "07".repeat(64)), AT));
        notices.put("receipt-voided", new DeskNotice.ReceiptVoided(MAILBOX));
        return notices;
    }

    public static Presence aPresence() {
        return new Presence(
                AT, List.of(new Presence.Staffed("ar-IQ", "FED", 3), new Presence.Staffed("ckb", "KRI", 0)));
    }

    private static Assessment anAssessment(Facts facts) {
        return new Assessment(
                Language.ARABIC,
                Category.DV,
                List.of(Category.HBV, Category.THR),
                Level.L1_IMMEDIATE,
                87,
                true,
                true,
                facts,
                List.of(
                        new Reason(
                                "R01",
                                "2026-11",
                                Level.L1_IMMEDIATE,
                                "A weapon was shown now",
                                List.of(FactKey.WEAPON_USED_OR_SHOWN, FactKey.DANGER_NOW),
                                true,
                                WORDS),
                        new Reason("R18", "2026-11", Level.L2_EMERGENT, "", List.of(), false, null)),
                List.of(new WouldRaise(FactKey.STRANGLED, Level.L1_IMMEDIATE)),
                Set.of(Tag.SAFE_MODE, Tag.COI_ROUTE),
                "none",
                "2026-11");
    }
}

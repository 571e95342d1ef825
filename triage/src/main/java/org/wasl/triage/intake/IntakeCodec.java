package org.wasl.triage.intake;

import java.util.Optional;
import org.wasl.triage.intake.IntakeEntry.AttachmentArrived;
import org.wasl.triage.intake.IntakeEntry.AttachmentMissing;
import org.wasl.triage.intake.IntakeEntry.AttachmentWithheld;
import org.wasl.triage.intake.IntakeEntry.CampaignsCounted;
import org.wasl.triage.intake.IntakeEntry.CapsuleAsked;
import org.wasl.triage.intake.IntakeEntry.ContactChosen;
import org.wasl.triage.intake.IntakeEntry.ContactSeen;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted;
import org.wasl.triage.intake.IntakeEntry.Delivered;
import org.wasl.triage.intake.IntakeEntry.Doubted;
import org.wasl.triage.intake.IntakeEntry.EraseAsked;
import org.wasl.triage.intake.IntakeEntry.Filed;
import org.wasl.triage.intake.IntakeEntry.OfficerLinked;
import org.wasl.triage.intake.IntakeEntry.ReceiptMinted;
import org.wasl.triage.intake.IntakeEntry.Seen;
import org.wasl.triage.intake.IntakeEntry.Struck;
import org.wasl.triage.intake.IntakeEntry.Unread;
import org.wasl.triage.intake.IntakeEntry.WithdrawAsked;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.MalformedBytes;

/**
 * Intake entries as bytes: a version, a tag out of a closed list, and the fields in one order. No type is ever named by
 * the data. A changed field is a new version, and the old one stays readable.
 */
final class IntakeCodec {

    static final int VERSION = 1;

    private static final int SIGNATURE = 128;

    private static final int FILED = 1;
    private static final int UNREAD = 2;
    private static final int DELIVERED = 3;
    private static final int SEEN = 4;
    private static final int OFFICER_LINKED = 5;
    private static final int CAPSULE_ASKED = 6;
    private static final int WITHDRAW_ASKED = 7;
    private static final int ERASE_ASKED = 8;
    private static final int CONTACT_SEEN = 9;
    private static final int CONTACT_CHOSEN = 10;
    private static final int DOUBTED = 11;

    /** A report with attachments. One without is written as ever, so that its bytes and its digest stay what they were. */
    private static final int FILED_WITH_ATTACHMENTS = 12;

    private static final int ATTACHMENT_ARRIVED = 13;
    private static final int ATTACHMENT_MISSING = 14;
    private static final int ATTACHMENT_WITHHELD = 15;

    /** A report with digital evidence, and attachments if there are any. */
    private static final int FILED_WITH_EVIDENCE = 16;

    private static final int STRUCK = 17;
    private static final int CAMPAIGNS_COUNTED = 18;
    private static final int RECEIPT_MINTED = 19;
    private static final int CONVERSATIONS_COUNTED = 20;

    private IntakeCodec() {}

    /** What the entry is about, signed beside it. */
    static String subject(IntakeEntry entry) {
        return switch (entry) {
            case Filed filed -> filed.report().id().value();
            case Unread unread -> unread.id().value();
            case Delivered delivered -> delivered.replyId();
            case Seen seen -> seen.officerLink();
            case OfficerLinked linked -> linked.officerLink();
            case CapsuleAsked asked -> asked.askId();
            case WithdrawAsked asked -> asked.id().value();
            case EraseAsked asked -> asked.id().value();
            case ContactSeen seen -> seen.id().value();
            case ContactChosen chosen -> chosen.id().value();
            case Doubted doubted -> doubted.replyId();
            case AttachmentArrived arrived -> arrived.id().value();
            case AttachmentMissing missing -> missing.id().value();
            case AttachmentWithheld withheld -> withheld.id().value();
            case Struck struck -> struck.id().value();
            case CampaignsCounted counted -> counted.run();
            case ConversationsCounted counted -> counted.run();
            case ReceiptMinted minted -> minted.askId();
        };
    }

    /** The entry's own place among the others of its report; empty for those that have none. */
    static Optional<Long> sequence(IntakeEntry entry) {
        return switch (entry) {
            case Filed filed -> Optional.of((long) filed.report().sequence());
            case Unread unread -> Optional.of((long) unread.sequence());
            case Delivered delivered -> Optional.empty();
            case Seen seen -> Optional.empty();
            case OfficerLinked linked -> Optional.empty();
            case CapsuleAsked asked -> Optional.empty();
            case WithdrawAsked asked -> Optional.empty();
            case EraseAsked asked -> Optional.empty();
            case ContactSeen seen -> Optional.empty();
            case ContactChosen chosen -> Optional.empty();
            case Doubted doubted -> Optional.empty();
            case AttachmentArrived arrived -> Optional.empty();
            case AttachmentMissing missing -> Optional.empty();
            case AttachmentWithheld withheld -> Optional.empty();
            case Struck struck -> Optional.empty();
            case CampaignsCounted counted -> Optional.empty();
            case ConversationsCounted counted -> Optional.empty();
            case ReceiptMinted minted -> Optional.empty();
        };
    }

    static Bytes encode(IntakeEntry entry) {
        BytesWriter out = new BytesWriter().version(VERSION);
        switch (entry) {
            case Filed filed
            when !filed.report().evidence().nothing() -> {
                ReportCodec.write(out.number(FILED_WITH_EVIDENCE), filed.report());
                ReportCodec.writeAttachments(out, filed.report());
                ReportCodec.writeEvidence(out, filed.report());
            }
            case Filed filed
            when filed.report().attachments().isEmpty() -> ReportCodec.write(out.number(FILED), filed.report());
            case Filed filed -> {
                ReportCodec.write(out.number(FILED_WITH_ATTACHMENTS), filed.report());
                ReportCodec.writeAttachments(out, filed.report());
            }
            case Unread unread -> writeUnread(out.number(UNREAD), unread);
            case Delivered delivered ->
                out.number(DELIVERED).text(delivered.replyId(), Limits.CODE).instant(delivered.at());
            case Seen seen ->
                out.number(SEEN)
                        .text(seen.officerLink(), Limits.CODE)
                        .text(seen.onceValue(), Limits.CODE)
                        .instant(seen.at());
            case OfficerLinked linked ->
                ReportCodec.writeCapsule(
                        out.number(OFFICER_LINKED)
                                .text(linked.linkCode(), Limits.CODE)
                                .text(linked.officerLink(), Limits.CODE),
                        linked.capsule());
            case CapsuleAsked asked -> {
                ReportCodec.writeMark(out.number(CAPSULE_ASKED), asked.mark());
                out.text(asked.askId(), Limits.CODE);
            }
            case WithdrawAsked asked -> {
                ReportCodec.writeId(out.number(WITHDRAW_ASKED), asked.id());
                out.optional(asked.mailboxId(), (to, id) -> to.text(id, Limits.CODE))
                        .instant(asked.at())
                        .optional(asked.signature(), (to, signature) -> to.bytes(signature, SIGNATURE));
            }
            case EraseAsked asked -> {
                ReportCodec.writeId(out.number(ERASE_ASKED), asked.id());
                out.optional(asked.mailboxId(), (to, id) -> to.text(id, Limits.CODE))
                        .instant(asked.at())
                        .optional(asked.signature(), (to, signature) -> to.bytes(signature, SIGNATURE));
            }
            case ContactSeen seen -> {
                ReportCodec.writeId(out.number(CONTACT_SEEN), seen.id());
                out.flag(seen.inChat()).instant(seen.at());
            }
            case ContactChosen chosen -> {
                ReportCodec.writeId(out.number(CONTACT_CHOSEN), chosen.id());
                out.optional(chosen.mailboxId(), (to, id) -> to.text(id, Limits.CODE))
                        .list(chosen.windows(), Limits.WINDOWS, (to, window) -> to.text(window, Limits.CODE))
                        .optional(chosen.codeWord(), (to, word) -> to.text(word, Limits.CODE))
                        .optional(chosen.capsule(), ReportCodec::writeCapsule)
                        .optional(chosen.mark(), ReportCodec::writeMark)
                        .instant(chosen.at());
            }
            case Doubted doubted ->
                out.number(DOUBTED).text(doubted.replyId(), Limits.CODE).instant(doubted.at());
            case AttachmentArrived arrived -> {
                writeIds(out.number(ATTACHMENT_ARRIVED), arrived.report(), arrived.id());
                ReportCodec.writeSeal(out, arrived.seal());
                out.instant(arrived.at());
            }
            case AttachmentMissing missing -> {
                writeIds(out.number(ATTACHMENT_MISSING), missing.report(), missing.id());
                Codes.write(out, missing.why());
                out.instant(missing.at());
            }
            case AttachmentWithheld withheld -> {
                writeIds(out.number(ATTACHMENT_WITHHELD), withheld.report(), withheld.id());
                ReportCodec.writeCapsule(out, withheld.platformId());
                out.instant(withheld.at());
            }
            case Struck struck -> {
                ReportCodec.writeId(out.number(STRUCK), struck.id());
                out.list(struck.sentences(), Limits.STRUCK, (to, sentence) -> to.text(sentence, Limits.LINE))
                        .instant(struck.at());
            }
            case CampaignsCounted counted -> CountsCodec.write(out.number(CAMPAIGNS_COUNTED), counted);
            case ConversationsCounted counted -> CountsCodec.write(out.number(CONVERSATIONS_COUNTED), counted);
            case ReceiptMinted minted -> {
                ReportCodec.writeMailbox(
                        out.number(RECEIPT_MINTED).text(minted.askId(), Limits.CODE), minted.mailbox());
                out.bytes(minted.sealed(), Limits.SEALED_RECEIPT).instant(minted.at());
            }
        }
        return out.written();
    }

    static IntakeEntry decode(Bytes content) {
        BytesReader in = new BytesReader(content);
        int version = in.version();
        if (version != VERSION) {
            throw MalformedBytes.unknownVersion(version);
        }
        IntakeEntry entry = read(in);
        in.end();
        return entry;
    }

    private static IntakeEntry read(BytesReader in) {
        return switch (in.number(FILED, CONVERSATIONS_COUNTED)) {
            case FILED -> new Filed(ReportCodec.read(in, false));
            case FILED_WITH_ATTACHMENTS -> new Filed(attached(ReportCodec.read(in, true)));
            case FILED_WITH_EVIDENCE -> {
                FiledReport report = ReportCodec.read(in, true);
                yield new Filed(report.pointingAt(ReportCodec.readEvidence(in)));
            }
            case UNREAD -> readUnread(in);
            case DELIVERED -> new Delivered(in.text(Limits.CODE), in.instant());
            case SEEN -> new Seen(in.text(Limits.CODE), in.text(Limits.CODE), in.instant());
            case OFFICER_LINKED ->
                new OfficerLinked(in.text(Limits.CODE), in.text(Limits.CODE), ReportCodec.readCapsule(in));
            case CAPSULE_ASKED -> new CapsuleAsked(ReportCodec.readMark(in), in.text(Limits.CODE));
            case WITHDRAW_ASKED ->
                new WithdrawAsked(
                        ReportCodec.readId(in),
                        in.optional(ReportCodec::readMailboxId),
                        in.instant(),
                        in.optional(from -> from.bytes(SIGNATURE)));
            case ERASE_ASKED ->
                new EraseAsked(
                        ReportCodec.readId(in),
                        in.optional(ReportCodec::readMailboxId),
                        in.instant(),
                        in.optional(from -> from.bytes(SIGNATURE)));
            case CONTACT_SEEN -> new ContactSeen(ReportCodec.readId(in), in.flag(), in.instant());
            case CONTACT_CHOSEN ->
                new ContactChosen(
                        ReportCodec.readId(in),
                        in.optional(ReportCodec::readMailboxId),
                        in.list(Limits.WINDOWS, from -> from.text(Limits.CODE)),
                        in.optional(from -> from.text(Limits.CODE)),
                        in.optional(ReportCodec::readCapsule),
                        in.optional(ReportCodec::readMark),
                        in.instant());
            case DOUBTED -> new Doubted(in.text(Limits.CODE), in.instant());
            case ATTACHMENT_ARRIVED ->
                new AttachmentArrived(
                        ReportCodec.readId(in),
                        ReportCodec.readAttachmentId(in),
                        ReportCodec.readSeal(in),
                        in.instant());
            case ATTACHMENT_MISSING ->
                new AttachmentMissing(
                        ReportCodec.readId(in),
                        ReportCodec.readAttachmentId(in),
                        Codes.read(in, AttachmentMissing.Why.class),
                        in.instant());
            case ATTACHMENT_WITHHELD ->
                new AttachmentWithheld(
                        ReportCodec.readId(in),
                        ReportCodec.readAttachmentId(in),
                        ReportCodec.readCapsule(in),
                        in.instant());
            case STRUCK ->
                new Struck(
                        ReportCodec.readId(in), in.list(Limits.STRUCK, from -> from.text(Limits.LINE)), in.instant());
            case CAMPAIGNS_COUNTED -> CountsCodec.campaigns(in);
            case RECEIPT_MINTED ->
                new ReceiptMinted(
                        in.text(Limits.CODE),
                        ReportCodec.readMailbox(in),
                        in.bytes(Limits.SEALED_RECEIPT),
                        in.instant());
            case CONVERSATIONS_COUNTED -> CountsCodec.conversations(in);
            default -> throw new MalformedBytes("unknown tag");
        };
    }

    /** Written twice in two ways it would have two digests. */
    private static FiledReport attached(FiledReport report) {
        if (report.attachments().isEmpty()) {
            throw new MalformedBytes("a report with attachments and without");
        }
        return report;
    }

    private static void writeIds(BytesWriter out, IntakeId report, AttachmentId id) {
        ReportCodec.writeId(out, report);
        ReportCodec.writeId(out, id);
    }

    private static void writeUnread(BytesWriter out, Unread unread) {
        ReportCodec.writeId(out, unread.id());
        out.number(unread.sequence())
                .instant(unread.at())
                .text(unread.locale(), Limits.CODE)
                .text(unread.channel(), Limits.CODE)
                .text(unread.text(), Limits.STORY)
                .optional(unread.mark(), ReportCodec::writeMark);
    }

    private static Unread readUnread(BytesReader in) {
        return new Unread(
                ReportCodec.readId(in),
                ReportCodec.readSequence(in),
                in.instant(),
                in.text(Limits.CODE),
                in.text(Limits.CODE),
                in.text(Limits.STORY),
                in.optional(ReportCodec::readMark));
    }
}

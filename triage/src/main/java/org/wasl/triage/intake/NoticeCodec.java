package org.wasl.triage.intake;

import org.wasl.triage.intake.DeskNotice.CapsuleFound;
import org.wasl.triage.intake.DeskNotice.Closed;
import org.wasl.triage.intake.DeskNotice.Erased;
import org.wasl.triage.intake.DeskNotice.OfficerAlert;
import org.wasl.triage.intake.DeskNotice.ReceiptAsked;
import org.wasl.triage.intake.DeskNotice.ReceiptVoided;
import org.wasl.triage.intake.DeskNotice.ReplyPublished;
import org.wasl.triage.intake.DeskNotice.TakenOver;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.MalformedBytes;

/** Notices as bytes, by the same rules as {@link IntakeCodec}. */
final class NoticeCodec {

    static final int VERSION = 1;

    /** A sealed reply is a padding bucket of 16 KB at most, and a little more. */
    private static final int SEALED_REPLY = 17 * 1024;

    private static final int REPLY_PUBLISHED = 1;
    private static final int CAPSULE_FOUND = 2;
    private static final int TAKEN_OVER = 3;
    private static final int OFFICER_ALERT = 4;
    private static final int ERASED = 5;
    private static final int CLOSED = 6;
    private static final int RECEIPT_ASKED = 7;
    private static final int RECEIPT_VOIDED = 8;

    private NoticeCodec() {}

    /** What the notice is about, signed beside it. */
    static String subject(DeskNotice notice) {
        return switch (notice) {
            case ReplyPublished reply -> reply.mailboxId();
            case CapsuleFound found -> found.askId();
            case TakenOver taken -> taken.id().value();
            case OfficerAlert alert -> alert.officerLink();
            case Erased erased -> erased.id().value();
            case Closed closed -> closed.id().value();
            case ReceiptAsked asked -> asked.askId();
            case ReceiptVoided voided -> voided.mailboxId();
        };
    }

    static Bytes encode(DeskNotice notice) {
        BytesWriter out = new BytesWriter().version(VERSION);
        switch (notice) {
            case ReplyPublished reply ->
                out.number(REPLY_PUBLISHED)
                        .text(reply.replyId(), Limits.CODE)
                        .text(reply.mailboxId(), Limits.CODE)
                        .bytes(reply.sealedReply(), SEALED_REPLY)
                        .optional(reply.capsule(), ReportCodec::writeCapsule);
            case CapsuleFound found ->
                out.number(CAPSULE_FOUND)
                        .text(found.askId(), Limits.CODE)
                        .list(found.capsules(), Limits.CAPSULES, ReportCodec::writeCapsule);
            case TakenOver taken -> {
                ReportCodec.writeId(out.number(TAKEN_OVER), taken.id());
                ReportCodec.writeCapsule(out, taken.capsule());
                out.instant(taken.until());
            }
            case OfficerAlert alert -> {
                ReportCodec.writeCapsule(
                        out.number(OFFICER_ALERT).text(alert.officerLink(), Limits.CODE), alert.capsule());
                out.text(alert.onceValue(), Limits.CODE).text(alert.url(), Limits.URL);
            }
            case Erased erased -> {
                ReportCodec.writeId(out.number(ERASED), erased.id());
                out.optional(erased.mailboxId(), (to, id) -> to.text(id, Limits.CODE))
                        .optional(erased.capsule(), ReportCodec::writeCapsule);
            }
            case Closed closed -> {
                ReportCodec.writeId(out.number(CLOSED), closed.id());
                out.optional(closed.mailboxId(), (to, id) -> to.text(id, Limits.CODE));
            }
            case ReceiptAsked asked ->
                out.number(RECEIPT_ASKED)
                        .text(asked.askId(), Limits.CODE)
                        .bytes(asked.pageKey(), Limits.PAGE_KEY)
                        .instant(asked.until());
            case ReceiptVoided voided -> out.number(RECEIPT_VOIDED).text(voided.mailboxId(), Limits.CODE);
        }
        return out.written();
    }

    static DeskNotice decode(Bytes content) {
        BytesReader in = new BytesReader(content);
        int version = in.version();
        if (version != VERSION) {
            throw MalformedBytes.unknownVersion(version);
        }
        DeskNotice notice = read(in);
        in.end();
        return notice;
    }

    private static DeskNotice read(BytesReader in) {
        return switch (in.number(REPLY_PUBLISHED, RECEIPT_VOIDED)) {
            case REPLY_PUBLISHED ->
                new ReplyPublished(
                        in.text(Limits.CODE),
                        ReportCodec.readMailboxId(in),
                        in.bytes(SEALED_REPLY),
                        in.optional(ReportCodec::readCapsule));
            case CAPSULE_FOUND ->
                new CapsuleFound(in.text(Limits.CODE), in.list(Limits.CAPSULES, ReportCodec::readCapsule));
            case TAKEN_OVER -> new TakenOver(ReportCodec.readId(in), ReportCodec.readCapsule(in), in.instant());
            case OFFICER_ALERT ->
                new OfficerAlert(
                        in.text(Limits.CODE), ReportCodec.readCapsule(in), in.text(Limits.CODE), in.text(Limits.URL));
            case ERASED ->
                new Erased(
                        ReportCodec.readId(in),
                        in.optional(ReportCodec::readMailboxId),
                        in.optional(ReportCodec::readCapsule));
            case CLOSED -> new Closed(ReportCodec.readId(in), in.optional(ReportCodec::readMailboxId));
            case RECEIPT_ASKED -> new ReceiptAsked(in.text(Limits.CODE), in.bytes(Limits.PAGE_KEY), in.instant());
            case RECEIPT_VOIDED -> new ReceiptVoided(ReportCodec.readMailboxId(in));
            default -> throw new MalformedBytes("unknown tag");
        };
    }
}

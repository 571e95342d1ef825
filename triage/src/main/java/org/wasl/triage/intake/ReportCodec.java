package org.wasl.triage.intake;

import java.util.List;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.MalformedBytes;

/** Filed reports and their parts, field by field. */
final class ReportCodec {

    static final int MOST_SEQUENCE = 1_000_000;

    private static final int KEY = 32;
    private static final int MOST_PEPPER = 1_000_000;

    private ReportCodec() {}

    static void write(BytesWriter out, FiledReport report) {
        writeId(out, report.id());
        out.number(report.sequence());
        out.flag(report.unconfirmed()).flag(report.drill());
        out.instant(report.at());
        out.text(report.locale(), Limits.CODE).text(report.channel(), Limits.CODE);
        out.text(report.story(), Limits.STORY);
        out.list(report.lines(), Limits.LINES, ReportCodec::writeLine);
        AssessmentCodec.writeFacts(out, report.facts());
        AssessmentCodec.write(out, report.assessment());
        out.list(report.consents(), Limits.CONSENTS, ReportCodec::writeConsent);
        out.optional(report.mailbox(), ReportCodec::writeMailbox);
        out.optional(report.capsule(), ReportCodec::writeCapsule);
        out.optional(report.mark(), ReportCodec::writeMark);
        out.list(report.windows(), Limits.WINDOWS, (to, window) -> to.text(window, Limits.CODE));
    }

    static void writeAttachments(BytesWriter out, FiledReport report) {
        out.list(report.attachments(), Limits.ATTACHMENTS, ReportCodec::writeAttachment);
    }

    static void writeEvidence(BytesWriter out, FiledReport report) {
        DigitalEvidence evidence = report.evidence();
        out.list(evidence.handles(), DigitalEvidence.MOST, ReportCodec::writeHandle);
        out.optional(evidence.amount(), (to, amount) -> Codes.write(to.number(amount.value()), amount.currency()));
    }

    static DigitalEvidence readEvidence(BytesReader in) {
        DigitalEvidence evidence = new DigitalEvidence(
                in.list(DigitalEvidence.MOST, ReportCodec::readHandle), in.optional(ReportCodec::readAmount));
        if (evidence.nothing()) {
            // The same report would have two forms.
            throw new MalformedBytes("evidence without any");
        }
        return evidence;
    }

    private static void writeHandle(BytesWriter out, AccusedHandle handle) {
        Codes.write(out, handle.kind());
        Codes.write(out, handle.platform());
        out.text(handle.normalised(), Limits.HANDLE);
    }

    /** The form is checked again: a bot node that was taken over writes what it likes. */
    private static AccusedHandle readHandle(BytesReader in) {
        return new AccusedHandle(
                Codes.read(in, AccusedHandle.Kind.class), Codes.read(in, Platform.class), in.text(Limits.HANDLE));
    }

    private static AskedAmount readAmount(BytesReader in) {
        return new AskedAmount(in.number(), Codes.read(in, AskedAmount.Currency.class));
    }

    static FiledReport read(BytesReader in, boolean withAttachments) {
        return new FiledReport(
                readId(in),
                readSequence(in),
                in.flag(),
                in.flag(),
                in.instant(),
                in.text(Limits.CODE),
                in.text(Limits.CODE),
                in.text(Limits.STORY),
                in.list(Limits.LINES, ReportCodec::readLine),
                AssessmentCodec.readFacts(in),
                AssessmentCodec.read(in),
                in.list(Limits.CONSENTS, ReportCodec::readConsent),
                in.optional(ReportCodec::readMailbox),
                in.optional(ReportCodec::readCapsule),
                in.optional(ReportCodec::readMark),
                in.list(Limits.WINDOWS, from -> from.text(Limits.CODE)),
                withAttachments ? in.list(Limits.ATTACHMENTS, ReportCodec::readAttachment) : List.of(),
                DigitalEvidence.NONE);
    }

    static void writeId(BytesWriter out, AttachmentId id) {
        out.text(id.value(), Limits.CODE);
    }

    static AttachmentId readAttachmentId(BytesReader in) {
        return new AttachmentId(in.text(Limits.CODE));
    }

    private static void writeAttachment(BytesWriter out, AttachmentPromise promise) {
        writeId(out, promise.id());
        Codes.write(out, promise.kind());
        out.optional(promise.question(), (to, question) -> to.text(question, Limits.CODE));
        out.instant(promise.at()).flag(promise.withheld());
    }

    private static AttachmentPromise readAttachment(BytesReader in) {
        return new AttachmentPromise(
                readAttachmentId(in),
                Codes.read(in, AttachmentPromise.Kind.class),
                in.optional(from -> from.text(Limits.CODE)),
                in.instant(),
                in.flag());
    }

    static void writeSeal(BytesWriter out, AttachmentSeal seal) {
        out.text(seal.blob(), Limits.CODE).bytes(seal.key(), AttachmentSeal.KEY);
        out.number(seal.chunks()).number(seal.size()).bytes(seal.digest(), AttachmentSeal.DIGEST);
    }

    static AttachmentSeal readSeal(BytesReader in) {
        return new AttachmentSeal(
                in.text(Limits.CODE),
                in.bytes(AttachmentSeal.KEY),
                in.number(1, Limits.CHUNKS),
                in.number(0, Limits.CHUNKS * Limits.CHUNK),
                in.bytes(AttachmentSeal.DIGEST));
    }

    static void writeId(BytesWriter out, IntakeId id) {
        out.text(id.value(), Limits.CODE);
    }

    static IntakeId readId(BytesReader in) {
        return new IntakeId(in.text(Limits.CODE));
    }

    static int readSequence(BytesReader in) {
        return in.number(0, MOST_SEQUENCE);
    }

    static void writeMark(BytesWriter out, Mark mark) {
        out.text(mark.value(), Limits.CODE);
    }

    static Mark readMark(BytesReader in) {
        return new Mark(in.text(Limits.CODE));
    }

    static void writeCapsule(BytesWriter out, Capsule capsule) {
        out.bytes(capsule.sealed(), Limits.CAPSULE);
    }

    static Capsule readCapsule(BytesReader in) {
        return new Capsule(in.bytes(Limits.CAPSULE));
    }

    private static void writeLine(BytesWriter out, Line line) {
        Codes.write(out, line.speaker());
        out.text(line.text(), Limits.LINE);
        out.optional(line.question(), (to, question) -> to.text(question, Limits.CODE));
        out.instant(line.at());
    }

    private static Line readLine(BytesReader in) {
        return new Line(
                Codes.read(in, Line.Speaker.class),
                in.text(Limits.LINE),
                in.optional(from -> from.text(Limits.CODE)),
                in.instant());
    }

    private static void writeConsent(BytesWriter out, Consent consent) {
        out.text(consent.scope(), Limits.CODE);
        out.flag(consent.granted());
        out.text(consent.textVersion(), Limits.CODE);
        out.text(consent.locale(), Limits.CODE);
        out.instant(consent.at());
        out.text(consent.channel(), Limits.CODE);
    }

    private static Consent readConsent(BytesReader in) {
        return new Consent(
                in.text(Limits.CODE),
                in.flag(),
                in.text(Limits.CODE),
                in.text(Limits.CODE),
                in.instant(),
                in.text(Limits.CODE));
    }

    static void writeMailbox(BytesWriter out, MailboxAddress mailbox) {
        out.text(mailbox.id(), Limits.CODE);
        out.bytes(mailbox.replyKey(), KEY);
        out.bytes(mailbox.verifyKey(), KEY);
        out.number(mailbox.pepper());
    }

    static MailboxAddress readMailbox(BytesReader in) {
        return new MailboxAddress(readMailboxId(in), readKey(in), readKey(in), in.number(0, MOST_PEPPER));
    }

    static String readMailboxId(BytesReader in) {
        String id = in.text(Limits.CODE);
        if (!id.matches("[0-9a-f]{32}")) {
            throw new MalformedBytes("mailbox id not 32 hex digits");
        }
        return id;
    }

    private static Bytes readKey(BytesReader in) {
        Bytes key = in.bytes(KEY);
        if (key.size() != KEY) {
            throw new MalformedBytes("mailbox key not 32 bytes");
        }
        return key;
    }
}

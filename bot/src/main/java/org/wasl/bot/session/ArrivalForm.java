package org.wasl.bot.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.InboundContent.UnsupportedKind;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.WorkResult;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.seal.Bytes;

/** Stored form of an {@link Arrival}, version 1. Tags are never used twice. */
final class ArrivalForm {

    private static final int VERSION = 1;

    private ArrivalForm() {}

    static byte[] write(Arrival arrival) {
        PackedWriter out = new PackedWriter().tag(VERSION);
        address(out, arrival.address());
        switch (arrival) {
            case Arrival.Wipe wipe -> out.tag(1);
            case Arrival.Word word -> {
                out.tag(2).maybe(word.mailboxId()).text(word.ref());
                input(out, word.input());
            }
        }
        return out.toBytes();
    }

    static Arrival read(byte[] stored) {
        PackedReader in = new PackedReader(stored);
        if (in.tag() != VERSION) {
            throw in.unknown("version");
        }
        ChannelAddress address = address(in);
        int tag = in.tag();
        if (tag == 1) {
            return new Arrival.Wipe(address);
        }
        String mailboxId = in.maybe();
        String ref = tag == 2 ? in.text() : "";
        return new Arrival.Word(address, input(in), mailboxId, ref);
    }

    static void address(PackedWriter out, ChannelAddress address) {
        out.text(address.kind().name()).text(address.value());
    }

    static ChannelAddress address(PackedReader in) {
        return new ChannelAddress(new ChannelKind(in.text()), in.text());
    }

    static void reply(PackedWriter out, Reply reply) {
        out.text(reply.replyId())
                .text(reply.role())
                .text(reply.text())
                .maybe(reply.codeWord())
                .instant(reply.at());
    }

    static Reply reply(PackedReader in) {
        return new Reply(in.text(), in.text(), in.text(), in.maybe(), in.instant());
    }

    private static void input(PackedWriter out, Input input) {
        switch (input) {
            case Input.Started it -> out.tag(1).text(it.campaign());
            case Input.Said it -> out.tag(2).text(it.text()).text(it.messageRef());
            case Input.Tapped it -> out.tag(3).text(it.token());
            case Input.MediaSent it ->
                out.tag(4)
                        .text(it.kind().name())
                        .text(it.promise())
                        .number(it.size())
                        .text(it.albumId())
                        .text(it.messageRef());
            case Input.PlaceSent it -> out.tag(5).real(it.latitude()).real(it.longitude());
            case Input.Unsupported it -> out.tag(6).text(it.kind().name());
            case Input.Left it -> out.tag(7);
            case Input.TimerFired it -> out.tag(8).text(it.name()).small(it.turn());
            case Input.ReplyArrived it -> {
                reply(out.tag(18), it.reply());
                TermsForm.write(out, it.terms());
                TermsForm.writeKeys(out, it.mailbox());
            }
            case Input.Worked it -> result(out.tag(10), it.result());
            case Input.TakenOver it -> out.tag(11).instant(it.until());
            case Input.HandedBack it -> out.tag(12);
            case Input.MarkAnswered it ->
                out.tag(17).text(it.askId()).list(it.reports(), (o, report) -> {
                    o.text(report.mailboxId()).list(report.replies(), ArrivalForm::reply);
                    TermsForm.write(o, report.terms());
                    TermsForm.writeKeys(o, report.mailbox());
                });
            case Input.ErasedAtDesk it -> out.tag(14).text(it.intakeId());
            case Input.CameBack it -> out.tag(15);
            case Input.Exited it -> out.tag(16);
        }
        out.instant(input.at());
    }

    private static Input input(PackedReader in) {
        int tag = in.tag();
        return switch (tag) {
            case 1 -> new Input.Started(in.text(), in.instant());
            case 2 -> new Input.Said(in.text(), in.text(), in.instant());
            case 3 -> new Input.Tapped(in.text(), in.instant());
            case 4 ->
                new Input.MediaSent(
                        MediaKind.valueOf(in.text()), in.text(), in.number(), in.text(), in.text(), in.instant());
            case 5 -> new Input.PlaceSent(in.real(), in.real(), in.instant());
            case 6 -> new Input.Unsupported(UnsupportedKind.valueOf(in.text()), in.instant());
            case 7 -> new Input.Left(in.instant());
            case 8 -> new Input.TimerFired(in.text(), in.small(), in.instant());
            case 9 -> new Input.ReplyArrived(reply(in), in.instant());
            case 10 -> new Input.Worked(result(in), in.instant());
            case 11 -> takenOver(in.instant(), in.instant());
            case 12 -> new Input.HandedBack(in.instant());
            case 13 -> new Input.MarkAnswered(in.text(), in.list(ArrivalForm::knownBefore), in.instant());
            case 14 -> new Input.ErasedAtDesk(in.text(), in.instant());
            case 15 -> new Input.CameBack(in.instant());
            case 16 -> new Input.Exited(in.instant());
            case 17 -> new Input.MarkAnswered(in.text(), in.list(ArrivalForm::known), in.instant());
            case 18 -> replied(reply(in), TermsForm.read(in), TermsForm.readKeys(in), in.instant());
            default -> throw in.unknown("input " + tag);
        };
    }

    private static Input takenOver(Instant until, Instant at) {
        return new Input.TakenOver(until, at);
    }

    private static Input replied(Reply reply, ChatTerms terms, @Nullable MailboxKeys keys, Instant at) {
        return new Input.ReplyArrived(reply, at, terms, keys);
    }

    private static Input.KnownReport known(PackedReader in) {
        return new Input.KnownReport(
                in.text(), in.list(ArrivalForm::reply), TermsForm.read(in), TermsForm.readKeys(in));
    }

    private static Input.KnownReport knownBefore(PackedReader in) {
        return new Input.KnownReport(in.text(), in.list(ArrivalForm::reply));
    }

    private static void result(PackedWriter out, WorkResult result) {
        switch (result) {
            case WorkResult.Failed it -> out.tag(0).text(it.what());
            case WorkResult.AttachmentFetched it ->
                out.tag(2)
                        .text(it.report())
                        .text(it.attachment())
                        .text(it.kind().name())
                        .flag(it.arrived());
            case WorkResult.ReceiptDerived it -> {
                MailboxAddress mailbox = it.mailbox();
                out.tag(1).flag(it.minted()).flag(it.known());
                out.text(mailbox.id())
                        .block(mailbox.replyKey().toArray())
                        .block(mailbox.verifyKey().toArray())
                        .small(mailbox.pepper());
                out.block(it.privateReplyKey().toArray())
                        .block(it.privateSignKey().toArray());
                out.list(it.replies(), ArrivalForm::reply);
            }
        }
    }

    private static WorkResult result(PackedReader in) {
        int tag = in.tag();
        if (tag == 0) {
            return new WorkResult.Failed(in.text());
        }
        if (tag == 2) {
            return new WorkResult.AttachmentFetched(in.text(), in.text(), MediaKind.valueOf(in.text()), in.flag());
        }
        if (tag != 1) {
            throw in.unknown("result " + tag);
        }
        boolean minted = in.flag();
        boolean known = in.flag();
        MailboxAddress mailbox = new MailboxAddress(in.text(), bytes(in), bytes(in), in.small());
        Bytes replyKey = bytes(in);
        Bytes signKey = bytes(in);
        List<Reply> replies = in.list(ArrivalForm::reply);
        return new WorkResult.ReceiptDerived(minted, known, mailbox, replyKey, signKey, replies);
    }

    private static Bytes bytes(PackedReader in) {
        return Bytes.copyOf(in.block());
    }
}

package org.wasl.bot.session;

import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.conversation.WorkRequest;

/** Stored form of slow work that was asked for and has not come back, version 1. */
final class WorkForm {

    /** Work and for whom. */
    record Asked(ChannelAddress address, WorkRequest request) {}

    private WorkForm() {}

    static byte[] write(ChannelAddress address, WorkRequest request) {
        PackedWriter out = new PackedWriter().tag(1);
        ArrivalForm.address(out, address);
        return switch (request) {
            case WorkRequest.DeriveReceipt it ->
                out.tag(1).text(it.digits()).flag(it.minted()).toBytes();
            case WorkRequest.FetchAttachment it ->
                out.tag(2)
                        .text(it.report())
                        .text(it.attachment())
                        .text(it.kind().name())
                        .text(it.promise())
                        .toBytes();
        };
    }

    static Asked read(byte[] stored) {
        PackedReader in = new PackedReader(stored);
        if (in.tag() != 1) {
            throw in.unknown("version");
        }
        ChannelAddress address = ArrivalForm.address(in);
        int tag = in.tag();
        return new Asked(
                address,
                switch (tag) {
                    case 1 -> new WorkRequest.DeriveReceipt(in.text(), in.flag());
                    case 2 ->
                        new WorkRequest.FetchAttachment(in.text(), in.text(), MediaKind.valueOf(in.text()), in.text());
                    default -> throw in.unknown("work " + tag);
                });
    }
}

package org.wasl.bot.session;

import org.wasl.bot.channel.ChannelAddress;
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
        };
    }

    static Asked read(byte[] stored) {
        PackedReader in = new PackedReader(stored);
        if (in.tag() != 1) {
            throw in.unknown("version");
        }
        ChannelAddress address = ArrivalForm.address(in);
        int tag = in.tag();
        if (tag != 1) {
            throw in.unknown("work " + tag);
        }
        return new Asked(address, new WorkRequest.DeriveReceipt(in.text(), in.flag()));
    }
}

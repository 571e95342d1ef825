package org.wasl.bot.session;

import org.wasl.bot.channel.ChannelAddress;

/**
 * What a turn changes outside its own shard: a second step, written down in the first and repeated until it was done.
 * Every hop may be performed twice without a second effect.
 */
public sealed interface Hop {

    /** A mailbox exists, and this conversation is where its replies go. */
    record Attach(String mailboxId, ChannelAddress address) implements Hop {
        @Override
        public String toString() {
            return "Attach[redacted]";
        }
    }

    /** The mailbox has no conversation any more. */
    record Detach(String mailboxId, ChannelAddress address) implements Hop {
        @Override
        public String toString() {
            return "Detach[redacted]";
        }
    }

    /** The mailbox and what waits in it are gone. */
    record Erase(String mailboxId) implements Hop {}

    /** The reply was really sent; the mailbox keeps it no longer. */
    record Delivered(String mailboxId, String replyId) implements Hop {}

    /** The desk was asked by mark; its answer will name {@code wireId}. */
    record Asked(String wireId, ChannelAddress address, String askId) implements Hop {
        @Override
        public String toString() {
            return "Asked[redacted]";
        }
    }

    /** Stored form. */
    static byte[] write(Hop hop) {
        PackedWriter out = new PackedWriter();
        switch (hop) {
            case Attach it -> {
                out.tag(1).text(it.mailboxId());
                ArrivalForm.address(out, it.address());
            }
            case Detach it -> {
                out.tag(2).text(it.mailboxId());
                ArrivalForm.address(out, it.address());
            }
            case Erase it -> out.tag(3).text(it.mailboxId());
            case Delivered it -> out.tag(4).text(it.mailboxId()).text(it.replyId());
            case Asked it -> {
                out.tag(5).text(it.wireId());
                ArrivalForm.address(out, it.address());
                out.text(it.askId());
            }
        }
        return out.toBytes();
    }

    /** Reads the stored form. */
    static Hop read(byte[] stored) {
        PackedReader in = new PackedReader(stored);
        int tag = in.tag();
        return switch (tag) {
            case 1 -> new Attach(in.text(), ArrivalForm.address(in));
            case 2 -> new Detach(in.text(), ArrivalForm.address(in));
            case 3 -> new Erase(in.text());
            case 4 -> new Delivered(in.text(), in.text());
            case 5 -> new Asked(in.text(), ArrivalForm.address(in), in.text());
            default -> throw in.unknown("hop " + tag);
        };
    }
}

package org.wasl.triage.seal;

import java.nio.ByteBuffer;

/** Seals what lies in the store between two turns, under today's draft key. */
public final class DraftSealer {

    static final byte VERSION = 1;

    static final int HEADER = 1 + Integer.BYTES;

    private final DraftKeys keys;

    DraftSealer(DraftKeys keys) {
        this.keys = keys;
    }

    /** The most one draft takes, in bytes. */
    public static int largest() {
        return Padding.DRAFT.largest();
    }

    /** Throws for content over {@link #largest()}. Makes today's key when it is the first of the day. */
    public Bytes seal(Bytes content, DraftContext context) {
        DraftKeys.DayKey today = keys.today();
        byte[] sealed = today.sealer().seal(content, context.context()).toArray();
        return Bytes.copyOf(ByteBuffer.allocate(HEADER + sealed.length)
                .put(VERSION)
                .putInt(Math.toIntExact(today.day().toEpochDay()))
                .put(sealed)
                .array());
    }

    @Override
    public String toString() {
        return "DraftSealer[redacted]";
    }
}

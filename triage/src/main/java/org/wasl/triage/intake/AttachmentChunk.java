package org.wasl.triage.intake;

import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.Context;
import org.wasl.triage.seal.Digest;
import org.wasl.triage.seal.MalformedBytes;
import org.wasl.triage.seal.StreamKey;

/**
 * One piece of a sealed attachment as it crosses and as it is stored. Always of one size, so that all it tells is how
 * many pieces there are.
 *
 * @param blob the attempt it belongs to
 * @param index its place, from 0
 * @param sealed one segment of the stream
 */
public record AttachmentChunk(String blob, int index, Bytes sealed) {

    /** First byte on the wire. No sealed entry begins so: those begin with the version of their keyset. */
    static final int MARK = 'A';

    static final int VERSION = 1;

    private static final String FORMAT = "wasl/attachment/v1";
    private static final int BLOB = 16;
    private static final int SIGNATURE = 128;

    static Context content(AttachmentId id, String blob) {
        return Context.of(FORMAT, "content", id.value(), blob);
    }

    Context statement() {
        return Context.of(
                FORMAT,
                "chunk",
                blob,
                Integer.toString(index),
                Digest.of(sealed).toHex());
    }

    Bytes written(Bytes signature) {
        return new BytesWriter()
                .version(MARK)
                .version(VERSION)
                .bytes(Bytes.ofHex(blob), BLOB)
                .number(index)
                .bytes(signature, SIGNATURE)
                .bytes(sealed, StreamKey.SEGMENT)
                .written();
    }

    /** A chunk and what was said to be its signature, not yet looked at. */
    record Signed(AttachmentChunk chunk, Bytes signature) {}

    static Signed read(Bytes wire) {
        BytesReader in = new BytesReader(wire);
        int mark = in.version();
        int version = in.version();
        if (mark != MARK || version != VERSION) {
            throw MalformedBytes.unknownVersion(version);
        }
        Bytes blob = in.bytes(BLOB);
        int index = in.number(0, Limits.CHUNKS - 1);
        Bytes signature = in.bytes(SIGNATURE);
        Bytes sealed = in.bytes(StreamKey.SEGMENT);
        in.end();
        if (blob.size() != BLOB || sealed.size() != StreamKey.SEGMENT) {
            throw new MalformedBytes("chunk of another size");
        }
        return new Signed(new AttachmentChunk(blob.toHex(), index, sealed), signature);
    }

    @Override
    public String toString() {
        return "AttachmentChunk[" + index + ", redacted]";
    }
}

package org.wasl.triage.seal;

/** Bytes that do not follow their format. Its message never quotes them. */
public final class MalformedBytes extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public MalformedBytes(String message) {
        this(Refusal.MALFORMED, message);
    }

    private MalformedBytes(Refusal refusal, String message) {
        super(message, null, false, false);
        this.refusal = refusal;
    }

    /** A format this program does not read. */
    public static MalformedBytes unknownVersion(int version) {
        return new MalformedBytes(Refusal.UNKNOWN_VERSION, "format version: " + version);
    }

    public Refusal refusal() {
        return refusal;
    }
}

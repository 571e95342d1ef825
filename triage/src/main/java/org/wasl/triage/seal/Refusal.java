package org.wasl.triage.seal;

/** Why something sealed was not opened. Closed, and says nothing of the content. */
public enum Refusal {
    /** Another key, another context, or changed on the way: a seal does not tell these apart. */
    NOT_OPENED,
    /** Sealed by a key that was destroyed, or is not held here. */
    KEY_GONE,
    /** A format this version does not read. */
    UNKNOWN_VERSION,
    /** Opened, but not signed by who should have sent it. */
    NOT_SIGNED,
    /** Opened, but not what the format allows: a limit, an unknown code, bytes left over. */
    MALFORMED,
    /** Larger than anything that is ever sealed; not even tried. */
    TOO_LARGE
}

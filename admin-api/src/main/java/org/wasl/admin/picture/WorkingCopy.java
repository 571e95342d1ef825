package org.wasl.admin.picture;

import org.wasl.triage.seal.Bytes;

/** What came of asking for a copy that can be looked at. */
public sealed interface WorkingCopy {

    /**
     * The picture, drawn anew: no notes, no place, nothing of the original's file.
     *
     * @param media as browsers name its kind
     */
    record Ready(String media, Bytes bytes) implements WorkingCopy {
        @Override
        public String toString() {
            return "Ready[" + media + ", redacted]";
        }
    }

    /** There is none; the original stays sealed as it was sent. */
    record None(Untaken why) implements WorkingCopy {}
}

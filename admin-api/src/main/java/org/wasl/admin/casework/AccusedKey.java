package org.wasl.admin.casework;

import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.seal.MacKey;

/**
 * The key under which accused accounts and numbers are compared. It lies outside the store: whoever reads the store finds
 * that two reports share something, and cannot try whether it is a number they know.
 */
public record AccusedKey(MacKey key) {

    /** By what a handle stands in the index. */
    String of(AccusedHandle handle) {
        return key.hex("accused", handle.identity());
    }

    /** By what a reporter stands beside it. */
    String reporter(String markOrMailbox) {
        return key.hex("reporter", markOrMailbox);
    }

    @Override
    public String toString() {
        return "AccusedKey[redacted]";
    }
}

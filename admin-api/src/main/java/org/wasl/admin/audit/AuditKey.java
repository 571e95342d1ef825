package org.wasl.admin.audit;

import org.wasl.triage.seal.Bytes;

/**
 * The key the chains are made with. It lies outside the store, so that whoever can write the store cannot make a chain
 * that verifies.
 */
public record AuditKey(Bytes key) {
    private static final int LEAST_BYTES = 32;

    public AuditKey {
        if (key.size() < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "audit key: " + key.size() + " bytes (expected: at least " + LEAST_BYTES + ")");
        }
    }

    @Override
    public String toString() {
        return "AuditKey[redacted]";
    }
}

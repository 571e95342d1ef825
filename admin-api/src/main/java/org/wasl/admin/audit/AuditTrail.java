package org.wasl.admin.audit;

/**
 * Appends to this node's chain.
 *
 * <p>A read or a refusal is appended before its answer leaves. A write carries its entry inside the document it
 * changes, one atomic unit, and a sweep appends it here afterwards and then takes it out of the document; when the
 * sweep is interrupted it appends the same entry again, with the same id, which verification counts as one.
 */
public interface AuditTrail {
    /**
     * Appends one entry. When this returns the entry is durable; entries of several callers may share one write.
     *
     * @throws AuditUnavailableException when the chain cannot be written; the caller decides what may still be shown
     */
    void append(AuditEntry entry);

    /** Makes an entry with a fresh id and the present time. It is not appended. */
    AuditEntry entry(String actor, Act act, String subject, AuditEntry.Outcome outcome, String digest);

    /** {@link #entry} for something done, without a digest. */
    default AuditEntry done(String actor, Act act, String subject) {
        return entry(actor, act, subject, AuditEntry.Outcome.DONE, "");
    }

    /** {@link #entry} for something refused, without a digest. */
    default AuditEntry refused(String actor, Act act, String subject) {
        return entry(actor, act, subject, AuditEntry.Outcome.REFUSED, "");
    }
}

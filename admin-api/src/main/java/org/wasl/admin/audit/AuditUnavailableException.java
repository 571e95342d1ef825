package org.wasl.admin.audit;

/** The chain cannot be written now. Restricted cases are then not shown; an L1 is, and that is counted. */
public final class AuditUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuditUnavailableException(String message) {
        super(message);
    }
}

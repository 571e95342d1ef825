package org.wasl.admin.casework;

/** A stored case cannot be read: a wrong key, a wrong context, or a document somebody changed. Its text is content-free. */
public final class CaseUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CaseUnreadableException(String message) {
        super(message);
    }
}

package org.wasl.admin.store;

/** What is stored cannot be opened or understood. The text names the object and quotes nothing of it. */
final class ObjectUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ObjectUnreadableException(String message) {
        super(message);
    }
}

package org.wasl.config.store;

/** A store cannot be used; the message is one line for the person who starts Wasl and holds no secret. */
public final class StoreRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreRefused(String message) {
        super(message);
    }

    public StoreRefused(String message, Throwable cause) {
        super(message, cause);
    }
}

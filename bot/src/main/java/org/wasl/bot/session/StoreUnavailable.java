package org.wasl.bot.session;

import java.io.Serial;

/** The store could not be reached, is not taking writes, or has not made them durable in time. */
public final class StoreUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

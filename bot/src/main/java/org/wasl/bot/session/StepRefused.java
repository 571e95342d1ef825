package org.wasl.bot.session;

import java.io.Serial;

/** A script refused before writing anything: a key of the wrong type, or a right the user has not. An operator must act. */
public final class StepRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StepRefused(String message) {
        super(message);
    }
}

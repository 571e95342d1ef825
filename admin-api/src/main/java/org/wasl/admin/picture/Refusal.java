package org.wasl.admin.picture;

/** Ends the work on one picture inside the image process; has no message and no trace. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Untaken why;

    Refusal(Untaken why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Untaken why() {
        return why;
    }
}

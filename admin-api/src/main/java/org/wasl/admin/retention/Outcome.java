package org.wasl.admin.retention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish to take something back, as it can be told to the person and to an authority: nothing of what was
 * in the case.
 *
 * @param number of the case
 * @param erase whether it was to erase; otherwise to withdraw
 * @param asked when it was first asked by who holds the receipt; {@code null} when nobody proved that
 * @param unproven how often somebody asked without the receipt, which does nothing
 * @param until by when it is erased unless two people record why not; {@code null} where no time runs
 * @param done when everything was seen to be gone; {@code null} before
 * @param gone what was erased; each 0 while nothing was
 * @param stays what is not erased, and why it is not
 */
record Outcome(
        String number,
        boolean erase,
        @Nullable Instant asked,
        int unproven,
        State state,
        @Nullable Instant until,
        @Nullable Instant done,
        Item.Gone gone,
        List<Stays> stays) {

    Outcome {
        stays = List.copyOf(stays);
    }

    /** How far it is. */
    enum State {
        ERASED,
        /** Two people look first, and its time runs. */
        TWO_LOOK,
        /** Two people recorded why it is kept. */
        KEPT,
        /** The law or a court wants it: it is kept until that is over. */
        HELD,
        /** Nobody proved to hold the receipt. */
        NOT_PROVEN,
        /** The person wrote again since, and so took it back. */
        RESUMED,
        /** Being erased at this moment. */
        UNDER_WAY
    }

    /** What stays, and why. */
    enum Stays {
        /** The whole case, for a legal hold. */
        CASE_HELD,
        /** The whole case, for what two people recorded. */
        CASE_KEPT,
        /** The whole case, until two people have looked. */
        CASE_LOOKED_AT,
        /** That there was a case of this number, and its day: a tombstone. */
        TOMBSTONE,
        /** Who read and wrote it when, by number alone: the audit chain. */
        AUDIT,
        /** Counts that lead back to nobody. */
        STATISTICS,
        /** Copies made for safety before: whoever has one, and the desk's keys, can read it until it is deleted. */
        BACKUPS
    }
}

package org.wasl.admin.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/**
 * One case of a meeting: codes and what was decided, nothing the person said.
 *
 * @param level as it was when the case came onto the agenda
 * @param apart whether it is told to its case team only: a restricted category, or the security forces
 * @param where governorate's code; {@code null} while it is not known
 * @param grounds why it is there, the most pressing first
 * @param owner who answered for it when it came onto the agenda
 * @param decision {@code null} while nothing was decided
 * @param salt drawn when the minutes are frozen and gone with the case: what is left of an erased case's part of their
 *     hash cannot be guessed from; {@code null} before
 */
record Item(
        CaseNumber number,
        Level level,
        boolean apart,
        @Nullable String where,
        List<Ground> grounds,
        @Nullable StaffId owner,
        @Nullable Decision decision,
        @Nullable String salt) {

    public Item {
        grounds = List.copyOf(grounds);
    }

    /** What the meeting is to decide about it first. */
    public Ground.Wanted wanted() {
        return grounds.isEmpty() ? Ground.Wanted.LOOK : grounds.getFirst().wanted();
    }

    /** Whether the meeting is done with it: what was put off goes to the next one. */
    public boolean decided() {
        return decision != null;
    }

    Item decided(Decision taken) {
        return new Item(number, level, apart, where, grounds, owner, taken, salt);
    }

    Item salted(String drawn) {
        return new Item(number, level, apart, where, grounds, owner, decision, drawn);
    }

    @Override
    public String toString() {
        return "Item[" + number + ", redacted]";
    }
}

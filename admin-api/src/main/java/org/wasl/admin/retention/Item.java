package org.wasl.admin.retention;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseRemains;

/**
 * One case on a list.
 *
 * @param closed the day it ended
 * @param remains where it stood in the store, from the moment its destruction began until everything was seen to be
 *     gone; {@code null} before and after
 * @param key names the data key that was destroyed; empty before
 * @param left what was still there when it was looked at last; empty when nothing was
 */
record Item(
        String number,
        RetentionClass of,
        LocalDate closed,
        LocalDate due,
        State state,
        @Nullable CaseRemains remains,
        Gone gone,
        String key,
        List<String> left) {

    Item {
        left = List.copyOf(left);
    }

    /** How far a case on a list is. */
    enum State {
        WAITING,
        /** What has to go is written down; it may be half gone. */
        BEGUN,
        /** Gone, and seen to be gone. */
        DESTROYED,
        HELD,
        /** It is open again. */
        OPEN,
        /** Its class or its last day turned out to be another. */
        LATER,
        /** What it was joined with still stands. */
        JOINED,
        /** It was erased before, for something else. */
        ERASED,
        /** Its content does not open; nobody knows what would have to go. */
        UNREADABLE;

        boolean over() {
            return this != WAITING && this != BEGUN;
        }
    }

    /** How much went with it. */
    record Gone(int reports, int mailboxes, int attachments, int accused) {
        static final Gone NOTHING = new Gone(0, 0, 0, 0);

        static Gone of(CaseRemains remains) {
            return new Gone(
                    remains.intake().size(),
                    remains.mailboxes().size(),
                    remains.blobs().size(),
                    remains.accused().size());
        }

        Gone and(Gone other) {
            return new Gone(
                    reports + other.reports,
                    mailboxes + other.mailboxes,
                    attachments + other.attachments,
                    accused + other.accused);
        }
    }

    static Item of(String number, RetentionPlan.Fate fate) {
        return new Item(number, fate.of(), fate.closed(), fate.due(), State.WAITING, null, Gone.NOTHING, "", List.of());
    }

    Item begun(CaseRemains where) {
        return new Item(number, of, closed, due, State.BEGUN, where, Gone.NOTHING, where.key(), List.of());
    }

    /** Looked at, and this was still there. */
    Item still(List<String> there) {
        return new Item(number, of, closed, due, state, remains, gone, key, there);
    }

    Item destroyed() {
        Gone counted = remains == null ? Gone.NOTHING : Gone.of(remains);
        return new Item(number, of, closed, due, State.DESTROYED, null, counted, key, List.of());
    }

    Item spared(State why) {
        return new Item(number, of, closed, due, why, null, Gone.NOTHING, "", List.of());
    }

    @Override
    public String toString() {
        return "Item[" + number + ", " + state + "]";
    }
}

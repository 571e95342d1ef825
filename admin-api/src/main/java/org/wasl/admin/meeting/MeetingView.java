package org.wasl.admin.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.HotCase;

/**
 * A meeting as one person may see it.
 *
 * @param edition what a change names
 * @param rows the cases they may know of, in the order of the agenda
 * @param apart how many more wait for their own case team
 * @param outside who is in the room and would have to leave before those are spoken of
 * @param elsewhere how many more are none of this reader's
 * @param whole whether the minutes are as they were frozen
 */
record MeetingView(
        String id,
        long edition,
        LocalDate day,
        Meeting meeting,
        List<Row> rows,
        int apart,
        List<String> outside,
        int elsewhere,
        boolean whole) {

    /**
     * One case of it.
     *
     * @param now as it stands at this moment; {@code null} once nothing is left to do on it
     * @param ownerName who answers for it now
     * @param decidedOwner whom the meeting gave it to
     */
    public record Row(
            Item item,
            @Nullable HotCase now,
            @Nullable String ownerName,
            @Nullable String decidedOwner) {
        @Override
        public String toString() {
            return "Row[" + item.number() + "]";
        }
    }

    /** One row by its case. */
    public Optional<Row> row(CaseNumber number) {
        return rows.stream().filter(row -> row.item().number().equals(number)).findFirst();
    }

    /** How many of these are decided. */
    public long decided() {
        return rows.stream().filter(row -> row.item().decided()).count();
    }

    @Override
    public String toString() {
        return "MeetingView[" + id + ", redacted]";
    }
}

package org.wasl.admin.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.officer.StaffId;

/**
 * What a meeting decided about one case.
 *
 * @param owner who does it; {@code null} leaves the case with whom it is
 * @param due by when; {@code null} only where it was put off, or a finding was recorded
 * @param note what the minutes say; may be empty unless it was put off or is a finding
 */
record Decision(
        Kind kind, @Nullable StaffId owner, @Nullable Instant due, String note, StaffId by, Instant at) {

    /** What is done. */
    public enum Kind {
        LOOK(NextAction.What.LOOK),
        WRITE(NextAction.What.WRITE),
        VISIT(NextAction.What.VISIT),
        ASK_PARTNER(NextAction.What.ASK_PARTNER),
        /** What was found about how a closed case ended. */
        FINDING(null),
        /** Put off to the next meeting, with the reason. */
        DEFERRED(null);

        private final NextAction.@Nullable What what;

        Kind(NextAction.@Nullable What what) {
            this.what = what;
        }

        /** What becomes the case's next action; {@code null} where nothing does. */
        public NextAction.@Nullable What what() {
            return what;
        }
    }

    /** Whether the same was decided, whoever wrote it down and when. */
    boolean same(@Nullable Decision other) {
        return other != null
                && kind == other.kind
                && java.util.Objects.equals(owner, other.owner)
                && java.util.Objects.equals(due, other.due)
                && note.equals(other.note);
    }

    @Override
    public String toString() {
        return "Decision[" + kind + ", redacted]";
    }
}

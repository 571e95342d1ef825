package org.wasl.admin.casework;

/** What comes of asking to read a case. */
public sealed interface CaseReading {

    record Opened(CaseView view) implements CaseReading {}

    /** No such case, or it was erased. */
    record Missing() implements CaseReading {}

    /**
     * It exists and is not theirs to read.
     *
     * @param claimable whether claiming it would open it
     */
    record Closed(boolean claimable) implements CaseReading {}

    /** Reads cannot be audited now, so this case is not shown. */
    record NotAuditable() implements CaseReading {}
}

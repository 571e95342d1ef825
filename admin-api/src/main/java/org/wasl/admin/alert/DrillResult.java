package org.wasl.admin.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;

/**
 * How a drill went. All times are seconds since it began.
 *
 * @param over whether it has ended
 * @param acknowledgedBy who claimed it; {@code null} when nobody did
 * @param acknowledgedAfter {@code null} when nobody did
 */
record DrillResult(
        CaseNumber number,
        Instant began,
        boolean over,
        @Nullable StaffId acknowledgedBy,
        @Nullable Long acknowledgedAfter,
        List<Call> calls) {

    public DrillResult {
        calls = List.copyOf(calls);
    }

    /**
     * One page to one person.
     *
     * @param sent {@code null} when it could not be handed on
     * @param seen {@code null} when they did not tap it
     */
    public record Call(
            StaffId staff,
            Rung rung,
            Page.Way way,
            long paged,
            @Nullable Long sent,
            @Nullable Long seen,
            Page.@Nullable Why trouble) {}
}

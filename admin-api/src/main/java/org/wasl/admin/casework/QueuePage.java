package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Level;

/**
 * A page of the queue.
 *
 * @param next where the next page begins; {@code null} on the last
 * @param total how many cases the filter leaves
 * @param byLevel how many open cases there are in all that the asker may know of
 * @param byList how many of those stand in each short list
 * @param leftOut open cases that did not fit into memory; anything but 0 is an alarm
 */
public record QueuePage(
        List<QueueRow> rows,
        @Nullable String next,
        int total,
        Map<Level, Integer> byLevel,
        Map<QueueFilter.Shortlist, Integer> byList,
        long leftOut,
        Instant asOf) {}

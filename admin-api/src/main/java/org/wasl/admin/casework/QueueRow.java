package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/**
 * One case as it stands in the queue: codes, no citizen's word.
 *
 * @param readable whether the one who asks may open it
 * @param claimable whether they may claim it
 * @param category {@code null} where they may not know it
 * @param rules ids of the two rules that weigh most; empty where they may not open it
 * @param score with ageing, as it orders
 * @param deadline a hard deadline inside the ACT target; {@code null} when there is none
 * @param acknowledgeBy end of the first clock; {@code null} once it stopped
 * @param actBy end of the second clock; {@code null} once it stopped
 * @param card {@code null} where they may not open it
 * @param next what is to be done next and by when
 * @param parkedUntil until when it is put aside; {@code null} when it is not
 * @param offeredTo who has to say whether they take it; {@code null} when nobody has
 * @param pattern whether it was raised by a pattern
 * @param closingAsked whether a closure waits for a second person
 * @param act how the second clock stands
 * @param alike for how many cases it stands while the flood switch is on, itself among them; else 1
 */
public record QueueRow(
        CaseNumber number,
        long edition,
        Level level,
        boolean toConfirm,
        CaseStatus status,
        @Nullable Category category,
        Set<String> tags,
        List<String> rules,
        int score,
        @Nullable Instant deadline,
        Instant since,
        Instant lastWord,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant actBy,
        @Nullable StaffId owner,
        @Nullable String ownerName,
        boolean unread,
        boolean unconfirmed,
        boolean disputed,
        boolean assessmentDiffers,
        boolean loweringAsked,
        boolean restricted,
        boolean readable,
        boolean claimable,
        @Nullable Card card,
        @Nullable NextAction next,
        @Nullable Instant parkedUntil,
        @Nullable StaffId offeredTo,
        boolean pattern,
        boolean closingAsked,
        ActClock.State act,
        int alike) {}

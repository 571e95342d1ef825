package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Category;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A page of the queue as the API shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record QueueResource(
        List<QueueRowResource> items,
        @Nullable String next,
        int total,
        Map<String, Integer> byLevel,
        Map<QueueFilter.Shortlist, Integer> byList,
        long leftOut,
        Instant asOf) {

    static QueueResource of(QueuePage page) {
        Map<String, Integer> byLevel = new TreeMap<>();
        page.byLevel().forEach((level, count) -> byLevel.put(level.wire(), count));
        return new QueueResource(
                page.rows().stream().map(QueueRowResource::of).toList(),
                page.next(),
                page.total(),
                byLevel,
                page.byList(),
                page.leftOut(),
                page.asOf());
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record QueueRowResource(
            String number,
            long edition,

            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
            String level,

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
            @Nullable String ownerId,
            @Nullable String ownerName,
            boolean unread,
            boolean unconfirmed,
            boolean disputed,
            boolean assessmentDiffers,
            boolean loweringAsked,
            boolean restricted,
            boolean readable,
            boolean claimable,
            @Nullable CardResource card,
            CaseResource.@Nullable NextResource next,
            @Nullable Instant parkedUntil,
            @Nullable String offeredTo,
            boolean pattern,
            boolean closingAsked,
            ActClock.State act,
            int alike) {

        static QueueRowResource of(QueueRow row) {
            return new QueueRowResource(
                    row.number().value(),
                    row.edition(),
                    row.level().wire(),
                    row.toConfirm(),
                    row.status(),
                    row.category(),
                    row.tags(),
                    row.rules(),
                    row.score(),
                    row.deadline(),
                    row.since(),
                    row.lastWord(),
                    row.acknowledgeBy(),
                    row.actBy(),
                    row.owner() == null ? null : row.owner().value(),
                    row.ownerName(),
                    row.unread(),
                    row.unconfirmed(),
                    row.disputed(),
                    row.assessmentDiffers(),
                    row.loweringAsked(),
                    row.restricted(),
                    row.readable(),
                    row.claimable(),
                    row.card() == null ? null : CardResource.of(row.card()),
                    CaseResource.NextResource.of(row.next()),
                    row.parkedUntil(),
                    row.offeredTo() == null ? null : row.offeredTo().value(),
                    row.pattern(),
                    row.closingAsked(),
                    row.act(),
                    row.alike());
        }
    }
}

package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A page to one person by one way, and what became of it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PageResource(
        int rung,
        String staffId,
        Page.Way way,
        Instant at,
        @Nullable Instant sent,
        @Nullable Instant seen,
        Page.@Nullable Clock clock,
        @Nullable Integer count,
        Page.@Nullable Why trouble,
        int tries,
        boolean givenUp) {
    static PageResource of(Page page) {
        Page.Trouble trouble = page.trouble();
        return new PageResource(
                page.rung(),
                page.staff().value(),
                page.way(),
                page.at(),
                page.sent(),
                page.seen(),
                page.clock(),
                page.count(),
                trouble == null ? null : trouble.why(),
                page.tries(),
                page.givenUp());
    }
}

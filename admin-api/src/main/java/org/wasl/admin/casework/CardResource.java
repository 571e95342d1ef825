package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Truth;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The ten-second card as the API shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CardResource(
        @Nullable String who,
        Truth dangerNow,
        @Nullable String where,
        @Nullable String wants,
        boolean mailbox,
        List<String> windows,
        boolean inChat,
        @Nullable Instant contactAt,
        @Nullable String ageBand,
        @Nullable String preferredOfficer,
        Truth securityForces,
        String locale,
        String language,
        String minor) {

    static CardResource of(Card card) {
        return new CardResource(
                card.who(),
                card.dangerNow(),
                card.where(),
                card.wants(),
                card.mailbox(),
                card.windows(),
                card.inChat(),
                card.contactAt(),
                card.ageBand(),
                card.preferredOfficer(),
                card.securityForces(),
                card.locale(),
                card.language(),
                card.minor().name());
    }
}

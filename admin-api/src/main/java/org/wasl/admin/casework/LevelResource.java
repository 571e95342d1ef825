package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What the machine says, what a human decided, and what waits for a second person. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record LevelResource(
        @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
        String machine,

        boolean suspectedOnly,

        @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"}) @Nullable
        String human,

        @Nullable String humanReason,

        @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"}) @Nullable
        String loweringTo,

        @Nullable String loweringReason,
        @Nullable String loweringBy) {
    @Override
    public String toString() {
        return "LevelResource[redacted]";
    }

    static LevelResource of(Case held) {
        CaseLevel.HumanLevel human = held.level().human();
        Handling.LoweringRequest asked = held.handling().lowering();
        return new LevelResource(
                held.level().machine().wire(),
                held.level().suspectedOnly(),
                human == null ? null : human.level().wire(),
                human == null ? null : human.reason(),
                asked == null ? null : asked.to().wire(),
                asked == null ? null : asked.reason(),
                asked == null ? null : asked.by().value());
    }
}

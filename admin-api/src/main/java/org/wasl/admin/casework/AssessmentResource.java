package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Truth;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The desk's own assessment of a report as the API shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record AssessmentResource(
        String language,
        Category category,
        List<Category> also,

        @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
        String level,

        int score,
        boolean suspectedOnly,
        boolean understood,
        List<FactResource> facts,
        List<ReasonResource> reasons,
        List<WouldRaiseResource> wouldRaise,
        List<Tag> tags,
        String model,
        String rules) {

    static AssessmentResource of(CaseReport report) {
        Assessment assessment = report.assessment();
        List<FactResource> facts = new ArrayList<>();
        assessment.facts().forEach(fact -> facts.add(FactResource.of(fact)));
        return new AssessmentResource(
                assessment.language().wire(),
                assessment.category(),
                assessment.also(),
                assessment.level().wire(),
                assessment.score(),
                assessment.suspectedOnly(),
                assessment.understood(),
                facts,
                assessment.reasons().stream()
                        .map(reason -> ReasonResource.of(report, reason))
                        .toList(),
                assessment.wouldRaise().stream()
                        .map(raise -> new WouldRaiseResource(
                                raise.fact().wire(), raise.to().wire()))
                        .toList(),
                assessment.tags().stream()
                        .sorted(Comparator.comparing(Enum::name))
                        .toList(),
                assessment.model(),
                assessment.rules());
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record FactResource(
            String fact,
            Truth truth,
            @Nullable String detail,
            @Nullable Integer hours,
            FactSource source) {
        static FactResource of(Fact fact) {
            return new FactResource(fact.key().wire(), fact.truth(), fact.detail(), fact.hours(), fact.source());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ReasonResource(
            String rule,

            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
            String floor,

            String text,
            boolean suspected,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String evidence) {
        @Override
        public String toString() {
            return "ReasonResource[redacted]";
        }

        static ReasonResource of(CaseReport report, Reason reason) {
            var evidence = reason.evidence();
            return new ReasonResource(
                    reason.rule(),
                    reason.floor().wire(),
                    reason.text(),
                    reason.suspected(),
                    evidence == null ? null : evidence.start(),
                    evidence == null ? null : evidence.end(),
                    evidence == null ? null : report.shownWords(evidence.text()));
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record WouldRaiseResource(
            String fact,

            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
            String to) {}
}

package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.Line;
import org.wasl.triage.question.QuestionName;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A report with its transcript and the desk's own assessment. Spans are of {@code words}, in UTF-16 units. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ReportResource(
        String intakeId,
        String locale,
        String channel,
        String words,
        List<LineResource> transcript,
        AssessmentResource assessment,

        @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"}) @Nullable
        String botLevel,

        boolean differs,
        boolean unread,
        boolean unconfirmed,
        boolean gaps,
        List<DisputedResource> disputed,
        List<ConsentResource> consents,
        List<AttachmentResource> attachments,
        boolean mailbox,
        boolean live,
        List<String> windows,
        List<HandleResource> handles,
        @Nullable AmountResource amount,
        List<String> askNext) {
    @Override
    public String toString() {
        return "ReportResource[redacted]";
    }

    static ReportResource of(CaseReport report) {
        Assessment said = report.latest().said();
        return new ReportResource(
                report.id().value(),
                report.locale(),
                report.channel(),
                report.shown(report.sum().text()),
                report.transcript().stream()
                        .map(line -> LineResource.of(report, line))
                        .toList(),
                AssessmentResource.of(report),
                said == null ? null : said.level().wire(),
                report.assessmentDiffers(),
                report.unread(),
                report.latest().unconfirmed(),
                report.hasGaps(),
                report.disputed().stream()
                        .map(part -> new DisputedResource(part.sequence(), part.at(), report.shown(part.story())))
                        .toList(),
                report.latest().consents().stream()
                        .map(consent -> new ConsentResource(
                                consent.scope(),
                                consent.granted(),
                                consent.textVersion(),
                                consent.locale(),
                                consent.at()))
                        .toList(),
                report.attachments().stream().map(AttachmentResource::of).toList(),
                report.mailbox() != null,
                report.capsule() != null,
                report.windows(),
                report.evidence().handles().stream().map(HandleResource::of).toList(),
                AmountResource.of(report.evidence().amount()),
                AskNext.of(report.assessment()).stream().map(FactKey::wire).toList());
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record LineResource(
            Line.Speaker speaker,
            String text,
            @Nullable String question,
            @Nullable AskedResource asked,
            Instant at) {
        @Override
        public String toString() {
            return "LineResource[redacted]";
        }

        static LineResource of(CaseReport report, Line line) {
            String question = line.question();
            return new LineResource(
                    line.speaker(),
                    report.shown(line.text()),
                    question == null ? null : QuestionName.read(question).id(),
                    AskedResource.of(report, line),
                    line.at());
        }
    }

    /**
     * What a line answers.
     *
     * @param words in the person's language
     * @param asShown whether these are the very words that were shown; otherwise those of today
     * @param in the same in every language of the desk
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AskedResource(String words, boolean asShown, List<AskedInResource> in) {
        static @Nullable AskedResource of(CaseReport report, Line line) {
            List<AskedInResource> in = new ArrayList<>();
            AskedQuestion last = null;
            for (ConsoleLanguage language : ConsoleLanguage.ALL) {
                AskedQuestion asked = AskedQuestion.of(report, line, language).orElse(null);
                if (asked == null) {
                    return null;
                }
                in.add(new AskedInResource(language.code(), asked.reader(), asked.answer()));
                last = asked;
            }
            return last == null ? null : new AskedResource(last.words(), last.asShown(), in);
        }

        @Override
        public String toString() {
            return "AskedResource[redacted]";
        }
    }

    /**
     * A question for a reader of one language.
     *
     * @param answer what was chosen; {@code null} for the person's own words
     */
    record AskedInResource(
            String language, String question, @Nullable String answer) {
        @Override
        public String toString() {
            return "AskedInResource[redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record DisputedResource(int sequence, Instant at, String words) {
        @Override
        public String toString() {
            return "DisputedResource[redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ConsentResource(String scope, boolean granted, String textVersion, String locale, Instant at) {}

    /** An account, link or number the citizen says the threats come from, in its one form. */
    record HandleResource(AccusedHandle.Kind kind, Platform platform, String value) {
        @Override
        public String toString() {
            return "HandleResource[redacted]";
        }

        static HandleResource of(AccusedHandle handle) {
            return new HandleResource(handle.kind(), handle.platform(), handle.normalised());
        }
    }

    record AmountResource(long value, AskedAmount.Currency currency) {
        static @Nullable AmountResource of(@Nullable AskedAmount amount) {
            return amount == null ? null : new AmountResource(amount.value(), amount.currency());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AttachmentResource(
            String id,
            AttachmentPromise.Kind kind,
            @Nullable String question,
            Instant at,
            Attachment.State state,
            IntakeEntry.AttachmentMissing.@Nullable Why missing,
            @Nullable LookResource heard,
            @Nullable LookResource flagged) {
        static AttachmentResource of(Attachment one) {
            return new AttachmentResource(
                    one.id().value(),
                    one.kind(),
                    one.question(),
                    one.at(),
                    one.state(),
                    one.missing(),
                    LookResource.of(one.heard()),
                    LookResource.of(one.flagged()));
        }
    }

    /** Who said something of it once they had listened or looked. */
    record LookResource(String by, Instant at, @Nullable String level) {
        @Override
        public String toString() {
            return "LookResource[redacted]";
        }

        static @Nullable LookResource of(@Nullable AttachmentLook look) {
            Level level = look == null ? null : look.level();
            return look == null
                    ? null
                    : new LookResource(look.by().value(), look.at(), level == null ? null : level.wire());
        }
    }
}

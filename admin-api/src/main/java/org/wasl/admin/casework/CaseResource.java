package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Role;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.Line;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A case as the API shows it. Neither marks nor capsules nor keys are in it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CaseResource(
        String number,
        long edition,
        CaseStatus status,

        @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
        String level,

        LevelResource levels,
        CardResource card,
        Instant opened,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant actBy,
        @Nullable String ownerId,
        @Nullable String ownerName,
        @Nullable String leaseHolder,
        @Nullable WithdrawalResource withdrawal,
        Set<CaseStatus> next,
        List<String> readers,
        List<QuoteResource> quotes,
        @Nullable NextResource nextAction,
        @Nullable ParkingResource parking,
        List<FollowUpResource> followUps,
        SuggestionsResource suggestions,
        @Nullable OfferResource offer,
        @Nullable ClosingResource closing,
        @Nullable CodingResource coding,
        Handling.@Nullable Disposition disposition,
        List<LinkResource> links,
        boolean pattern,
        @Nullable Integer patternOf,
        boolean review,
        Set<Deed> may,
        List<ReportResource> reports,
        List<ReplyResource> replies,
        List<PageResource> pages,
        List<EventResource> events) {

    static CaseResource of(CaseView view) {
        Case held = view.held();
        return new CaseResource(
                held.number().value(),
                held.edition(),
                held.status(),
                held.effectiveLevel().wire(),
                LevelResource.of(held),
                CardResource.of(view.card()),
                held.opened(),
                view.acknowledgeBy(),
                view.actBy(),
                held.handling().owner() == null ? null : held.handling().owner().value(),
                view.ownerName(),
                view.leaseHolder(),
                WithdrawalResource.of(held.handling().withdrawal()),
                view.next(),
                view.readers(),
                view.quotes().stream().map(QuoteResource::of).toList(),
                NextResource.of(view.nextAction()),
                ParkingResource.of(view),
                held.agenda().followUps().stream().map(FollowUpResource::of).toList(),
                SuggestionsResource.of(view.suggestions()),
                OfferResource.of(held.agenda().offer()),
                ClosingResource.of(held.agenda().closing()),
                CodingResource.of(held.coding()),
                held.handling().disposition(),
                view.links().stream()
                        .map(link -> new LinkResource(link.kind(), link.to().value(), link.at()))
                        .toList(),
                held.ties().pattern() != null,
                view.patternOf(),
                held.agenda().review(),
                view.deeds(),
                held.reports().stream().map(ReportResource::of).toList(),
                held.replies().stream().map(ReplyResource::of).toList(),
                held.pages().stream().map(PageResource::of).toList(),
                held.events().stream()
                        .map(event -> new EventResource(event.kind(), event.at(), event.by(), event.text()))
                        .toList());
    }

    /** The person's words that weigh most, and why. */
    record QuoteResource(String rule, String floor, boolean suspected, String words) {
        @Override
        public String toString() {
            return "QuoteResource[redacted]";
        }

        static QuoteResource of(CaseView.Quote quote) {
            return new QuoteResource(quote.rule(), quote.floor().wire(), quote.suspected(), quote.words());
        }
    }

    /** What is done next and by when; {@code by} is {@code null} where it follows from the clocks. */
    record NextResource(
            NextAction.What what, Instant due, @Nullable String by) {
        static @Nullable NextResource of(@Nullable NextAction next) {
            return next == null
                    ? null
                    : new NextResource(
                            next.what(),
                            next.due(),
                            next.by() == null ? null : next.by().value());
        }
    }

    record ParkingResource(String by, String reason, Instant at, Instant until) {
        @Override
        public String toString() {
            return "ParkingResource[redacted]";
        }

        static @Nullable ParkingResource of(CaseView view) {
            Parking parking = view.held().agenda().parking();
            return parking == null || view.parkedUntil() == null
                    ? null
                    : new ParkingResource(parking.by().value(), parking.reason(), parking.at(), parking.until());
        }
    }

    record SuggestionsResource(List<SuggestionResource> people, Suggestions.Fallback fallback) {
        static SuggestionsResource of(Suggestions suggestions) {
            return new SuggestionsResource(
                    suggestions.people().stream().map(SuggestionResource::of).toList(), suggestions.fallback());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SuggestionResource(String staffId, String name, Role role, List<Suggestion.Point> points, int weight) {
        static SuggestionResource of(Suggestion one) {
            return new SuggestionResource(one.staff().value(), one.name(), one.role(), one.points(), one.weight());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OfferResource(String to, String from, Instant answerBy) {
        static @Nullable OfferResource of(@Nullable Offer offer) {
            return offer == null
                    ? null
                    : new OfferResource(offer.to().value(), offer.from().value(), offer.answerBy());
        }
    }

    record ClosingResource(Handling.Disposition disposition, String reason, String by, Instant at) {
        @Override
        public String toString() {
            return "ClosingResource[redacted]";
        }

        static @Nullable ClosingResource of(@Nullable ClosureRequest asked) {
            return asked == null
                    ? null
                    : new ClosingResource(
                            asked.how(), asked.reason(), asked.by().value(), asked.at());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record CodingResource(
            Category primary, List<Category> secondary, Coding.@Nullable GbvType gbvType, String by, Instant at) {
        static @Nullable CodingResource of(@Nullable Coding coding) {
            return coding == null
                    ? null
                    : new CodingResource(
                            coding.primary(),
                            coding.secondary(),
                            coding.gbvType(),
                            coding.by().value(),
                            coding.at());
        }
    }

    record LinkResource(Ties.Link.Kind kind, String number, Instant at) {}

    record FollowUpResource(
            FollowUp.After after, Instant due, @Nullable Instant done, FollowUp.@Nullable Result result) {
        static FollowUpResource of(FollowUp one) {
            return new FollowUpResource(one.after(), one.due(), one.done(), one.result());
        }
    }

    /** That the person took it back, and who recorded why it stays. */
    record WithdrawalResource(boolean erase, boolean proven, Instant at, boolean kept, List<KeeperResource> keepers) {

        static @Nullable WithdrawalResource of(Handling.@Nullable WithdrawalRequest asked) {
            return asked == null
                    ? null
                    : new WithdrawalResource(
                            asked.erase(),
                            asked.proven(),
                            asked.at(),
                            asked.kept(),
                            asked.keepers().stream()
                                    .map(one -> new KeeperResource(one.by().value(), one.reason(), one.at()))
                                    .toList());
        }
    }

    record KeeperResource(String by, String reason, Instant at) {
        @Override
        public String toString() {
            return "KeeperResource[redacted]";
        }
    }

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
    }

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

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record LineResource(
            Line.Speaker speaker, String text, @Nullable String question, Instant at) {
        @Override
        public String toString() {
            return "LineResource[redacted]";
        }

        static LineResource of(CaseReport report, Line line) {
            return new LineResource(line.speaker(), report.shown(line.text()), line.question(), line.at());
        }
    }

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

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record DisputedResource(int sequence, Instant at, String words) {
        @Override
        public String toString() {
            return "DisputedResource[redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ConsentResource(String scope, boolean granted, String textVersion, String locale, Instant at) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ReplyResource(
            String replyId,
            String intakeId,
            String text,
            String by,
            Instant at,
            DeskReply.State state,
            @Nullable Instant delivered) {
        @Override
        public String toString() {
            return "ReplyResource[redacted]";
        }

        static ReplyResource of(DeskReply reply) {
            return new ReplyResource(
                    reply.replyId(),
                    reply.report().value(),
                    reply.text(),
                    reply.by().value(),
                    reply.at(),
                    reply.state(),
                    reply.delivered());
        }
    }

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

    record EventResource(
            CaseEvent.Kind kind,
            Instant at,
            String by,
            @Nullable String text) {
        @Override
        public String toString() {
            return "EventResource[redacted]";
        }
    }
}

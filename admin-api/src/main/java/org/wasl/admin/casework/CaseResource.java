package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Category;
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
        @Nullable ProtectiveStepResource protectiveStep,
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
        WishRule.Standing wish,
        List<String> asWished,
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
                ProtectiveStepResource.of(held.handling().step()),
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
                view.wish(),
                view.asWished(),
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

    /** What staff recorded last as the first protective step. */
    record ProtectiveStepResource(
            ProtectiveStep step, @Nullable String unit, Instant done, String by, Instant at) {
        @Override
        public String toString() {
            return "ProtectiveStepResource[redacted]";
        }

        static @Nullable ProtectiveStepResource of(@Nullable RecordedStep taken) {
            return taken == null
                    ? null
                    : new ProtectiveStepResource(
                            taken.step(), taken.unit(), taken.done(), taken.by().value(), taken.at());
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

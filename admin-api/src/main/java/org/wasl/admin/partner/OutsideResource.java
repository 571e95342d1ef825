package org.wasl.admin.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Case;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.Bundle;
import org.wasl.admin.referral.DeskConsent;
import org.wasl.admin.referral.Referral;
import org.wasl.admin.referral.Transfer;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What a case says of its way to others, as the API shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record OutsideResource(
        String number,
        long edition,
        List<ConsentRecordResource> consents,
        List<ReferralResource> referrals,
        List<TransferResource> transfers,
        @Nullable Governorate seat,
        List<FitResource> suggestions) {

    static OutsideResource of(Case held, List<Fit> fits) {
        return new OutsideResource(
                held.number().value(),
                held.edition(),
                held.outside().consents().stream()
                        .map(ConsentRecordResource::of)
                        .toList(),
                held.outside().referrals().stream().map(ReferralResource::of).toList(),
                held.outside().transfers().stream().map(TransferResource::of).toList(),
                held.outside().seat(),
                fits.stream()
                        .map(fit -> new FitResource(
                                fit.entry().id(), fit.points(), fit.weight(), fit.warned(), fit.consent() != null))
                        .toList());
    }

    /** A consent, or a refusal, that staff wrote down. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ConsentRecordResource(
            String scope, boolean granted, String textVersion, String locale, Instant at, String channel, String by) {
        static ConsentRecordResource of(DeskConsent consent) {
            return new ConsentRecordResource(
                    consent.scope(),
                    consent.granted(),
                    consent.textVersion(),
                    consent.locale(),
                    consent.at(),
                    consent.channel(),
                    consent.by().value());
        }
    }

    /** What allows that something leaves: a consent by its scope and the name of its words, or a ground. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record BasisResource(
            @Nullable String scope,
            @Nullable String textVersion,
            Basis.@Nullable Ground ground,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String second) {
        static @Nullable BasisResource of(@Nullable Basis basis) {
            if (basis == null) {
                return null;
            }
            Basis.Agreed agreed = basis.agreed();
            Basis.WithoutConsent without = basis.without();
            return new BasisResource(
                    agreed == null ? null : agreed.scope(),
                    agreed == null ? null : agreed.textVersion(),
                    without == null ? null : without.ground(),
                    without == null ? null : without.reason(),
                    without == null ? null : without.by().value(),
                    without == null || without.second() == null
                            ? null
                            : without.second().value());
        }

        @Override
        public String toString() {
            return "BasisResource[redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ReferralResource(
            String id,
            String partner,
            String asked,
            @Nullable BasisResource basis,
            Referral.State state,
            String by,
            Instant at,
            @Nullable Instant sent,
            @Nullable Instant answerBy,
            @Nullable Instant settled,
            @Nullable String answer,
            boolean toTell,
            @Nullable Instant told,
            List<BundleResource> bundles) {
        static ReferralResource of(Referral one) {
            return new ReferralResource(
                    one.id(),
                    one.partner(),
                    one.asked(),
                    BasisResource.of(one.basis()),
                    one.state(),
                    one.by().value(),
                    one.at(),
                    one.sent(),
                    one.answerBy(),
                    one.settled(),
                    one.answer(),
                    one.toTell(),
                    one.told(),
                    one.bundles().stream().map(BundleResource::of).toList());
        }

        @Override
        public String toString() {
            return "ReferralResource[" + id + ", redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record BundleResource(
            String id,
            List<Bundle.Field> fields,
            Bundle.Format format,
            String language,
            String by,
            Instant at,
            @Nullable String released,
            @Nullable Instant given,
            Instant expires) {
        static BundleResource of(Bundle bundle) {
            return new BundleResource(
                    bundle.id(),
                    bundle.fields().stream().sorted().toList(),
                    bundle.format(),
                    bundle.language(),
                    bundle.by().value(),
                    bundle.at(),
                    bundle.released() == null ? null : bundle.released().value(),
                    bundle.given(),
                    bundle.expires());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record TransferResource(
            String id,
            Governorate to,
            String unit,
            String reason,
            @Nullable BasisResource basis,
            Transfer.State state,
            String from,
            Instant at,
            Instant answerBy,
            @Nullable String answeredBy,
            @Nullable String answer) {
        static TransferResource of(Transfer one) {
            return new TransferResource(
                    one.id(),
                    one.to(),
                    one.unit(),
                    one.reason(),
                    BasisResource.of(one.basis()),
                    one.state(),
                    one.from().value(),
                    one.at(),
                    one.answerBy(),
                    one.answeredBy() == null ? null : one.answeredBy().value(),
                    one.answer());
        }

        @Override
        public String toString() {
            return "TransferResource[" + id + ", redacted]";
        }
    }

    /** A partner that fits, and why. */
    record FitResource(String partner, List<Fit.Point> points, int weight, boolean warned, boolean agreed) {}

    @Override
    public String toString() {
        return "OutsideResource[" + number + ", redacted]";
    }
}

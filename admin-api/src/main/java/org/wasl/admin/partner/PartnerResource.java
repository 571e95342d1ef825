package org.wasl.admin.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A partner as the API shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PartnerResource(
        String id,
        long edition,
        PartnerKind kind,
        Map<String, String> names,
        List<Governorate> places,
        List<String> languages,
        List<Taken> takes,
        String hours,
        String source,
        LocalDate sourceDate,
        @Nullable ContactResource contact,
        @Nullable ContactProposalResource proposal,
        @Nullable LocalDate verifiedOn,
        LocalDate verifyBy,
        boolean overdue,
        boolean retired,
        boolean demonstration,
        List<ChangeResource> history) {

    static PartnerResource of(PartnerEntry entry, LocalDate today) {
        Partner partner = entry.partner();
        PartnerProfile profile = partner.profile();
        return new PartnerResource(
                entry.id(),
                entry.edition(),
                profile.kind(),
                profile.names(),
                profile.places().stream().sorted().toList(),
                profile.languages().stream().sorted().toList(),
                profile.takes().stream().sorted().toList(),
                profile.hours(),
                profile.source(),
                profile.sourceDate(),
                ContactResource.of(partner.contact()),
                ContactProposalResource.of(partner.proposal()),
                partner.verifiedOn(),
                partner.verifyBy(),
                partner.overdue(today),
                partner.retired(),
                partner.demonstration(),
                partner.history().stream()
                        .map(change -> new ChangeResource(change.what(), change.by(), change.at()))
                        .toList());
    }

    /** @param fingerprint of the key, as two people compare it */
    record ContactResource(
            PartnerContact.Way way,
            String value,
            @Nullable String key,
            @Nullable String fingerprint) {
        static @Nullable ContactResource of(@Nullable PartnerContact contact) {
            return contact == null
                    ? null
                    : new ContactResource(contact.way(), contact.value(), contact.key(), contact.fingerprint());
        }

        @Override
        public String toString() {
            return "ContactResource[" + way + ", redacted]";
        }
    }

    record ContactProposalResource(ContactResource contact, String by, Instant at) {
        static @Nullable ContactProposalResource of(Partner.@Nullable Proposal proposal) {
            ContactResource contact = proposal == null ? null : ContactResource.of(proposal.contact());
            return proposal == null || contact == null
                    ? null
                    : new ContactProposalResource(contact, proposal.by().value(), proposal.at());
        }

        @Override
        public String toString() {
            return "ContactProposalResource[" + by + ", redacted]";
        }
    }

    record ChangeResource(Partner.Change.What what, String by, Instant at) {}

    @Override
    public String toString() {
        return "PartnerResource[" + id + "]";
    }
}

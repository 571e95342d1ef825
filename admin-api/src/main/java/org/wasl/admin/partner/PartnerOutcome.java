package org.wasl.admin.partner;

/** What comes of a change to the directory. */
public sealed interface PartnerOutcome {

    /** Done, durably. */
    record Done(PartnerEntry entry) implements PartnerOutcome {}

    /** Somebody changed it since it was read. */
    record Overtaken() implements PartnerOutcome {}

    record Missing() implements PartnerOutcome {}

    record Refused(Why why) implements PartnerOutcome {}

    /** Why a change was refused. */
    enum Why {
        NOT_ALLOWED,
        /** What one person proposed, another has to confirm. */
        NEEDS_ANOTHER_PERSON,
        NOTHING_PROPOSED,
        /** There is no contact to be verified. */
        NO_CONTACT,
        /** A key nobody could hold. */
        UNUSABLE_KEY,
        TOO_MANY
    }
}

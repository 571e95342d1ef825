package org.wasl.admin.officer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wasl.triage.intake.Capsule;

/** What the other features may ask about staff. A change of duty is seen within two seconds, on every node. */
public interface StaffDirectory {
    /** All who are checked in, in the order of their check-in. */
    List<StaffMember> onDuty();

    /** Who is on call for the directorate, checked in or not. */
    List<StaffMember> onCall();

    /** Since when somebody is checked in; empty when they are not on duty. */
    Optional<Instant> onDutySince(StaffId id);

    Optional<StaffMember> find(StaffId id);

    /** Everybody whose account is open, on duty or not, in no order. */
    List<StaffMember> all();

    /** Where alerts for one of the staff go; empty when no account was linked. */
    Optional<OfficerLink> linkOf(StaffId id);

    /** Who linked that account; empty when nobody did, or when it was linked anew since. */
    Optional<StaffId> linkedTo(String officerLink);

    /**
     * Keeps the account that was linked with a one-time code. The code works once and for fifteen minutes; a wrong or
     * used one changes nothing.
     *
     * @return whether the code was good
     */
    boolean link(String linkCode, String officerLink, Capsule capsule);

    /** Whether somebody who is not of the demonstration has ever signed in here. */
    boolean aRealPersonHasSignedIn();

    /**
     * A linked messaging account.
     *
     * @param officerLink the bot's id for it
     * @param capsule its address, sealed by the bot to itself
     */
    record OfficerLink(String officerLink, Capsule capsule) {}
}

package org.wasl.admin.officer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.Capsule;

/**
 * One staff member as the store holds them.
 *
 * @param passwordHash {@code null} until the one-time sign-in was used
 * @param dutySince when they checked in; {@code null} when they are off
 * @param sessions digests of their sessions' tokens, oldest first
 * @param devices digests of what marks devices they signed in on before
 * @param granted whether two people ever agreed on what they are
 * @param proposal what one person wants them to be and another has not agreed to yet; {@code null} without one
 * @param openId digest of who they are to the provider; {@code null} when they do not sign in there
 */
record Account(
        StaffId id,
        @Nullable String username,
        Profile profile,
        boolean demonstration,
        boolean enabled,
        @Nullable String passwordHash,
        @Nullable Instant dutySince,
        @Nullable String officerLink,
        @Nullable Capsule capsule,
        List<String> sessions,
        List<String> devices,
        boolean granted,
        @Nullable Proposal proposal,
        @Nullable String openId) {

    /** What an administrator writes down about somebody. */
    record Profile(String displayName, Role role, Scope scope) {}

    /**
     * What one person wants somebody to be.
     *
     * @param signIn whether they get a one-time sign-in once another has agreed
     * @param openId digest of who they are to the provider from then on; {@code null} leaves that as it is
     */
    record Proposal(
            Role role,
            boolean signIn,
            StaffId by,
            Instant at,
            @Nullable String openId) {
        Proposal(Role role, boolean signIn, StaffId by, Instant at) {
            this(role, signIn, by, at, null);
        }

        Proposal withOpenId(String digest) {
            return new Proposal(role, signIn, by, at, digest);
        }
    }

    /** Somebody who may come in as soon as they use their one-time sign-in. */
    static Account invited(StaffId id, Profile profile) {
        return new Account(
                id, null, profile, false, true, null, null, null, null, List.of(), List.of(), true, null, null);
    }

    /** Somebody who may come in once a second person has agreed. */
    static Account proposed(StaffId id, Profile profile, Proposal proposal) {
        return new Account(
                id, null, profile, false, false, null, null, null, null, List.of(), List.of(), false, proposal, null);
    }

    /** Public for the pages, which show it beside the name. */
    public boolean joined() {
        return passwordHash != null;
    }

    boolean onDuty(Instant now, Duration longest) {
        return enabled
                && dutySince != null
                && now.isBefore(dutySince.plus(longest))
                && !profile.scope().absentOn(LocalDate.ofInstant(now, Scope.ZONE));
    }

    CurrentStaff current() {
        return new CurrentStaff(id, profile.displayName(), profile.role(), profile.scope(), demonstration);
    }

    StaffMember member(Instant now, Duration longestDuty) {
        return new StaffMember(
                id,
                profile.displayName(),
                profile.role(),
                profile.scope(),
                onDuty(now, longestDuty),
                officerLink != null,
                demonstration);
    }

    @Override
    public String toString() {
        return "Account[" + id.value() + ", redacted]";
    }
}

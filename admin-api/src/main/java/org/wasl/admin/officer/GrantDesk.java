package org.wasl.admin.officer;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;

/**
 * What staff are takes two people: one proposes, another agrees, and neither is the one it is for. That holds for a new
 * account, another role, an account opened again and a new one-time sign-in, since each of them would let one person
 * make themselves somebody else.
 *
 * <p>A desk begins with one administrator, who could agree with nobody. While there is no second, this one may bring in
 * one more administrator alone, and nothing else.
 */
final class GrantDesk {
    private final Accounts accounts;
    private final StaffDesk staff;
    private final Secrets secrets;
    private final StaffAudit audit;
    private final SecondSteps steps;
    private final OfficerSettings settings;
    private final Clock clock;

    GrantDesk(
            Accounts accounts,
            StaffDesk staff,
            Secrets secrets,
            StaffAudit audit,
            SecondSteps steps,
            OfficerSettings settings,
            Clock clock) {
        this.steps = steps;
        this.accounts = accounts;
        this.staff = staff;
        this.secrets = secrets;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** How an agreement ended. */
    sealed interface Settled {
        /**
         * They are what was proposed.
         *
         * @param invitation their one-time sign-in, shown once; {@code null} where they need none
         */
        record Granted(@Nullable String invitation) implements Settled {
            @Override
            public String toString() {
                return "Granted[redacted]";
            }
        }

        record Declined() implements Settled {}

        /** Nothing is proposed, or no longer: it was settled, changed, or lay too long. */
        record NothingProposed() implements Settled {}

        /** The one who proposed it, or the one it is for. */
        record NeedsAnotherPerson() implements Settled {}
    }

    /** Proposes somebody new, who can do nothing until another person agreed. */
    StaffId propose(CurrentStaff by, Account.Profile profile) {
        StaffId id = secrets.staffId();
        propose(by, profile, id);
        return id;
    }

    /** The same under an id that stands for the wish: sent twice, one is proposed. False when that had been done. */
    boolean propose(CurrentStaff by, Account.Profile profile, StaffId id) {
        audit.demand(by, Permission.STAFF_MANAGE);
        if (accounts.find(id).isPresent()) {
            return false;
        }
        audit.change(by.id(), Act.ACCOUNT_CREATED, id);
        boolean added = accounts.add(Account.proposed(id, profile, proposal(by, profile.role(), true)));
        staff.forget();
        return added;
    }

    /** Proposes another role for somebody, or the one they have once their account was closed. */
    boolean propose(CurrentStaff by, StaffId whom, Role role) {
        return propose(by, whom, role, false);
    }

    /** Proposes a new one-time sign-in for somebody who lost theirs, or their password. */
    boolean proposeSignIn(CurrentStaff by, StaffId whom) {
        return accounts.find(whom)
                .filter(Account::enabled)
                .map(account -> propose(by, whom, account.profile().role(), true))
                .orElse(false);
    }

    /**
     * Proposes that a provider's word lets somebody in. Nobody proposes it for themselves, and another agrees.
     *
     * @param openId digest of provider and subject
     */
    boolean proposeOpenId(CurrentStaff by, StaffId whom, String openId) {
        audit.demand(by, Permission.STAFF_MANAGE);
        Optional<Account> account =
                accounts.find(whom).filter(found -> found.enabled() && found.joined() && !found.demonstration());
        if (account.isEmpty() || by.id().equals(whom)) {
            return false;
        }
        audit.change(by.id(), Act.ROLE_PROPOSED, whom);
        accounts.propose(
                whom, proposal(by, account.get().profile().role(), false).withOpenId(openId));
        staff.forget();
        return true;
    }

    boolean propose(CurrentStaff by, StaffId whom, Role role, boolean signIn) {
        audit.demand(by, Permission.STAFF_MANAGE);
        Optional<Account> account = accounts.find(whom).filter(found -> !found.demonstration());
        if (account.isEmpty() || by.id().equals(whom)) {
            return false;
        }
        audit.change(by.id(), Act.ROLE_PROPOSED, whom);
        boolean wanted = signIn || !account.get().joined();
        accounts.propose(whom, proposal(by, role, wanted));
        staff.forget();
        return true;
    }

    /** The second person's word. */
    Settled settle(CurrentStaff by, StaffId whom, boolean agreed) {
        audit.demand(by, Permission.ROLE_CONFIRM);
        Optional<Account> account = accounts.find(whom);
        Account.Proposal proposal = account.map(Account::proposal).orElse(null);
        if (proposal == null || clock.instant().isAfter(proposal.at().plus(settings.invitation()))) {
            return new Settled.NothingProposed();
        }
        if (!agreed) {
            audit.change(by.id(), Act.ROLE_DECLINED, whom);
            return settled(accounts.withdraw(whom, proposal), new Settled.Declined());
        }
        if (!another(by, account.get(), proposal)) {
            audit.refused(by.id(), Act.ROLE_GRANTED, whom);
            return new Settled.NeedsAnotherPerson();
        }
        audit.change(by.id(), Act.ROLE_GRANTED, whom);
        boolean done = accounts.grant(whom, proposal)
                && (proposal.openId() == null || accounts.knowAs(whom, proposal.openId()));
        if (done && proposal.signIn()) {
            // Whoever lost their telephone and their paper comes back by the same two people.
            steps.removeAll(whom);
        }
        return settled(done, new Settled.Granted(done && proposal.signIn() ? staff.invitation(whom) : null));
    }

    private Settled settled(boolean done, Settled as) {
        staff.forget();
        return done ? as : new Settled.NothingProposed();
    }

    /** Whether this person may be the second one. */
    private boolean another(CurrentStaff by, Account account, Account.Proposal proposal) {
        if (by.id().equals(account.id())) {
            return false;
        }
        boolean first = !account.granted() && proposal.role() == Role.ADMINISTRATOR;
        return !by.id().equals(proposal.by()) || first && alone(by);
    }

    /** Whether nobody else is there who could agree. */
    boolean alone(CurrentStaff by) {
        return accounts.all().stream()
                .filter(account -> account.enabled() && !account.id().equals(by.id()))
                .filter(account -> account.profile().role().may(Permission.ROLE_CONFIRM))
                .noneMatch(account -> account.demonstration() ? settings.demonstration() : account.joined());
    }

    private Account.Proposal proposal(CurrentStaff by, Role role, boolean signIn) {
        // The store keeps milliseconds, and what is compared later has to be equal.
        Instant now = Instant.ofEpochMilli(clock.millis());
        return new Account.Proposal(role, signIn, by.id(), now);
    }
}

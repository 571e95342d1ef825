package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.DeskStore;
import org.wasl.admin.MovableClock;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.seal.Bytes;

class GrantDeskTest {
    private static final Passwords PASSWORDS = new Passwords();
    private static final Account.Profile LAYLA =
            new Account.Profile("Layla", Role.OPERATOR, Scope.everywhere("ar", "ckb"));

    private final DeskStore store = new DeskStore();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final OfficerSettings settings = OfficerSettings.DEFAULTS;
    private final Accounts accounts = new Accounts(store.template(), settings);
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final Sessions sessions = new Sessions(store.template(), accounts, settings, secrets, clock);
    private final RecordingTrail trail = new RecordingTrail(clock);
    private final StaffAudit audit = new StaffAudit(trail);
    private final StaffDesk desk =
            new StaffDesk(accounts, sessions, PASSWORDS, secrets, audit, settings, clock, _ -> {});
    private final Factors factors = new Factors(
            store.template(),
            new FactorSealer(new AuditKey(Bytes.ofUtf8("k".repeat(32))), new SecureRandom()),
            secrets,
            new SecureRandom(),
            clock);
    private final GrantDesk grants = new GrantDesk(
            accounts, desk, secrets, audit, new FactorRig(store, accounts, factors, clock).steps, settings, clock);

    private final CurrentStaff amal = administrator('1');

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoeverProposedCannotAgree() {
        administrator('2');
        StaffId layla = grants.propose(amal, LAYLA);

        assertThat(grants.settle(amal, layla, true)).isEqualTo(new GrantDesk.Settled.NeedsAnotherPerson());
        assertThat(accounts.find(layla).orElseThrow().enabled()).isFalse();
        assertThat(trail.entries())
                .anyMatch(entry -> entry.act() == Act.ROLE_GRANTED && entry.outcome() == AuditEntry.Outcome.REFUSED);
    }

    @Test
    void anotherAgreesOnceAndGetsTheOneTimeSignIn() {
        CurrentStaff bahar = administrator('2');
        StaffId layla = grants.propose(amal, LAYLA);

        GrantDesk.Settled settled = grants.settle(bahar, layla, true);

        assertThat(settled)
                .isInstanceOfSatisfying(
                        GrantDesk.Settled.Granted.class,
                        granted -> assertThat(desk.join(
                                        String.valueOf(granted.invitation()), "layla", "correct horse battery"))
                                .isInstanceOf(StaffDesk.Joined.In.class));
        assertThat(grants.settle(bahar, layla, true)).isEqualTo(new GrantDesk.Settled.NothingProposed());
    }

    @Test
    void nobodyProposesOrAgreesToARoleOfTheirOwn() {
        CurrentStaff bahar = administrator('2');

        assertThat(grants.propose(amal, amal.id(), Role.SUPERVISOR)).isFalse();
        assertThat(grants.propose(amal, bahar.id(), Role.SUPERVISOR)).isTrue();
        assertThat(grants.settle(bahar, bahar.id(), true)).isEqualTo(new GrantDesk.Settled.NeedsAnotherPerson());
        assertThat(accounts.find(bahar.id()).orElseThrow().profile().role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void anotherRoleHoldsOnlyOnceAgreedTo() {
        CurrentStaff bahar = administrator('2');
        StaffId layla = granted(bahar);

        grants.propose(amal, layla, Role.SUPERVISOR);
        assertThat(desk.find(layla).orElseThrow().role()).isEqualTo(Role.OPERATOR);

        grants.settle(bahar, layla, true);
        assertThat(desk.find(layla).orElseThrow().role()).isEqualTo(Role.SUPERVISOR);
    }

    @Test
    void aRefusedProposalChangesNothing() {
        CurrentStaff bahar = administrator('2');
        StaffId layla = granted(bahar);
        grants.propose(amal, layla, Role.SUPERVISOR);

        assertThat(grants.settle(bahar, layla, false)).isEqualTo(new GrantDesk.Settled.Declined());
        assertThat(desk.find(layla).orElseThrow().role()).isEqualTo(Role.OPERATOR);
        assertThat(grants.settle(bahar, layla, true)).isEqualTo(new GrantDesk.Settled.NothingProposed());
    }

    @Test
    void aClosedAccountOpensAgainOnlyWithTwoPeople() {
        CurrentStaff bahar = administrator('2');
        StaffId layla = granted(bahar);
        desk.close(amal, layla);

        grants.propose(amal, layla, Role.OPERATOR);
        assertThat(accounts.find(layla).orElseThrow().enabled()).isFalse();

        grants.settle(bahar, layla, true);
        assertThat(accounts.find(layla).orElseThrow().enabled()).isTrue();
    }

    @Test
    void aNewOneTimeSignInTakesTwoPeopleToo() {
        CurrentStaff bahar = administrator('2');
        StaffId layla = granted(bahar);

        assertThat(grants.proposeSignIn(amal, layla)).isTrue();
        assertThat(grants.settle(amal, layla, true)).isEqualTo(new GrantDesk.Settled.NeedsAnotherPerson());
        assertThat(grants.settle(bahar, layla, true))
                .isInstanceOfSatisfying(
                        GrantDesk.Settled.Granted.class,
                        granted -> assertThat(granted.invitation()).isNotNull());
    }

    @Test
    void theOnlyAdministratorBringsInASecondAndNothingElse() {
        assertThat(grants.alone(amal)).isTrue();
        StaffId operator = grants.propose(amal, LAYLA);
        assertThat(grants.settle(amal, operator, true)).isEqualTo(new GrantDesk.Settled.NeedsAnotherPerson());

        StaffId second = grants.propose(amal, new Account.Profile("Bahar", Role.ADMINISTRATOR, Scope.NONE));
        assertThat(grants.settle(amal, second, true)).isInstanceOf(GrantDesk.Settled.Granted.class);

        accounts.setPassword(second, "bahar", "hash");
        assertThat(grants.alone(amal)).isFalse();
        StaffId third = grants.propose(amal, new Account.Profile("Third", Role.ADMINISTRATOR, Scope.NONE));
        assertThat(grants.settle(amal, third, true)).isEqualTo(new GrantDesk.Settled.NeedsAnotherPerson());
    }

    @Test
    void aProposalThatLayTooLongIsNone() {
        CurrentStaff bahar = administrator('2');
        StaffId layla = grants.propose(amal, LAYLA);
        clock.pass(settings.invitation().plus(Duration.ofSeconds(1)));

        assertThat(grants.settle(bahar, layla, true)).isEqualTo(new GrantDesk.Settled.NothingProposed());
    }

    @Test
    void whoMayNotManageStaffIsRefusedAtTheDeskToo() {
        CurrentStaff operator = new CurrentStaff(new StaffId("9".repeat(32)), "O", Role.OPERATOR, Scope.NONE, false);

        assertThatThrownBy(() -> grants.propose(operator, LAYLA)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> grants.settle(operator, amal.id(), true)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> desk.close(operator, amal.id())).isInstanceOf(ProblemException.class);
    }

    private StaffId granted(CurrentStaff second) {
        StaffId layla = grants.propose(amal, LAYLA);
        grants.settle(second, layla, true);
        return layla;
    }

    private CurrentStaff administrator(char digit) {
        StaffId id = new StaffId(String.valueOf(digit).repeat(32));
        accounts.add(Account.invited(id, new Account.Profile("Admin " + digit, Role.ADMINISTRATOR, Scope.NONE)));
        accounts.setPassword(id, "admin" + digit, "hash");
        return accounts.find(id).orElseThrow().current();
    }
}

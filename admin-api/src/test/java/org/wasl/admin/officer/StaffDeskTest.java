package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.DeskStore;
import org.wasl.admin.MovableClock;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditKey;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.seal.Bytes;

class StaffDeskTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Account.Profile LAYLA = new Account.Profile(
            "Layla", Role.OPERATOR, Scope.everywhere("ar", "ckb").of(Gender.WOMAN));

    private final DeskStore store = new DeskStore();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final OfficerSettings settings = OfficerSettings.DEFAULTS;
    private final Accounts accounts = new Accounts(store.template(), settings);
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final Sessions sessions = new Sessions(store.template(), accounts, settings, secrets, clock);
    private static final Passwords PASSWORDS = new Passwords();
    private final RecordingTrail trail = new RecordingTrail(clock);
    private final StaffAudit audit = new StaffAudit(trail);
    private final Factors factors = new Factors(
            store.template(),
            new FactorSealer(new AuditKey(Bytes.ofUtf8("k".repeat(32))), new SecureRandom()),
            secrets,
            new SecureRandom(),
            clock);
    private final List<StaffId> left = new ArrayList<>();
    private final StaffDesk desk =
            new StaffDesk(accounts, sessions, PASSWORDS, secrets, audit, settings, clock, left::add);
    private final FactorRig rig = new FactorRig(store, accounts, factors, clock);
    private final GrantDesk grants = new GrantDesk(accounts, desk, secrets, audit, rig.steps, settings, clock);
    private final SignIn signIn = new SignIn(
            accounts, sessions, PASSWORDS, audit, secrets, factors, rig.steps, rig.passkeys, settings, clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theFirstAdministratorJoinsOnceAndNoOtherInvitationWorksAfter() {
        String first = desk.inviteFirstAdministrator().orElseThrow();
        String second = desk.inviteFirstAdministrator().orElseThrow();

        assertThat(desk.join(first, "amal", PASSWORD)).isInstanceOf(StaffDesk.Joined.In.class);
        assertThat(desk.join(first, "other", PASSWORD)).isEqualTo(new StaffDesk.Joined.NoInvitation());
        assertThat(desk.join(second, "other", PASSWORD)).isEqualTo(new StaffDesk.Joined.NoInvitation());
        assertThat(desk.inviteFirstAdministrator()).isEmpty();
    }

    @Test
    void anInvitationRunsOut() {
        String token = desk.inviteFirstAdministrator().orElseThrow();
        clock.pass(settings.invitation());

        assertThat(desk.join(token, "amal", PASSWORD)).isEqualTo(new StaffDesk.Joined.NoInvitation());
    }

    @Test
    void aMistakeDoesNotUseTheInvitationUp() {
        String token = desk.inviteFirstAdministrator().orElseThrow();

        assertThat(desk.join(token, "amal", "short")).isEqualTo(new StaffDesk.Joined.WeakPassword());
        assertThat(desk.join(token, "amal", PASSWORD)).isInstanceOf(StaffDesk.Joined.In.class);
    }

    @Test
    void twoPeopleDoNotShareAName() {
        CurrentStaff administrator = administrator();
        String token = invitation(administrator, LAYLA);

        assertThat(desk.join(token, "AMAL", PASSWORD)).isEqualTo(new StaffDesk.Joined.NameTaken());
        assertThat(desk.join(token, "layla", PASSWORD)).isInstanceOf(StaffDesk.Joined.In.class);
    }

    @Test
    void aWrongPasswordIsRefusedAndRecordedWithoutSayingWhichWasWrong() {
        administrator();

        assertThat(attempt("amal", "wrong password here")).isEqualTo(new SignIn.Outcome.Refused());
        assertThat(attempt("nobody", PASSWORD)).isEqualTo(new SignIn.Outcome.Refused());
        assertThat(trail.entries())
                .filteredOn(entry -> entry.act() == Act.SIGN_IN_REFUSED)
                .hasSize(2);
    }

    @Test
    void triesFromElsewhereSlowThemselvesAndNotAKnownDevice() {
        administrator();
        SignIn.Outcome.In in = (SignIn.Outcome.In) attempt("amal", PASSWORD);
        for (int i = 0; i < settings.tries(); i++) {
            attempt("amal", "wrong password here");
        }

        assertThat(attempt("amal", PASSWORD)).isInstanceOf(SignIn.Outcome.Slowed.class);
        assertThat(signIn.attempt(new SignIn.Attempt("amal", PASSWORD, "10.0.0.1", in.device())))
                .isInstanceOf(SignIn.Outcome.In.class);
    }

    @Test
    void afterThePasswordTheNumberIsAskedAndWorksOnce() {
        CurrentStaff amal = administrator();
        Bytes secret = factors.begin(amal.id());
        assertThat(factors.confirm(amal.id(), now(secret))).hasSize(Factors.RECOVERY_CODES);
        clock.pass(Duration.ofSeconds(30));

        SignIn.Outcome.Second asked = (SignIn.Outcome.Second) attempt("amal", PASSWORD);
        assertThat(signIn.second(asked.ticket(), "000000")).isInstanceOf(SignIn.Outcome.Second.class);
        assertThat(signIn.second(asked.ticket(), now(secret))).isInstanceOf(SignIn.Outcome.In.class);

        assertThat(signIn.second(asked.ticket(), now(secret))).isEqualTo(new SignIn.Outcome.Refused());
        SignIn.Outcome.Second again = (SignIn.Outcome.Second) attempt("amal", PASSWORD);
        assertThat(signIn.second(again.ticket(), now(secret)))
                .as("a number that was used")
                .isInstanceOf(SignIn.Outcome.Second.class);
    }

    @Test
    void aTicketRunsOutAndWrongNumbersAreSlowed() {
        CurrentStaff amal = administrator();
        Bytes secret = factors.begin(amal.id());
        factors.confirm(amal.id(), now(secret));
        SignIn.Outcome.Second asked = (SignIn.Outcome.Second) attempt("amal", PASSWORD);
        for (int i = 0; i < settings.tries(); i++) {
            signIn.second(asked.ticket(), "000000");
        }

        assertThat(signIn.second(asked.ticket(), "000000")).isInstanceOf(SignIn.Outcome.Slowed.class);
        clock.pass(Duration.ofMinutes(5));
        assertThat(signIn.second(asked.ticket(), now(secret))).isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void aRecoveryCodeStandsInOnceAndIsRecorded() {
        CurrentStaff amal = administrator();
        String code = factors.confirm(amal.id(), now(factors.begin(amal.id()))).getFirst();

        assertThat(signIn.second(ticket(), code)).isInstanceOf(SignIn.Outcome.In.class);
        assertThat(signIn.second(ticket(), code)).isInstanceOf(SignIn.Outcome.Second.class);
        assertThat(factors.recoveryCodesLeft(amal.id())).isEqualTo(Factors.RECOVERY_CODES - 1);
        assertThat(trail.acts()).contains(Act.RECOVERY_CODE_USED);
    }

    private String ticket() {
        return ((SignIn.Outcome.Second) attempt("amal", PASSWORD)).ticket();
    }

    private String now(Bytes secret) {
        return Totp.number(secret, clock.instant().getEpochSecond() / 30, 6);
    }

    @Test
    void aSessionEndsWhenIdleWhenOldAndWhenEnded() {
        administrator();
        String idle = ((SignIn.Outcome.In) attempt("amal", PASSWORD)).token();
        clock.pass(settings.idle());
        assertThat(sessions.open(idle)).isEmpty();

        String old = ((SignIn.Outcome.In) attempt("amal", PASSWORD)).token();
        for (Duration used = Duration.ZERO; used.compareTo(settings.longest()) < 0; used = used.plusMinutes(20)) {
            assertThat(sessions.open(old)).isPresent();
            clock.pass(Duration.ofMinutes(20));
        }
        assertThat(sessions.open(old)).isEmpty();

        String ended = ((SignIn.Outcome.In) attempt("amal", PASSWORD)).token();
        Sessions.Opened open = sessions.open(ended).orElseThrow();
        assertThat(sessions.end(open.account().id(), open.digest())).isTrue();
        assertThat(sessions.open(ended)).isEmpty();
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        CurrentStaff administrator = administrator();
        String token = ((SignIn.Outcome.In) attempt("amal", PASSWORD)).token();

        assertThat(sessions.end(secrets.staffId(), Secrets.digest(token))).isFalse();
        assertThat(sessions.open(token)).map(open -> open.account().id()).contains(administrator.id());
    }

    @Test
    void closingAnAccountEndsItsSessionsItsDutyItsLinkAndItsClaims() {
        CurrentStaff administrator = administrator();
        desk.join(invitation(administrator, LAYLA), "layla", PASSWORD);
        SignIn.Outcome.In in = (SignIn.Outcome.In) attempt("layla", PASSWORD);
        desk.startDuty(in.staff());
        desk.link(desk.linkCode(in.staff()), "link-1", new Capsule(Bytes.ofUtf8("sealed")));

        assertThat(desk.close(administrator, in.staff())).isTrue();

        assertThat(sessions.open(in.token())).isEmpty();
        assertThat(desk.onDuty()).isEmpty();
        assertThat(desk.linkOf(in.staff())).isEmpty();
        assertThat(left).containsExactly(in.staff());
        assertThat(attempt("layla", PASSWORD)).isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void nobodyClosesTheirOwnAccount() {
        CurrentStaff administrator = administrator();

        assertThat(desk.close(administrator, administrator.id())).isFalse();
    }

    @Test
    void aCheckInRunsOutByItself() {
        CurrentStaff administrator = administrator();
        desk.startDuty(administrator.id());
        assertThat(desk.onDuty()).extracting(StaffMember::displayName).containsExactly("amal");

        clock.pass(settings.duty());
        assertThat(desk.onDuty()).isEmpty();
    }

    @Test
    void whoIsAwayIsNotOnDutyUntilTheirFirstDayBack() {
        CurrentStaff administrator = administrator();
        StaffId layla = joined(administrator, "layla");
        desk.startDuty(layla);
        Scope away = Scope.everywhere("ar").absentUntil(LocalDate.of(2026, 11, 23));

        assertThat(desk.setScope(administrator, layla, away)).isTrue();
        assertThat(desk.onDuty()).isEmpty();

        clock.pass(Duration.ofHours(11)); // 21:00 UTC, the next day in Baghdad
        desk.startDuty(layla);
        assertThat(desk.onDuty()).extracting(StaffMember::displayName).containsExactly("Layla");
    }

    @Test
    void checkingInEndsAnAbsence() {
        CurrentStaff administrator = administrator();
        StaffId layla = joined(administrator, "layla");
        desk.setScope(administrator, layla, Scope.everywhere("ar").absentUntil(LocalDate.of(2027, 1, 1)));

        desk.startDuty(layla);

        assertThat(desk.onDuty()).hasSize(1);
        assertThat(desk.find(layla).orElseThrow().scope().absentUntil()).isNull();
    }

    @Test
    void aLinkCodeWorksOnceHoweverItIsTyped() {
        CurrentStaff administrator = administrator();
        String code = desk.linkCode(administrator.id());
        Capsule capsule = new Capsule(Bytes.ofUtf8("sealed"));

        assertThat(desk.link("WRONG", "link-1", capsule)).isFalse();
        assertThat(desk.link(
                        " " + code.substring(0, 5).toLowerCase(Locale.ROOT) + "-" + code.substring(5),
                        "link-1",
                        capsule))
                .isTrue();
        assertThat(desk.link(code, "link-2", capsule)).isFalse();
        assertThat(desk.linkedTo("link-1")).contains(administrator.id());
        assertThat(desk.linkOf(administrator.id())).contains(new StaffDirectory.OfficerLink("link-1", capsule));
    }

    @Test
    void linkingAnewForgetsTheFormerPhone() {
        CurrentStaff administrator = administrator();
        desk.link(desk.linkCode(administrator.id()), "link-1", new Capsule(Bytes.ofUtf8("one")));
        desk.link(desk.linkCode(administrator.id()), "link-2", new Capsule(Bytes.ofUtf8("two")));

        assertThat(desk.linkedTo("link-1")).isEmpty();
        assertThat(desk.linkedTo("link-2")).contains(administrator.id());
    }

    @Test
    void onlyAPersonWhoSignedInCountsAsReal() {
        assertThat(desk.aRealPersonHasSignedIn()).isFalse();
        new DemonstrationStaff(accounts, signIn, clock).seed();
        new DemonstrationStaff(accounts, signIn, clock).signIn(Role.OPERATOR);
        assertThat(desk.aRealPersonHasSignedIn()).isFalse();

        administrator();
        attempt("amal", PASSWORD);
        assertThat(desk.aRealPersonHasSignedIn()).isTrue();
    }

    @Test
    void demonstrationStaffCannotBeInvitedOrGivenAPassword() {
        new DemonstrationStaff(accounts, signIn, clock).seed();
        StaffId made = desk.everybody().getFirst().id();

        assertThat(grants.proposeSignIn(administrator(), made)).isFalse();
    }

    @Test
    void theStoreHoldsNoPasswordAndNoToken() {
        administrator();
        String token = ((SignIn.Outcome.In) attempt("amal", PASSWORD)).token();
        StringBuilder everything = new StringBuilder();
        for (String collection : store.template().getCollectionNames()) {
            for (Document document : store.template().getCollection(collection).find()) {
                everything.append(document.toJson());
            }
        }

        assertThat(everything).contains("amal").doesNotContain(PASSWORD).doesNotContain(token);
    }

    /** A one-time sign-in two people agreed to. */
    private String invitation(CurrentStaff proposer, Account.Profile profile) {
        StaffId id = grants.propose(proposer, profile);
        return Objects.requireNonNull(((GrantDesk.Settled.Granted) grants.settle(second(), id, true)).invitation());
    }

    /** Somebody else who may agree. */
    private CurrentStaff second() {
        StaffId id = new StaffId("5".repeat(32));
        accounts.add(Account.invited(id, new Account.Profile("Second", Role.ADMINISTRATOR, Scope.NONE)));
        accounts.setPassword(id, "second", PASSWORDS.encode(PASSWORD));
        return accounts.find(id).orElseThrow().current();
    }

    private StaffId joined(CurrentStaff administrator, String name) {
        StaffDesk.Joined joined = desk.join(invitation(administrator, LAYLA), name, PASSWORD);
        return ((StaffDesk.Joined.In) joined).account().id();
    }

    private CurrentStaff administrator() {
        StaffDesk.Joined joined = desk.join(desk.inviteFirstAdministrator().orElseThrow(), "amal", PASSWORD);
        return ((StaffDesk.Joined.In) joined).account().current();
    }

    private SignIn.Outcome attempt(String username, String password) {
        return signIn.attempt(new SignIn.Attempt(username, password, "10.0.0.1", null));
    }
}

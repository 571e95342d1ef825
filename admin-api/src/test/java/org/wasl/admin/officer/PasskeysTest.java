package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.officer.FactorRig.SITE;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.wasl.admin.DeskStore;
import org.wasl.admin.MovableClock;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditKey;
import org.wasl.triage.seal.Bytes;

class PasskeysTest {
    private static final StaffId SALMA = new StaffId("2".repeat(32));
    private static final StaffId LAYLA = new StaffId("3".repeat(32));
    private static final String PASSWORD = "correct horse battery";

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
    private final FactorRig rig = new FactorRig(store, accounts, factors, clock);
    private final Passkeys passkeys = rig.passkeys;
    private final SignIn signIn =
            new SignIn(accounts, sessions, PASSWORDS, audit, secrets, factors, rig.steps, passkeys, settings, clock);
    private final ScreenLock lock = new ScreenLock(sessions, accounts, signIn, passkeys, audit);
    private final SoftKey key = new SoftKey();

    @BeforeEach
    void hire() {
        hire(SALMA, "salma", Role.SUPERVISOR);
        hire(LAYLA, "layla", Role.OPERATOR);
    }

    private void hire(StaffId id, String name, Role role) {
        accounts.add(Account.invited(id, new Account.Profile(name, role, Scope.everywhere("ar"))));
        accounts.takeName(name, id);
        accounts.setPassword(id, name, PASSWORDS.encode(PASSWORD));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aKeyThatWasMadeSignsInAlone() {
        assertThat(add(SALMA, key)).isTrue();

        SignIn.Outcome outcome =
                signIn.byPasskey(SITE, key.taken(passkeys.toTake(SITE, "", Optional.empty())), "a", null);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignIn.Outcome.In.class, in -> assertThat(in.staff()).isEqualTo(SALMA));
        assertThat(trail.acts()).contains(Act.SIGNED_IN);
    }

    @Test
    void anAnswerIsTakenOnce() {
        add(SALMA, key);
        String answer = key.taken(passkeys.toTake(SITE, "", Optional.empty()));

        assertThat(passkeys.take(SITE, "", answer)).contains(SALMA);
        assertThat(passkeys.take(SITE, "", answer)).isEmpty();
    }

    @Test
    void anAnswerForOneSignInIsNoneForAnother() {
        add(SALMA, key);
        String answer = key.taken(passkeys.toTake(SITE, "ticket", Optional.of(SALMA)));

        assertThat(passkeys.take(SITE, "", answer)).isEmpty();
        assertThat(passkeys.take(SITE, "other ticket", answer)).isEmpty();
        assertThat(passkeys.take(SITE, "ticket", answer)).contains(SALMA);
    }

    @Test
    void anAnswerThatTookTooLongIsNone() {
        add(SALMA, key);
        String answer = key.taken(passkeys.toTake(SITE, "", Optional.empty()));
        clock.pass(Challenges.LIFE);

        assertThat(passkeys.take(SITE, "", answer)).isEmpty();
    }

    @Test
    void aPageThatLooksLikeThisOneGetsNothingThatWorksHere() {
        add(SALMA, key);
        String asked = passkeys.toTake(SITE, "", Optional.empty());

        assertThat(passkeys.take(
                        SITE,
                        "",
                        key.at("https://wasl.example.net", "localhost").taken(asked)))
                .isEmpty();
        assertThat(passkeys.take(
                        SITE, "", key.at("http://localhost:8081", "example.net").taken(asked)))
                .isEmpty();
    }

    @Test
    void aKeyThatAsksForNoFingerDoesNotCount() {
        assertThat(add(SALMA, new SoftKey().careless())).isFalse();
        add(SALMA, key);

        String asked = passkeys.toTake(SITE, "", Optional.empty());
        assertThat(passkeys.take(SITE, "", key.careless().taken(asked))).isEmpty();
    }

    @Test
    void aCopyWhoseCounterLagsIsRefused() {
        SoftKey counting = new SoftKey().counting(5);
        add(SALMA, counting);
        assertThat(passkeys.take(SITE, "", counting.taken(passkeys.toTake(SITE, "", Optional.empty()))))
                .contains(SALMA);

        String behind = counting.counting(5).taken(passkeys.toTake(SITE, "", Optional.empty()));
        assertThat(passkeys.take(SITE, "", behind)).isEmpty();
    }

    @Test
    void anothersKeyIsNoSecondStep() {
        add(SALMA, key);
        SoftKey laylas = new SoftKey();
        add(LAYLA, laylas);
        SignIn.Outcome.Second second = (SignIn.Outcome.Second) attempt("salma");
        String asked = passkeys.toTake(SITE, Secrets.digest(second.ticket()), signIn.halfwayIn(second.ticket()));

        assertThat(signIn.second(second.ticket(), SITE, laylas.taken(asked))).isInstanceOf(SignIn.Outcome.Second.class);
        assertThat(signIn.second(second.ticket(), SITE, key.taken(asked))).isInstanceOf(SignIn.Outcome.In.class);
        assertThat(signIn.second(second.ticket(), SITE, key.taken(asked))).isInstanceOf(SignIn.Outcome.Refused.class);
    }

    @Test
    void aRecoveryCodeStandsForALostKey() {
        add(SALMA, key);
        String code = rig.steps.firstCodes(SALMA).getFirst();
        assertThat(rig.steps.firstCodes(SALMA)).isEmpty();
        SignIn.Outcome.Second second = (SignIn.Outcome.Second) attempt("salma");

        assertThat(second.kinds()).containsExactly(FactorKind.PASSKEY);
        assertThat(signIn.second(second.ticket(), "123456")).isInstanceOf(SignIn.Outcome.Second.class);
        assertThat(signIn.second(second.ticket(), code)).isInstanceOf(SignIn.Outcome.In.class);
    }

    @Test
    void nobodySignsInWithAKeyOnceTheirAccountIsClosed() {
        add(SALMA, key);
        accounts.close(SALMA);

        assertThat(signIn.byPasskey(SITE, key.taken(passkeys.toTake(SITE, "", Optional.empty())), "a", null))
                .isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void theLastOneARoleAsksForStays() {
        add(SALMA, key);
        Account salma = accounts.find(SALMA).orElseThrow();
        assertThat(rig.steps.mayRemove(salma, FactorKind.PASSKEY)).isFalse();

        add(SALMA, new SoftKey());
        assertThat(rig.steps.mayRemove(salma, FactorKind.PASSKEY)).isTrue();
    }

    @Test
    void somebodyNewWorksForADayAndThenSetsOneUpFirst() {
        assertThat(stateAfter("salma")).isEqualTo(SessionState.OPEN);
        clock.pass(FactorSettings.DEFAULTS.grace());
        SignIn.Outcome.In in = (SignIn.Outcome.In) attempt("salma");
        assertThat(state(in)).isEqualTo(SessionState.FACTOR_DUE);

        add(SALMA, key);
        sessions.factorIsThere(SALMA);
        assertThat(state(in)).isEqualTo(SessionState.OPEN);
    }

    @Test
    void whoCountsOrTeachesSetsOneUpTooThoughTheyReachNoCase() {
        hire(new StaffId("4".repeat(32)), "counts", Role.ANALYST);
        hire(new StaffId("5".repeat(32)), "teaches", Role.AWARENESS_OFFICER);
        for (String name : List.of("counts", "teaches")) {
            assertThat(stateAfter(name)).as(name).isEqualTo(SessionState.OPEN);
        }

        clock.pass(FactorSettings.DEFAULTS.grace());

        for (String name : List.of("counts", "teaches")) {
            assertThat(stateAfter(name)).as(name).isEqualTo(SessionState.FACTOR_DUE);
        }
    }

    @Test
    void theStoreHoldsNothingThatCanBeUsedOrPutUnderAnothersName() {
        add(SALMA, key);
        var kept = store.template().getDb().getCollection("staff-passkeys");
        Document document = kept.find().first();
        assertThat(document).containsOnlyKeys("_id", "staff", "sealed");

        kept.updateOne(
                new Document("_id", document.getString("_id")),
                new Document("$set", new Document("staff", LAYLA.value())));
        assertThat(passkeys.take(SITE, "", key.taken(passkeys.toTake(SITE, "", Optional.empty()))))
                .isEmpty();
    }

    @Test
    void aScreenNobodyIsAtIsCoveredWhileWhatThePageAsksGoesOn() {
        SignIn.Outcome.In in = (SignIn.Outcome.In) attempt("salma");
        for (int minute = 0; minute < 14; minute++) {
            clock.pass(Duration.ofMinutes(1));
            assertThat(sessions.open(in.token(), false).orElseThrow().state()).isEqualTo(SessionState.OPEN);
        }
        clock.pass(Duration.ofMinutes(1));
        assertThat(sessions.open(in.token(), false).orElseThrow().state()).isEqualTo(SessionState.LOCKED);

        for (int quarter = 0; quarter < 8; quarter++) {
            clock.pass(Duration.ofMinutes(15));
            assertThat(sessions.open(in.token(), false).orElseThrow().state())
                    .as("covered, and still signed in")
                    .isEqualTo(SessionState.LOCKED);
        }
        assertThat(sessions.open(in.token(), true).orElseThrow().state())
                .as("a request is no proof of who is there")
                .isEqualTo(SessionState.LOCKED);
    }

    @Test
    void whoIsAtItIsNotCovered() {
        SignIn.Outcome.In in = (SignIn.Outcome.In) attempt("salma");
        for (int i = 0; i < 10; i++) {
            clock.pass(Duration.ofMinutes(10));
            assertThat(sessions.open(in.token(), true).orElseThrow().state()).isEqualTo(SessionState.OPEN);
        }
    }

    @Test
    void passwordOrKeyOfItsHolderUncoversAndNothingElse() {
        add(SALMA, key);
        SoftKey laylas = new SoftKey();
        add(LAYLA, laylas);
        String session = Secrets.digest(sessions.begin(SALMA));
        lock.lock(SALMA, session);
        String asked = lock.toUnlock(SITE, SALMA, session);

        assertThat(lock.unlock(SALMA, session, "wrong password here")).isEqualTo(SignIn.Proof.WRONG);
        assertThat(lock.unlock(SITE, SALMA, session, laylas.taken(asked))).isEqualTo(SignIn.Proof.WRONG);
        assertThat(lock.unlock(SITE, SALMA, "f".repeat(64), key.taken(asked))).isEqualTo(SignIn.Proof.WRONG);
        assertThat(lock.unlock(SITE, SALMA, session, key.taken(asked))).isEqualTo(SignIn.Proof.RIGHT);
        lock.lock(SALMA, session);
        assertThat(lock.unlock(SALMA, session, PASSWORD)).isEqualTo(SignIn.Proof.RIGHT);
        assertThat(trail.acts()).contains(Act.SCREEN_LOCKED, Act.SCREEN_UNLOCKED);
    }

    @Test
    void triesAtOneScreenSlowThatScreenAlone() {
        String session = Secrets.digest(sessions.begin(SALMA));
        String other = Secrets.digest(sessions.begin(SALMA));
        for (int i = 0; i < settings.tries(); i++) {
            lock.unlock(SALMA, session, "wrong password here");
        }

        assertThat(lock.unlock(SALMA, session, PASSWORD)).isEqualTo(SignIn.Proof.SLOWED);
        assertThat(lock.unlock(SALMA, other, PASSWORD)).isEqualTo(SignIn.Proof.RIGHT);
    }

    @Test
    void areTakenUnderTheirOwnNameAlone() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerName("localhost");
        request.setServerPort(8081);
        assertThat(PasskeySite.of(request, FactorSettings.DEFAULTS)).contains(SITE);
        request.setServerName("127.0.0.1");
        assertThat(PasskeySite.of(request, FactorSettings.DEFAULTS)).isEmpty();
        request.setServerName("notlocalhost");
        assertThat(PasskeySite.of(request, FactorSettings.DEFAULTS)).isEmpty();
    }

    private boolean add(StaffId whose, SoftKey made) {
        return passkeys.keep(SITE, whose, "my key", made.made(passkeys.toMake(SITE, whose)));
    }

    private SignIn.Outcome attempt(String name) {
        return signIn.attempt(new SignIn.Attempt(name, PASSWORD, "10.0.0.1", null));
    }

    private SessionState stateAfter(String name) {
        return state((SignIn.Outcome.In) attempt(name));
    }

    private SessionState state(SignIn.Outcome.In in) {
        return sessions.open(in.token()).orElseThrow().state();
    }
}

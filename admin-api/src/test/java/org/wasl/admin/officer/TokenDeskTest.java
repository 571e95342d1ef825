package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.wasl.admin.DeskStore;
import org.wasl.admin.MovableClock;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.seal.Bytes;

class TokenDeskTest {
    private static final StaffId RAWA = new StaffId("2".repeat(32));
    private static final StaffId DARA = new StaffId("3".repeat(32));
    private static final TokenDesk.Wish FIGURES =
            new TokenDesk.Wish("figures", Set.of(Permission.STATISTICS_READ), Set.of(Governorate.BG), 30);

    private final DeskStore store = new DeskStore();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final OfficerSettings settings = OfficerSettings.DEFAULTS;
    private final Accounts accounts = new Accounts(store.template(), settings);
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final RecordingTrail trail = new RecordingTrail(clock);
    private final StaffAudit audit = new StaffAudit(trail);
    private final TokenDesk desk = node();

    /** Another node on the same store is another desk. */
    private TokenDesk node() {
        FactorSealer sealer = new FactorSealer(
                new AuditKey(Bytes.ofUtf8("k".repeat(32))), "wasl/staff-tokens/v1", new SecureRandom());
        return new TokenDesk(
                new TokenStore(store.template(), sealer),
                accounts,
                secrets,
                audit,
                settings,
                new TokenSettings(Duration.ofDays(90), 2, 2),
                clock);
    }

    @BeforeEach
    void hire() {
        accounts.add(Account.invited(
                RAWA,
                new Account.Profile("Rawa", Role.COORDINATOR, Scope.NONE.in(Set.of(Governorate.BG, Governorate.BA)))));
        accounts.add(Account.invited(DARA, new Account.Profile("Dara", Role.OPERATOR, Scope.everywhere("ckb"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aProgramHoldsWhatItWasGivenWhereItWasGivenAndNothingElseOfItsOwner() {
        CurrentStaff program = desk.open(made(FIGURES), "10.0.0.1").orElseThrow();

        assertThat(program.id()).isEqualTo(RAWA);
        assertThat(program.may(Permission.STATISTICS_READ)).isTrue();
        assertThat(program.may(Permission.CASE_READ)).isFalse();
        assertThat(program.may(Permission.SELF)).isFalse();
        assertThat(program.scope().governorates()).containsExactly(Governorate.BG);
    }

    @Test
    void nobodyGivesMoreThanTheyHoldAndNobodyGivesAPersonsWord() {
        assertThat(desk.make(rawa(), wish(Permission.DRILL), "a")).isEqualTo(new TokenDesk.Made.TooMuch());
        assertThat(desk.make(rawa(), wish(Permission.CASE_CLAIM), "b")).isEqualTo(new TokenDesk.Made.TooMuch());
        assertThat(desk.make(rawa(), wish(Permission.TOKEN_MANAGE), "c")).isEqualTo(new TokenDesk.Made.TooMuch());
        assertThat(desk.make(rawa(), new TokenDesk.Wish("x", FIGURES.may(), Set.of(Governorate.NI), 1), "d"))
                .isEqualTo(new TokenDesk.Made.TooMuch());
        assertThat(trail.entries())
                .hasSize(4)
                .allMatch(entry -> entry.act() == Act.TOKEN_MADE && entry.outcome() == AuditEntry.Outcome.REFUSED);
    }

    @Test
    void whoMayNotMakeOnesIsRefusedByTheDeskItself() {
        CurrentStaff dara = accounts.find(DARA).orElseThrow().current();

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> desk.make(dara, FIGURES, "a"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> desk.own(dara));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> desk.of(rawa(), DARA));
    }

    @Test
    void whatItsOwnerLosesItLoses() {
        String secret = made(new TokenDesk.Wish("both", FIGURES.may(), Set.of(), 30));
        accounts.setScope(RAWA, Scope.NONE.in(Set.of(Governorate.BA)));
        Account.Proposal lower = new Account.Proposal(Role.OFFICER, false, DARA, clock.instant());
        accounts.propose(RAWA, lower);
        assertThat(accounts.grant(RAWA, lower)).isTrue();

        CurrentStaff program = desk.open(secret, "10.0.0.1").orElseThrow();
        assertThat(program.may(Permission.STATISTICS_READ)).isFalse();
        assertThat(program.scope().governorates()).containsExactly(Governorate.BA);
    }

    @Test
    void endsOnItsDay() {
        String secret = made(FIGURES);
        clock.pass(Duration.ofDays(30));

        assertThat(desk.open(secret, "10.0.0.1")).isEmpty();
        assertThat(last())
                .extracting(AuditEntry::act, AuditEntry::actor)
                .containsExactly(Act.TOKEN_REFUSED, RAWA.value());
    }

    @Test
    void aRevokedOneIsOverOnEveryNodeAtOnce() {
        TokenDesk other = node();
        String secret = made(FIGURES);
        assertThat(other.open(secret, "10.0.0.1")).isPresent();

        assertThat(desk.revoke(rawa(), Secrets.digest(secret))).isTrue();
        assertThat(other.open(secret, "10.0.0.1")).isEmpty();
        assertThat(other.own(rawa())).isEmpty();
    }

    @Test
    void endsWithItsOwnersAccountAndDoesNotComeBackWithIt() {
        TokenDesk other = node();
        String secret = made(FIGURES);
        accounts.close(RAWA);
        assertThat(other.open(secret, "10.0.0.1")).isEmpty();

        desk.left(RAWA);
        Account.Proposal again = new Account.Proposal(Role.COORDINATOR, false, DARA, clock.instant());
        accounts.propose(RAWA, again);
        assertThat(accounts.grant(RAWA, again)).isTrue();
        assertThat(other.open(secret, "10.0.0.1")).isEmpty();
    }

    @Test
    void nobodyEndsAnothersAsTheirOwn() {
        String digest = Secrets.digest(made(FIGURES));
        CurrentStaff other = new CurrentStaff(DARA, "D", Role.COORDINATOR, Scope.NONE, false);

        assertThat(desk.revoke(other, digest)).isFalse();
        assertThat(desk.own(rawa())).hasSize(1);
    }

    @Test
    void theSameWishMakesOneAndThereIsALimit() {
        made(FIGURES);
        assertThat(desk.make(rawa(), FIGURES, "key")).isEqualTo(new TokenDesk.Made.Already());
        assertThat(desk.make(rawa(), FIGURES, "second")).isInstanceOf(TokenDesk.Made.Token.class);
        assertThat(desk.make(rawa(), FIGURES, "third")).isEqualTo(new TokenDesk.Made.TooMany());
    }

    @Test
    void theStoreHoldsNothingThatOpensAndNothingThatCanBeRaised() {
        String secret = made(FIGURES);
        Document kept =
                store.template().getDb().getCollection("staff-tokens").find().first();
        assertThat(kept).containsOnlyKeys("_id", "staff", "sealed");
        assertThat(kept.toJson()).doesNotContain(secret, "figures", "STATISTICS_READ");

        String second = ((TokenDesk.Made.Token) desk.make(rawa(), wish(Permission.WALLBOARD), "second")).secret();
        List<Document> both =
                store.template().getDb().getCollection("staff-tokens").find().into(new java.util.ArrayList<>());
        Document mine = both.stream()
                .filter(one -> one.getString("_id").equals(Secrets.digest(secret)))
                .findFirst()
                .orElseThrow();
        Document others =
                both.stream().filter(one -> !one.equals(mine)).findFirst().orElseThrow();
        store.template()
                .getDb()
                .getCollection("staff-tokens")
                .replaceOne(
                        new Document("_id", mine.getString("_id")),
                        new Document(mine).append("sealed", others.get("sealed")));
        assertThat(desk.open(secret, "10.0.0.1")).isEmpty();
        assertThat(desk.open(second, "10.0.0.1")).isPresent();
    }

    @Test
    void guessesAreWrittenDownUntilThereAreTooManyAndShutNobodyOut() {
        String secret = made(FIGURES);
        for (int i = 0; i < 10; i++) {
            assertThat(desk.open("wasl_guess" + i, "10.0.0.1")).isEmpty();
        }
        assertThat(trail.acts()).filteredOn(Act.TOKEN_REFUSED::equals).hasSize(2);
        assertThat(desk.open(secret, "10.0.0.1")).isPresent();
    }

    @Test
    void isReadBelowTheApiAlone() {
        assertThat(Bearer.token(request("/api/queue", "Bearer wasl_x"))).contains("wasl_x");
        assertThat(Bearer.token(request("/queue", "Bearer wasl_x"))).isEmpty();
        assertThat(Bearer.token(request("/api/queue", "Bearer x"))).isEmpty();
        assertThat(Bearer.shown(request("/queue", "Bearer wasl_x"))).isTrue();
        assertThat(Bearer.shown(request("/queue", "Basic wasl_x"))).isFalse();
    }

    private static MockHttpServletRequest request(String path, String header) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("Authorization", header);
        return request;
    }

    private static TokenDesk.Wish wish(Permission permission) {
        return new TokenDesk.Wish("x", Set.of(permission), Set.of(), 1);
    }

    private String made(TokenDesk.Wish wish) {
        return ((TokenDesk.Made.Token) desk.make(rawa(), wish, "key")).secret();
    }

    private CurrentStaff rawa() {
        return accounts.find(RAWA).orElseThrow().current();
    }

    private AuditEntry last() {
        return trail.entries().getLast();
    }
}

package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.DeskStore;
import org.wasl.admin.MovableClock;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.audit.AuditKey;
import org.wasl.triage.seal.Bytes;

/** What a provider's word is worth: as much as a password that was typed just now, and no more. */
class OpenIdSignInTest {
    private static final StaffId SALMA = new StaffId("2".repeat(32));
    private static final String CONSOLE = "https://desk.example";
    private static final Pattern STATE = Pattern.compile("[?&]state=([0-9a-f]+)");
    private static final Pattern NONCE = Pattern.compile("[?&]nonce=([0-9a-f]+)");

    private final DeskStore store = new DeskStore();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final OfficerSettings settings = OfficerSettings.DEFAULTS;
    private final Accounts accounts = new Accounts(store.template(), settings);
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final Sessions sessions = new Sessions(store.template(), accounts, settings, secrets, clock);
    private static final Passwords PASSWORDS = new Passwords();
    private final StaffAudit audit = new StaffAudit(new RecordingTrail(clock));
    private final AuditKey key = new AuditKey(Bytes.ofUtf8("k".repeat(32)));
    private final Factors factors = new Factors(
            store.template(), new FactorSealer(key, new SecureRandom()), secrets, new SecureRandom(), clock);
    private final FactorRig rig = new FactorRig(store, accounts, factors, clock);
    private final SignIn signIn = new SignIn(
            accounts, sessions, PASSWORDS, audit, secrets, factors, rig.steps, rig.passkeys, settings, clock);
    private final StaffDesk desk =
            new StaffDesk(accounts, sessions, PASSWORDS, secrets, audit, settings, clock, who -> {});
    private final MadeUpProvider provider = new MadeUpProvider(clock);
    private final OpenIdSettings openId = provider.settings();
    private final OpenIdSignIn way = new OpenIdSignIn(
            new OpenIdProvider(openId, clock),
            openId,
            new Challenges(key, new SecureRandom(), clock),
            accounts,
            secrets,
            clock);

    @BeforeEach
    void hire() {
        accounts.add(Account.invited(SALMA, new Account.Profile("Salma", Role.SUPERVISOR, Scope.everywhere("ar"))));
        accounts.takeName("salma", SALMA);
        accounts.setPassword(SALMA, "salma", PASSWORDS.encode("correct horse battery"));
        assertThat(accounts.knowAs(SALMA, openId.digest("salma-there"))).isTrue();
    }

    @AfterEach
    void close() {
        provider.close();
        store.close();
    }

    @Test
    void findsWhoseItIs() {
        assertThat(signsInThere()).contains(SALMA);
    }

    @Test
    void whoShowedThemselvesThereLongAgoShowsNothingHere() {
        provider.proven(Duration.ofMinutes(4));
        assertThat(signsInThere()).contains(SALMA);
        provider.proven(Duration.ofMinutes(6));
        assertThat(signsInThere()).isEmpty();
        provider.proven(null);
        assertThat(signsInThere()).isEmpty();
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() {
        OpenIdSignIn.Begun begun = way.begin(CONSOLE).orElseThrow();
        provider.saying("salma-there", "0".repeat(64));

        assertThat(way.end(CONSOLE, begun.secret(), of(STATE, begun.provider()), "code"))
                .isEmpty();
    }

    @Test
    void aSecondStepComesAfterItAsAfterAPassword() {
        SoftKey soft = new SoftKey();
        String made = soft.made(rig.passkeys.toMake(FactorRig.SITE, SALMA));
        assertThat(rig.passkeys.keep(FactorRig.SITE, SALMA, "a key", made)).isTrue();

        assertThat(signIn.byOpenId(this::signsInThere, "203.0.113.7"))
                .isInstanceOfSatisfying(
                        SignIn.Outcome.Second.class,
                        second -> assertThat(second.kinds()).contains(FactorKind.PASSKEY));
    }

    @Test
    void whoIsUnlinkedIsNobodyAnyMoreAndTheirSessionsEnd() {
        SignIn.Outcome in = signIn.byOpenId(this::signsInThere, "203.0.113.7");
        assertThat(in).isInstanceOf(SignIn.Outcome.In.class);
        String token = ((SignIn.Outcome.In) in).token();
        assertThat(sessions.open(token)).isPresent();

        CurrentStaff administrator = new CurrentStaff(
                new StaffId("1".repeat(32)), "Administrator", Role.ADMINISTRATOR, Scope.everywhere("ar"), false);
        assertThat(desk.forgetOpenId(administrator, SALMA)).isTrue();

        assertThat(sessions.open(token)).isEmpty();
        assertThat(signIn.byOpenId(this::signsInThere, "203.0.113.7")).isInstanceOf(SignIn.Outcome.Refused.class);
    }

    @Test
    void aProviderThatIsAwayLetsNobodyInAndIsAskedAgainWhenItIsBack() {
        OpenIdSignIn.Begun begun = way.begin(CONSOLE).orElseThrow();
        provider.saying("salma-there", of(NONCE, begun.provider()));
        provider.close();

        assertThat(way.end(CONSOLE, begun.secret(), of(STATE, begun.provider()), "code"))
                .isEmpty();
        assertThat(way.begin(CONSOLE)).as("what it said of itself is forgotten").isEmpty();
    }

    private Optional<StaffId> signsInThere() {
        OpenIdSignIn.Begun begun = way.begin(CONSOLE).orElseThrow();
        provider.saying("salma-there", of(NONCE, begun.provider()));
        return way.end(CONSOLE, begun.secret(), of(STATE, begun.provider()), "code");
    }

    private static String of(Pattern part, URI address) {
        Matcher found = part.matcher(address.toString());
        assertThat(found.find()).as(address.toString()).isTrue();
        return found.group(1);
    }
}

package org.wasl.admin.officer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wasl.admin.audit.Act;
import org.wasl.triage.intake.Capsule;

/** Decides about staff: who is invited, who joins, who is on duty, who is linked. */
final class StaffDesk implements StaffDirectory {
    static final String REAL_SIGN_IN = "real-sign-in";
    /** The one id that is not random: two first administrators cannot both be added. */
    static final StaffId FIRST_ADMINISTRATOR = new StaffId("0".repeat(31) + "1");

    private static final String INVITATION = "invitation";
    private static final String LINK = "link";
    private static final Duration STALE = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Secrets secrets;
    private final StaffAudit audit;
    private final OfficerSettings settings;
    private final Clock clock;
    private final Departure departures;
    private volatile Known known = new Known(Instant.EPOCH, List.of());

    private record Known(Instant at, List<Account> accounts) {}

    StaffDesk(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            Secrets secrets,
            StaffAudit audit,
            OfficerSettings settings,
            Clock clock,
            Departure departures) {
        this.departures = departures;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.secrets = secrets;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** How a one-time sign-in ended. */
    sealed interface Joined {
        record In(Account account) implements Joined {}

        /** The code is wrong, used or too old. */
        record NoInvitation() implements Joined {}

        record NameTaken() implements Joined {}

        /** Too short, too simple, or the name again. */
        record WeakPassword() implements Joined {}
    }

    /** A one-time sign-in for the first administrator; empty once there is one. */
    Optional<String> inviteFirstAdministrator() {
        return anAdministratorJoined() ? Optional.empty() : Optional.of(invitation(FIRST_ADMINISTRATOR));
    }

    /** Uses a one-time sign-in: sets name and password. A mistake in either does not use it up. */
    Joined join(String token, String username, String password) {
        String digest = Secrets.digest(token.strip());
        Optional<StaffId> invited =
                accounts.once(digest, INVITATION, clock.instant()).map(StaffId::new);
        if (invited.isEmpty() || (invited.get().equals(FIRST_ADMINISTRATOR) && anAdministratorJoined())) {
            return new Joined.NoInvitation();
        }
        if (!username.matches("[\\p{L}\\p{N}._-]{3,40}") || !Passwords.acceptable(password, username)) {
            return new Joined.WeakPassword();
        }
        String hash = passwords.encode(password);
        if (!accounts.takeName(username, invited.get())) {
            return new Joined.NameTaken();
        }
        if (accounts.takeOnce(digest, INVITATION, clock.instant()).isEmpty()) {
            return new Joined.NoInvitation();
        }
        return enter(invited.get(), username, hash);
    }

    private Joined enter(StaffId id, String username, String hash) {
        audit.change(Act.INVITATION_USED, id);
        if (id.equals(FIRST_ADMINISTRATOR)) {
            accounts.add(Account.invited(id, firstAdministrator(username)));
        }
        sessions.endAll(id);
        accounts.setPassword(id, username, hash);
        forget();
        return accounts.find(id).<Joined>map(Joined.In::new).orElseGet(Joined.NoInvitation::new);
    }

    private static Account.Profile firstAdministrator(String username) {
        return new Account.Profile(username, Role.ADMINISTRATOR, Scope.everywhere("ar", "ckb", "kmr", "en"));
    }

    /**
     * Closes an account at once: sessions, duty, the phone alerts go to, and what they held. Opening it again takes two
     * people.
     */
    boolean close(CurrentStaff by, StaffId whom) {
        audit.demand(by, Permission.STAFF_MANAGE);
        if (by.id().equals(whom) || accounts.find(whom).isEmpty()) {
            return false;
        }
        audit.change(by.id(), Act.ACCOUNT_CHANGED, whom);
        accounts.close(whom);
        sessions.endAll(whom);
        accounts.unlink(whom);
        accounts.knowAsNobody(whom);
        forget();
        departures.left(whom);
        return true;
    }

    /** The provider's word lets them in no more; their sign-ins end, since one of them may have begun with it. */
    boolean forgetOpenId(CurrentStaff by, StaffId whom) {
        audit.demand(by, Permission.STAFF_MANAGE);
        if (accounts.find(whom).map(Account::openId).isEmpty()) {
            return false;
        }
        audit.change(by.id(), Act.ACCOUNT_CHANGED, whom);
        accounts.knowAsNobody(whom);
        sessions.endAll(whom);
        forget();
        return true;
    }

    /** Writes down another part of the work; somebody who is away from today on is no longer on duty. */
    boolean setScope(CurrentStaff by, StaffId whom, Scope scope) {
        audit.demand(by, Permission.STAFF_MANAGE);
        return accounts.find(whom).map(account -> setScope(by, account, scope)).orElse(false);
    }

    /** Writes it over the one of the account as it was read; false when that is no longer there. */
    boolean setScope(CurrentStaff by, Account read, Scope scope) {
        audit.demand(by, Permission.STAFF_MANAGE);
        audit.change(by.id(), Act.SCOPE_CHANGED, read.id());
        if (!accounts.setScope(read.id(), read.profile().scope(), scope)) {
            return false;
        }
        if (scope.absent(clock)) {
            accounts.endDuty(read.id());
        }
        forget();
        return true;
    }

    /** Checks somebody in. Who is here is not away, whatever was written down. */
    void startDuty(StaffId staff) {
        audit.own(staff, Act.DUTY_STARTED);
        accounts.find(staff)
                .map(account -> account.profile().scope())
                .filter(scope -> scope.absent(clock))
                .ifPresent(scope -> accounts.setScope(staff, scope.absentUntil((LocalDate) null)));
        accounts.startDuty(staff, clock.instant());
        forget();
    }

    void endDuty(StaffId staff) {
        audit.own(staff, Act.DUTY_ENDED);
        accounts.endDuty(staff);
        forget();
    }

    /** A code to type into the officers' bot. Works once. */
    String linkCode(StaffId staff) {
        audit.own(staff, Act.LINK_CODE_MADE);
        String code = secrets.code();
        accounts.putOnce(
                Secrets.codeDigest(code), LINK, staff.value(), clock.instant().plus(settings.linkCode()));
        return code;
    }

    void unlink(StaffId staff) {
        accounts.unlink(staff);
        forget();
    }

    List<StaffMember> everybody() {
        Instant now = clock.instant();
        return fresh().stream()
                .map(account -> account.member(now, settings.duty()))
                .toList();
    }

    Optional<Account> account(StaffId id) {
        return accounts.find(id);
    }

    List<Account> allAccounts() {
        return fresh();
    }

    @Override
    public List<StaffMember> onDuty() {
        Instant now = clock.instant();
        return fresh().stream()
                .filter(account -> account.onDuty(now, settings.duty()))
                .sorted(Comparator.comparing(StaffDesk::checkedIn))
                .map(account -> account.member(now, settings.duty()))
                .toList();
    }

    @Override
    public List<StaffMember> all() {
        Instant now = clock.instant();
        return fresh().stream()
                .filter(Account::enabled)
                .map(account -> account.member(now, settings.duty()))
                .toList();
    }

    @Override
    public List<StaffMember> onCall() {
        Instant now = clock.instant();
        return fresh().stream()
                .filter(account -> account.enabled()
                        && account.joined()
                        && account.profile().role() == Role.DUTY_OFFICER
                        && !account.profile().scope().absent(clock))
                .map(account -> account.member(now, settings.duty()))
                .toList();
    }

    @Override
    public Optional<Instant> onDutySince(StaffId id) {
        Instant now = clock.instant();
        return fresh().stream()
                .filter(account -> account.id().equals(id) && account.onDuty(now, settings.duty()))
                .map(StaffDesk::checkedIn)
                .findFirst();
    }

    @Override
    public Optional<StaffMember> find(StaffId id) {
        return accounts.find(id).map(account -> account.member(clock.instant(), settings.duty()));
    }

    @Override
    public Optional<OfficerLink> linkOf(StaffId id) {
        return accounts.find(id).filter(Account::enabled).flatMap(StaffDesk::linkOf);
    }

    @Override
    public Optional<StaffId> linkedTo(String officerLink) {
        return accounts.linkedTo(officerLink);
    }

    @Override
    public boolean link(String linkCode, String officerLink, Capsule capsule) {
        Optional<StaffId> staff = accounts.takeOnce(Secrets.codeDigest(linkCode), LINK, clock.instant())
                .map(StaffId::new);
        staff.ifPresent(id -> {
            audit.own(id, Act.OFFICER_LINKED);
            accounts.link(id, officerLink, capsule);
            forget();
        });
        return staff.isPresent();
    }

    @Override
    public boolean aRealPersonHasSignedIn() {
        return accounts.marked(REAL_SIGN_IN);
    }

    private boolean anAdministratorJoined() {
        return accounts.all().stream()
                .anyMatch(account -> account.joined()
                        && !account.demonstration()
                        && account.profile().role() == Role.ADMINISTRATOR);
    }

    /** A one-time sign-in, which is shown once and kept nowhere. */
    String invitation(StaffId whom) {
        String token = secrets.token();
        accounts.putOnce(
                Secrets.digest(token), INVITATION, whom.value(), clock.instant().plus(settings.invitation()));
        return token;
    }

    private List<Account> fresh() {
        Known held = known;
        Instant now = clock.instant();
        if (held.at().plus(STALE).isBefore(now)) {
            held = new Known(now, accounts.all());
            known = held;
        }
        return held.accounts();
    }

    /** What is kept for two seconds is read anew. */
    void forget() {
        known = new Known(Instant.EPOCH, List.of());
    }

    private static Optional<OfficerLink> linkOf(Account account) {
        String link = account.officerLink();
        Capsule capsule = account.capsule();
        return link == null || capsule == null ? Optional.empty() : Optional.of(new OfficerLink(link, capsule));
    }

    private static Instant checkedIn(Account account) {
        return Optional.ofNullable(account.dutySince()).orElse(Instant.MAX);
    }
}

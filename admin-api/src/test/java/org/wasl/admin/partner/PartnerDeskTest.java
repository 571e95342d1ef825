package org.wasl.admin.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.NIDAL;
import static org.wasl.admin.Staffing.RAWA;
import static org.wasl.admin.Staffing.SALMA;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.DeskStore;
import org.wasl.admin.FiledReports;
import org.wasl.admin.MovableClock;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.StoreSettings;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;
import org.wasl.triage.seal.Opener;

/** The directory, sealed in a real store. */
class PartnerDeskTest {
    private static final PartnerContact NUMBER = new PartnerContact(PartnerContact.Way.PHONE, "0770 000 0000", null);

    private final DeskStore store = new DeskStore();
    private final MovableClock clock = new MovableClock(FiledReports.MORNING);
    private final RecordingTrail trail = new RecordingTrail(clock);
    private final Staffing staff = new Staffing().onDuty(SALMA, NIDAL, LAYLA);
    private SealedObjects<Partner> objects;
    private PartnerDesk desk;

    @BeforeEach
    void start(@TempDir Path folder) {
        DeskSecret secret = DeskSecret.of("5a".repeat(32));
        KeyFolder keys = KeyFolder.create(folder.resolve("keys"), secret, new SecureRandom());
        objects = PartnerRig.store(new ObjectStores(
                store.nodesTemplate(), DeskKeys.load(keys.deskFolder(), secret).cases(), StoreSettings.DEFAULTS));
        desk = desk(PartnerSettings.DEFAULTS);
    }

    @AfterEach
    void stop() {
        assertThat(store.recorder().wrong()).isEmpty();
        store.close();
    }

    @Test
    void aContactCountsOnceASecondPersonComparedItAndNobodyHasReachedThemYet() {
        PartnerEntry fresh = added(NUMBER);
        assertThat(fresh.partner().contact()).isNull();

        assertThat(desk.confirm(salma(), fresh.id(), fresh.edition(), true))
                .isEqualTo(no(PartnerOutcome.Why.NEEDS_ANOTHER_PERSON));
        PartnerEntry known = done(desk.confirm(staff.as(NIDAL), fresh.id(), fresh.edition(), true));

        assertThat(known.partner().contact()).isEqualTo(NUMBER);
        assertThat(known.partner().proposal()).isNull();
        assertThat(known.partner().overdue(today())).isTrue();
        assertThat(desk.confirm(staff.as(NIDAL), fresh.id(), known.edition(), true))
                .isEqualTo(no(PartnerOutcome.Why.NOTHING_PROPOSED));
    }

    @Test
    void aChangedContactLeavesTheOldOneUntilItIsConfirmedAndAWrongOneIsDropped() {
        PartnerEntry known = reached();
        PartnerContact other = new PartnerContact(PartnerContact.Way.EMAIL, "help@example.invalid", null);

        PartnerEntry proposed = done(desk.propose(salma(), known.id(), known.edition(), other));
        assertThat(proposed.partner().contact()).isEqualTo(NUMBER);
        PartnerEntry dropped = done(desk.confirm(salma(), known.id(), proposed.edition(), false));

        assertThat(dropped.partner().contact()).isEqualTo(NUMBER);
        assertThat(dropped.partner().proposal()).isNull();
    }

    @Test
    void whoeverWasReachedIsToBeReachedAgainInHalfAYear() {
        PartnerEntry known = reached();

        PartnerEntry verified = done(desk.verified(salma(), known.id(), known.edition()));
        assertThat(verified.partner().verifyBy()).isEqualTo(today().plusDays(180));
        assertThat(verified.partner().overdue(today())).isFalse();

        clock.pass(Duration.ofDays(181));
        assertThat(verified.partner().overdue(desk.today())).isTrue();
    }

    @Test
    void nobodyIsVerifiedWithoutAContact() {
        PartnerEntry bare = added(null);

        assertThat(desk.verified(salma(), bare.id(), bare.edition())).isEqualTo(no(PartnerOutcome.Why.NO_CONTACT));
    }

    @Test
    void whoMayNotReferSeesNothingAndWhoMayNotManageChangesNothing() {
        PartnerEntry entry = added(NUMBER);
        CurrentStaff layla = staff.as(LAYLA);

        assertThat(desk.all(layla)).isEmpty();
        assertThat(desk.one(layla, entry.id())).isEmpty();
        assertThat(desk.add(layla, profile("Another"), null, null)).isEqualTo(no(PartnerOutcome.Why.NOT_ALLOWED));
        assertThat(desk.edit(layla, entry.id(), entry.edition(), profile("Another")))
                .isEqualTo(no(PartnerOutcome.Why.NOT_ALLOWED));
        assertThat(desk.confirm(layla, entry.id(), entry.edition(), true))
                .isEqualTo(no(PartnerOutcome.Why.NOT_ALLOWED));

        assertThat(trail.entries().stream()
                        .filter(one -> one.actor().equals(LAYLA.value()))
                        .map(AuditEntry::outcome))
                .hasSize(5)
                .containsOnly(AuditEntry.Outcome.REFUSED);
        assertThat(trail.acts()).contains(Act.PARTNERS_READ, Act.PARTNER_CHANGED);
    }

    @Test
    void theSlowerOfTwoIsToldAndWhatIsNotThereIsMissing() {
        PartnerEntry entry = added(null);
        done(desk.edit(salma(), entry.id(), entry.edition(), profile("Renamed")));

        assertThat(desk.edit(staff.as(NIDAL), entry.id(), entry.edition(), profile("Mine")))
                .isInstanceOf(PartnerOutcome.Overtaken.class);
        assertThat(desk.edit(salma(), "../../etc/passwd", 1, profile("Mine")))
                .isInstanceOf(PartnerOutcome.Missing.class);
        assertThat(desk.one(salma(), "no-such-partner")).isEmpty();
        assertThat(desk.one(salma(), "{$ne:1}")).isEmpty();
    }

    @Test
    void oneKeyAddsOneEntry() {
        PartnerEntry first = done(desk.add(salma(), profile("Once"), null, "k-1"));
        PartnerEntry again = done(desk.add(salma(), profile("Once"), null, "k-1"));

        assertThat(again).isEqualTo(first);
        assertThat(desk.all(salma())).hasSize(1);
    }

    @Test
    void refusesAKeyNobodyHolds() {
        PartnerContact nobodys = new PartnerContact(PartnerContact.Way.IN_PERSON, "the door", "0".repeat(64));
        PartnerEntry entry = added(null);

        assertThat(desk.add(salma(), profile("Keyed"), nobodys, null)).isEqualTo(no(PartnerOutcome.Why.UNUSABLE_KEY));
        assertThat(desk.propose(salma(), entry.id(), entry.edition(), nobodys))
                .isEqualTo(no(PartnerOutcome.Why.UNUSABLE_KEY));

        String key = Opener.publicKeyOf(Bytes.ofHex("5c".repeat(32))).toHex();
        PartnerContact theirs = new PartnerContact(PartnerContact.Way.IN_PERSON, "the door", key);
        done(desk.propose(salma(), entry.id(), entry.edition(), theirs));
        assertThat(theirs.fingerprint()).matches("([0-9a-f]{4} ){7}[0-9a-f]{4}");
    }

    @Test
    void theDirectoryAndItsEntriesHaveLimits() {
        PartnerDesk small = desk(new PartnerSettings(Duration.ofDays(180), 1, 1, 1, 1, 100, Duration.ofDays(1), 1000));
        done(small.add(salma(), profile("One"), null, null));
        assertThat(small.add(salma(), profile("Two"), null, null)).isEqualTo(no(PartnerOutcome.Why.TOO_MANY));

        assertThatThrownBy(() -> profile("x".repeat(121))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profile(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartnerContact(PartnerContact.Way.PHONE, "call me", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartnerContact(PartnerContact.Way.EMAIL, "a@b\r\nBcc: c@d", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartnerContact(PartnerContact.Way.IN_PERSON, "x", "not a key"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsNoLongerThereStandsLastAndComesBack() {
        PartnerEntry gone = added(null);
        PartnerEntry there = done(desk.add(salma(), profile("Zeta"), null, null));
        PartnerEntry retired = done(desk.retire(staff.as(RAWA), gone.id(), gone.edition(), true));

        assertThat(desk.all(salma())).extracting(PartnerEntry::id).containsExactly(there.id(), gone.id());
        assertThat(done(desk.retire(salma(), gone.id(), retired.edition(), false))
                        .partner()
                        .retired())
                .isFalse();
    }

    @Test
    void keepsTheLatestSixtyChanges() {
        PartnerEntry entry = added(null);
        for (int at = 0; at < Partner.MOST_HISTORY + 5; at++) {
            entry = done(desk.edit(salma(), entry.id(), entry.edition(), profile("Name " + at)));
        }

        assertThat(entry.partner().history())
                .hasSize(Partner.MOST_HISTORY)
                .extracting(Partner.Change::what)
                .containsOnly(Partner.Change.What.EDITED);
    }

    @Test
    void shipsPartnersWithTheirSourcesAndLeavesAsItIsWhatStaffChanged() {
        Map<String, Partner> shipped = PartnerFile.read(PartnerFile.SHIPPED);
        new PartnerSeeds(objects, shipped, false).start();
        assertThat(desk.entries())
                .isNotEmpty()
                .noneMatch(entry -> entry.partner().demonstration())
                .allMatch(entry -> entry.partner().overdue(today()));
        PartnerEntry line = desk.one(salma(), "kri-119").orElseThrow();
        done(desk.retire(salma(), line.id(), line.edition(), true));

        new PartnerSeeds(objects, shipped, true).start();

        assertThat(desk.one(salma(), "kri-119").orElseThrow().partner().retired())
                .isTrue();
        assertThat(desk.entries()).anyMatch(entry -> entry.partner().demonstration());
    }

    @Test
    void saysAtOnceAllThatIsWrongWithAFile() {
        String wrong = """
                partners:
                  - {id: one, kind: NONSENSE}
                  - {id: two, secret: x}
                  - {name: three}
                """;

        assertThatThrownBy(() -> PartnerFile.parse(wrong))
                .hasMessageContainingAll("one", "two", "secret", "an entry without id");
        assertThatThrownBy(() -> PartnerFile.parse("!!javax.script.ScriptEngineManager []"))
                .isInstanceOf(IllegalStateException.class);
    }

    private PartnerDesk desk(PartnerSettings settings) {
        return new PartnerDesk(objects, trail, settings, PartnerRig.ids("p"), clock);
    }

    private PartnerEntry added(@Nullable PartnerContact contact) {
        return done(desk.add(salma(), profile("House of hope"), contact, null));
    }

    private PartnerEntry reached() {
        PartnerEntry fresh = added(NUMBER);
        return done(desk.confirm(staff.as(NIDAL), fresh.id(), fresh.edition(), true));
    }

    private static PartnerProfile profile(String name) {
        return new PartnerProfile(
                PartnerKind.SHELTER,
                Map.of("en", name),
                Set.of(Governorate.BG),
                Set.of("ar"),
                Set.of(Taken.WOMEN),
                "24/7",
                "their own sheet",
                LocalDate.of(2026, 11, 1));
    }

    private CurrentStaff salma() {
        return staff.as(SALMA);
    }

    private LocalDate today() {
        return desk.today();
    }

    private static PartnerEntry done(PartnerOutcome outcome) {
        assertThat(outcome).isInstanceOf(PartnerOutcome.Done.class);
        return ((PartnerOutcome.Done) outcome).entry();
    }

    private static PartnerOutcome no(PartnerOutcome.Why why) {
        return new PartnerOutcome.Refused(why);
    }
}

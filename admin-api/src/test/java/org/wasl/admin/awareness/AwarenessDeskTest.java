package org.wasl.admin.awareness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.DeskStore;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.Staffing;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.store.ObjectKind;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.StoreSettings;
import org.wasl.admin.store.Stored;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

class AwarenessDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String RUN = "00ff00ff00ff00ff";
    private static final Session.Outcome OUTCOME = new Session.Outcome(
            List.of(
                    new Session.Count(Session.Sex.WOMEN, Session.Age.FROM_18, 24),
                    new Session.Count(Session.Sex.MEN, Session.Age.FROM_15, 3)),
            List.of(new Session.Given(Session.Material.POSTER, 10)),
            new Session.Feedback(20, 2, 21, 1),
            "Questions about telephones.");

    private final DeskStore store = new DeskStore();
    private final RecordingTrail trail = new RecordingTrail(Clock.systemUTC());
    private final CurrentStaff rawa = caller(Scope.everywhere("ar"));
    private AwarenessDesk desk;

    @BeforeEach
    void start(@TempDir Path folder) {
        DeskSecret secret = DeskSecret.of("5a".repeat(32));
        var keys = KeyFolder.create(folder.resolve("keys"), secret, new SecureRandom());
        ObjectStores stores = new ObjectStores(
                store.nodesTemplate(), DeskKeys.load(keys.deskFolder(), secret).cases(), StoreSettings.DEFAULTS);
        desk = new AwarenessDesk(
                stores.open(new ObjectKind<>("awareness", Session.class, 1, 200_000, 100, session -> true)),
                stores.open(new ObjectKind<>("campaign", Campaign.class, 1, 200_000, 1, campaign -> false)),
                new Staffing(),
                trail,
                AwarenessSettings.DEFAULTS,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new SecureRandom());
    }

    @AfterEach
    void stop() {
        assertThat(store.recorder().wrong()).isEmpty();
        store.close();
    }

    private static CurrentStaff caller(Scope scope) {
        return new CurrentStaff(Staffing.RAWA, "Rawa (demonstration)", Role.COORDINATOR, scope, true);
    }

    private static AwarenessDesk.Request request(Governorate where) {
        return new AwarenessDesk.Request(
                Session.Asker.SCHOOL,
                Session.Topic.ONLINE_SAFETY,
                Session.PlaceKind.SCHOOL,
                where,
                "ar",
                "Two classes, one hour",
                "the head teacher's office");
    }

    private Stored<Session> requested() {
        return done(desk.request(rawa, request(Governorate.DQ), "key-1"));
    }

    private Stored<Session> planned() {
        return planned("key-1");
    }

    private Stored<Session> planned(String key) {
        Stored<Session> stored = done(desk.request(rawa, request(Governorate.DQ), key));
        return done(desk.plan(rawa, stored.id(), Staffing.HIWA, NOW.plusSeconds(86_400), stored.edition()));
    }

    private static Stored<Session> done(SessionChange change) {
        assertThat(change).isInstanceOf(SessionChange.Done.class);
        return ((SessionChange.Done) change).stored();
    }

    private static SessionChange refused(SessionChange.Why why) {
        return new SessionChange.Refused(why);
    }

    @Test
    void goesFromTheRequestToWhatCameOfIt() {
        Stored<Session> planned = planned();
        assertThat(planned.content().campaign()).matches("[a-z2-9]{8}");
        Stored<Session> held = done(desk.held(rawa, planned.id(), OUTCOME, planned.edition()));
        assertThat(held.content().state()).isEqualTo(Session.State.HELD);
        assertThat(held.content().history())
                .extracting(Session.Line::state)
                .containsExactly(Session.State.REQUESTED, Session.State.PLANNED, Session.State.HELD);
        assertThat(done(desk.held(rawa, held.id(), OUTCOME, held.edition()))
                        .content()
                        .campaign())
                .isEqualTo(planned.content().campaign());
    }

    @Test
    void makesOneSessionOfOneKey() {
        Stored<Session> first = requested();
        assertThat(requested().id()).isEqualTo(first.id());
        assertThat(desk.all(rawa)).hasSize(1);
        assertThat(desk.request(rawa, request(Governorate.BA), "key-1"))
                .isEqualTo(refused(SessionChange.Why.KEY_REUSED));
    }

    @Test
    void refusesWhatIsOverWhatIsNotPlannedAndWhatWasOvertaken() {
        Stored<Session> stored = requested();
        assertThat(desk.held(rawa, stored.id(), OUTCOME, stored.edition()))
                .isEqualTo(refused(SessionChange.Why.WRONG_STATE));
        Stored<Session> off = done(desk.cancel(rawa, stored.id(), "Exams that week", stored.edition()));
        assertThat(desk.plan(rawa, stored.id(), Staffing.HIWA, NOW, off.edition()))
                .isEqualTo(refused(SessionChange.Why.WRONG_STATE));
        assertThat(desk.cancel(rawa, stored.id(), "again", stored.edition()))
                .isInstanceOf(SessionChange.Overtaken.class);
    }

    @Test
    void refusesNumbersThatCannotBe() {
        Stored<Session> planned = planned();
        var twice = new Session.Count(Session.Sex.MEN, Session.Age.FROM_15, 1);
        for (List<Session.Count> wrong : List.of(
                List.of(new Session.Count(Session.Sex.MEN, Session.Age.FROM_15, -1)),
                List.of(new Session.Count(Session.Sex.MEN, Session.Age.FROM_15, 5_001)),
                List.of(twice, twice))) {
            var outcome = new Session.Outcome(wrong, List.of(), Session.Feedback.NONE, "");
            assertThat(desk.held(rawa, planned.id(), outcome, planned.edition()))
                    .isEqualTo(refused(SessionChange.Why.NUMBERS));
        }
    }

    @Test
    void showsAndTakesOnlyWhatIsInTheCallersGovernorates() {
        Stored<Session> stored = requested();
        CurrentStaff elsewhere = caller(Scope.everywhere("ar").in(Set.of(Governorate.AR)));
        assertThat(desk.all(elsewhere)).isEmpty();
        assertThat(desk.read(elsewhere, stored.id())).isEmpty();
        assertThat(desk.cancel(elsewhere, stored.id(), "no", stored.edition()))
                .isEqualTo(refused(SessionChange.Why.NOT_ALLOWED));
        assertThat(desk.request(elsewhere, request(Governorate.DQ), "key-2"))
                .isEqualTo(refused(SessionChange.Why.NOT_ALLOWED));
    }

    @Test
    void refusesWhoeverDoesNotWorkOnSessions() {
        CurrentStaff operator =
                new CurrentStaff(Staffing.LAYLA, "Layla (demonstration)", Role.OPERATOR, Scope.everywhere("ar"), true);
        assertThat(desk.all(operator)).isEmpty();
        assertThat(desk.request(operator, request(Governorate.DQ), "key-3"))
                .isEqualTo(refused(SessionChange.Why.NOT_ALLOWED));
    }

    @Test
    void countsWhatTheBotCountedOnceHoweverOftenItIsTold() {
        Session session = planned().content();
        String code = session.campaign();
        assertThat(code).isNotNull();
        tell(MONDAY, RUN, Map.of(code, 4, "nobodys-code", 90));
        assertThat(desk.begun(session)).isEmpty();
        tell(MONDAY, RUN, Map.of(code, 7));
        tell(MONDAY, RUN, Map.of(code, 4));
        tell(MONDAY, "1111111111111111", Map.of(code, 2));
        tell(MONDAY.plusDays(1), RUN, Map.of(code, 3));
        assertThat(desk.begun(session)).as("twelve").contains(10);
    }

    /** Whoever looks every hour, or takes one list off another, must not see a single person read a poster. */
    @Test
    void tellsOfNoSingleChatBySubtractingWhatIsTold() {
        Stored<Session> many = planned();
        Stored<Session> few = planned("key-few");
        done(desk.held(rawa, many.id(), OUTCOME, many.edition()));
        done(desk.held(rawa, few.id(), OUTCOME, few.edition()));
        Set<Integer> told = new TreeSet<>();
        for (int begun = 0; begun < 20; begun++) {
            tell(MONDAY, RUN, Map.of(code(many), begun, code(few), Math.min(begun, 3)));
            int shown = desk.begun(read(many)).orElse(0);
            told.add(shown);
            assertThat(desk.begun(read(few))).isEmpty();
            EffectRow row = desk.effect(rawa).getFirst();
            assertThat(row.begun()).isEqualTo(shown == 0 ? null : Integer.valueOf(shown));
        }
        assertThat(told).containsExactly(0, 5, 10, 15);
    }

    private static String code(Stored<Session> session) {
        return Objects.requireNonNull(session.content().campaign());
    }

    private Session read(Stored<Session> session) {
        return desk.read(rawa, session.id()).orElseThrow().content();
    }

    private void tell(LocalDate day, String run, Map<String, Integer> begun) {
        desk.counted(new IntakeEntry.CampaignsCounted(day, run, begun));
    }

    @Test
    void hidesSmallCountsInWhatCameOfAllSessions() {
        Stored<Session> planned = planned();
        done(desk.held(rawa, planned.id(), OUTCOME, planned.edition()));
        EffectRow row = desk.effect(rawa).getFirst();
        assertThat(row.sessions()).isEqualTo(1);
        assertThat(row.men()).as("three").isNull();
        assertThat(row.women())
                .as("with the total it would give the three away")
                .isNull();
        assertThat(row.people()).isEqualTo(27);
        assertThat(row.begun()).as("nobody, or a few").isNull();
    }

    @Test
    void keepsNothingOfItReadableInTheStore() {
        requested();
        store.template()
                .getDb()
                .listCollectionNames()
                .forEach(name -> store.template()
                        .getCollection(name)
                        .find()
                        .forEach(found -> assertThat(found.toJson())
                                .doesNotContain("Two classes")
                                .doesNotContain("head teacher")));
    }
}

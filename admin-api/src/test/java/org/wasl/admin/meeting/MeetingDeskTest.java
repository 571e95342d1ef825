package org.wasl.admin.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.wasl.admin.Staffing.DARA;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.NIDAL;
import static org.wasl.admin.Staffing.SALMA;
import static org.wasl.admin.casework.HotCases.aHotCase;
import static org.wasl.admin.casework.HotCases.number;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.FiledReports;
import org.wasl.admin.MovableClock;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseView;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.HotCases;
import org.wasl.admin.casework.MeetingDecisions;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.store.Mentions;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.StoreRig;
import org.wasl.admin.store.Stored;
import org.wasl.triage.report.Level;

/** A meeting from its agenda to its minutes, sealed in a real store; the cases are a list. */
class MeetingDeskTest {
    private static StoreRig rig;

    private final MovableClock clock = new MovableClock(FiledReports.MORNING.plus(Duration.ofMinutes(1)));
    private final RecordingTrail trail = new RecordingTrail(clock);
    private final Staffing staff = new Staffing().onDuty(SALMA, NIDAL, LAYLA, DARA);
    private final Cases cases = new Cases();
    private SealedObjects<Meeting> objects;
    private ObjectStores stores;
    private MeetingDesk desk;
    private MeetingWork work;
    private MeetingMinutes minutes;
    private MinutesLeftovers leftovers;
    private int salts;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rig = new StoreRig(folder);
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @BeforeEach
    void start() {
        stores = rig.empty();
        Mentions mentions = StoreRig.mentions(stores, trail);
        objects = stores.open(MeetingConfiguration.MEETINGS);
        MeetingSettings settings = MeetingSettings.DEFAULTS;
        MeetingViews views = new MeetingViews(cases, staff);
        MeetingDoor door = new MeetingDoor(objects, views, trail, clock);
        AgendaRules rules = new AgendaRules(CaseworkSettings.DEFAULTS, settings);
        Archive archive = new Archive(objects, settings, clock);
        desk = new MeetingDesk(objects, archive, rules, cases, views, door, staff, trail, mentions, settings, clock);
        work = new MeetingWork(objects, cases, views, door, trail, settings, clock);
        minutes = new MeetingMinutes(
                objects,
                views,
                door,
                trail,
                mentions,
                () -> "desk-1/1:7:head",
                () -> "salt" + salts++,
                settings,
                clock);
        leftovers = new MinutesLeftovers(objects, mentions);
        cases.put(aHotCase(0).judged(Level.L1_IMMEDIATE));
        cases.put(aHotCase(1).heldBy(LAYLA).closingAsked());
    }

    @Test
    void anAgendaIsDrawnUpByRuleAndStandsWhenTheMeetingBegins() {
        assertThat(desk.agenda(salma(), null).orElseThrow().rows())
                .extracting(row -> row.item().number())
                .containsExactly(number(0), number(1));

        MeetingView view = begin();
        cases.put(aHotCase(2).judged(Level.L2_EMERGENT));

        assertThat(desk.read(salma(), view.id()).orElseThrow().rows()).hasSize(2);
        assertThat(view.meeting().present()).extracting(Attendee::who).containsExactly(SALMA, NIDAL);
    }

    @Test
    void thereIsOneMeetingAtATimeForOnePlace() {
        MeetingView view = begin();

        assertThat(desk.begin(staff.as(NIDAL), null, Set.of()))
                .isInstanceOfSatisfying(
                        MeetingChange.Running.class,
                        running -> assertThat(running.view().id()).isEqualTo(view.id()));
        assertThat(desk.begin(salma(), Governorate.SU, Set.of())).isInstanceOf(MeetingChange.Done.class);
    }

    @Test
    void aDecisionIsTheCasesNextActionAndStandsInTheMeeting() {
        MeetingView view = begin();
        Instant due = clock.instant().plus(Duration.ofDays(1));

        MeetingView after = done(decide(view, number(0), Decision.Kind.VISIT, DARA, due, "quietly"));

        assertThat(cases.decided).hasSize(1);
        assertThat(cases.decided.getFirst().what()).isEqualTo(NextAction.What.VISIT);
        assertThat(cases.decided.getFirst().due()).isEqualTo(due);
        assertThat(cases.decided.getFirst().owner()).isEqualTo(DARA);
        assertThat(Objects.requireNonNull(
                                after.row(number(0)).orElseThrow().item().decision())
                        .note())
                .isEqualTo("quietly");
        assertThat(after.edition()).isEqualTo(view.edition() + 1);
    }

    @Test
    void aDecisionSentAgainAfterACrashChangesTheCaseUnderTheSameKey() {
        MeetingView view = begin();
        Instant due = clock.instant().plus(Duration.ofDays(1));
        decide(view, number(0), Decision.Kind.VISIT, DARA, due, "");
        Meeting before = view.meeting();
        MeetingView other = begin(Governorate.BG);
        decide(other, number(0), Decision.Kind.VISIT, DARA, due, "");

        assertThat(before.happened()).hasSize(1);
        assertThat(new HashSet<>(cases.keys))
                .as("another meeting is another act")
                .hasSize(2);
    }

    @Test
    void aDecisionNeedsAnOwnerAndADateOrAReasonToPutItOff() {
        MeetingView view = begin();
        Instant due = clock.instant().plus(Duration.ofDays(1));

        assertThat(why(decide(view, number(0), Decision.Kind.LOOK, null, due, "")))
                .isEqualTo(MeetingChange.Why.OWNER_MISSING);
        assertThat(why(decide(view, number(1), Decision.Kind.LOOK, null, null, "")))
                .isEqualTo(MeetingChange.Why.DATE_MISSING);
        assertThat(why(decide(view, number(1), Decision.Kind.DEFERRED, null, null, " ")))
                .isEqualTo(MeetingChange.Why.REASON_MISSING);
        assertThat(why(decide(view, number(1), Decision.Kind.LOOK, null, due, "x".repeat(1_001))))
                .isEqualTo(MeetingChange.Why.TOO_LONG);
        assertThat(cases.decided).isEmpty();
    }

    @Test
    void whatTheCaseRefusesIsNotInTheMinutes() {
        MeetingView view = begin();
        cases.answer = new CaseChange.Refused(CaseChange.Why.WISH_NOT_MET);

        assertThat(decide(view, number(0), Decision.Kind.VISIT, DARA, clock.instant(), ""))
                .isInstanceOf(MeetingChange.CaseSaid.class);
        assertThat(desk.read(salma(), view.id()).orElseThrow().decided()).isZero();
    }

    @Test
    void theSlowerOfTwoIsToldWhatWasDone() {
        MeetingView view = begin();
        desk.came(staff.as(NIDAL), view.id(), LAYLA, view.edition());

        assertThat(desk.add(salma(), view.id(), number(0), view.edition()))
                .isInstanceOfSatisfying(MeetingChange.Overtaken.class, overtaken -> {
                    assertThat(overtaken.edition()).isEqualTo(view.edition() + 1);
                    assertThat(overtaken.latest().getLast().kind()).isEqualTo(Meeting.Happened.Kind.CAME);
                });
    }

    @Test
    void aRestrictedCaseIsSpokenOfOnlyWhenItsTeamIsAloneInTheRoom() {
        cases.put(aHotCase(2).judged(Level.L2_EMERGENT).heldBy(SALMA).restricted());
        cases.shut(number(2), NIDAL);
        MeetingView view = begin();

        assertThat(view.row(number(2))).isEmpty();
        assertThat(view.apart()).isEqualTo(1);
        assertThat(view.outside()).containsExactly("Nidal (demonstration)");
        assertThat(decide(view, number(2), Decision.Kind.LOOK, null, clock.instant(), ""))
                .isInstanceOf(MeetingChange.NotBefore.class);

        MeetingView alone = done(desk.left(salma(), view.id(), NIDAL, view.edition()));

        assertThat(alone.row(number(2))).isPresent();
        MeetingView ended = done(minutes.close(salma(), view.id(), alone.edition()));
        assertThat(ended.row(number(2))).isPresent();
        assertThat(desk.read(staff.as(NIDAL), view.id()).orElseThrow().row(number(2)))
                .as("nor is it in the minutes for who may not know of it")
                .isEmpty();
    }

    @Test
    void minutesAreFrozenUnderAHashThatShowsEveryChange() {
        MeetingView view = begin();
        MeetingView decided = done(decide(
                view, number(1), Decision.Kind.LOOK, null, clock.instant().plusSeconds(60), "a"));
        MeetingView ended = done(minutes.close(salma(), view.id(), decided.edition()));

        assertThat(ended.whole()).isTrue();
        assertThat(Objects.requireNonNull(ended.meeting().minutes()).hash()).hasSize(64);
        assertThat(why(decide(ended, number(0), Decision.Kind.LOOK, DARA, clock.instant(), "")))
                .isEqualTo(MeetingChange.Why.FROZEN);
        assertThat(why(minutes.close(salma(), view.id(), ended.edition()))).isEqualTo(MeetingChange.Why.FROZEN);

        Stored<Meeting> stored = objects.read(view.id()).orElseThrow();
        Item changed = stored.content().item(number(1)).orElseThrow();
        Decision was = Objects.requireNonNull(changed.decision());
        Decision is = new Decision(was.kind(), was.owner(), was.due(), "b", was.by(), was.at());
        objects.replace(stored, with(stored.content(), changed.decided(is)));
        assertThat(desk.read(salma(), view.id()).orElseThrow().whole()).isFalse();
    }

    @Test
    void whatWasWrongInTheMinutesStandsBesideThem() {
        MeetingView view = begin();
        assertThat(why(minutes.correct(salma(), view.id(), "too early"))).isEqualTo(MeetingChange.Why.STILL_OPEN);
        MeetingView ended = done(minutes.close(salma(), view.id(), view.edition()));

        MeetingView once = done(minutes.correct(salma(), view.id(), "Dara was not there"));
        MeetingView again = done(minutes.correct(salma(), view.id(), "Dara was not there"));

        assertThat(again.meeting().corrections()).hasSize(1);
        assertThat(once.meeting().minutes()).isEqualTo(ended.meeting().minutes());
        assertThat(again.whole()).isTrue();
    }

    @Test
    void aCorrectionThatNamesAnErasedCaseLosesItsWordsAndTheHashHolds() {
        MeetingView view = begin();
        done(minutes.close(salma(), view.id(), view.edition()));
        done(minutes.correct(salma(), view.id(), number(3) + " was spoken of too"));
        done(minutes.correct(salma(), view.id(), "Dara was not there"));
        assertThat(leftovers.left(number(3))).isTrue();

        leftovers.forget(number(3));

        MeetingView left = desk.read(salma(), view.id()).orElseThrow();
        assertThat(left.meeting().corrections())
                .extracting(Meeting.Correction::text)
                .containsExactly("", "Dara was not there");
        assertThat(left.whole()).isTrue();
        assertThat(leftovers.left(number(3))).isFalse();

        Stored<Meeting> stored = objects.read(view.id()).orElseThrow();
        Meeting.Correction first = stored.content().corrections().getFirst();
        Meeting.Correction other = new Meeting.Correction(
                first.by(), first.name(), first.at(), "put in", first.hash(), null, first.digest());
        assertThat(MinutesText.whole(view.id(), corrected(stored.content(), other)))
                .as("words put in where some went")
                .isFalse();
    }

    private static Meeting corrected(Meeting meeting, Meeting.Correction first) {
        return new Meeting(
                meeting.governorate(),
                meeting.chair(),
                meeting.attendance(),
                meeting.items(),
                meeting.batch(),
                meeting.leftOut(),
                meeting.happened(),
                meeting.minutes(),
                List.of(first, meeting.corrections().getLast()),
                meeting.gone());
    }

    @Test
    void anErasedCaseLeavesNothingInTheMinutesButThatItStoodThere() {
        MeetingView view = begin();
        MeetingView first = done(decide(
                view, number(0), Decision.Kind.LOOK, DARA, clock.instant().plusSeconds(60), "on the roof"));
        MeetingView second = done(decide(
                first, number(1), Decision.Kind.LOOK, null, clock.instant().plusSeconds(60), "kept"));
        MeetingView ended = done(minutes.close(salma(), view.id(), second.edition()));
        String hash = Objects.requireNonNull(ended.meeting().minutes()).hash();
        assertThat(leftovers.left(number(0))).isTrue();

        leftovers.forget(number(0));
        leftovers.forget(number(0));

        MeetingView now = desk.read(salma(), view.id()).orElseThrow();
        assertThat(leftovers.left(number(0))).isFalse();
        assertThat(now.meeting().item(number(0))).isEmpty();
        assertThat(now.row(number(1))).isPresent();
        assertThat(now.meeting().gone()).hasSize(1);
        assertThat(Objects.requireNonNull(now.meeting().minutes()).hash()).isEqualTo(hash);
        assertThat(now.whole()).as("the hash holds without it").isTrue();

        leftovers.forget(number(1));
        Stored<Meeting> stored = objects.read(view.id()).orElseThrow();
        assertThat(desk.read(salma(), view.id()).orElseThrow().whole()).isTrue();
        assertThat(stored.content().gone())
                .extracting(Meeting.Gone::place)
                .as("each where it stood")
                .containsExactly(0, 1);
    }

    @Test
    void aCaseErasedWhileTheMeetingGoesOnIsGoneFromItToo() {
        MeetingView view = begin();

        leftovers.forget(number(1));

        MeetingView now = desk.read(salma(), view.id()).orElseThrow();
        assertThat(now.row(number(1))).isEmpty();
        assertThat(why(decide(now, number(1), Decision.Kind.LOOK, DARA, clock.instant(), "")))
                .isEqualTo(MeetingChange.Why.UNKNOWN_CASE);
        assertThat(done(minutes.close(salma(), view.id(), now.edition())).whole())
                .isTrue();
    }

    @Test
    void minutesArePrintedOnceTheyStandAndThatIsOnTheChain() {
        MeetingView view = begin();
        assertThat(why(minutes.print(salma(), view.id()))).isEqualTo(MeetingChange.Why.STILL_OPEN);
        done(minutes.close(salma(), view.id(), view.edition()));

        assertThat(done(minutes.print(salma(), view.id())).rows()).hasSize(2);
        assertThat(trail.acts()).contains(Act.MINUTES_PRINTED);
        assertThat(minutes.print(staff.as(LAYLA), view.id())).isInstanceOf(MeetingChange.Missing.class);
        assertThat(trail.entries())
                .filteredOn(entry -> entry.act() == Act.MINUTES_PRINTED)
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditEntry.Outcome.DONE, AuditEntry.Outcome.REFUSED);
    }

    @Test
    void whatWasNotReachedIsCarriedOver() {
        MeetingView view = begin();
        MeetingView put = done(decide(view, number(1), Decision.Kind.DEFERRED, null, null, "who knows is away"));
        minutes.close(salma(), view.id(), put.edition());
        clock.pass(Duration.ofHours(2));

        MeetingView next = begin();

        assertThat(next.id()).isNotEqualTo(view.id());
        assertThat(next.rows())
                .allSatisfy(row -> assertThat(row.item().grounds()).contains(Ground.CARRIED_OVER));
    }

    @Test
    void standardCasesAreGivenOutAtOnceAndWhatFindsNobodyStays() {
        cases.put(aHotCase(2));
        cases.put(aHotCase(3));
        cases.suggested.add(number(3));
        MeetingView view = begin();
        assertThat(view.meeting().batch()).containsExactlyInAnyOrder(number(2), number(3));

        MeetingView given = done(work.giveBatch(salma(), view.id(), view.edition()));

        assertThat(given.meeting().batch()).containsExactly(number(2));
    }

    @Test
    void onlyWhoHoldsMeetingsThereAndIsInTheRoomWrites() {
        MeetingView view = begin();
        CurrentStaff layla = staff.as(LAYLA);

        assertThat(why(desk.begin(layla, null, Set.of()))).isEqualTo(MeetingChange.Why.NOT_ALLOWED);
        assertThat(desk.read(layla, view.id())).isEmpty();
        assertThat(desk.agenda(layla, null)).isEmpty();
        staff.scoped(NIDAL, Scope.NONE.in(Set.of(Governorate.SU)));
        assertThat(why(desk.begin(staff.as(NIDAL), Governorate.BG, Set.of()))).isEqualTo(MeetingChange.Why.NOT_ALLOWED);
        desk.left(salma(), view.id(), NIDAL, view.edition());
        assertThat(why(desk.add(staff.as(NIDAL), view.id(), number(0), view.edition() + 1)))
                .isEqualTo(MeetingChange.Why.NOT_THERE);
        assertThat(why(desk.left(salma(), view.id(), SALMA, view.edition() + 1)))
                .isEqualTo(MeetingChange.Why.CHAIR_STAYS);
        assertThat(trail.entries())
                .filteredOn(entry -> entry.outcome() == AuditEntry.Outcome.REFUSED)
                .extracting(AuditEntry::act)
                .contains(Act.MEETING_READ, Act.MEETING_CHANGED);
    }

    @Test
    void everyWriteIsOnTheChainAndEveryLook() {
        MeetingView view = begin();
        desk.read(salma(), view.id());
        done(minutes.close(salma(), view.id(), view.edition()));
        stores.copyAudits(trail);

        assertThat(trail.acts()).contains(Act.MEETING_BEGUN, Act.MEETING_READ, Act.MEETING_CLOSED);
    }

    private CurrentStaff salma() {
        return staff.as(SALMA);
    }

    private MeetingView begin() {
        return begin(null);
    }

    private MeetingView begin(@Nullable Governorate part) {
        return done(desk.begin(salma(), part, Set.of(NIDAL)));
    }

    private MeetingChange decide(
            MeetingView view,
            CaseNumber number,
            Decision.Kind kind,
            @Nullable StaffId owner,
            @Nullable Instant due,
            String note) {
        return work.decide(
                salma(), view.id(), number, new MeetingWork.Wish(kind, owner, due, note, null), view.edition());
    }

    private static MeetingView done(MeetingChange change) {
        assertThat(change).isInstanceOf(MeetingChange.Done.class);
        return ((MeetingChange.Done) change).view();
    }

    private static MeetingChange.@Nullable Why why(MeetingChange change) {
        return change instanceof MeetingChange.Refused refused ? refused.why() : null;
    }

    private static Meeting with(Meeting meeting, Item item) {
        List<Item> items = meeting.items().stream()
                .map(one -> one.number().equals(item.number()) ? item : one)
                .toList();
        return new Meeting(
                meeting.governorate(),
                meeting.chair(),
                meeting.attendance(),
                items,
                meeting.batch(),
                meeting.leftOut(),
                meeting.happened(),
                meeting.minutes(),
                meeting.corrections(),
                meeting.gone());
    }

    /** Cases as a list, with who is shut out of which. */
    private static final class Cases implements MeetingCases {
        private final Map<CaseNumber, HotCase> held = new LinkedHashMap<>();
        private final Map<CaseNumber, StaffId> shut = new LinkedHashMap<>();
        private final List<MeetingDecisions.Decided> decided = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final Set<CaseNumber> suggested = new HashSet<>();
        private CaseChange answer = new CaseChange.Done(mock(CaseView.class));

        void put(HotCases one) {
            HotCase made = one.build();
            held.put(made.number(), made);
        }

        void shut(CaseNumber number, StaffId who) {
            shut.put(number, who);
        }

        @Override
        public Collection<HotCase> hot() {
            return held.values();
        }

        @Override
        public Optional<HotCase> hot(CaseNumber number) {
            return Optional.ofNullable(held.get(number));
        }

        @Override
        public boolean readable(CurrentStaff who, CaseNumber number) {
            return held.containsKey(number) && !who.id().equals(shut.get(number));
        }

        @Override
        public CaseChange decided(
                CurrentStaff who,
                CaseNumber number,
                MeetingDecisions.Decided wish,
                @Nullable Long edition,
                String key) {
            if (answer instanceof CaseChange.Done) {
                decided.add(wish);
                keys.add(key);
            }
            return answer;
        }

        @Override
        public boolean giveAsSuggested(CurrentStaff who, CaseNumber number) {
            return suggested.contains(number);
        }
    }
}

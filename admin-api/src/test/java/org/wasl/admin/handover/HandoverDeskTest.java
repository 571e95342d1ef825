package org.wasl.admin.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.Staffing.DARA;
import static org.wasl.admin.Staffing.HIWA;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.NIDAL;
import static org.wasl.admin.Staffing.RAWA;
import static org.wasl.admin.Staffing.SALMA;
import static org.wasl.admin.casework.HotCases.aHotCase;
import static org.wasl.admin.casework.HotCases.number;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.casework.ClaimPassing;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.HotCases;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.store.Mentions;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.StoreRig;
import org.wasl.admin.store.Stored;
import org.wasl.triage.report.Level;

/** A shift changes hands, sealed in a real store; the cases are a list. */
class HandoverDeskTest {
    private static StoreRig rig;

    private final MovableClock clock = new MovableClock(FiledReports.MORNING.plus(Duration.ofMinutes(1)));
    private final RecordingTrail trail = new RecordingTrail(clock);
    private final Staffing staff = new Staffing().onDuty(LAYLA, DARA, SALMA);
    private final Cases cases = new Cases();
    private ObjectStores stores;
    private SealedObjects<Handover> objects;
    private HandoverLeftovers leftovers;
    private HandoverDesk desk;
    private int drawn;

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
        objects = stores.open(HandoverConfiguration.HANDOVERS);
        Mentions mentions = StoreRig.mentions(stores, trail);
        HandoverSettings settings = HandoverSettings.DEFAULTS;
        desk = new HandoverDesk(
                objects,
                new HandoverContent(CaseworkSettings.DEFAULTS, settings),
                cases,
                staff,
                trail,
                mentions,
                settings,
                () -> "drawn" + drawn++,
                clock);
        leftovers = new HandoverLeftovers(objects, mentions);
        cases.put(aHotCase(0).judged(Level.L1_IMMEDIATE).heldBy(LAYLA));
        cases.put(aHotCase(1).judged(Level.L3_URGENT).heldBy(DARA));
    }

    @Test
    void whoGoesSignsFirstAndWhoComesSignsAfter() {
        HandoverView signed = sign("the door bell is broken");
        assertThat(signed.handover().state()).isEqualTo(Handover.State.SIGNED);
        assertThat(signed.lines()).extracting(Handover.Line::number).containsExactly(number(0), number(1));
        clock.pass(Duration.ofMinutes(3));

        HandoverView accepted = done(desk.accept(dara(), signed.id(), Set.of(number(0)), signed.edition()));

        assertThat(accepted.handover().state()).isEqualTo(Handover.State.ACCEPTED);
        assertThat(Objects.requireNonNull(accepted.handover().acceptance()).at())
                .isEqualTo(clock.instant());
        assertThat(accepted.handover().notes()).isEqualTo("the door bell is broken");
        assertThat(accepted.whole()).isTrue();
        stores.copyAudits(trail);
        assertThat(trail.entries())
                .filteredOn(entry -> entry.outcome() == AuditEntry.Outcome.DONE)
                .extracting(AuditEntry::act, AuditEntry::actor)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Act.HANDOVER_SIGNED, LAYLA.value()),
                        org.assertj.core.groups.Tuple.tuple(Act.HANDOVER_ACCEPTED, DARA.value()));
    }

    @Test
    void noSignatureIsTakenWhileAnUrgentCaseWaitsForSomebody() {
        cases.put(aHotCase(2).judged(Level.L2_EMERGENT));

        assertThat(desk.sign(layla(), DARA, "", Set.of(), null))
                .isInstanceOfSatisfying(
                        HandoverChange.Blocked.class,
                        blocked -> assertThat(blocked.cases())
                                .containsExactly(number(2).value()));
        assertThat(refusals()).containsExactly(Act.HANDOVER_SIGNED);

        cases.put(aHotCase(2).judged(Level.L2_EMERGENT).heldBy(SALMA));
        HandoverView signed = sign("");
        cases.put(aHotCase(3).judged(Level.L1_IMMEDIATE));

        assertThat(desk.accept(dara(), signed.id(), Set.of(), signed.edition()))
                .isInstanceOf(HandoverChange.Blocked.class);
        assertThat(desk.read(dara(), signed.id()).orElseThrow().blocking())
                .containsExactly(number(3).value());
        assertThat(refusals()).contains(Act.HANDOVER_ACCEPTED);
    }

    /** It holds the shift back all the same; which it is, is not for them to know. */
    @Test
    void anUrgentCaseOneMayNotKnowOfBlocksWithoutItsNumber() {
        cases.put(aHotCase(2).judged(Level.L1_IMMEDIATE).aboutPolice());
        cases.shut(number(2), LAYLA);

        assertThat(desk.draft(layla()).orElseThrow()).satisfies(draft -> {
            assertThat(draft.blocking()).isEmpty();
            assertThat(draft.blockingElsewhere()).isEqualTo(1);
        });
        assertThat(desk.sign(layla(), DARA, "", Set.of(), null)).isEqualTo(new HandoverChange.Blocked(List.of()));
        assertThat(desk.draft(dara()).orElseThrow().blocking())
                .containsExactly(number(2).value());
    }

    @Test
    void aDrillOrACalmCaseNobodyTookDoesNotHoldAnybodyBack() {
        cases.put(aHotCase(2).judged(Level.L1_IMMEDIATE).drill());
        cases.put(aHotCase(3).judged(Level.L4_STANDARD));

        assertThat(sign("").blocking()).isEmpty();
    }

    @Test
    void claimsGoOverAsAgreedAndWhatTheCaseKeepsOutStays() {
        cases.put(aHotCase(2).judged(Level.L3_URGENT).heldBy(LAYLA));
        cases.put(aHotCase(3).judged(Level.L3_URGENT).heldBy(LAYLA));
        cases.keptOut.add(number(3));
        HandoverView signed =
                done(desk.sign(layla(), DARA, "", Set.of(number(0), number(1), number(2), number(3)), null));
        assertThat(signed.claims())
                .as("what somebody else holds is not hers to give")
                .containsExactlyInAnyOrder(number(0), number(2), number(3));

        HandoverView accepted =
                done(desk.accept(dara(), signed.id(), Set.of(number(1), number(2), number(3)), signed.edition()));

        assertThat(accepted.passed()).containsExactly(number(2));
        assertThat(accepted.kept()).containsExactlyInAnyOrder(number(0), number(3));
        assertThat(cases.passed).containsExactly(number(2));
    }

    @Test
    void aSecondSignatureSentTwiceIsToldThatItIsOver() {
        HandoverView signed = sign("");
        done(desk.accept(dara(), signed.id(), Set.of(), signed.edition()));

        assertThat(desk.accept(dara(), signed.id(), Set.of(), signed.edition()))
                .isInstanceOf(HandoverChange.Overtaken.class);
        assertThat(why(desk.accept(dara(), signed.id(), Set.of(), signed.edition() + 1)))
                .isEqualTo(HandoverChange.Why.OVER);
    }

    @Test
    void oneOfSomebodysWaitsAtATimeAndTheSameKeyIsTheSameHandover() {
        HandoverView first = done(desk.sign(layla(), DARA, "", Set.of(), "key"));

        assertThat(desk.sign(layla(), SALMA, "", Set.of(), null)).isInstanceOf(HandoverChange.Waiting.class);

        done(desk.takeBack(layla(), first.id(), first.edition()));
        assertThat(done(desk.sign(layla(), DARA, "", Set.of(), "key")).id()).isEqualTo(first.id());
        assertThat(done(desk.sign(layla(), DARA, "", Set.of(), null)).id()).isNotEqualTo(first.id());
    }

    @Test
    void onlyWhoIsMeantSignsAndOnlyThoseOnDutyAreMeant() {
        HandoverView signed = sign("");

        assertThat(why(desk.accept(staff.as(SALMA), signed.id(), Set.of(), signed.edition())))
                .isEqualTo(HandoverChange.Why.NOT_YOURS);
        assertThat(why(desk.takeBack(dara(), signed.id(), signed.edition()))).isEqualTo(HandoverChange.Why.NOT_YOURS);
        assertThat(desk.accept(dara(), signed.id(), Set.of(), signed.edition() + 1))
                .isInstanceOf(HandoverChange.Overtaken.class);
        assertThat(why(desk.sign(dara(), DARA, "", Set.of(), null))).isEqualTo(HandoverChange.Why.YOURSELF);
        assertThat(why(desk.sign(dara(), NIDAL, "", Set.of(), null))).isEqualTo(HandoverChange.Why.NOT_ON_DUTY);
        assertThat(why(desk.sign(dara(), new StaffId("9".repeat(32)), "", Set.of(), null)))
                .isEqualTo(HandoverChange.Why.UNKNOWN_STAFF);
        assertThat(why(desk.sign(dara(), LAYLA, "x".repeat(4_001), Set.of(), null)))
                .isEqualTo(HandoverChange.Why.TOO_LONG);
        assertThat(refusals()).hasSize(6).containsOnly(Act.HANDOVER_CHANGED);
    }

    @Test
    void whoHasNoPartInShiftsSeesAndSignsNothing() {
        HandoverView signed = sign("");
        CurrentStaff rawa = staff.as(RAWA);
        CurrentStaff hiwa = staff.as(HIWA);

        for (CurrentStaff stranger : List.of(rawa, hiwa)) {
            assertThat(desk.read(stranger, signed.id())).isEmpty();
            assertThat(desk.latest(stranger)).isEmpty();
        }
        assertThat(desk.latest(dara())).hasSize(1);
        assertThat(desk.latest(staff.as(SALMA))).as("who supervises").hasSize(1);
        assertThat(refusals()).contains(Act.HANDOVER_READ);
    }

    @Test
    void aRestrictedCaseIsToldToItsTeamOnly() {
        cases.put(aHotCase(2).judged(Level.L2_EMERGENT).heldBy(LAYLA).restricted());
        cases.shut(number(2), DARA);

        assertThat(desk.draft(layla()).orElseThrow().lines())
                .extracting(Handover.Line::number)
                .contains(number(2));
        HandoverView signed = done(desk.sign(layla(), DARA, "", Set.of(number(2)), null));
        HandoverView read = desk.read(dara(), signed.id()).orElseThrow();

        assertThat(read.lines()).extracting(Handover.Line::number).doesNotContain(number(2));
        assertThat(read.claims()).isEmpty();
        assertThat(read.elsewhere()).isEqualTo(1);
        HandoverView accepted = done(desk.accept(dara(), signed.id(), Set.of(), signed.edition()));
        assertThat(accepted.kept()).as("nor that it stayed").isEmpty();
        assertThat(desk.read(layla(), signed.id()).orElseThrow().kept()).containsExactly(number(2));
    }

    @Test
    void whatWasSignedByBothShowsEveryChange() {
        HandoverView signed = sign("a");
        HandoverView accepted = done(desk.accept(dara(), signed.id(), Set.of(), signed.edition()));
        Stored<Handover> stored = objects.read(signed.id()).orElseThrow();
        Handover is = stored.content();

        objects.replace(
                stored,
                new Handover(
                        is.from(),
                        is.to(),
                        is.signed(),
                        is.lines(),
                        is.leftOut(),
                        "b",
                        is.claims(),
                        is.acceptance(),
                        null,
                        is.gone()));

        assertThat(accepted.whole()).isTrue();
        assertThat(desk.read(layla(), signed.id()).orElseThrow().whole()).isFalse();
    }

    @Test
    void anErasedCaseLeavesNothingButThatItStoodThere() {
        HandoverView signed = sign("");
        leftovers.forget(number(1));
        HandoverView accepted = done(desk.accept(
                dara(),
                signed.id(),
                Set.of(),
                desk.read(dara(), signed.id()).orElseThrow().edition()));
        assertThat(leftovers.left(number(0))).isTrue();

        leftovers.forget(number(0));

        HandoverView now = desk.read(dara(), signed.id()).orElseThrow();
        assertThat(leftovers.left(number(0))).isFalse();
        assertThat(now.handover().lines()).isEmpty();
        assertThat(now.handover().gone()).hasSize(2);
        assertThat(now.whole()).as("the hash holds without them").isTrue();
        assertThat(now.handover().acceptance()).isEqualTo(accepted.handover().acceptance());
    }

    @Test
    void notesThatNameAnErasedCaseGoWithItAndOthersStay() {
        String arabic = number(3).value().replace('0', '٠').replace('7', '٧').replace("-", " ");
        HandoverView signed = sign("she of " + arabic + " waits for her brother");
        done(desk.accept(dara(), signed.id(), Set.of(), signed.edition()));
        assertThat(leftovers.left(number(3))).isTrue();

        leftovers.forget(number(0));
        assertThat(desk.read(dara(), signed.id()).orElseThrow().handover().notes())
                .isNotEmpty();
        leftovers.forget(number(3));

        HandoverView now = desk.read(dara(), signed.id()).orElseThrow();
        assertThat(now.handover().notes()).isEmpty();
        assertThat(now.whole()).as("the hash holds without them").isTrue();
        assertThat(leftovers.left(number(3))).isFalse();
    }

    private HandoverView sign(String notes) {
        return done(desk.sign(layla(), DARA, notes, Set.of(number(0)), null));
    }

    private CurrentStaff layla() {
        return staff.as(LAYLA);
    }

    private CurrentStaff dara() {
        return staff.as(DARA);
    }

    private List<Act> refusals() {
        return trail.entries().stream()
                .filter(entry -> entry.outcome() == AuditEntry.Outcome.REFUSED)
                .map(AuditEntry::act)
                .toList();
    }

    private static HandoverView done(HandoverChange change) {
        assertThat(change).isInstanceOf(HandoverChange.Done.class);
        return ((HandoverChange.Done) change).view();
    }

    private static HandoverChange.@Nullable Why why(HandoverChange change) {
        return change instanceof HandoverChange.Refused refused ? refused.why() : null;
    }

    /** Cases as a list, with who is shut out of which. */
    private static final class Cases implements HandoverCases {
        private final Map<CaseNumber, HotCase> held = new LinkedHashMap<>();
        private final Map<CaseNumber, StaffId> shut = new LinkedHashMap<>();
        private final List<CaseNumber> keptOut = new ArrayList<>();
        private final List<CaseNumber> passed = new ArrayList<>();

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
        public ClaimPassing.Passed pass(StaffId from, CurrentStaff to, CaseNumber number) {
            if (keptOut.contains(number)) {
                return ClaimPassing.Passed.KEPT_OUT;
            }
            passed.add(number);
            return ClaimPassing.Passed.DONE;
        }
    }
}

package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.casework.CaseAccess.Decision.BREAK_GLASS;
import static org.wasl.admin.casework.CaseAccess.Decision.CLAIM_FIRST;
import static org.wasl.admin.casework.CaseAccess.Decision.CLOSED;
import static org.wasl.admin.casework.CaseAccess.Decision.OPEN;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.admin.casework.CaseAccess.Decision;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Guarded;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Program;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

class AccessRuleTest {
    private static final StaffId READER = new StaffId("a".repeat(32));
    private static final StaffId OTHER = new StaffId("b".repeat(32));
    private static final Scope BASRA = Scope.NONE.in(Set.of(Governorate.BA)).speaking("ar");

    private final Desk desk = new Desk();

    @ParameterizedTest
    @EnumSource(Role.class)
    void aClaimedRestrictedCaseIsItsTeamsAlone(Role role) {
        TestDoor shut = door().restricted().ownedBy(OTHER);

        assertThat(decide(role, BASRA, shut)).isEqualTo(CLOSED);
        assertThat(decide(role, BASRA, shut.team(READER))).isEqualTo(role.may(Permission.CASE_READ) ? OPEN : CLOSED);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoHasToKeepAwayReadsItInNoWay(Role role) {
        desk.everybodyOnDuty = true;
        desk.glass = true;

        assertThat(decide(role, BASRA, door().team(READER).keptAway(READER))).isEqualTo(CLOSED);
    }

    @Test
    void anUnclaimedUrgentOneIsOpenToAllOnDutyWhoTalkWhereverItIs() {
        TestDoor urgent = door().at(Level.L2_EMERGENT).in("IQ-BG").restricted();
        for (Role role : List.of(Role.OPERATOR, Role.SENIOR_OPERATOR, Role.SUPERVISOR, Role.COORDINATOR)) {
            desk.everybodyOnDuty = true;
            assertThat(decide(role, BASRA, urgent)).as("%s on duty", role).isEqualTo(OPEN);
            desk.everybodyOnDuty = false;
            assertThat(decide(role, BASRA, urgent)).as("%s off duty", role).isEqualTo(CLOSED);
        }
        desk.everybodyOnDuty = true;
        for (Role role : List.of(Role.OFFICER, Role.SPECIALIST, Role.AUDITOR, Role.INTERNAL_AFFAIRS, Role.ANALYST)) {
            assertThat(decide(role, BASRA, urgent)).as(role.name()).isEqualTo(CLOSED);
        }
    }

    @Test
    void anotherGovernoratesCalmCaseIsShut() {
        desk.covered = true;
        for (Role role : List.of(Role.OPERATOR, Role.SENIOR_OPERATOR, Role.SUPERVISOR, Role.COORDINATOR)) {
            assertThat(decide(role, BASRA, door().in("IQ-BG"))).as(role.name()).isEqualTo(CLOSED);
            assertThat(decide(role, BASRA, door().in("IQ-BA"))).as(role.name()).isEqualTo(OPEN);
            assertThat(decide(role, BASRA, door().in(null))).as(role.name()).isEqualTo(OPEN);
        }
    }

    @Test
    void whatNobodyOnDutyCoversIsTheSupervisors() {
        desk.everybodyOnDuty = true;
        desk.covered = false;

        assertThat(decide(Role.SUPERVISOR, BASRA, door().in("IQ-BG"))).isEqualTo(OPEN);
        assertThat(decide(Role.OPERATOR, BASRA, door().in("IQ-BG"))).isEqualTo(CLOSED);
        desk.everybodyOnDuty = false;
        assertThat(decide(Role.SUPERVISOR, BASRA, door().in("IQ-BG"))).isEqualTo(CLOSED);
    }

    @Test
    void anUnclaimedRestrictedCaseIsReadByTheSupervisorAndClaimedUnreadByOthersOfThatPlace() {
        desk.covered = true;
        TestDoor unclaimed = door().restricted();

        assertThat(decide(Role.SUPERVISOR, BASRA, unclaimed)).isEqualTo(OPEN);
        assertThat(decide(Role.OPERATOR, BASRA, unclaimed)).isEqualTo(CLAIM_FIRST);
        assertThat(decide(Role.COORDINATOR, BASRA, unclaimed)).isEqualTo(CLAIM_FIRST);
        assertThat(decide(Role.OPERATOR, BASRA, unclaimed.in("IQ-BG"))).isEqualTo(CLOSED);
        assertThat(decide(Role.COORDINATOR, BASRA, unclaimed.in("IQ-BG"))).isEqualTo(CLOSED);
    }

    @Test
    void whatWasTakenBackIsTheSupervisorsToo() {
        assertThat(decide(
                        Role.SUPERVISOR,
                        BASRA,
                        door().restricted().ownedBy(OTHER).takenBack()))
                .isEqualTo(OPEN);
    }

    @Test
    void anOfficerReadsWhatSheHoldsOrWasCalledOutTo() {
        desk.everybodyOnDuty = true;

        assertThat(decide(Role.OFFICER, BASRA, door())).isEqualTo(CLOSED);
        assertThat(decide(Role.OFFICER, BASRA, door().called(READER))).isEqualTo(OPEN);
        assertThat(decide(Role.OFFICER, BASRA, door().called(READER).conflict()))
                .isEqualTo(CLOSED);
        assertThat(decide(Role.OFFICER, BASRA, door().team(READER))).isEqualTo(OPEN);
    }

    @Test
    void whomAnAlertCallsMayOpenItWhatsoeverItIsAbout() {
        TestDoor shut = door().restricted().in("IQ-BG").ownedBy(OTHER);

        assertThat(decide(Role.SUPERVISOR, BASRA, shut.called(READER))).isEqualTo(OPEN);
        assertThat(decide(Role.COORDINATOR, BASRA, shut.called(READER))).isEqualTo(OPEN);
        assertThat(decide(Role.SUPERVISOR, BASRA, shut.called(OTHER))).isEqualTo(CLOSED);
        assertThat(decide(Role.SUPERVISOR, BASRA, shut.called(READER).keptAway(READER)))
                .isEqualTo(CLOSED);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoServesWhereTheAccusedMayServeReadsItInNoWay(Role role) {
        desk.everybodyOnDuty = true;
        desk.glass = true;
        Scope home = BASRA.servingIn(Governorate.BA, "");
        TestDoor about = door().conflict().in("IQ-BA").at(Level.L1_IMMEDIATE);

        assertThat(decide(role, home, about.team(READER))).isEqualTo(CLOSED);
        assertThat(decide(role, home, about.called(READER))).isEqualTo(CLOSED);
        assertThat(decide(role, home, about)).isEqualTo(CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BG-K-2", "bg-k-2", "BG-K", "BG", "BG-K-2-A"})
    void neitherDoesWhoIsOfTheChainOfCommandOfAColleagueItNames(String unit) {
        desk.everybodyOnDuty = true;
        desk.glass = true;
        Scope chain = BASRA.servingIn(null, unit);

        for (Role role : Role.values()) {
            assertThat(decide(role, chain, door().conflict().team(READER))).isEqualTo(CLOSED);
            assertThat(decide(role, chain, door().conflict().at(Level.L1_IMMEDIATE)))
                    .isEqualTo(CLOSED);
        }
        assertThat(decide(Role.SUPERVISOR, chain, door())).isEqualTo(BREAK_GLASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BG-K-3", "BG-K-21", "BA-2", ""})
    void anotherUnitBesideItIsOfNoChain(String unit) {
        assertThat(decide(Role.SUPERVISOR, BASRA.servingIn(null, unit), door().conflict()))
                .isEqualTo(OPEN);
    }

    @Test
    void aSpecialistReadsWhatSheWasAskedToAndNothingElse() {
        assertThat(decide(Role.SPECIALIST, BASRA, door().called(READER))).isEqualTo(CLOSED);
        assertThat(decide(Role.SPECIALIST, BASRA, door().restricted().team(READER)))
                .isEqualTo(OPEN);
    }

    @Test
    void theAuditorReadsTheSampleButNeverRestrictedOnes() {
        assertThat(decide(Role.AUDITOR, BASRA, door())).isEqualTo(CLOSED);
        desk.sampled = true;
        assertThat(decide(Role.AUDITOR, BASRA, door())).isEqualTo(OPEN);
        assertThat(decide(Role.AUDITOR, BASRA, door().in("IQ-BG"))).isEqualTo(OPEN);
        assertThat(decide(Role.AUDITOR, BASRA, door().restricted())).isEqualTo(CLOSED);
        assertThat(decide(Role.AUDITOR, BASRA, door().conflict())).isEqualTo(CLOSED);
    }

    @Test
    void internalAffairsReadWhatIsAboutTheForcesAndNothingElse() {
        assertThat(decide(Role.INTERNAL_AFFAIRS, BASRA, door())).isEqualTo(CLOSED);
        assertThat(decide(Role.INTERNAL_AFFAIRS, BASRA, door().conflict().in("IQ-BG")))
                .isEqualTo(OPEN);
        Scope home = BASRA.servingIn(Governorate.BG, "BG-IA-1");
        assertThat(decide(Role.INTERNAL_AFFAIRS, home, door().conflict().in("IQ-BG")))
                .isEqualTo(CLOSED);
    }

    @Test
    void aCaseAboutTheForcesIsHiddenFromItsOwnGovernorateEvenFromSupervisors() {
        Scope home = BASRA.servingIn(Governorate.BA, "");
        desk.everybodyOnDuty = true;
        TestDoor urgent = door().conflict().in("IQ-BA").at(Level.L1_IMMEDIATE);

        assertThat(decide(Role.SUPERVISOR, BASRA, urgent)).isEqualTo(OPEN);
        assertThat(decide(Role.SUPERVISOR, home, urgent)).isEqualTo(CLOSED);
        desk.cleared = true;
        assertThat(decide(Role.OPERATOR, BASRA, urgent)).isEqualTo(CLOSED);
    }

    @Test
    void withNobodyClearedOnDutyAnUrgentOneIsOpenedAsBreakGlassButNotAtHome() {
        desk.everybodyOnDuty = true;
        TestDoor urgent = door().conflict().in("IQ-BA").at(Level.L1_IMMEDIATE);

        assertThat(decide(Role.OPERATOR, BASRA, urgent)).isEqualTo(BREAK_GLASS);
        assertThat(decide(Role.COORDINATOR, BASRA, urgent)).isEqualTo(BREAK_GLASS);
        assertThat(decide(Role.OPERATOR, BASRA.servingIn(Governorate.BA, ""), urgent))
                .isEqualTo(CLOSED);
        assertThat(decide(Role.OPERATOR, BASRA, urgent.ownedBy(OTHER))).isEqualTo(CLOSED);
        assertThat(decide(Role.OPERATOR, BASRA, urgent.at(Level.L3_URGENT))).isEqualTo(CLOSED);
    }

    @Test
    void twoPeopleOpenAShutCaseToOne() {
        desk.glass = true;

        assertThat(decide(Role.SUPERVISOR, BASRA, door().restricted().ownedBy(OTHER)))
                .isEqualTo(BREAK_GLASS);
        assertThat(decide(Role.ANALYST, BASRA, door())).isEqualTo(CLOSED);
    }

    @Test
    void aRestrictionToCategoriesShutsTheRest() {
        Scope cyber = BASRA.only(Set.of(Category.CYB));
        desk.covered = true;

        assertThat(decide(Role.OPERATOR, cyber, door())).isEqualTo(CLOSED);
        assertThat(decide(Role.OPERATOR, cyber, door().about(Category.DV, Category.CYB)))
                .isEqualTo(OPEN);
    }

    /** A token for one governorate must not become one for all, whatever its owner holds or is called to. */
    @Test
    void aProgramStaysInItsGovernoratesAndComesInByNoDoorThatStandsOpenToPeople() {
        desk.everybodyOnDuty = true;
        desk.glass = true;
        TestDoor elsewhere = door().in("IQ-BG");
        for (TestDoor shut : List.of(
                elsewhere.team(READER),
                elsewhere.at(Level.L1_IMMEDIATE),
                elsewhere.called(READER),
                door().restricted().ownedBy(OTHER),
                door().conflict().team(READER),
                door().conflict().at(Level.L1_IMMEDIATE))) {
            for (Role role : List.of(Role.OPERATOR, Role.SUPERVISOR, Role.COORDINATOR)) {
                assertThat(program(role, shut)).as("%s %s", role, shut).isEqualTo(CLOSED);
            }
        }
        assertThat(program(Role.SUPERVISOR, door())).isEqualTo(OPEN);
        assertThat(program(Role.OFFICER, door().team(READER))).isEqualTo(OPEN);
    }

    private Decision program(Role role, TestDoor door) {
        Program program = new Program("d".repeat(64), Set.of(Permission.CASE_READ));
        return AccessRule.decide(new CurrentStaff(READER, "Reader", role, BASRA, true, program), door.build(), desk);
    }

    private Decision decide(Role role, Scope scope, TestDoor door) {
        return AccessRule.decide(new CurrentStaff(READER, "Reader", role, scope, true), door.build(), desk);
    }

    private static TestDoor door() {
        return new TestDoor(
                false,
                false,
                Level.L3_URGENT,
                "IQ-BA",
                Set.of(Category.DV),
                false,
                Set.of(),
                Set.of(),
                false,
                Set.of());
    }

    private static final class Desk implements AccessRule.Around {
        private boolean everybodyOnDuty;
        private boolean cleared;
        private boolean covered;
        private boolean glass;
        private boolean sampled;

        @Override
        public boolean onDuty(StaffId staff) {
            return everybodyOnDuty;
        }

        @Override
        public boolean clearedOnDuty(Guarded guarded) {
            return cleared;
        }

        @Override
        public boolean coveredOnDuty(AccessRule.Door door) {
            return covered;
        }

        @Override
        public boolean glassBroken(StaffId staff) {
            return glass;
        }

        @Override
        public boolean sampled() {
            return sampled;
        }
    }

    private record TestDoor(
            boolean isRestricted,
            boolean isConflict,
            Level level,
            @Nullable String where,
            Set<Category> categories,
            boolean claimed,
            Set<StaffId> members,
            Set<StaffId> away,
            boolean withdrawn,
            Set<StaffId> called) {

        AccessRule.Door build() {
            return new AccessRule.Door(
                    isRestricted,
                    isConflict,
                    level,
                    Guarded.NOTHING.with(where).withUnit("BG-K-2"),
                    where,
                    categories,
                    !claimed,
                    members,
                    away,
                    withdrawn,
                    called::contains);
        }

        TestDoor restricted() {
            return new TestDoor(true, isConflict, level, where, categories, claimed, members, away, withdrawn, called);
        }

        TestDoor conflict() {
            return new TestDoor(
                    isRestricted, true, level, where, categories, claimed, members, away, withdrawn, called);
        }

        TestDoor at(Level other) {
            return new TestDoor(
                    isRestricted, isConflict, other, where, categories, claimed, members, away, withdrawn, called);
        }

        TestDoor in(@Nullable String place) {
            return new TestDoor(
                    isRestricted, isConflict, level, place, categories, claimed, members, away, withdrawn, called);
        }

        TestDoor about(Category... others) {
            return new TestDoor(
                    isRestricted, isConflict, level, where, Set.of(others), claimed, members, away, withdrawn, called);
        }

        TestDoor ownedBy(StaffId id) {
            return new TestDoor(
                    isRestricted, isConflict, level, where, categories, true, Set.of(id), away, withdrawn, called);
        }

        TestDoor team(StaffId id) {
            return new TestDoor(
                    isRestricted, isConflict, level, where, categories, claimed, Set.of(id), away, withdrawn, called);
        }

        TestDoor keptAway(StaffId id) {
            return new TestDoor(
                    isRestricted,
                    isConflict,
                    level,
                    where,
                    categories,
                    claimed,
                    members,
                    Set.of(id),
                    withdrawn,
                    called);
        }

        TestDoor takenBack() {
            return new TestDoor(
                    isRestricted, isConflict, level, where, categories, claimed, members, away, true, called);
        }

        TestDoor called(StaffId id) {
            return new TestDoor(
                    isRestricted, isConflict, level, where, categories, claimed, members, away, withdrawn, Set.of(id));
        }
    }
}

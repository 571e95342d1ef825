package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;
import static org.wasl.admin.Staffing.DARA;
import static org.wasl.admin.Staffing.HIWA;
import static org.wasl.admin.Staffing.JALAL;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.NIDAL;
import static org.wasl.admin.Staffing.RAWA;
import static org.wasl.admin.Staffing.SALMA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.Page;
import org.wasl.admin.casework.PutAside;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.Territory;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/**
 * The ladder of the urgency scale, rung by rung, on a clock of the test's own: two nodes look at the same store in turn,
 * and the first is killed on the way.
 */
class EveryRungIT {
    private static final Map<StaffId, String> NAMES = Map.of(
            LAYLA, "layla", DARA, "dara", HIWA, "hiwa", SALMA, "salma", NIDAL, "nidal", RAWA, "rawa", JALAL, "jalal");

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext one = rig.node("desk-1");
    private final ApplicationContext two = rig.node("desk-2");
    private boolean killed;
    private Duration passed = Duration.ZERO;

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anL1ClimbsAfterThreeFiveAndTenMinutes() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L1_IMMEDIATE));

        Map<String, Set<String>> climbed = watch(number, "0s", "2m59s", "3m", "4m59s", "5m", "9m59s", "10m", "1h");

        assertThat(climbed)
                .containsExactlyEntriesOf(timeline(
                        "0s", "layla hiwa",
                        "3m", "salma nidal dara",
                        "5m", "rawa",
                        "10m", "jalal"));
        assertThat(everyPageOnce(number)).isTrue();
        // Sent at once, each by the one way that is set up, and none twice.
        assertThat(alerts())
                .hasSize(7)
                .allSatisfy((once, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void anL2ClimbsAfterTwentySixtyAndAHundredAndTwentyMinutes() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L2_EMERGENT));

        Map<String, Set<String>> climbed =
                watch(number, "0s", "19m59s", "20m", "59m59s", "60m", "1h59m59s", "2h", "6h");

        assertThat(climbed)
                .containsExactlyEntriesOf(timeline(
                        "0s", "layla hiwa",
                        "20m", "salma nidal",
                        "60m", "rawa",
                        "2h", "jalal"));
        assertThat(everyPageOnce(number)).isTrue();
    }

    @Test
    void anL3ClimbsAfterThreeHoursAndADayAndAnL4PagesNobody() {
        everybody();
        CaseNumber third = open(aFiledReport().judged(Level.L3_URGENT));
        CaseNumber fourth = open(aFiledReport().judged(Level.L4_STANDARD));

        Map<String, Set<String>> climbed = watch(third, "0s", "2h59m59s", "3h", "23h59m59s", "24h", "72h");

        assertThat(climbed).containsExactlyEntriesOf(timeline("3h", "salma nidal", "24h", "rawa"));
        assertThat(held(fourth).pages()).isEmpty();
    }

    @Test
    void onSuspicionOnlyGoesToTheSupervisorAndNeverAbove() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L2_EMERGENT).onSuspicion());

        assertThat(watch(number, "0s", "14m59s", "15m", "60m", "2h", "24h"))
                .containsExactlyEntriesOf(timeline("15m", "salma nidal"));
    }

    @Test
    void whatWasPutAsideStopsAtTheSupervisorsAndGoesOnAfterAnHour() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        watch(number, "0s");
        two.getBean(CaseBook.class).change(number, PutAside.by(LAYLA, rig.clock.instant(), Duration.ofMinutes(60)));

        assertThat(watch(number, "3m", "5m", "10m", "59m"))
                .containsExactlyEntriesOf(timeline("3m", "salma nidal dara"));
        assertThat(watch(number, "60m")).containsExactlyEntriesOf(timeline("60m", "rawa jalal"));
    }

    @Test
    void rungsWithNobodyPassOnAtOnce() {
        rig.staff.onDuty(RAWA).onCall(JALAL);
        CaseNumber alone = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        assertThat(watch(alone, "0s", "4m", "9m59s", "10m"))
                .containsExactlyEntriesOf(timeline("0s", "rawa", "10m", "jalal"));

        rig.staff.offDuty(RAWA);
        CaseNumber nobody = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        passed = Duration.ZERO;
        assertThat(watch(nobody, "0s")).containsExactlyEntriesOf(timeline("0s", "jalal"));
        // Whoever comes to stand on an open rung is called then.
        rig.staff.onDuty(LAYLA);
        assertThat(watch(nobody, "30s")).containsExactlyEntriesOf(timeline("30s", "layla"));
    }

    @Test
    void theCoordinatorIsTheOneOfTheRegion() {
        everybody();
        rig.staff.scoped(RAWA, Scope.of(Set.of(Territory.KRI), Set.of("ckb"), Gender.WOMAN));
        CaseNumber number = open(
                aFiledReport().judged(Level.L1_IMMEDIATE).with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "IQ-DQ")));

        // Nobody stands on the regional rung of Dhi Qar: the directorate is called in its place.
        assertThat(watch(number, "0s", "3m", "4m59s", "5m", "10m"))
                .containsExactlyEntriesOf(timeline("0s", "layla hiwa", "3m", "salma nidal dara", "5m", "jalal"));
    }

    @Test
    void anAcknowledgedCaseWhoseSecondClockRanOutGoesToItsOwnerAndTheSupervisors() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        watch(number, "0s", "60s");
        assertThat(one.getBean(CaseDesk.class).acknowledge(rig.staff.as(LAYLA), number, null))
                .isInstanceOf(CaseChange.Done.class);

        watch(number, "9m59s");
        assertThat(acting(number)).isEmpty();
        watch(number, "10m", "30m", "3h");

        assertThat(acting(number)).containsExactlyInAnyOrder("layla", "salma", "nidal");
    }

    @Test
    void aStepThatWasTakenInTimePagesNobody() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        watch(number, "0s");
        CaseDesk desk = one.getBean(CaseDesk.class);
        desk.acknowledge(rig.staff.as(LAYLA), number, null);
        assertThat(desk.move(rig.staff.as(LAYLA), number, CaseStatus.IN_PROGRESS, null))
                .isInstanceOf(CaseChange.Done.class);

        watch(number, "10m", "3h");

        assertThat(acting(number)).isEmpty();
    }

    @Test
    void aboveTheSupervisorOneMessageInTenMinutesCarriesACount() {
        rig.staff.onDuty(RAWA).linked(RAWA);
        open(aFiledReport().judged(Level.L2_EMERGENT));
        open(aFiledReport().judged(Level.L2_EMERGENT));
        look();
        assertThat(counts()).containsExactly(2);

        step("1m");
        open(aFiledReport().judged(Level.L2_EMERGENT));
        look();
        step("9m59s");
        assertThat(counts()).containsExactly(2);
        step("10m");
        assertThat(counts()).containsExactly(2, 3);

        // An L1 is held back by nothing.
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        look();
        assertThat(counts()).containsExactly(2, 3, 4);
        step("25m");
        assertThat(counts()).hasSize(3);
    }

    private void everybody() {
        rig.staff.onDuty(LAYLA, DARA, HIWA, SALMA, NIDAL, RAWA).onCall(JALAL);
        List.of(LAYLA, DARA, HIWA, SALMA, NIDAL, RAWA, JALAL).forEach(rig.staff::linked);
    }

    private CaseNumber open(FiledReports filed) {
        Set<CaseNumber> before = numbers();
        filed.saying("a story of its own, number " + before.size()).at(rig.clock.instant());
        rig.deskSays(filed.build().story(), filed.assessment());
        (killed ? two : one)
                .getBean(CaseIntake.class)
                .receive(filed.build(), "digest of " + filed.build().id());
        return numbers().stream()
                .filter(number -> !before.contains(number))
                .findFirst()
                .orElseThrow();
    }

    private Set<CaseNumber> numbers() {
        follow(two);
        return two.getBean(CaseBook.class).hot().stream()
                .map(held -> held.number())
                .collect(Collectors.toSet());
    }

    /** Who is called at which of these times. Half way the first node is killed. */
    private Map<String, Set<String>> watch(CaseNumber number, String... times) {
        Map<String, Set<String>> climbed = new LinkedHashMap<>();
        Set<String> known = called(number);
        for (int at = 0; at < times.length; at++) {
            if (at == times.length / 2 && !killed) {
                killed = true;
            }
            step(times[at]);
            Set<String> now = called(number);
            Set<String> fresh = new TreeSet<>(now);
            fresh.removeAll(known);
            if (!fresh.isEmpty()) {
                climbed.put(times[at], fresh);
            }
            known = now;
        }
        return climbed;
    }

    private void step(String since) {
        Duration until = Duration.parse("PT" + since.toUpperCase(Locale.ROOT));
        rig.clock.pass(until.minus(passed));
        passed = until;
        look();
    }

    /** Each living node looks twice, so that whatever would be done twice is. */
    private void look() {
        for (int times = 0; times < 2; times++) {
            if (!killed) {
                follow(one);
                one.getBean(AlertDesk.class).sweep();
            }
            follow(two);
            two.getBean(AlertDesk.class).sweep();
        }
    }

    private Set<String> called(CaseNumber number) {
        return held(number).pages().stream()
                .filter(page -> page.way() == Page.Way.CONSOLE && page.clock() == Page.Clock.ACKNOWLEDGE)
                .map(page -> NAMES.get(page.staff()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> acting(CaseNumber number) {
        return held(number).pages().stream()
                .filter(page -> page.way() == Page.Way.CONSOLE && page.clock() == Page.Clock.ACT)
                .map(page -> NAMES.get(page.staff()))
                .collect(Collectors.toSet());
    }

    private boolean everyPageOnce(CaseNumber number) {
        List<String> pages = held(number).pages().stream()
                .map(page -> page.staff().value() + page.way() + page.clock())
                .toList();
        return pages.size() == Set.copyOf(pages).size();
    }

    private Map<String, Long> alerts() {
        return rig.notices().stream()
                .map(DeskNotice.OfficerAlert.class::cast)
                .collect(Collectors.groupingBy(DeskNotice.OfficerAlert::onceValue, Collectors.counting()));
    }

    private List<Integer> counts() {
        follow(two);
        List<Page> sent = new ArrayList<>();
        two.getBean(CaseBook.class).hot().forEach(held -> sent.addAll(held.pages()));
        return sent.stream()
                .filter(page -> page.way() == Page.Way.MESSENGER && page.count() != null)
                .sorted(Comparator.comparing(Page::at).thenComparing(Page::count))
                .map(Page::count)
                .toList();
    }

    private Case held(CaseNumber number) {
        return two.getBean(CaseBook.class).read(number).orElseThrow();
    }

    private static Map<String, Set<String>> timeline(String... pairs) {
        Map<String, Set<String>> timeline = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            timeline.put(pairs[at], new TreeSet<>(Set.of(pairs[at + 1].split(" "))));
        }
        return timeline;
    }

    private static void follow(ApplicationContext node) {
        SmartLifecycle upkeep = node.getBean("caseUpkeep", SmartLifecycle.class);
        upkeep.start();
        upkeep.stop();
    }
}

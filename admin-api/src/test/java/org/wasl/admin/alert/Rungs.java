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
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.admin.reply.ReplyDesk;
import org.wasl.admin.reply.ReplyOutcome;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.report.Level;

/**
 * Two nodes that look at the same store in turn, on a clock of the test's own, and the first is killed on the way; who is
 * called when.
 */
abstract class Rungs {
    private static final Map<StaffId, String> NAMES = Map.of(
            LAYLA, "layla", DARA, "dara", HIWA, "hiwa", SALMA, "salma", NIDAL, "nidal", RAWA, "rawa", JALAL, "jalal");

    /** A person who may be written to at any hour, so that the second clock never pauses. */
    static final String[] ALWAYS = {"morning", "noon", "evening", "night"};

    final DeskRig rig = new DeskRig();
    final ApplicationContext one = rig.node("desk-1");
    final ApplicationContext two = rig.node("desk-2");
    private boolean killed;
    Duration passed = Duration.ZERO;

    @AfterEach
    void close() {
        rig.close();
    }

    void everybody() {
        rig.staff.onDuty(LAYLA, DARA, HIWA, SALMA, NIDAL, RAWA).onCall(JALAL);
        List.of(LAYLA, DARA, HIWA, SALMA, NIDAL, RAWA, JALAL).forEach(rig.staff::linked);
    }

    CaseNumber answered(Level level) {
        CaseNumber number = taken(aFiledReport()
                .judged(level)
                .inWindows(ALWAYS)
                .reachedAt(DeskRig.aMailbox().address()));
        ReplyOutcome written = one.getBean(ReplyDesk.class)
                .write(rig.staff.as(LAYLA), number, null, "hello", null, "key of " + number);
        assertThat(written).isInstanceOf(ReplyOutcome.Written.class);
        follow(two);
        two.getBean(MailboxDesk.class)
                .delivered(new IntakeEntry.Delivered(
                        held(number).replies().getFirst().replyId(), rig.clock.instant()));
        assertThat(held(number).replies().getFirst().delivered()).isNotNull();
        return number;
    }

    CaseNumber taken(FiledReports filed) {
        CaseNumber number = open(filed);
        take(number);
        return number;
    }

    void take(CaseNumber number) {
        assertThat(desk().acknowledge(rig.staff.as(LAYLA), number, null)).isInstanceOf(CaseChange.Done.class);
    }

    CaseDesk desk() {
        return (killed ? two : one).getBean(CaseDesk.class);
    }

    CaseNumber open(FiledReports filed) {
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
    Map<String, Set<String>> watch(CaseNumber number, String... times) {
        return watch(number, Page.Clock.ACKNOWLEDGE, times);
    }

    Map<String, Set<String>> watchActing(CaseNumber number, String... times) {
        return watch(number, Page.Clock.ACT, times);
    }

    private Map<String, Set<String>> watch(CaseNumber number, Page.Clock clock, String... times) {
        Map<String, Set<String>> climbed = new LinkedHashMap<>();
        Set<String> known = called(number, clock);
        for (int at = 0; at < times.length; at++) {
            if (at == times.length / 2 && !killed) {
                killed = true;
            }
            step(times[at]);
            Set<String> now = called(number, clock);
            Set<String> fresh = new TreeSet<>(now);
            fresh.removeAll(known);
            if (!fresh.isEmpty()) {
                climbed.put(times[at], fresh);
            }
            known = now;
        }
        return climbed;
    }

    void step(String since) {
        Duration until = Duration.parse("PT" + since.toUpperCase(Locale.ROOT));
        rig.clock.pass(until.minus(passed));
        passed = until;
        look();
    }

    /** Each living node looks twice, so that whatever would be done twice is. */
    void look() {
        for (int times = 0; times < 2; times++) {
            if (!killed) {
                follow(one);
                one.getBean(AlertDesk.class).sweep();
            }
            follow(two);
            two.getBean(AlertDesk.class).sweep();
        }
    }

    private Set<String> called(CaseNumber number, Page.Clock clock) {
        return held(number).pages().stream()
                .filter(page -> page.way() == Page.Way.CONSOLE && page.clock() == clock)
                .map(page -> NAMES.get(page.staff()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    AlertBoard board() {
        follow(two);
        return two.getBean(AlertBoard.class);
    }

    HotCase hot(CaseNumber number) {
        follow(two);
        return two.getBean(CaseBook.class).hot(number).orElseThrow();
    }

    Set<String> acting(CaseNumber number) {
        return called(number, Page.Clock.ACT);
    }

    boolean everyPageOnce(CaseNumber number) {
        List<String> pages = held(number).pages().stream()
                .map(page -> page.staff().value() + page.way() + page.clock())
                .toList();
        return pages.size() == Set.copyOf(pages).size();
    }

    Map<String, Long> alerts() {
        return rig.notices().stream()
                .filter(DeskNotice.OfficerAlert.class::isInstance)
                .map(DeskNotice.OfficerAlert.class::cast)
                .collect(Collectors.groupingBy(DeskNotice.OfficerAlert::onceValue, Collectors.counting()));
    }

    List<Integer> counts() {
        follow(two);
        List<Page> sent = new ArrayList<>();
        two.getBean(CaseBook.class).hot().forEach(held -> sent.addAll(held.pages()));
        return sent.stream()
                .filter(page -> page.way() == Page.Way.MESSENGER && page.count() != null)
                .sorted(Comparator.comparing(Page::at).thenComparing(Page::count))
                .map(Page::count)
                .toList();
    }

    Case held(CaseNumber number) {
        return two.getBean(CaseBook.class).read(number).orElseThrow();
    }

    static Map<String, Set<String>> timeline(String... pairs) {
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

package org.wasl.admin.casework;

import static org.wasl.admin.FiledReports.aFiledReport;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.triage.report.Level;

/**
 * How long a page of the queue takes with many open cases while eight people turn pages, and what the cases take in
 * memory. Run it with the test class path of this module:
 *
 * <pre>mvn -q -o -pl admin-api -am test-compile, then java -Xmx700m -cp ... org.wasl.admin.casework.QueueLoad 20000</pre>
 *
 * Views are audited into memory here; the chain's own append has a figure of its own.
 */
public final class QueueLoad {
    private static final int STAFF = 8;
    private static final int PAGES = 300;
    private static final int TEMPLATES = 200;

    private QueueLoad() {}

    public static void main(String[] arguments) throws Exception {
        int cases = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
        try (DeskRig rig = new DeskRig()) {
            ApplicationContext node = rig.node("desk-load");
            rig.staff.onDuty(Staffing.LAYLA, Staffing.SALMA);
            HotSet hot = node.getBean(HotSet.class);
            fill(rig, node, hot, cases);
            CaseDesk desk = node.getBean(CaseDesk.class);
            turn(rig, desk, PAGES / 3);
            report("queue page, " + cases + " open cases, " + STAFF + " staff", turn(rig, desk, PAGES));
            System.gc();
            Runtime jvm = Runtime.getRuntime();
            System.out.printf("heap after collection: %d MB%n", (jvm.totalMemory() - jvm.freeMemory()) >> 20);
        }
    }

    /** A few cases go through intake, seal and store; the others are theirs under other numbers and of other ages. */
    private static void fill(DeskRig rig, ApplicationContext node, HotSet hot, int cases) {
        SecureRandom random = new SecureRandom();
        CaseBook book = node.getBean(CaseBook.class);
        for (int i = 0; i < TEMPLATES; i++) {
            FiledReports filed = aFiledReport()
                    .saying("case " + i)
                    .judged(Level.values()[random.nextInt(5)])
                    .scoring(random.nextInt(100));
            rig.deskSays(filed.build().story(), filed.assessment());
            node.getBean(CaseIntake.class).receive(filed.build(), "digest");
        }
        List<Case> templates = hot.all().stream()
                .map(held -> book.read(held.number()).orElseThrow())
                .toList();
        for (int i = TEMPLATES; i < cases; i++) {
            Case like = templates.get(random.nextInt(TEMPLATES));
            Duration age = Duration.ofMinutes(random.nextInt(10_000));
            hot.put(HotCase.of(new Case(
                    CaseNumber.random(random),
                    1,
                    1,
                    like.opened().minus(age),
                    like.clockFrom().minus(age),
                    false,
                    like.level(),
                    like.reports(),
                    like.handling(),
                    like.contact(),
                    List.of(),
                    List.of(),
                    like.events(),
                    List.of())));
        }
    }

    private static long[] turn(DeskRig rig, CaseDesk desk, int pages) throws Exception {
        List<Callable<long[]>> people = new ArrayList<>();
        for (int i = 0; i < STAFF; i++) {
            CurrentStaff staff = rig.staff.as(i % 2 == 0 ? Staffing.LAYLA : Staffing.SALMA);
            people.add(() -> turn(desk, staff, pages));
        }
        List<long[]> took = new ArrayList<>();
        try (ExecutorService room = Executors.newFixedThreadPool(STAFF)) {
            for (Future<long[]> one : room.invokeAll(people)) {
                took.add(one.get());
            }
        }
        return took.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static long[] turn(CaseDesk desk, CurrentStaff staff, int pages) {
        long[] took = new long[pages];
        CaseNumber after = null;
        for (int i = 0; i < pages; i++) {
            long start = System.nanoTime();
            QueuePage page = desk.queue(staff, QueueFilter.ALL, after, 25);
            took[i] = System.nanoTime() - start;
            String next = page.next();
            after = next == null || i % 10 == 9 ? null : new CaseNumber(next);
        }
        return took;
    }

    private static void report(String what, long[] nanos) {
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms, worst %.1f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}

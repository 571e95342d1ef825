package org.wasl.admin.casework;

import static org.wasl.admin.FiledReports.aFiledReport;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.triage.seal.CaseSealer;

/** Fills the store of a running desk: a few cases come in as all do, the others are copies, each sealed with its own key. */
public final class CaseFiller {
    private static final int TEMPLATES = 100;
    private static final int WRITERS = 8;
    private static final int PROGRESS = 5_000;

    private static final List<String> TOLD = List.of(
            "My husband hits me when he drinks and the children are afraid",
            "Somebody has my pictures and wants money by Thursday",
            "My brother says he will kill me and he has a knife",
            "I want to know how to ask for a divorce",
            "A man follows me from the university every day");

    private final SecureRandom random = new SecureRandom();
    private final CaseBook book;
    private final CaseIntake intake;
    private final MongoTemplate mongo;
    private final CaseSealer sealer;
    private final AttachmentStore attachments;
    private final AccusedIndex accused;
    private final List<Case> templates = new ArrayList<>();

    public CaseFiller(ApplicationContext desk) {
        this.book = desk.getBean(CaseBook.class);
        this.intake = desk.getBean(CaseIntake.class);
        this.mongo = desk.getBean(MongoTemplate.class);
        this.sealer = desk.getBean(CaseSealer.class);
        this.attachments = desk.getBean(AttachmentStore.class);
        this.accused = desk.getBean(AccusedIndex.class);
    }

    /** One report as it comes off the intake list; answers the number of its case. */
    public String receives() {
        FiledReports one = aFiledReport().saying(TOLD.get(random.nextInt(TOLD.size())));
        intake.receive(one.build(), "digest " + one.build().id());
        return book.caseOf(one.build().id()).orElseThrow().value();
    }

    /** So many more open cases, of the last week. */
    public void open(int cases) {
        templates();
        many(cases, () -> book.insert(like(CaseFiller::worked)));
    }

    /** So many more closed cases of which nothing is left to do, stored as they stand, many in one write. */
    public void closed(int cases) {
        templates();
        GatheredWrites gathered = new GatheredWrites(mongo);
        CaseStore many = new CaseStore(gathered, sealer, attachments, accused, Clock.systemUTC());
        for (int i = 1; i <= cases; i++) {
            Case one = like(
                    handling -> worked(handling).in(CaseStatus.CLOSED).ended(Handling.Disposition.SERVICE_DELIVERED));
            many.insert(one.stored(1));
            if (i % PROGRESS == 0) {
                System.out.printf("%d of %d written%n", i, cases);
            }
        }
        gathered.flush();
    }

    /** From several threads: what is waited for is the disk. */
    private static void many(int times, Runnable once) {
        AtomicInteger done = new AtomicInteger();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writing.add(writers.submit(() -> {
                    for (int i = done.incrementAndGet(); i <= times; i = done.incrementAndGet()) {
                        once.run();
                        if (i % PROGRESS == 0) {
                            System.out.printf("%d of %d written%n", i, times);
                        }
                    }
                }));
            }
            for (Future<?> one : writing) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Somebody has it, so that the ladder does not call everybody for all of them. */
    private static Handling worked(Handling handling) {
        Instant now = Instant.now();
        return handling.claimedBy(Staffing.LAYLA, now, now)
                .in(CaseStatus.IN_PROGRESS)
                .actedAt(now);
    }

    private void templates() {
        while (templates.size() < TEMPLATES) {
            templates.add(book.read(new CaseNumber(receives())).orElseThrow());
        }
    }

    private Case like(UnaryOperator<Handling> how) {
        Case one = templates.get(random.nextInt(TEMPLATES));
        Duration age = Duration.ofMinutes(random.nextInt(10_000));
        return new Case(
                CaseNumber.random(random),
                1,
                1,
                one.opened().minus(age),
                one.clockFrom().minus(age),
                false,
                one.level(),
                one.reports(),
                how.apply(one.handling()),
                one.contact(),
                List.of(),
                List.of(),
                one.events(),
                List.of(),
                one.agenda(),
                one.ties(),
                one.coding(),
                one.outside(),
                one.fieldwork());
    }
}

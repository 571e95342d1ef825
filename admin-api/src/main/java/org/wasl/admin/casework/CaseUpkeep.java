package org.wasl.admin.casework;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.wasl.admin.audit.AuditTrail;

/** Builds the hot set before anything else starts, then keeps it in step with other nodes and copies audit entries. */
final class CaseUpkeep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CaseUpkeep.class);

    /** Before the drain, the sweep and the web server. */
    static final int PHASE = 0;

    private final CaseBook book;
    private final AttachmentIntake attachments;
    private final AssignmentDesk assignments;
    private final MergeDesk merges;
    private final ConflictDesk conflicts;
    private final AuditTrail trail;
    private final CaseworkSettings settings;
    private volatile boolean running;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    CaseUpkeep(
            CaseBook book,
            AttachmentIntake attachments,
            AssignmentDesk assignments,
            MergeDesk merges,
            ConflictDesk conflicts,
            AuditTrail trail,
            CaseworkSettings settings) {
        this.assignments = assignments;
        this.merges = merges;
        this.conflicts = conflicts;
        this.book = book;
        this.attachments = attachments;
        this.trail = trail;
        this.settings = settings;
        timer.shutdown();
    }

    @Override
    public void start() {
        book.rebuild();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("case-upkeep").daemon().factory());
        long pause = settings.follow().toMillis();
        timer.scheduleWithFixedDelay(this::once, pause, pause, TimeUnit.MILLISECONDS);
        running = true;
    }

    private void once() {
        try {
            book.follow();
            book.copyAudits(trail);
            attachments.sweep();
            conflicts.settle();
            assignments.lapse();
            merges.settle();
        } catch (RuntimeException failed) {
            // Tried again in a moment; the message could quote a document.
            if (running) {
                log.warn("case upkeep failed: {}", failed.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

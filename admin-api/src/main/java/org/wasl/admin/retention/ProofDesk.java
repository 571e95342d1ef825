package org.wasl.admin.retention;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Orphans;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Looks again at what was destroyed, and for what belongs to no case, whenever somebody asks. */
final class ProofDesk implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProofDesk.class);

    private final SealedDocs<DestructionList> lists;
    private final Proof proof;
    private final Reconciling orphans;
    private final AuditTrail trail;
    private final AtomicBoolean walking = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("retention-walk").daemon().factory());
    private volatile @Nullable Orphans latest;

    /** The walk through the whole store. */
    interface Reconciling {
        Orphans walk();
    }

    ProofDesk(SealedDocs<DestructionList> lists, Proof proof, Reconciling orphans, AuditTrail trail) {
        this.lists = lists;
        this.proof = proof;
        this.orphans = orphans;
        this.trail = trail;
    }

    /** Tries to open every case of a list that was destroyed; empty where nothing was. */
    Optional<Proof.Verified> verify(CurrentStaff staff, String list) {
        demand(staff, list);
        return lists.value(list)
                .flatMap(held -> Optional.ofNullable(held.record()))
                .map(record -> verified(staff, record));
    }

    /** The same with a record somebody kept elsewhere. */
    Proof.Verified verify(CurrentStaff staff, DestructionRecord kept) {
        demand(staff, "record");
        return verified(staff, kept);
    }

    private Proof.Verified verified(CurrentStaff staff, DestructionRecord record) {
        trail.append(trail.done(staff.id().value(), Act.DESTRUCTION_VERIFIED, "record"));
        return proof.verify(record);
    }

    /** Begins a walk through the store, unless one is under way. */
    void look(CurrentStaff staff) {
        demand(staff, "orphans");
        trail.append(trail.done(staff.id().value(), Act.DESTRUCTION_VERIFIED, "orphans"));
        if (walking.compareAndSet(false, true)) {
            try {
                background.execute(this::walk);
            } catch (RejectedExecutionException closing) {
                walking.set(false);
            }
        }
    }

    private void walk() {
        try {
            latest = orphans.walk();
        } catch (RuntimeException failed) {
            log.warn(
                    "the walk for what is left over failed: {}",
                    failed.getClass().getSimpleName());
        } finally {
            walking.set(false);
        }
    }

    boolean walking() {
        return walking.get();
    }

    /** What the last walk of this node found; empty before the first. */
    Optional<Orphans> latest() {
        return Optional.ofNullable(latest);
    }

    private void demand(CurrentStaff staff, String subject) {
        if (!staff.may(Permission.RETENTION)) {
            trail.append(trail.refused(staff.id().value(), Act.DESTRUCTION_VERIFIED, subject));
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}

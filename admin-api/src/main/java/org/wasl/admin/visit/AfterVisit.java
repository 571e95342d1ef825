package org.wasl.admin.visit;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.FollowUps;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.officer.StaffId;

/** What follows from how a visit went, by rule: follow-ups after the first meeting, and what is left to do. */
final class AfterVisit {
    private static final Duration SOON = Duration.ofHours(24);
    private static final Duration AT_ONCE = Duration.ofHours(4);

    private final SecureRandom random;
    private final VisitSettings settings;

    AfterVisit(SecureRandom random, VisitSettings settings) {
        this.random = random;
        this.settings = settings;
    }

    Case of(Case held, Visit ended, Instant now) {
        Visit.End end = ended.end();
        Visit.Result result = end == null ? null : end.result();
        if (result == null) {
            return held;
        }
        return switch (result) {
            case MET_SAFE, MET_NEEDS_MORE, TAKEN_TO_SAFETY ->
                task(
                        FollowUps.planned(held, now),
                        ended,
                        Task.Kind.SAFETY_PLAN,
                        held.fieldwork().safety() == null,
                        SOON,
                        now);
            case MET_NOT_ALONE -> task(held, ended, Task.Kind.INTERVIEW, true, SOON, now);
            case NOT_MET -> task(held, ended, Task.Kind.CALL_BACK, true, SOON, now);
            case BROKEN_OFF -> task(held, ended, Task.Kind.CALL_BACK, true, AT_ONCE, now);
        };
    }

    /** One task of a kind is enough; a case that is full of them gets none. */
    private Case task(Case held, Visit ended, Task.Kind kind, boolean wanted, Duration within, Instant now) {
        List<Task> tasks = held.fieldwork().tasks();
        boolean there = tasks.stream().anyMatch(one -> one.open() && one.kind() == kind);
        if (!wanted || there || tasks.size() >= settings.tasks()) {
            return held;
        }
        StaffId lead = Optional.ofNullable(ended.plan().lead())
                .filter(one -> !held.ties().apart(one))
                .orElse(held.handling().owner());
        Visit.End end = ended.end();
        StaffId by = end == null || end.by() == null ? ended.plannedBy() : end.by();
        Task next = new Task(VisitDesk.newId(random), kind, lead, now.plus(within), "", by, now, List.of(), null);
        return held.worked(held.fieldwork().with(next));
    }
}

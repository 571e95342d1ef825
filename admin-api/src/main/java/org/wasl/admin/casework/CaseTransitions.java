package org.wasl.admin.casework;

import static org.wasl.admin.casework.CaseStatus.ACKED;
import static org.wasl.admin.casework.CaseStatus.ASSIGNED;
import static org.wasl.admin.casework.CaseStatus.AWAITING_REPORTER;
import static org.wasl.admin.casework.CaseStatus.CLOSED;
import static org.wasl.admin.casework.CaseStatus.FOLLOW_UP;
import static org.wasl.admin.casework.CaseStatus.IN_PROGRESS;
import static org.wasl.admin.casework.CaseStatus.IN_REVIEW;
import static org.wasl.admin.casework.CaseStatus.IN_TRIAGE;
import static org.wasl.admin.casework.CaseStatus.NEW;
import static org.wasl.admin.casework.CaseStatus.REFERRED;
import static org.wasl.admin.casework.CaseStatus.REOPENED;
import static org.wasl.admin.casework.CaseStatus.WITHDRAWAL_ASKED;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wasl.triage.report.Level;

/**
 * The one table of what may follow what, and what each status needs. Checked as a whole at start, and for each move on
 * every write.
 *
 * <p>What somebody took can be given back: it is {@code NEW} again, and its clocks run anew; so it is when somebody
 * writes long after it was closed. Every open status needs
 * what {@link #missing} names: somebody who answers for the case, and a date on which something is done.
 */
final class CaseTransitions {
    /** The table staff work by. */
    static final CaseTransitions STANDARD = new CaseTransitions(Map.ofEntries(
            Map.entry(NEW, EnumSet.of(ACKED, WITHDRAWAL_ASKED)),
            Map.entry(
                    ACKED,
                    EnumSet.of(
                            NEW,
                            IN_TRIAGE,
                            ASSIGNED,
                            IN_PROGRESS,
                            AWAITING_REPORTER,
                            REFERRED,
                            CLOSED,
                            WITHDRAWAL_ASKED)),
            Map.entry(
                    IN_TRIAGE,
                    EnumSet.of(
                            NEW,
                            IN_REVIEW,
                            ASSIGNED,
                            IN_PROGRESS,
                            AWAITING_REPORTER,
                            REFERRED,
                            CLOSED,
                            WITHDRAWAL_ASKED)),
            Map.entry(IN_REVIEW, EnumSet.of(NEW, ACKED, ASSIGNED, IN_PROGRESS, CLOSED, WITHDRAWAL_ASKED)),
            Map.entry(ASSIGNED, EnumSet.of(NEW, ACKED, IN_TRIAGE, IN_PROGRESS, CLOSED, WITHDRAWAL_ASKED)),
            Map.entry(
                    IN_PROGRESS,
                    EnumSet.of(NEW, ASSIGNED, AWAITING_REPORTER, REFERRED, FOLLOW_UP, CLOSED, WITHDRAWAL_ASKED)),
            Map.entry(AWAITING_REPORTER, EnumSet.of(NEW, IN_PROGRESS, FOLLOW_UP, CLOSED, WITHDRAWAL_ASKED)),
            Map.entry(REFERRED, EnumSet.of(NEW, IN_PROGRESS, FOLLOW_UP, CLOSED, WITHDRAWAL_ASKED)),
            Map.entry(FOLLOW_UP, EnumSet.of(NEW, IN_PROGRESS, CLOSED, WITHDRAWAL_ASKED)),
            Map.entry(CLOSED, EnumSet.of(NEW, REOPENED, WITHDRAWAL_ASKED)),
            Map.entry(REOPENED, EnumSet.of(ACKED, WITHDRAWAL_ASKED)),
            Map.entry(WITHDRAWAL_ASKED, EnumSet.of(REOPENED))));

    private final Map<CaseStatus, Set<CaseStatus>> table;

    CaseTransitions(Map<CaseStatus, ? extends Set<CaseStatus>> table) {
        this.table = new EnumMap<>(CaseStatus.class);
        this.table.putAll(table);
    }

    /** Whether a case of this level may go from one status to another. Staying is always allowed. */
    boolean allows(CaseStatus from, CaseStatus to, Level level) {
        if (from == to) {
            return true;
        }
        return !(to == IN_REVIEW && level.urgent()) && next(from).contains(to);
    }

    Set<CaseStatus> next(CaseStatus from) {
        return table.getOrDefault(from, Set.of());
    }

    /** What an open case lacks in the status it has; empty when nothing. */
    static Optional<Missing> missing(Case held) {
        if (held.status().keeper() == CaseStatus.Keeper.OWNER && held.handling().owner() == null) {
            return Optional.of(Missing.OWNER);
        }
        return held.status().open() && held.agenda().next() == null
                ? Optional.of(Missing.NEXT_ACTION)
                : Optional.empty();
    }

    /** What no open case may be without. */
    enum Missing {
        OWNER,
        NEXT_ACTION
    }

    /** Everything wrong with the table: a status nobody reaches, one nobody leaves, one from which nothing ends. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<CaseStatus> fromNew = reachableFrom(NEW);
        for (CaseStatus status : CaseStatus.values()) {
            if (!fromNew.contains(status)) {
                problems.add("status " + status + ": never reached from NEW");
            }
            if (next(status).isEmpty()) {
                problems.add("status " + status + ": no way out");
            } else if (!reachableFrom(status).contains(CLOSED)) {
                problems.add("status " + status + ": never reaches CLOSED");
            }
            if (status.open() == (status.keeper() == CaseStatus.Keeper.NOBODY)) {
                problems.add("status " + status + ": kept by " + status.keeper());
            }
        }
        return problems;
    }

    /** Throws one exception that names all problems. */
    CaseTransitions checked() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("case transitions: " + String.join("; ", problems));
        }
        return this;
    }

    private Set<CaseStatus> reachableFrom(CaseStatus start) {
        Set<CaseStatus> seen = EnumSet.of(start);
        Deque<CaseStatus> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (CaseStatus next : next(open.remove())) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }
}

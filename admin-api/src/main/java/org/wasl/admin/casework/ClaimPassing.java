package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Instant;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;

/** What somebody holds goes to whoever takes over from them, both having said so. */
public final class ClaimPassing {
    private final CaseBook book;
    private final Assignments assignments;
    private final StaffDirectory directory;
    private final AuditTrail trail;
    private final CaseworkSettings settings;
    private final Clock clock;

    ClaimPassing(
            CaseBook book,
            Assignments assignments,
            StaffDirectory directory,
            AuditTrail trail,
            CaseworkSettings settings,
            Clock clock) {
        this.book = book;
        this.assignments = assignments;
        this.directory = directory;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Passed {
        DONE,
        /** Somebody else holds it by now, or it is over. */
        NOT_HELD,
        /** Its rules, the person's wish or a party they know keep the other out. It stays where it is. */
        KEPT_OUT
    }

    /**
     * Passes one claim on. Repeated it stays done. The caller has both people's word.
     *
     * @param from who holds it and agreed to give it away
     * @param to who takes it, and acknowledges it with that
     */
    public Passed pass(StaffId from, CurrentStaff to, CaseNumber number) {
        Passed[] answer = {Passed.NOT_HELD};
        book.change(number, held -> {
            Instant now = clock.instant();
            StaffId owner = held.handling().owner();
            if (to.id().equals(owner)) {
                answer[0] = Passed.DONE;
                return held;
            }
            if (!from.equals(owner) || !held.status().open() || held.status() == CaseStatus.WITHDRAWAL_ASKED) {
                answer[0] = Passed.NOT_HELD;
                return held;
            }
            if (keptOut(to, held)) {
                answer[0] = Passed.KEPT_OUT;
                return held;
            }
            answer[0] = Passed.DONE;
            return held.handled(held.handling().claimedBy(to.id(), now, now.plus(settings.claimLease())))
                    .planned(held.agenda().offer(null))
                    .edited()
                    .happened(CaseEvent.Kind.HANDED_OVER, now, to.id().value(), from.value())
                    .audited(trail.done(to.id().value(), Act.CASE_CLAIMED, number.value()));
        });
        return answer[0];
    }

    private boolean keptOut(CurrentStaff to, Case held) {
        return directory
                .find(to.id())
                .map(member -> assignments.forbids(held, member) != null)
                .orElse(true);
    }
}

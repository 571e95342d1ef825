package org.wasl.admin.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.CaseUnreadableException;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.reply.ReplySettings;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** What people took back and what became of it: erased, or not and why. Nothing of what was in a case. */
final class RequestDesk {
    private final SealedDocs<EraseRequest> requests;
    private final CaseBook book;
    private final AuditTrail trail;
    private final ReplySettings replies;

    RequestDesk(SealedDocs<EraseRequest> requests, CaseBook book, AuditTrail trail, ReplySettings replies) {
        this.requests = requests;
        this.book = book;
        this.trail = trail;
        this.replies = replies;
    }

    /** The latest ones, newest first. */
    List<Outcome> latest(CurrentStaff staff, int most) {
        demand(staff, "requests");
        List<Outcome> latest = new ArrayList<>();
        record Named(String id, EraseRequest request) {}
        List<Named> all = new ArrayList<>();
        for (String id : requests.ids()) {
            requests.value(id).ifPresent(request -> all.add(new Named(id, request)));
        }
        all.sort(Comparator.comparing((Named one) -> one.request().latest()).reversed());
        all.stream().limit(most).forEach(one -> latest.add(outcome(new CaseNumber(one.id()), one.request())));
        return latest;
    }

    /** One, for taking out of the desk: that is on the chain. */
    Optional<Outcome> export(CurrentStaff staff, CaseNumber number) {
        demand(staff, number.value());
        Optional<Outcome> found = requests.value(number.value()).map(request -> outcome(number, request));
        if (found.isPresent()) {
            trail.append(trail.done(staff.id().value(), Act.ERASE_REQUEST_EXPORTED, number.value()));
        }
        return found;
    }

    private Outcome outcome(CaseNumber number, EraseRequest request) {
        Case held = held(number);
        Outcome.State state = state(number, request, held);
        Instant asked = request.first().map(EraseRequest.Ask::at).orElse(null);
        boolean runs = state == Outcome.State.TWO_LOOK && held != null;
        Handling.WithdrawalRequest wish = held == null ? null : held.handling().withdrawal();
        return new Outcome(
                number.value(),
                request.erase(),
                asked,
                (int) request.asks().stream().filter(ask -> !ask.proven()).count(),
                state,
                runs && wish != null ? wish.at().plus(replies.withdrawalHeld()) : null,
                request.done(),
                request.gone(),
                stays(state));
    }

    private Outcome.State state(CaseNumber number, EraseRequest request, @Nullable Case held) {
        if (request.first().isEmpty()) {
            return Outcome.State.NOT_PROVEN;
        }
        if (request.done() != null) {
            return Outcome.State.ERASED;
        }
        if (held == null) {
            return Outcome.State.UNDER_WAY;
        }
        if (book.held(number)) {
            return Outcome.State.HELD;
        }
        Handling.WithdrawalRequest wish = held.handling().withdrawal();
        if (wish == null) {
            return Outcome.State.RESUMED;
        }
        if (held.status() == CaseStatus.WITHDRAWAL_ASKED) {
            return Outcome.State.TWO_LOOK;
        }
        return wish.kept() ? Outcome.State.KEPT : Outcome.State.RESUMED;
    }

    private static List<Outcome.Stays> stays(Outcome.State state) {
        return switch (state) {
            case ERASED, UNDER_WAY ->
                List.of(Outcome.Stays.TOMBSTONE, Outcome.Stays.AUDIT, Outcome.Stays.STATISTICS, Outcome.Stays.BACKUPS);
            case TWO_LOOK -> List.of(Outcome.Stays.CASE_LOOKED_AT);
            case KEPT -> List.of(Outcome.Stays.CASE_KEPT);
            case HELD -> List.of(Outcome.Stays.CASE_HELD);
            case NOT_PROVEN, RESUMED -> List.of();
        };
    }

    private @Nullable Case held(CaseNumber number) {
        try {
            return book.read(number).orElse(null);
        } catch (CaseUnreadableException unreadable) {
            return null;
        }
    }

    private void demand(CurrentStaff staff, String subject) {
        if (!staff.may(Permission.RETENTION)) {
            trail.append(trail.refused(staff.id().value(), Act.RETENTION_READ, subject));
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
    }
}

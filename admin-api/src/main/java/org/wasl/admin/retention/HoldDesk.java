package org.wasl.admin.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseHolds;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/**
 * Forbids to destroy a case, and allows it again: each takes two people. A hold stops destruction and nothing else;
 * nobody reads a case for it, works on it or is kept from it.
 */
final class HoldDesk {
    private final SealedDocs<Hold> holds;
    private final CaseBook book;
    private final AuditTrail trail;
    private final RetentionSettings settings;
    private final Clock clock;

    HoldDesk(SealedDocs<Hold> holds, CaseBook book, AuditTrail trail, RetentionSettings settings, Clock clock) {
        this.holds = holds;
        this.book = book;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** A hold with the case it is of. */
    record Held(CaseNumber number, long version, Hold hold) {}

    /** All holds and wishes for one, those to be looked at soonest first. */
    List<Held> all(CurrentStaff staff) {
        demand(staff, Permission.RETENTION, "holds");
        List<Held> all = new ArrayList<>();
        for (String id : holds.ids()) {
            holds.read(id).ifPresent(one -> all.add(new Held(new CaseNumber(id), one.version(), one.value())));
        }
        all.sort(Comparator.comparing((Held one) -> one.hold().review())
                .thenComparing(one -> one.number().value()));
        return all;
    }

    /** The first person's wish. It holds nothing until somebody else agrees. */
    Answer ask(CurrentStaff staff, CaseNumber number, String reason, LocalDate review) {
        Answer wrong = wrong(staff, number, reason, review);
        if (wrong != null) {
            return wrong;
        }
        if (book.erasing(number)) {
            return refused(staff, number, Answer.TOO_LATE);
        }
        if (book.read(number).isEmpty()) {
            return refused(staff, number, Answer.NO_SUCH_CASE);
        }
        Hold wish = new Hold(word(staff, reason), review, null, null);
        SealedDocs.Held<Hold> before = holds.read(number.value()).orElse(null);
        if (before != null && same(before.value(), wish)) {
            return Answer.WAITS_FOR_SECOND;
        }
        boolean written = before == null
                ? holds.insert(number.value(), wish)
                : !before.value().stands() && holds.replace(number.value(), before.version(), wish);
        if (!written) {
            return refused(staff, number, Answer.CHANGED);
        }
        done(staff, Act.HOLD_ASKED, number);
        return Answer.WAITS_FOR_SECOND;
    }

    /** What is sent twice is asked once. */
    private static boolean same(Hold before, Hold wish) {
        return !before.stands()
                && before.review().equals(wish.review())
                && before.asked().by().equals(wish.asked().by())
                && before.asked().reason().equals(wish.asked().reason());
    }

    /** The second person's word on a wish to hold. */
    Answer settle(CurrentStaff staff, CaseNumber number, boolean agreed, @Nullable Long version) {
        return second(staff, number, version, held -> {
            Hold wish = held.value();
            if (wish.stands()) {
                return Answer.NOTHING_ASKED;
            }
            if (wish.asked().by().equals(staff.id().value())) {
                return agreed ? Answer.NEEDS_ANOTHER_PERSON : forgotten(staff, number, held, Act.HOLD_REFUSED);
            }
            if (!agreed) {
                return forgotten(staff, number, held, Act.HOLD_REFUSED);
            }
            if (!holds.replace(number.value(), held.version(), wish.agreed(word(staff, "")))) {
                return Answer.CHANGED;
            }
            // An erasure writes that it began and then looks for this; so one of the two always sees the other.
            if (book.erasing(number)) {
                holds.delete(number.value());
                return Answer.TOO_LATE;
            }
            done(staff, Act.HOLD_SET, number);
            return Answer.DONE;
        });
    }

    /** The first person's wish to let it go again. */
    Answer askLift(CurrentStaff staff, CaseNumber number, String reason, @Nullable Long version) {
        Answer wrong = wrong(reason);
        if (wrong != null) {
            return wrong;
        }
        return second(staff, number, version, held -> {
            if (!held.value().stands()) {
                return Answer.NOTHING_ASKED;
            }
            if (!holds.replace(number.value(), held.version(), held.value().lifting(word(staff, reason)))) {
                return Answer.CHANGED;
            }
            done(staff, Act.HOLD_LIFT_ASKED, number);
            return Answer.WAITS_FOR_SECOND;
        });
    }

    /** The second person's word on that. */
    Answer settleLift(CurrentStaff staff, CaseNumber number, boolean agreed, @Nullable Long version) {
        return second(staff, number, version, held -> {
            Hold.Word wish = held.value().lifting();
            if (wish == null) {
                return Answer.NOTHING_ASKED;
            }
            if (agreed && wish.by().equals(staff.id().value())) {
                return Answer.NEEDS_ANOTHER_PERSON;
            }
            if (agreed) {
                return forgotten(staff, number, held, Act.HOLD_LIFTED);
            }
            if (!holds.replace(number.value(), held.version(), held.value().lifting(null))) {
                return Answer.CHANGED;
            }
            done(staff, Act.HOLD_LIFT_REFUSED, number);
            return Answer.DONE;
        });
    }

    /** Somebody looked and found it still needed. */
    Answer review(CurrentStaff staff, CaseNumber number, LocalDate next, @Nullable Long version) {
        Answer wrong = wrong(next);
        if (wrong != null) {
            return wrong;
        }
        return second(staff, number, version, held -> {
            if (!held.value().stands()) {
                return Answer.NOTHING_ASKED;
            }
            if (!holds.replace(number.value(), held.version(), held.value().reviewed(next))) {
                return Answer.CHANGED;
            }
            done(staff, Act.HOLD_REVIEWED, number);
            return Answer.DONE;
        });
    }

    private interface Decision {
        Answer of(SealedDocs.Held<Hold> held);
    }

    private Answer second(CurrentStaff staff, CaseNumber number, @Nullable Long version, Decision decision) {
        if (!staff.may(Permission.LEGAL_HOLD)) {
            return refused(staff, number, Answer.NOT_ALLOWED);
        }
        SealedDocs.Held<Hold> held = holds.read(number.value()).orElse(null);
        if (held == null) {
            return refused(staff, number, Answer.NOTHING_ASKED);
        }
        if (version != null && version != held.version()) {
            return Answer.CHANGED;
        }
        Answer answer = decision.of(held);
        boolean done = answer == Answer.DONE || answer == Answer.WAITS_FOR_SECOND;
        return done ? answer : refused(staff, number, answer);
    }

    private Answer forgotten(CurrentStaff staff, CaseNumber number, SealedDocs.Held<Hold> held, Act act) {
        // The entry first: what was on the chain and then did not happen is asked for again, the reverse is never
        // known.
        done(staff, act, number);
        return holds.delete(number.value(), held.version()) ? Answer.DONE : Answer.CHANGED;
    }

    private @Nullable Answer wrong(CurrentStaff staff, CaseNumber number, String reason, LocalDate review) {
        if (!staff.may(Permission.LEGAL_HOLD)) {
            return refused(staff, number, Answer.NOT_ALLOWED);
        }
        Answer words = wrong(reason);
        return words == null ? wrong(review) : words;
    }

    private @Nullable Answer wrong(String reason) {
        if (reason.isBlank()) {
            return Answer.REASON_MISSING;
        }
        return reason.length() > settings.longestReason() ? Answer.TOO_LONG : null;
    }

    private @Nullable Answer wrong(LocalDate review) {
        LocalDate today = RetentionPlan.day(clock.instant());
        boolean ahead = review.isAfter(today) && !review.isAfter(today.plus(settings.reviewWithin()));
        return ahead ? null : Answer.DATE_WRONG;
    }

    private void demand(CurrentStaff staff, Permission permission, String subject) {
        if (!staff.may(permission)) {
            trail.append(trail.refused(staff.id().value(), Act.RETENTION_READ, subject));
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
    }

    private Hold.Word word(CurrentStaff staff, String reason) {
        return new Hold.Word(staff.id().value(), reason.strip(), clock.instant());
    }

    private void done(CurrentStaff staff, Act act, CaseNumber number) {
        trail.append(trail.done(staff.id().value(), act, number.value()));
    }

    private Answer refused(CurrentStaff staff, CaseNumber number, Answer answer) {
        trail.append(trail.refused(staff.id().value(), Act.HOLD_SET, number.value()));
        return answer;
    }

    /** The holds as those see them who destroy. */
    static CaseHolds guard(SealedDocs<Hold> holds) {
        return number -> holds.value(number.value()).filter(Hold::stands).isPresent();
    }
}

package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/**
 * What every decision on a case has in common: permission, access, edition, transition, history, audit. For desks, of
 * casework and of the features downstream of it.
 */
public final class CaseDecisions {
    private static final Predicate<Case> NOBODY = _ -> false;

    private final CaseBook book;
    private final CaseAccess access;
    private final CaseReader reader;
    private final CaseTransitions transitions;
    private final AuditTrail trail;
    private final CaseworkSettings settings;
    private final Clock clock;
    private final String act;
    private final @Nullable String key;

    CaseDecisions(
            CaseBook book,
            CaseAccess access,
            CaseReader reader,
            CaseTransitions transitions,
            AuditTrail trail,
            CaseworkSettings settings,
            Clock clock) {
        this(book, access, reader, transitions, trail, settings, clock, "", null);
    }

    private CaseDecisions(
            CaseBook book,
            CaseAccess access,
            CaseReader reader,
            CaseTransitions transitions,
            AuditTrail trail,
            CaseworkSettings settings,
            Clock clock,
            String act,
            @Nullable String key) {
        this.book = book;
        this.access = access;
        this.reader = reader;
        this.transitions = transitions;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
        this.act = act;
        this.key = key;
    }

    /**
     * Decisions sent under a key of the caller's: each is done once, however often it is sent.
     *
     * @param wish names the act and what it is done to: a key used before for something else says nothing of this
     */
    public CaseDecisions keyed(String wish, @Nullable String sentUnder) {
        return new CaseDecisions(book, access, reader, transitions, trail, settings, clock, wish, sentUnder);
    }

    /** A decision of somebody who may read the case. */
    public CaseChange decide(
            CurrentStaff staff,
            CaseNumber number,
            @Nullable Long edition,
            Permission permission,
            BiFunction<Case, Instant, Step> step) {
        return decide(staff, number, edition, permission, NOBODY, null, step);
    }

    /** A decision with words of its own, which have to be there and have a limit. */
    public CaseChange decideWithReason(
            CurrentStaff staff,
            CaseNumber number,
            @Nullable Long edition,
            Permission permission,
            String reason,
            BiFunction<Case, Instant, Step> step) {
        if (reason.isBlank()) {
            return new CaseChange.Refused(CaseChange.Why.REASON_MISSING);
        }
        if (reason.length() > settings.longestNote()) {
            return new CaseChange.Refused(CaseChange.Why.TOO_LONG);
        }
        return decide(staff, number, edition, permission, NOBODY, reason, step);
    }

    /** A claim, which some may make on a case they could not read before. */
    CaseChange claim(
            CurrentStaff staff, CaseNumber number, @Nullable Long edition, BiFunction<Case, Instant, Step> step) {
        return decide(
                staff,
                number,
                edition,
                Permission.CASE_CLAIM,
                held -> access.decide(staff, held) == CaseAccess.Decision.CLAIM_FIRST,
                null,
                step);
    }

    /**
     * A decision that somebody may take on a case they cannot read, because it waits for their word.
     *
     * @param asked whether it waits for theirs; it never opens a case to whoever has to keep away from it
     */
    public CaseChange answer(
            CurrentStaff staff,
            CaseNumber number,
            @Nullable Long edition,
            Permission permission,
            Predicate<Case> asked,
            BiFunction<Case, Instant, Step> step) {
        return decide(
                staff,
                number,
                edition,
                permission,
                held -> asked.test(held) && !held.ties().apart(staff.id()),
                null,
                step);
    }

    private CaseChange decide(
            CurrentStaff staff,
            CaseNumber number,
            @Nullable Long edition,
            Permission permission,
            Predicate<Case> invited,
            @Nullable String words,
            BiFunction<Case, Instant, Step> step) {
        if (!staff.may(permission)) {
            return refused(staff, number, new CaseChange.Refused(CaseChange.Why.NOT_ALLOWED));
        }
        CaseChange[] answer = {new CaseChange.Missing()};
        Optional<Case> after = book.change(number, held -> {
            Instant now = clock.instant();
            String once = once(staff, number);
            CaseEvent before = once == null ? null : done(held, once);
            answer[0] = no(staff, held, before == null ? edition : null, invited);
            if (answer[0] != null) {
                return held;
            }
            if (before != null) {
                answer[0] = repeated(staff, held, before, words);
                return held;
            }
            return switch (step.apply(held, now)) {
                case Step.No no -> {
                    answer[0] = no.answer();
                    yield held;
                }
                case Step.Unchanged unchanged -> {
                    answer[0] = new CaseChange.Done(reader.view(staff, held));
                    yield held;
                }
                case Step.To to -> moved(staff, held, to, now, answer);
            };
        });
        return after.isEmpty() ? new CaseChange.Missing() : settled(staff, number, answer[0], after.get());
    }

    private Case moved(CurrentStaff staff, Case held, Step.To to, Instant now, CaseChange[] answer) {
        if (!transitions.allows(held.status(), to.next().status(), to.next().effectiveLevel())) {
            answer[0] = new CaseChange.Refused(CaseChange.Why.NOT_FROM_HERE);
            return held;
        }
        if (to.next().status().keeper() == CaseStatus.Keeper.OWNER
                && to.next().handling().owner() == null) {
            answer[0] = new CaseChange.Refused(CaseChange.Why.OWNER_MISSING);
            return held;
        }
        Case next = to.next()
                .edited()
                .happened(new CaseEvent(to.kind(), now, staff.id().value(), to.text(), once(staff, held.number())))
                .audited(trail.done(staff.id().value(), to.act(), held.number().value()));
        answer[0] = to.waits()
                ? new CaseChange.WaitsForSecond(reader.view(staff, next))
                : new CaseChange.Done(reader.view(staff, next));
        return next;
    }

    /** What was sent again is answered as the first time, unless other words came under the same key. */
    private CaseChange repeated(CurrentStaff staff, Case held, CaseEvent before, @Nullable String words) {
        String text = before.text();
        boolean same = words == null || text != null && text.endsWith(words);
        return same ? new CaseChange.Done(reader.view(staff, held)) : new CaseChange.Refused(CaseChange.Why.KEY_REUSED);
    }

    private static @Nullable CaseEvent done(Case held, String once) {
        return held.events().stream()
                .filter(event -> once.equals(event.once()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String once(CurrentStaff staff, CaseNumber number) {
        return key == null
                ? null
                : Digest.of(Bytes.ofUtf8("wasl/act/v2\n" + act + "\n" + number + "\n"
                                + staff.id().value() + "\n" + key))
                        .toHex()
                        .substring(0, 32);
    }

    private @Nullable CaseChange no(CurrentStaff staff, Case held, @Nullable Long edition, Predicate<Case> invited) {
        boolean may = access.decide(staff, held).readable() || invited.test(held);
        if (!may) {
            return access.hides(staff, held)
                    ? new CaseChange.Missing()
                    : new CaseChange.Refused(CaseChange.Why.NOT_YOURS);
        }
        if (edition != null && edition != held.edition()) {
            return new CaseChange.Overtaken(held.edition(), CaseDesk.latest(held));
        }
        return null;
    }

    private CaseChange settled(CurrentStaff staff, CaseNumber number, CaseChange answer, Case after) {
        return switch (answer) {
            case CaseChange.Done done -> new CaseChange.Done(reader.view(staff, after));
            case CaseChange.WaitsForSecond waits -> new CaseChange.WaitsForSecond(reader.view(staff, after));
            case CaseChange.Refused refused -> refused(staff, number, refused);
            case CaseChange.Held held -> refused(staff, number, held);
            case CaseChange.Overtaken overtaken -> overtaken;
            // There is one, and it is not for them to know: told as missing, and written down as what it was.
            case CaseChange.Missing hidden -> refused(staff, number, hidden);
        };
    }

    private CaseChange refused(CurrentStaff staff, CaseNumber number, CaseChange answer) {
        trail.append(trail.refused(staff.id().value(), Act.CASE_CHANGED, number.value()));
        return answer;
    }
}

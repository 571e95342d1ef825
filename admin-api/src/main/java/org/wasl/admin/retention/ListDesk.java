package org.wasl.admin.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The lists of cases whose day has come: proposed by the desk, agreed to by two people, or refused by one. */
final class ListDesk {
    private final SealedDocs<DestructionList> lists;
    private final Shelves shelves;
    private final Ripeness ripeness;
    private final AuditTrail trail;
    private final RetentionSettings settings;
    private final Clock clock;

    ListDesk(
            SealedDocs<DestructionList> lists,
            Shelves shelves,
            Ripeness ripeness,
            AuditTrail trail,
            RetentionSettings settings,
            Clock clock) {
        this.lists = lists;
        this.shelves = shelves;
        this.ripeness = ripeness;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** A list in the version that was read. */
    record Held(long version, DestructionList list) {}

    /** The latest lists, newest first. */
    List<Held> latest(CurrentStaff staff, int most) {
        demand(staff, "lists");
        List<String> ids = lists.ids().reversed();
        List<Held> latest = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(most, ids.size()))) {
            find(id).ifPresent(latest::add);
        }
        return latest;
    }

    /** One list; the look is on the chain. */
    Optional<Held> read(CurrentStaff staff, String id) {
        demand(staff, id);
        Optional<Held> found = find(id);
        if (found.isPresent()) {
            trail.append(trail.done(staff.id().value(), Act.RETENTION_READ, id));
        }
        return found;
    }

    private Optional<Held> find(String id) {
        return lists.read(id).map(held -> new Held(held.version(), held.value()));
    }

    /**
     * One person's word on a list.
     *
     * @param version the one they read: both agree to the same cases
     */
    Answer settle(CurrentStaff staff, String id, boolean agreed, String reason, long version) {
        if (!staff.may(Permission.RETENTION_CONFIRM)) {
            return refused(staff, id, Answer.NOT_ALLOWED);
        }
        if (!agreed && reason.isBlank()) {
            return refused(staff, id, Answer.REASON_MISSING);
        }
        if (reason.length() > settings.longestReason()) {
            return refused(staff, id, Answer.TOO_LONG);
        }
        SealedDocs.Held<DestructionList> held = lists.read(id).orElse(null);
        if (held == null || !held.value().state().waits()) {
            return refused(staff, id, Answer.NOTHING_ASKED);
        }
        if (held.version() != version) {
            return Answer.CHANGED;
        }
        String who = staff.id().value();
        if (agreed && held.value().agreedBy(who)) {
            return refused(staff, id, Answer.NEEDS_ANOTHER_PERSON);
        }
        DestructionList next =
                held.value().with(new DestructionList.Agreed(who, agreed, reason.strip(), clock.instant()));
        // On the chain before it is true: nothing is destroyed by a word nobody can look up.
        trail.append(trail.done(who, agreed ? Act.DESTRUCTION_AGREED : Act.DESTRUCTION_DECLINED, id));
        if (!lists.replace(id, version, next)) {
            return Answer.CHANGED;
        }
        return next.state() == DestructionList.State.AGREED ? Answer.WAITS_FOR_SECOND : Answer.DONE;
    }

    /**
     * Proposes what is due today, at most once a day and never beside a list that is not over. Looks the cases up one by
     * one, so it belongs in the background.
     */
    void propose() {
        LocalDate today = RetentionPlan.day(clock.instant());
        List<String> ids = lists.ids();
        String last = ids.isEmpty() ? "" : ids.getLast();
        if (last.compareTo(today.toString()) >= 0 || !last.isEmpty() && !over(last, today)) {
            return;
        }
        List<Item> items = due(today);
        if (items.isEmpty()) {
            return;
        }
        if (lists.insert(today.toString(), DestructionList.proposed(today, items))) {
            trail.append(trail.done(AuditEntry.SYSTEM, Act.DESTRUCTION_PROPOSED, today.toString()));
        }
    }

    private boolean over(String id, LocalDate today) {
        DestructionList list = lists.value(id).orElse(null);
        if (list == null || list.state().over()) {
            return true;
        }
        boolean old = list.state().waits()
                && list.proposed().plus(settings.unanswered()).isBefore(today);
        return old
                && lists.change(id, held -> held.state().waits() ? held.lapsed() : held)
                        .filter(held -> held.state().over())
                        .isPresent();
    }

    private List<Item> due(LocalDate today) {
        List<Item> items = new ArrayList<>();
        Set<CaseNumber> looked = new HashSet<>();
        List<Shelves.Candidate> some = shelves.due(today, settings.batch(), looked);
        while (!some.isEmpty() && items.size() < settings.batch()) {
            for (Shelves.Candidate one : some) {
                looked.add(one.number());
                Item item = item(one, today);
                if (item != null && items.size() < settings.batch()) {
                    items.add(item);
                }
            }
            some = shelves.due(today, settings.batch(), looked);
        }
        return items;
    }

    private @Nullable Item item(Shelves.Candidate one, LocalDate today) {
        return switch (ripeness.of(one.number(), today)) {
            case Ripeness.Found.Ripe ripe -> {
                if (!ripe.fate().closed().equals(one.closed())) {
                    shelves.put(one.number(), ripe.fate());
                    shelves.remove(one.number(), one.closed());
                }
                yield Item.of(one.number().value(), ripe.fate());
            }
            case Ripeness.Found.Later later -> {
                shelves.put(one.number(), later.fate());
                if (!later.fate().closed().equals(one.closed())) {
                    shelves.remove(one.number(), one.closed());
                }
                yield null;
            }
            case Ripeness.Found.Spared spared -> {
                // What is open is put on a shelf again when it ends; what is erased never.
                if (spared.why() == Item.State.OPEN || spared.why() == Item.State.ERASED) {
                    shelves.remove(one.number(), one.closed());
                }
                yield null;
            }
        };
    }

    private void demand(CurrentStaff staff, String subject) {
        if (!staff.may(Permission.RETENTION)) {
            trail.append(trail.refused(staff.id().value(), Act.RETENTION_READ, subject));
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
    }

    private Answer refused(CurrentStaff staff, String id, Answer answer) {
        trail.append(
                trail.refused(staff.id().value(), Act.DESTRUCTION_AGREED, id.substring(0, Math.min(20, id.length()))));
        return answer;
    }
}

package org.wasl.admin.officer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;

/**
 * Opens a shut case to one person for half an hour, by two people: one says why, another agrees. It opens reading and
 * what the reader's role may do with a case that is open to them, and never a case they have to keep away from. Who asked,
 * who agreed, every reading and the end stand in the audit chain, and on the auditor's page at once.
 */
final class BreakGlass implements BrokenGlass {
    /** How long an agreement opens the case, and how long a question waits for one. */
    static final Duration OPEN = Duration.ofMinutes(30);

    private static final Duration STALE = Duration.ofSeconds(1);
    private static final int RETRIES = 20;

    private final GlassStore store;
    private final Secrets secrets;
    private final StaffAudit audit;
    private final Clock clock;
    private volatile Known known = new Known(Instant.EPOCH, List.of());

    private record Known(Instant at, List<Pane> panes) {}

    BreakGlass(GlassStore store, Secrets secrets, StaffAudit audit, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why somebody needs to read what is shut. Closed, so that the auditor can count them. */
    enum Reason {
        /** Somebody is in danger and nobody of the team can be reached. */
        DANGER_TEAM_UNREACHABLE,
        /** The person wrote again and nobody of the team is on duty. */
        PERSON_WAITS,
        /** A court or the inspectorate asks. */
        LAWFUL_ORDER,
        /** A complaint about how it was handled. */
        COMPLAINT
    }

    /**
     * One opening, from the question on.
     *
     * @param second who agreed; {@code null} while nobody has
     * @param until when it shuts again; before that someone agreed, {@code null}
     * @param ended whether it was refused or shut early
     */
    record Pane(
            String id,
            String caseNumber,
            StaffId reader,
            Reason reason,
            Instant asked,
            @Nullable StaffId second,
            @Nullable Instant until,
            boolean ended) {

        boolean waits(Instant now) {
            return second == null && !ended && now.isBefore(asked.plus(OPEN));
        }

        boolean open(Instant now) {
            return until != null && !ended && now.isBefore(until);
        }
    }

    /** How an answer ended. */
    enum Settled {
        DONE,
        /** It was answered, or nobody answered in time. */
        NOTHING_ASKED,
        /** The one who asked. */
        NEEDS_ANOTHER_PERSON
    }

    /** Asks for a case. It may be one that does not exist: whether it does is not told. */
    void ask(CurrentStaff by, String caseNumber, Reason reason) {
        ask(by, caseNumber, reason, secrets.staffId().value());
    }

    /** The same under an id that stands for the wish: sent twice, it is asked once. */
    void ask(CurrentStaff by, String caseNumber, Reason reason, String id) {
        audit.demand(by, Permission.BREAK_GLASS);
        if (!caseNumber.matches("\\d{4}-\\d{4}-\\d{2}")) {
            throw new IllegalArgumentException("case number: (expected: 0000-0000-00)");
        }
        if (find(id).isPresent()) {
            return;
        }
        audit.about(by.id(), Act.BREAK_GLASS_ASKED, caseNumber);
        Pane asked = new Pane(id, caseNumber, by.id(), reason, now(), null, null, false);
        change(panes -> {
            List<Pane> more = new ArrayList<>(panes);
            more.add(asked);
            return more;
        });
    }

    /** The second person's word. From then on the case is open to the one who asked. */
    Settled settle(CurrentStaff by, String id, boolean agreed) {
        audit.demand(by, Permission.BREAK_GLASS_CONFIRM);
        Optional<Pane> found = find(id).filter(pane -> pane.waits(now()));
        if (found.isEmpty()) {
            return Settled.NOTHING_ASKED;
        }
        Pane pane = found.get();
        if (agreed && pane.reader().equals(by.id())) {
            audit.refusedAbout(by.id(), Act.BREAK_GLASS_CONFIRMED, pane.caseNumber());
            return Settled.NEEDS_ANOTHER_PERSON;
        }
        audit.about(by.id(), agreed ? Act.BREAK_GLASS_CONFIRMED : Act.BREAK_GLASS_REFUSED, pane.caseNumber());
        Instant until = agreed ? now().plus(OPEN) : null;
        Pane settled = new Pane(
                pane.id(), pane.caseNumber(), pane.reader(), pane.reason(), pane.asked(), by.id(), until, !agreed);
        return change(panes -> replaced(panes, pane, settled)) ? Settled.DONE : Settled.NOTHING_ASKED;
    }

    /** Shuts it before its time; either of the two, or whoever may agree to others, does so. */
    boolean end(CurrentStaff by, String id) {
        audit.demand(by, Permission.BREAK_GLASS_CONFIRM);
        Optional<Pane> open = find(id).filter(pane -> pane.open(now()));
        if (open.isEmpty()) {
            return false;
        }
        Pane pane = open.get();
        audit.about(by.id(), Act.BREAK_GLASS_ENDED, pane.caseNumber());
        Pane shut = new Pane(
                pane.id(),
                pane.caseNumber(),
                pane.reader(),
                pane.reason(),
                pane.asked(),
                pane.second(),
                pane.until(),
                true);
        return change(panes -> replaced(panes, pane, shut));
    }

    @Override
    public void forget(String caseNumber) {
        change(panes -> panes.stream()
                .filter(pane -> !pane.caseNumber().equals(caseNumber))
                .toList());
    }

    @Override
    public boolean knows(String caseNumber) {
        return store.read().panes().stream().anyMatch(pane -> pane.caseNumber().equals(caseNumber));
    }

    /** What is asked and what is open, the latest first; what is over for longer stands in the chain alone. */
    List<Pane> latest() {
        return fresh().reversed();
    }

    @Override
    public boolean open(StaffId reader, String caseNumber) {
        List<Pane> panes = fresh();
        if (panes.isEmpty()) {
            return false;
        }
        Instant now = now();
        return panes.stream()
                .anyMatch(pane ->
                        pane.reader().equals(reader) && pane.caseNumber().equals(caseNumber) && pane.open(now));
    }

    private Optional<Pane> find(String id) {
        return store.read().panes().stream()
                .filter(pane -> pane.id().equals(id))
                .findFirst();
    }

    /** Whether it was changed; false when the change found nothing to do. */
    private boolean change(UnaryOperator<List<Pane>> change) {
        for (int attempt = 0; attempt < RETRIES; attempt++) {
            GlassStore.Held held = store.read();
            List<Pane> next = change.apply(held.panes());
            if (next.equals(held.panes())) {
                return false;
            }
            if (store.write(held, next)) {
                known = new Known(Instant.EPOCH, List.of());
                return true;
            }
        }
        throw new IllegalStateException("break-glass: overtaken " + RETRIES + " times");
    }

    private static List<Pane> replaced(List<Pane> panes, Pane old, Pane with) {
        return panes.stream().map(pane -> pane.equals(old) ? with : pane).toList();
    }

    private List<Pane> fresh() {
        Known held = known;
        Instant now = clock.instant();
        if (held.at().plus(STALE).isBefore(now)) {
            held = new Known(now, store.read().panes());
            known = held;
        }
        return held.panes();
    }

    /** The store keeps milliseconds, and what is compared later has to be equal. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}

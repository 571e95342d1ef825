package org.wasl.admin.casework;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.AuditUnavailableException;
import org.wasl.triage.intake.AttachmentSeal;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Mark;

/**
 * The cases as the desk's own features work on them: intake, sweep, replies. It asks nobody for permission and audits
 * no read; what staff see goes through {@link CaseDesk} and {@link CaseAccess}.
 *
 * <p>Every write is one document, checks the table of transitions, and lands in the hot set once it is stored. A write
 * that another one overtook is worked out again on the newer case, so a change must be a function of the case alone.
 */
public final class CaseBook {
    private static final Logger log = LoggerFactory.getLogger(CaseBook.class);

    private final CaseStore store;
    private final HotSet hot;
    private final CaseTransitions transitions;
    private final AccusedKey accused;
    private final CaseEnd end;
    private final CaseworkSettings settings;
    private final Clock clock;
    private final Map<CaseNumber, Long> looked = new ConcurrentHashMap<>();

    CaseBook(
            CaseStore store,
            HotSet hot,
            CaseTransitions transitions,
            AccusedKey accused,
            CaseEnd end,
            CaseworkSettings settings,
            Clock clock) {
        this.accused = accused;
        this.end = end;
        this.store = store;
        this.hot = hot;
        this.transitions = transitions.checked();
        this.settings = settings;
        this.clock = clock;
    }

    /** The case; empty when there is none, or when it was erased. */
    public Optional<Case> read(CaseNumber number) {
        return switch (store.load(number)) {
            case CaseStore.Found.Here here -> Optional.of(here.held());
            case CaseStore.Found.Missing missing -> Optional.empty();
            case CaseStore.Found.Erased erased -> Optional.empty();
        };
    }

    /** The case a report stands in; empty for one never seen and for an erased one. */
    public Optional<CaseNumber> caseOf(IntakeId id) {
        return store.reserved(id).flatMap(reserved -> switch (reserved) {
            case CaseStore.Reserved.For standing -> Optional.of(standing.number());
            case CaseStore.Reserved.Erased erased -> Optional.empty();
        });
    }

    /** The case a mailbox belongs to; empty for one never seen and for that of an erased case. */
    public Optional<CaseNumber> caseOfMailbox(String mailboxId) {
        return store.ofMailbox(mailboxId)
                .filter(number ->
                        read(number).flatMap(held -> held.ofMailbox(mailboxId)).isPresent());
    }

    /** Lets a case be found by a mailbox it is about to be given; {@code false} when another is found by it. */
    public boolean findsBy(MailboxAddress mailbox, CaseNumber number) {
        return store.link(mailbox, number).equals(number);
    }

    /** Finds a case no more by a mailbox that is not its own any longer. */
    public void findsNoMore(MailboxAddress mailbox, CaseNumber number) {
        store.unlink(mailbox, number);
    }

    /** By what a mailbox stands in the store: whoever reads it there cannot tell the mailbox. */
    public static String mailboxHash(String mailboxId) {
        return CaseStore.hash(mailboxId);
    }

    /** Whether a case is found by the mailbox of this hash. */
    public boolean inUse(String mailboxHash) {
        return store.ofMailboxHash(mailboxHash).isPresent();
    }

    /** Changes a case, whatever version it has by now. The same case back means nothing to write. */
    public Optional<Case> change(CaseNumber number, UnaryOperator<Case> change) {
        for (int attempt = 0; attempt < settings.retries(); attempt++) {
            Case before = read(number).orElse(null);
            if (before == null) {
                return Optional.empty();
            }
            Case after = change.apply(before);
            if (after.equals(before)) {
                return Optional.of(before);
            }
            Case stored = stored(before, after);
            if (stored != null) {
                return Optional.of(stored);
            }
        }
        throw new IllegalStateException(
                "case " + number + ": overtaken " + settings.retries() + " times (expected: a free moment)");
    }

    /** The open cases, without their words. */
    public Collection<HotCase> hot() {
        return hot.all();
    }

    /** Those of them with a visit, planned or made. Cheap, however long the queue is. */
    public Collection<HotCase> afield() {
        return hot.afield();
    }

    public Optional<HotCase> hot(CaseNumber number) {
        return hot.find(number);
    }

    /** The open cases a mark leads to. For the drain only. */
    public List<HotCase> marked(Mark mark) {
        return hot.marked(mark);
    }

    /** Tells of every change from now on, on the thread that made it; must return at once. */
    public void onChange(Consumer<HotCase> listener) {
        hot.onChange(listener);
    }

    /** Open cases that did not fit into memory since the start. Anything but 0 needs a larger limit. */
    public long leftOut() {
        return hot.leftOut();
    }

    /**
     * Makes a case unreadable for ever, with everything anybody keeps of it. What is still to be audited is appended
     * first.
     *
     * @param cause as {@link Tombstone#cause}
     * @return {@code false} when it is held: then everything stands
     */
    public boolean erase(Case held, String cause, AuditTrail trail) {
        if (end.held(held.number())) {
            return false;
        }
        held.audits().forEach(trail::append);
        boolean erased = store.erase(remains(held), cause, end);
        if (erased) {
            hot.remove(held.number());
        }
        return erased;
    }

    /**
     * Finishes an erasure that broke off, whatever is left of the case.
     *
     * @param remains where it stood, told before the erasure began
     * @return {@code false} when it is held
     */
    public boolean finishErasing(CaseRemains remains, String cause) {
        boolean erased = store.erase(remains, cause, end);
        if (erased) {
            hot.remove(remains.number());
        }
        return erased;
    }

    /** Whether somebody forbade to destroy it. */
    public boolean held(CaseNumber number) {
        return end.held(number);
    }

    /** Whether its erasure has begun or is over; a hold that finds this comes too late. */
    public boolean erasing(CaseNumber number) {
        return store.erasing(number);
    }

    /** What stays of an erased case; empty for one that stands, and for a number that never was. */
    public Optional<Tombstone> tombstone(CaseNumber number) {
        return store.tombstone(number);
    }

    /** Where a case stands in the store beside its document. */
    public CaseRemains remains(Case held) {
        return new CaseRemains(
                held.number(),
                store.keyName(held.number()),
                held.reports().stream().map(report -> report.id().value()).toList(),
                mailboxes(held).stream()
                        .map(mailbox -> CaseStore.hash(mailbox.id()))
                        .distinct()
                        .toList(),
                blobs(held),
                held.reports().stream()
                        .flatMap(report -> report.attachments().stream())
                        .map(attachment -> attachment.id().value())
                        .toList(),
                Patterns.handles(held, accused),
                held.ties().links().stream()
                        .map(link -> link.to().value())
                        .distinct()
                        .toList());
    }

    /** What of these is still in the store, each looked at anew; empty when the case is gone without a trace. */
    public List<String> left(CaseRemains remains) {
        List<String> left = new ArrayList<>(store.left(remains));
        left.addAll(end.left(remains.number()));
        return left.stream().distinct().toList();
    }

    /** Finishes an erasure that a crash broke off: the key is gone, but not everything else. */
    void finishErasing(CaseNumber number, @Nullable IntakeId id) {
        store.finishErasing(number, end);
        if (id != null) {
            store.bury(id);
        }
        hot.remove(number);
    }

    /** Stores a new case. {@code false} when its number is taken. */
    boolean insert(Case fresh) {
        Case first = NextActions.kept(null, fresh, clock.instant(), settings).stored(1);
        if (!store.insert(first)) {
            return false;
        }
        mailboxes(first).forEach(mailbox -> store.link(mailbox, first.number()));
        hot.put(HotCase.of(first));
        return true;
    }

    /** Builds the hot set anew. Cases that cannot be read are counted, told and left alone. */
    int rebuild() {
        store.finishErasures(end);
        int unreadable = 0;
        for (CaseNumber number : store.open().keySet()) {
            unreadable += refresh(number) ? 0 : 1;
        }
        log.info(
                "hot set: {} open cases in memory, {} unreadable, {} left out",
                hot.all().size(),
                unreadable,
                hot.leftOut());
        return unreadable;
    }

    /** Takes in what other nodes wrote since. */
    void follow() {
        store.finishErasures(end);
        Map<CaseNumber, Long> open = store.open();
        for (Map.Entry<CaseNumber, Long> one : open.entrySet()) {
            HotCase known = hot.find(one.getKey()).orElse(null);
            boolean behind = known == null || known.version() < one.getValue();
            // One look for each version: what cannot be read, or does not fit, is not tried every second.
            if (behind && !one.getValue().equals(looked.put(one.getKey(), one.getValue()))) {
                refresh(one.getKey());
            }
        }
        looked.keySet().retainAll(open.keySet());
        Set<CaseNumber> gone = new HashSet<>();
        hot.all().stream()
                .map(HotCase::number)
                .filter(number -> !open.containsKey(number))
                .forEach(gone::add);
        gone.stream().filter(number -> read(number).isEmpty()).forEach(hot::remove);
    }

    /** Copies what was audited inside the case documents into the chain, then takes it out of them. */
    void copyAudits(AuditTrail trail) {
        for (HotCase waiting : hot.all()) {
            if (waiting.audits() > 0) {
                try {
                    copyAudits(waiting.number(), trail);
                } catch (AuditUnavailableException closed) {
                    log.warn("audit chain cannot be written; entries stay in their cases");
                    return;
                }
            }
        }
    }

    private void copyAudits(CaseNumber number, AuditTrail trail) {
        List<AuditEntry> copied = read(number).map(Case::audits).orElse(List.of());
        copied.forEach(trail::append);
        Optional<Case> left = change(
                number,
                held -> held.withAudits(held.audits().stream()
                        .filter(entry -> !copied.contains(entry))
                        .toList()));
        left.filter(closed -> HotCase.of(closed).settled()).ifPresent(this::settle);
    }

    private boolean refresh(CaseNumber number) {
        try {
            switch (store.load(number)) {
                case CaseStore.Found.Here here -> {
                    HotCase summary = HotCase.of(here.held());
                    hot.put(summary);
                    if (summary.settled()) {
                        settle(here.held());
                    }
                }
                case CaseStore.Found.Missing missing -> {}
                case CaseStore.Found.Erased erased -> finishErasing(number, null);
            }
            return true;
        } catch (CaseUnreadableException unreadable) {
            log.error("{}", unreadable.getMessage());
            return false;
        }
    }

    private @Nullable Case stored(Case before, Case after) {
        // A drill that nobody took ends from where it stands.
        boolean drillOver = after.drill() && after.status() == CaseStatus.CLOSED;
        if (!drillOver && !transitions.allows(before.status(), after.status(), after.effectiveLevel())) {
            throw new IllegalStateException("case " + before.number() + ": " + before.status() + " to " + after.status()
                    + " (expected: one of " + transitions.next(before.status()) + ")");
        }
        Handling.WithdrawalRequest asked = after.handling().withdrawal();
        if (before.status() == CaseStatus.WITHDRAWAL_ASKED
                && after.status() != CaseStatus.WITHDRAWAL_ASKED
                && asked != null
                && !asked.kept()) {
            throw new IllegalStateException("case " + before.number() + ": "
                    + asked.keepers().size() + " people keep what was taken back (expected: 2)");
        }
        Case next = NextActions.kept(before, after, clock.instant(), settings).stored(before.version() + 1);
        CaseTransitions.missing(next).ifPresent(missing -> {
            // What was stored before this was asked for stays readable, and nothing new comes to lack it.
            if (!CaseTransitions.missing(before).equals(Optional.of(missing))) {
                throw new IllegalStateException(
                        "case " + before.number() + ": " + after.status() + " without " + missing + " (expected: one)");
            }
        });
        if (!store.replace(next)) {
            return null;
        }
        mailboxes(next).stream()
                .filter(mailbox -> !mailboxes(before).contains(mailbox))
                .forEach(mailbox -> store.link(mailbox, next.number()));
        HotCase summary = HotCase.of(next);
        hot.put(summary);
        if (summary.settled()) {
            settle(next);
        }
        return next;
    }

    /** Off the list of open cases, once those who have to know of it have noted it. */
    private void settle(Case closed) {
        try {
            end.settling(closed);
            store.settle(closed.number());
        } catch (RuntimeException away) {
            // It stays listed, and the next round looks at it again.
            looked.remove(closed.number());
            log.warn("a closed case stays listed: {}", away.getClass().getSimpleName());
        }
    }

    static List<String> blobs(Case held) {
        return held.reports().stream()
                .flatMap(report -> report.news().stream())
                .map(AttachmentNews::seal)
                .filter(seal -> seal != null)
                .map(AttachmentSeal::blob)
                .toList();
    }

    private static List<MailboxAddress> mailboxes(Case held) {
        return held.reports().stream()
                .map(CaseReport::mailbox)
                .filter(mailbox -> mailbox != null)
                .toList();
    }

    Clock clock() {
        return clock;
    }
}

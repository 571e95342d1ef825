package org.wasl.admin.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseRemains;
import org.wasl.admin.casework.CaseUnreadableException;
import org.wasl.admin.casework.OrphanWalk;
import org.wasl.admin.casework.Orphans;
import org.wasl.admin.casework.Tombstone;
import org.wasl.admin.reply.MailboxDesk;

/**
 * Destroys what two people agreed to, one case after the other: writes down what has to go, destroys the key and all the
 * rest, looks whether it is gone, and when all are, walks through the store and makes the record.
 *
 * <p>Each step is worked out from what the store says, so a node that is killed is followed by itself or another, and two
 * nodes at the same list do everything once in effect.
 */
final class Destroyer {
    private static final Logger log = LoggerFactory.getLogger(Destroyer.class);

    private final SealedDocs<DestructionList> lists;
    private final Shelves shelves;
    private final Ripeness ripeness;
    private final CaseBook book;
    private final MailboxDesk mailboxes;
    private final OrphanWalk orphans;
    private final RecordSeal seal;
    private final AuditTrail trail;
    private final Clock clock;

    Destroyer(
            SealedDocs<DestructionList> lists,
            Shelves shelves,
            Ripeness ripeness,
            CaseBook book,
            MailboxDesk mailboxes,
            OrphanWalk orphans,
            RecordSeal seal,
            AuditTrail trail,
            Clock clock) {
        this.lists = lists;
        this.shelves = shelves;
        this.ripeness = ripeness;
        this.book = book;
        this.mailboxes = mailboxes;
        this.orphans = orphans;
        this.seal = seal;
        this.trail = trail;
        this.clock = clock;
    }

    /** Brings every list that was agreed to further, as far as it goes. */
    void work() {
        List<String> ids = lists.ids().reversed();
        // At most one list is not over, and one of a broken-off proposal may stand behind it.
        for (String id : ids.subList(0, Math.min(2, ids.size()))) {
            lists.value(id).ifPresent(this::work);
        }
    }

    private void work(DestructionList list) {
        if (list.state() == DestructionList.State.CONFIRMED) {
            list.items().stream().filter(item -> !item.state().over()).forEach(item -> work(list.id(), item));
            lists.value(list.id()).filter(DestructionList::allOver).ifPresent(this::record);
        } else if (list.state() == DestructionList.State.DONE && !list.chained()) {
            chain(list);
        }
    }

    private void work(String list, Item item) {
        try {
            CaseNumber number = new CaseNumber(item.number());
            if (item.state() == Item.State.WAITING) {
                begin(list, number);
            }
            Item begun = item(list, item.number());
            if (begun.state() == Item.State.BEGUN) {
                destroy(list, number, begun);
            }
        } catch (RuntimeException failed) {
            // The next round takes it up where it stands; the message could quote a document.
            log.warn(
                    "a case on a list was not destroyed yet: {}",
                    failed.getClass().getSimpleName());
        }
    }

    /** Everything is looked at again: between the list and now it may have been opened, or come to be held. */
    private void begin(String list, CaseNumber number) {
        LocalDate today = RetentionPlan.day(clock.instant());
        switch (ripeness.of(number, today)) {
            case Ripeness.Found.Ripe ripe -> {
                CaseRemains remains = book.remains(ripe.held());
                step(list, number, item -> item.state() == Item.State.WAITING ? item.begun(remains) : item);
            }
            case Ripeness.Found.Later later -> {
                shelves.put(number, later.fate());
                step(list, number, item -> item.spared(Item.State.LATER));
            }
            case Ripeness.Found.Spared spared -> step(list, number, item -> item.spared(spared.why()));
        }
    }

    private void destroy(String list, CaseNumber number, Item item) {
        Case held = stillThere(number);
        CaseRemains remains = item.remains() == null ? CaseRemains.unknown(number) : item.remains();
        boolean gone = held == null
                ? book.finishErasing(remains, list)
                : !held.status().open() && mailboxes.erase(held, list, AuditEntry.SYSTEM);
        if (!gone) {
            Item.State why = held != null && held.status().open() ? Item.State.OPEN : Item.State.HELD;
            step(list, number, one -> one.spared(why));
            return;
        }
        List<String> left = book.left(remains);
        boolean tomb = book.tombstone(number).map(Tombstone::cause).isPresent();
        if (left.isEmpty() && tomb) {
            step(list, number, Item::destroyed);
        } else {
            step(list, number, one -> one.still(left));
        }
    }

    private @org.jspecify.annotations.Nullable Case stillThere(CaseNumber number) {
        try {
            return book.read(number).orElse(null);
        } catch (CaseUnreadableException half) {
            return null;
        }
    }

    private void record(DestructionList list) {
        Orphans found = orphans.walk(_ -> {});
        DestructionRecord made = seal.sealed(DestructionRecord.of(list, clock.instant(), found));
        lists.change(list.id(), held -> held.recorded(made)).ifPresent(this::chain);
    }

    /** The digest goes on the chain, so that the record's being exchanged would show. Twice does no harm. */
    private void chain(DestructionList list) {
        DestructionRecord made = list.record();
        if (made != null && !list.chained()) {
            trail.append(trail.entry(
                    AuditEntry.SYSTEM,
                    Act.DESTRUCTION_RECORDED,
                    list.id(),
                    AuditEntry.Outcome.DONE,
                    RecordSeal.digest(made)));
            lists.change(list.id(), DestructionList::onTheChain);
        }
    }

    private void step(String list, CaseNumber number, java.util.function.UnaryOperator<Item> change) {
        lists.change(list, held -> held.with(number.value(), change));
    }

    private Item item(String list, String number) {
        return lists.value(list).orElseThrow().items().stream()
                .filter(item -> item.number().equals(number))
                .findFirst()
                .orElseThrow();
    }
}

package org.wasl.admin.retention;

import java.util.ArrayList;
import java.util.List;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseRemains;
import org.wasl.admin.casework.CaseUnreadableException;
import org.wasl.admin.casework.Tombstone;

/** Looks, however long afterwards, whether what a record says was destroyed is still gone, by trying to open it. */
final class Proof {
    private final CaseBook book;
    private final RecordSeal seal;

    Proof(CaseBook book, RecordSeal seal) {
        this.book = book;
        this.seal = seal;
    }

    /** What does not agree with a record. */
    enum Kind {
        /** It is not as it was sealed. */
        SEAL_WRONG,
        /** There is no tombstone of the case. */
        NO_TOMBSTONE,
        /** The tombstone names another key or another list. */
        OTHER_TOMBSTONE,
        /** Part of the case is in the store again, with a backup for example. */
        CAME_BACK,
        /** It can be read. */
        OPENS
    }

    /**
     * @param number of the case; empty for the record itself
     */
    record Finding(Kind kind, String number) {}

    /**
     * How it stands.
     *
     * @param looked how many cases were tried
     */
    record Verified(String list, int looked, List<Finding> findings) {
        Verified {
            findings = List.copyOf(findings);
        }

        public boolean holds() {
            return findings.isEmpty();
        }
    }

    Verified verify(DestructionRecord record) {
        List<Finding> findings = new ArrayList<>();
        if (!seal.holds(record)) {
            findings.add(new Finding(Kind.SEAL_WRONG, ""));
        }
        for (DestructionRecord.Destroyed one : record.destroyed()) {
            verify(record.list(), one, findings);
        }
        return new Verified(record.list(), record.destroyed().size(), findings);
    }

    private void verify(String list, DestructionRecord.Destroyed one, List<Finding> findings) {
        CaseNumber number = new CaseNumber(one.number());
        Tombstone tombstone = book.tombstone(number).orElse(null);
        if (tombstone == null) {
            findings.add(new Finding(Kind.NO_TOMBSTONE, one.number()));
        } else if (!tombstone.cause().equals(list) || !tombstone.key().equals(one.key())) {
            findings.add(new Finding(Kind.OTHER_TOMBSTONE, one.number()));
        }
        if (opens(number)) {
            findings.add(new Finding(Kind.OPENS, one.number()));
        } else if (!book.left(CaseRemains.unknown(number)).isEmpty()) {
            findings.add(new Finding(Kind.CAME_BACK, one.number()));
        }
    }

    private boolean opens(CaseNumber number) {
        try {
            return book.read(number).isPresent();
        } catch (CaseUnreadableException closed) {
            return false;
        }
    }
}

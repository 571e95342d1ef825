package org.wasl.admin.retention;

import java.time.LocalDate;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseUnreadableException;

/** Whether a case may be destroyed today, worked out from the case itself. */
final class Ripeness {
    private final CaseBook book;
    private final RetentionPlan plan;

    Ripeness(CaseBook book, RetentionPlan plan) {
        this.book = book;
        this.plan = plan;
    }

    /** What was found. */
    sealed interface Found {
        record Ripe(Case held, RetentionPlan.Fate fate) implements Found {}

        /** Not to be destroyed now. */
        record Spared(Item.State why) implements Found {}

        /** Of another day than was thought. */
        record Later(RetentionPlan.Fate fate) implements Found {}
    }

    Found of(CaseNumber number, LocalDate today) {
        Case held;
        try {
            held = book.read(number).orElse(null);
        } catch (CaseUnreadableException unreadable) {
            return new Found.Spared(Item.State.UNREADABLE);
        }
        if (held == null) {
            return new Found.Spared(Item.State.ERASED);
        }
        if (held.status().open()) {
            return new Found.Spared(Item.State.OPEN);
        }
        RetentionPlan.Fate fate = plan.fate(held);
        if (fate.due().isAfter(today)) {
            return new Found.Later(fate);
        }
        if (book.held(number)) {
            return new Found.Spared(Item.State.HELD);
        }
        boolean joined =
                held.ties().continuesIn().filter(other -> stands(other.to())).isPresent();
        return joined ? new Found.Spared(Item.State.JOINED) : new Found.Ripe(held, fate);
    }

    private boolean stands(CaseNumber other) {
        try {
            return book.read(other).isPresent();
        } catch (CaseUnreadableException unreadable) {
            return true;
        }
    }
}

package org.wasl.admin.retention;

import org.wasl.admin.casework.CaseLeftovers;
import org.wasl.admin.casework.CaseNumber;

/**
 * Where a case waited for its day, and a wish to hold it that nobody agreed to: both go with it. What tells that it is
 * gone stays: the list it was on, and that its person asked for it.
 */
final class RetentionLeftovers implements CaseLeftovers {
    private final Shelves shelves;
    private final SealedDocs<Hold> holds;

    RetentionLeftovers(Shelves shelves, SealedDocs<Hold> holds) {
        this.shelves = shelves;
        this.holds = holds;
    }

    @Override
    public String what() {
        return "retention";
    }

    @Override
    public void forget(CaseNumber number) {
        shelves.forget(number);
        holds.read(number.value())
                .filter(held -> !held.value().stands())
                .ifPresent(held -> holds.delete(number.value(), held.version()));
    }

    @Override
    public boolean left(CaseNumber number) {
        return shelves.holds(number)
                || holds.value(number.value()).filter(held -> !held.stands()).isPresent();
    }
}

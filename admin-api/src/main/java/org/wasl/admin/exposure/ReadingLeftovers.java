package org.wasl.admin.exposure;

import org.wasl.admin.casework.CaseLeftovers;
import org.wasl.admin.casework.CaseNumber;

/** That somebody read a case is forgotten with the case; the audit chain goes on saying it, by number. */
final class ReadingLeftovers implements CaseLeftovers {
    private final ReadingStore store;

    ReadingLeftovers(ReadingStore store) {
        this.store = store;
    }

    @Override
    public String what() {
        return "readings";
    }

    @Override
    public void forget(CaseNumber number) {
        store.forget(number);
    }

    @Override
    public boolean left(CaseNumber number) {
        return store.holds(number);
    }
}

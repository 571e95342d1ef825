package org.wasl.admin.statistics;

import org.wasl.admin.casework.CaseLeftovers;
import org.wasl.admin.casework.CaseNumber;

/** What was counted of a case stays counted when the case goes, and nothing says any more of which case it was. */
final class CountLeftovers implements CaseLeftovers {
    private final CountBook counts;

    CountLeftovers(CountBook counts) {
        this.counts = counts;
    }

    @Override
    public String what() {
        return "counts";
    }

    @Override
    public void forget(CaseNumber number) {
        counts.sever(number);
    }

    @Override
    public boolean left(CaseNumber number) {
        return counts.find(number).isPresent();
    }
}

package org.wasl.admin.casework;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What others have a word in when a case ends: who notes it, who holds it, and who has to forget it with everybody else.
 * Asked late, since each of them may itself work on cases.
 */
final class CaseEnd {
    private final ObjectProvider<ClosedCases> closed;
    private final ObjectProvider<CaseHolds> holds;
    private final ObjectProvider<CaseLeftovers> leftovers;

    CaseEnd(
            ObjectProvider<ClosedCases> closed,
            ObjectProvider<CaseHolds> holds,
            ObjectProvider<CaseLeftovers> leftovers) {
        this.closed = closed;
        this.holds = holds;
        this.leftovers = leftovers;
    }

    void settling(Case held) {
        closed.forEach(one -> one.settling(held));
    }

    boolean held(CaseNumber number) {
        return holds.stream().anyMatch(one -> one.held(number));
    }

    void forget(CaseNumber number) {
        leftovers.forEach(one -> one.forget(number));
    }

    /** What is still kept of it, by name. */
    java.util.List<String> left(CaseNumber number) {
        return leftovers.stream()
                .filter(one -> one.left(number))
                .map(CaseLeftovers::what)
                .toList();
    }
}

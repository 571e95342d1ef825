package org.wasl.admin.meeting;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.MeetingDecisions;
import org.wasl.admin.casework.Suggestion;
import org.wasl.admin.officer.CurrentStaff;

/** The desk's own cases. */
final class DeskCases implements MeetingCases {
    private final CaseBook book;
    private final CaseAccess access;
    private final CaseDesk desk;
    private final MeetingDecisions decisions;

    DeskCases(CaseBook book, CaseAccess access, CaseDesk desk, MeetingDecisions decisions) {
        this.book = book;
        this.access = access;
        this.desk = desk;
        this.decisions = decisions;
    }

    @Override
    public Collection<HotCase> hot() {
        return book.hot();
    }

    @Override
    public Optional<HotCase> hot(CaseNumber number) {
        return book.hot(number);
    }

    @Override
    public boolean readable(CurrentStaff staff, CaseNumber number) {
        return book.hot(number)
                .map(held -> access.decide(staff, held).readable())
                .orElseGet(() -> book.read(number)
                        .map(held -> access.decide(staff, held).readable())
                        .orElse(false));
    }

    @Override
    public CaseChange decided(
            CurrentStaff staff,
            CaseNumber number,
            MeetingDecisions.Decided decided,
            @Nullable Long edition,
            String key) {
        return decisions.decided(staff, number, decided, edition, key);
    }

    @Override
    public boolean giveAsSuggested(CurrentStaff staff, CaseNumber number) {
        if (!(desk.open(staff, number) instanceof CaseReading.Opened opened)) {
            return false;
        }
        return opened.view().suggestions().people().stream()
                .findFirst()
                .map(Suggestion::staff)
                .map(to -> desk.assign(staff, number, to, opened.view().edition()))
                .filter(CaseChange.Done.class::isInstance)
                .isPresent();
    }
}

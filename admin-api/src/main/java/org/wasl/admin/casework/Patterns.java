package org.wasl.admin.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Mark;

/**
 * Sees when different people point at the same account or number within ninety days (rule R40): their cases are linked
 * and raised by a step. How many there are is for supervisors and the meeting; everybody else sees "raised by a pattern".
 *
 * <p>Looks again at every arrival, repeated ones too, so that a crash between the case and the index loses nothing.
 */
final class Patterns {
    private static final int DAYS = 90;
    private static final int FEWEST = 2;

    private final CaseBook book;
    private final CaseGrowth growth;
    private final AccusedIndex index;
    private final AccusedKey key;
    private final Clock clock;

    Patterns(CaseBook book, CaseGrowth growth, AccusedIndex index, AccusedKey key, Clock clock) {
        this.book = book;
        this.growth = growth;
        this.index = index;
        this.key = key;
        this.clock = clock;
    }

    /** Looks whom a report points at. */
    void look(IntakeId id) {
        Case held = book.caseOf(id).flatMap(book::read).orElse(null);
        CaseReport report = held == null ? null : held.report(id).orElse(null);
        if (held == null || report == null || held.drill()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (String handle : handles(report, key)) {
            List<AccusedIndex.Entry> entries = index.add(
                    handle, new AccusedIndex.Entry(id, held.number(), reporter(report), today), today.minusDays(DAYS));
            Set<CaseNumber> cases =
                    entries.stream().map(AccusedIndex.Entry::number).collect(Collectors.toUnmodifiableSet());
            long reporters = entries.stream()
                    .map(AccusedIndex.Entry::reporter)
                    .distinct()
                    .count();
            // One person under two numbers, or two filings of one case, are no pattern.
            int people = (int) Math.min(reporters, cases.size());
            if (people >= FEWEST) {
                cases.forEach(number -> seen(number, people, cases));
            }
        }
    }

    /** By what the accounts and numbers of a case stand in the index. */
    static List<String> handles(Case held, AccusedKey key) {
        return held.reports().stream()
                .flatMap(report -> handles(report, key).stream())
                .distinct()
                .toList();
    }

    private void seen(CaseNumber number, int people, Set<CaseNumber> cases) {
        book.change(number, held -> growth.patterned(held, people, cases));
    }

    private static List<String> handles(CaseReport report, AccusedKey key) {
        return report.parts().stream()
                .flatMap(part -> part.evidence().handles().stream())
                .filter(handle -> oneHolder(handle.kind()))
                .map(key::of)
                .distinct()
                .toList();
    }

    /** A page and a display name are not one person's. */
    private static boolean oneHolder(AccusedHandle.Kind kind) {
        return switch (kind) {
            case ACCOUNT, PHONE, MAIL -> true;
            case LINK, NAME -> false;
        };
    }

    /** The chat where there is one, else the receipt, else the report itself. */
    private String reporter(CaseReport report) {
        return key.reporter(Optional.ofNullable(report.mark())
                .map(Mark::value)
                .or(() -> Optional.ofNullable(report.mailbox()).map(MailboxAddress::id))
                .orElse(report.id().value()));
    }
}

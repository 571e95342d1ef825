package org.wasl.admin.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.admin.casework.QueuePage;
import org.wasl.admin.casework.QueueRow;
import org.wasl.admin.exposure.ReadingLog;
import org.wasl.triage.report.Level;

/** Puts what the queue's page needs into its model. */
final class QueueScreen {
    /** The four lists above the queue; the others are filters beside them. */
    private static final List<QueueFilter.Shortlist> LISTS = List.of(
            QueueFilter.Shortlist.NOW,
            QueueFilter.Shortlist.MINE_TODAY,
            QueueFilter.Shortlist.MEETING,
            QueueFilter.Shortlist.BREACHED);

    private static final List<QueueFilter.Shortlist> OTHERS = List.of(
            QueueFilter.Shortlist.MINE,
            QueueFilter.Shortlist.TO_CONFIRM,
            QueueFilter.Shortlist.OVERDUE,
            QueueFilter.Shortlist.FOLLOW_UPS,
            QueueFilter.Shortlist.PARKED);

    private QueueScreen() {}

    static void fill(Model model, QueuePage page, QueueFilter filter, ReadingLog.Fresh fresh) {
        model.addAttribute("page", page);
        model.addAttribute("filter", filter);
        model.addAttribute("list", filter.list());
        model.addAttribute("lists", LISTS);
        model.addAttribute("others", OTHERS);
        model.addAttribute("levels", Level.values());
        model.addAttribute(
                "narrowed", !filter.levels().isEmpty() || filter.language() != null || filter.governorate() != null);
        model.addAttribute("warnings", warnings(page));
        model.addAttribute("unread", numbers(page, row -> fresh.unread(row.number(), row.lastWord())));
        Set<CaseNumber> arrived = numbers(page, row -> fresh.arrived(row.lastWord()));
        model.addAttribute("arrived", arrived);
        @Nullable Instant looked = fresh.looked();
        if (looked != null) {
            model.addAttribute("looked", looked);
        }
    }

    private static Map<CaseNumber, List<ContentWarning>> warnings(QueuePage page) {
        return page.rows().stream().collect(Collectors.toMap(QueueRow::number, ContentWarning::of));
    }

    private static Set<CaseNumber> numbers(QueuePage page, Function<QueueRow, Boolean> which) {
        return page.rows().stream().filter(which::apply).map(QueueRow::number).collect(Collectors.toSet());
    }
}

package org.wasl.admin.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.DayFigures;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.admin.casework.QueuePage;
import org.wasl.admin.casework.QueueRow;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.WhileLocked;
import org.wasl.triage.report.Level;

/** The board on the wall: counts alone, big, and each leads to its list. No number of a case, no place, no name. */
@Controller
final class WallboardPages {
    /** More urgent cases that nobody holds are no longer told apart from across a room. */
    private static final int MOST = 200;

    private static final List<QueueFilter.Shortlist> LISTS = List.of(
            QueueFilter.Shortlist.NOW,
            QueueFilter.Shortlist.BREACHED,
            QueueFilter.Shortlist.TO_CONFIRM,
            QueueFilter.Shortlist.MEETING,
            QueueFilter.Shortlist.OVERDUE);

    private final CaseDesk cases;

    WallboardPages(CaseDesk cases) {
        this.cases = cases;
    }

    @GetMapping("/wallboard")
    @Requires(Permission.WALLBOARD)
    @WhileLocked(because = "it hangs on a wall and shows codes and levels, nothing of what was said")
    String board(CurrentStaff staff, Model model) {
        QueueFilter now = new QueueFilter(Set.of(), QueueFilter.Shortlist.NOW, null, null);
        QueuePage page = cases.queue(staff, now, null, MOST);
        model.addAttribute("page", page);
        model.addAttribute("lists", LISTS);
        model.addAttribute("levels", Level.values());
        page.rows().stream()
                .map(QueueRow::since)
                .min(Comparator.naturalOrder())
                .map(Instant::toEpochMilli)
                .ifPresent(since -> model.addAttribute("longest", since));
        DayFigures today = cases.today(staff);
        model.addAttribute("today", today);
        model.addAttribute("firstHuman", today.firstHuman() == null ? null : span(today.firstHuman()));
        return "console/wallboard";
    }

    /** Minutes and seconds, and hours where there are any. */
    private static String span(Duration time) {
        return time.toHours() > 0
                ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}

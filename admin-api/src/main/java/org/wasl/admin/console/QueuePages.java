package org.wasl.admin.console;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.triage.report.Level;

/** The live queue. */
@Controller
final class QueuePages {
    private static final int ROWS = 50;

    private final CaseDesk cases;

    QueuePages(CaseDesk cases) {
        this.cases = cases;
    }

    @GetMapping("/queue")
    @Requires(Permission.QUEUE_READ)
    String queue(
            CurrentStaff staff,
            @RequestParam(defaultValue = "ALL") QueueFilter.Shortlist list,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        fill(staff, list, after, model);
        return "console/queue";
    }

    /** The rows alone, for a page that is already open. */
    @GetMapping("/queue/rows")
    @Requires(Permission.QUEUE_READ)
    String rows(
            CurrentStaff staff,
            @RequestParam(defaultValue = "ALL") QueueFilter.Shortlist list,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        fill(staff, list, after, model);
        return "console/queue :: live";
    }

    private void fill(CurrentStaff staff, QueueFilter.Shortlist list, String after, Model model) {
        QueueFilter filter = new QueueFilter(Set.of(), list, null, null);
        model.addAttribute(
                "page", cases.queue(staff, filter, CaseNumber.read(after).orElse(null), ROWS));
        model.addAttribute("list", list);
        model.addAttribute("lists", QueueFilter.Shortlist.values());
        model.addAttribute("levels", Level.values());
        model.addAttribute("after", after.isEmpty() ? "" : after);
    }
}

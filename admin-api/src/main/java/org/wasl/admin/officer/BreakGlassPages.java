package org.wasl.admin.officer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Opening a shut case by two people: asking, agreeing, shutting again, and the auditor's view of all of it. */
@Controller
final class BreakGlassPages {
    private static final String PAGE = "officer/break-glass";
    private static final String BACK = "redirect:/break-glass";

    private final BreakGlass glass;
    private final StaffDirectory directory;
    private final Clock clock;

    BreakGlassPages(BreakGlass glass, StaffDirectory directory, Clock clock) {
        this.glass = glass;
        this.directory = directory;
        this.clock = clock;
    }

    /** One opening as a page shows it. */
    record Row(
            String id,
            String caseNumber,
            String reader,
            @Nullable String second,
            BreakGlass.Reason reason,
            Instant asked,
            @Nullable Instant until,
            String state,
            boolean mine) {
        @Override
        public String toString() {
            return "Row[" + caseNumber + ", " + state + "]";
        }
    }

    @GetMapping("/break-glass")
    @Requires(Permission.BREAK_GLASS_CONFIRM)
    String page(CurrentStaff staff, Model model) {
        model.addAttribute("rows", rows(staff));
        model.addAttribute("reasons", BreakGlass.Reason.values());
        model.addAttribute("asks", staff.may(Permission.BREAK_GLASS));
        model.addAttribute("settles", true);
        return PAGE;
    }

    /** What the auditor sees the moment it is asked. */
    @GetMapping("/break-glass/log")
    @Requires(Permission.AUDIT_READ)
    String log(CurrentStaff staff, Model model) {
        model.addAttribute("rows", rows(staff));
        model.addAttribute("asks", false);
        model.addAttribute("settles", false);
        return PAGE;
    }

    @PostMapping("/break-glass")
    @Requires(Permission.BREAK_GLASS)
    String ask(CurrentStaff staff, @RequestParam String number, @RequestParam BreakGlass.Reason reason) {
        try {
            glass.ask(staff, number.strip(), reason);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return BACK;
    }

    @PostMapping("/break-glass/{id}/decision")
    @Requires(Permission.BREAK_GLASS_CONFIRM)
    String settle(CurrentStaff staff, @PathVariable String id, @RequestParam boolean agreed) {
        return switch (glass.settle(staff, id, agreed)) {
            case DONE -> BACK;
            case NOTHING_ASKED, NEEDS_ANOTHER_PERSON -> throw new ProblemException(Problem.CONFLICT);
        };
    }

    @PostMapping("/break-glass/{id}/end")
    @Requires(Permission.BREAK_GLASS_CONFIRM)
    String end(CurrentStaff staff, @PathVariable String id) {
        if (!glass.end(staff, id)) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return BACK;
    }

    private List<Row> rows(CurrentStaff staff) {
        Instant now = clock.instant();
        return glass.latest().stream()
                .map(pane -> new Row(
                        pane.id(),
                        pane.caseNumber(),
                        name(pane.reader()),
                        pane.second() == null ? null : name(pane.second()),
                        pane.reason(),
                        pane.asked(),
                        pane.until(),
                        pane.waits(now) ? "waits" : pane.open(now) ? "open" : "over",
                        pane.reader().equals(staff.id())))
                .toList();
    }

    private String name(StaffId id) {
        return directory.find(id).map(StaffMember::displayName).orElse(id.value());
    }
}

package org.wasl.admin.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditExcerpt;
import org.wasl.admin.audit.AuditQuestion;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Who read, wrote or was refused what: by case, colleague, act and day, and never what was in it. */
@Controller
final class AuditLogPages {
    private static final int PAGE = 50;
    private static final int LONGEST = 300;
    private static final String ID = "[0-9a-f]{32}";

    private final AuditDesk desk;
    private final StaffDesk staff;

    AuditLogPages(AuditDesk desk, StaffDesk staff) {
        this.desk = desk;
        this.staff = staff;
    }

    /**
     * One entry as the page shows it.
     *
     * @param actor a colleague's name, or what the chain says
     * @param subject a colleague's name where it is one, else what the chain says
     */
    record Line(Instant at, String actor, Act act, String subject, boolean refused) {
        @Override
        public String toString() {
            return "Line[" + act + ", redacted]";
        }
    }

    @GetMapping("/audit-log")
    @Requires(Permission.AUDIT_READ)
    String log(
            CurrentStaff by,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        AuditQuestion question = question(subject, actor, act, day, refused);
        AuditExcerpt excerpt = read(desk, by, question, after, PAGE);
        Map<String, String> names = staff.allAccounts().stream()
                .collect(Collectors.toMap(
                        account -> account.id().value(),
                        account -> account.profile().displayName(),
                        (one, _) -> one));
        model.addAttribute(
                "lines",
                excerpt.entries().stream().map(entry -> line(entry, names)).toList());
        model.addAttribute("reached", excerpt.reached());
        model.addAttribute("next", excerpt.next());
        model.addAttribute("asked", question);
        model.addAttribute("acts", Act.values());
        model.addAttribute(
                "colleagues",
                names.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .toList());
        return "officer/audit-log";
    }

    private static Line line(AuditEntry entry, Map<String, String> names) {
        return new Line(
                entry.at(),
                names.getOrDefault(entry.actor(), entry.actor()),
                entry.act(),
                names.getOrDefault(entry.subject(), entry.subject()),
                entry.outcome() == AuditEntry.Outcome.REFUSED);
    }

    /** What was asked, or a refusal that quotes nothing of it. */
    static AuditQuestion question(String subject, String actor, String act, String day, boolean refused) {
        try {
            if (!actor.isBlank()
                    && !actor.matches(ID)
                    && !List.of(AuditEntry.SYSTEM, AuditEntry.NOBODY).contains(actor)) {
                throw new ProblemException(Problem.UNREADABLE);
            }
            return new AuditQuestion(
                    text(subject),
                    text(actor),
                    act.isBlank() ? null : Act.valueOf(act),
                    day.isBlank() ? null : LocalDate.parse(day),
                    refused);
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    static AuditExcerpt read(AuditDesk desk, CurrentStaff by, AuditQuestion question, String after, int limit) {
        if (after.length() > LONGEST) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        try {
            return desk.read(by, question, text(after), limit);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    private static @Nullable String text(String sent) {
        return sent.isBlank() ? null : sent.strip();
    }
}

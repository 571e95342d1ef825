package org.wasl.admin.visit;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Told;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The screen an officer works from, on a phone in the street. */
@Controller
final class MyWorkPages {
    private static final Set<String> TOLD =
            Set.of("reported", "help-sent", "alarm-taken", "alarm-ended", "held", "refused");

    private final OutThere out;
    private final AlarmDesk alarms;
    private final MyWorkDesk work;

    MyWorkPages(OutThere out, AlarmDesk alarms, MyWorkDesk work) {
        this.out = out;
        this.alarms = alarms;
        this.work = work;
    }

    @GetMapping("/my-work")
    @Requires(Permission.CASE_CLAIM)
    String mine(CurrentStaff staff, @RequestParam(defaultValue = "") String told, Model model) {
        model.addAttribute("work", work.of(staff));
        model.addAttribute("supervises", staff.may(Permission.VISIT, Permission.CASE_ASSIGN));
        model.addAttribute("told", TOLD.contains(told) || Told.CODES.contains(told) ? told : "");
        return "visit/my-work";
    }

    @PostMapping("/cases/{number}/visits/{id}/report")
    @Requires(Permission.VISIT)
    String report(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam String what,
            @RequestParam(defaultValue = "0") int minutes) {
        CaseNumber known = CaseAnswers.number(number);
        OutThere.Report report = CaseAnswers.of(OutThere.Report.class, what);
        return back(
                out.report(staff, known, id, report, minutes),
                report == OutThere.Report.HELP ? "help-sent" : "reported");
    }

    @PostMapping("/cases/{number}/visits/{id}/outcome")
    @Requires(Permission.VISIT)
    String end(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam String result,
            @RequestParam(defaultValue = "") List<String> checks,
            @RequestParam(defaultValue = "") String words) {
        Visit.Result how = CaseAnswers.of(Visit.Result.class, result);
        return back(
                out.end(staff, CaseAnswers.number(number), id, how, OutThereController.checks(checks), words.strip()),
                "reported");
    }

    @PostMapping("/cases/{number}/visits/{id}/alarm/take")
    @Requires(Permission.CASE_CLAIM)
    String take(CurrentStaff staff, @PathVariable String number, @PathVariable String id) {
        return alarm(alarms.take(staff, CaseAnswers.number(number), id), "alarm-taken");
    }

    @PostMapping("/cases/{number}/visits/{id}/alarm/end")
    @Requires(Permission.CASE_CLAIM)
    String safe(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean stillThere,
            @RequestParam String words) {
        return alarm(alarms.end(staff, CaseAnswers.number(number), id, stillThere, words.strip()), "alarm-ended");
    }

    private static String back(OutThere.Reported reported, String done) {
        return "redirect:/my-work?told="
                + switch (reported) {
                    case OutThere.Reported.Done _ -> done;
                    case OutThere.Reported.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
                    case OutThere.Reported.Refused refused -> Told.why(refused.why());
                };
    }

    private static String alarm(AlarmDesk.Answer answer, String done) {
        return "redirect:/my-work?told="
                + switch (answer) {
                    case AlarmDesk.Answer.Done _ -> done;
                    case AlarmDesk.Answer.Taken _ -> "held";
                    case AlarmDesk.Answer.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
                    case AlarmDesk.Answer.Refused refused -> Told.why(refused.why());
                };
    }
}

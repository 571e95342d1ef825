package org.wasl.admin.partner;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The cases offered to one's own unit, in the console. */
@Controller
final class TransferPages {
    private static final Set<String> TOLD =
            Set.of("returned", "nothing-asked", "not-yours", "wish", "no-consent", "kept-apart", "refused");

    private final TransferDesk desk;

    TransferPages(TransferDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/transfers")
    @Requires(Permission.CASE_CLAIM)
    String offers(CurrentStaff staff, @RequestParam(defaultValue = "") String told, Model model) {
        model.addAttribute("offers", desk.offers(staff));
        model.addAttribute("told", TOLD.contains(told) ? told : "");
        return "partner/transfers";
    }

    @PostMapping("/transfers/{number}/acceptance")
    @Requires(Permission.CASE_CLAIM)
    String accept(CurrentStaff staff, @PathVariable String number) {
        CaseNumber known = CaseAnswers.number(number);
        return told(desk.accept(staff, known, null), "redirect:/cases/" + known + "?told=claimed");
    }

    @PostMapping("/transfers/{number}/refusal")
    @Requires(Permission.CASE_CLAIM)
    String refuse(CurrentStaff staff, @PathVariable String number, @RequestParam String reason) {
        return told(desk.refuse(staff, CaseAnswers.number(number), reason, null), "redirect:/transfers?told=returned");
    }

    private static String told(CaseChange change, String done) {
        return switch (change) {
            case CaseChange.Done _, CaseChange.WaitsForSecond _ -> done;
            case CaseChange.Overtaken _, CaseChange.Held _ -> "redirect:/transfers?told=nothing-asked";
            case CaseChange.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseChange.Refused refused -> "redirect:/transfers?told=" + OutsidePages.why(refused.why());
        };
    }
}

package org.wasl.admin.handover;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Shift handover in the console. */
@Controller
final class HandoverPages {
    /** Everything a page may be told to say; anything else in the address is ignored. */
    static final Set<String> TOLD = Set.of(
            "signed",
            "waiting",
            "accepted",
            "taken-back",
            "blocked",
            "overtaken",
            "over",
            "refused",
            "not-on-duty",
            "too-long");

    private final HandoverDesk desk;

    HandoverPages(HandoverDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/handovers")
    @Requires(Permission.HANDOVER)
    String all(CurrentStaff staff, @RequestParam(defaultValue = "") String told, Model model) {
        model.addAttribute("draft", desk.draft(staff).orElseThrow(() -> new ProblemException(Problem.NOT_ALLOWED)));
        model.addAttribute("handovers", desk.latest(staff));
        model.addAttribute("told", TOLD.contains(told) ? told : "");
        return "handover/handovers";
    }

    @PostMapping("/handovers")
    @Requires(Permission.HANDOVER)
    String sign(
            CurrentStaff staff,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String notes,
            @RequestParam(defaultValue = "") List<String> claims) {
        HandoverChange change =
                desk.sign(staff, HandoverController.staffId(to), notes, HandoverController.numbers(claims), null);
        return change instanceof HandoverChange.Done done
                ? "redirect:/handovers/" + done.view().id() + "?told=signed"
                : back("/handovers", change, "signed");
    }

    @GetMapping("/handovers/{id}")
    @Requires(Permission.HANDOVER)
    String one(CurrentStaff staff, @PathVariable String id, @RequestParam(defaultValue = "") String told, Model model) {
        HandoverView view = desk.read(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        model.addAttribute("view", view);
        model.addAttribute("handover", view.handover());
        model.addAttribute("mine", staff.id().equals(view.handover().to().id()));
        model.addAttribute("given", staff.id().equals(view.handover().from().id()));
        model.addAttribute("told", TOLD.contains(told) ? told : "");
        return "handover/handover";
    }

    @PostMapping("/handovers/{id}/acceptance")
    @Requires(Permission.HANDOVER)
    String accept(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> claims,
            @RequestParam long edition) {
        return back(
                "/handovers/" + id, desk.accept(staff, id, HandoverController.numbers(claims), edition), "accepted");
    }

    @PostMapping("/handovers/{id}/end")
    @Requires(Permission.HANDOVER)
    String takeBack(CurrentStaff staff, @PathVariable String id, @RequestParam long edition) {
        return back("/handovers/" + id, desk.takeBack(staff, id, edition), "taken-back");
    }

    private static String back(String where, HandoverChange change, String done) {
        return switch (change) {
            case HandoverChange.Done _ -> "redirect:" + where + "?told=" + done;
            case HandoverChange.Waiting waiting ->
                "redirect:/handovers/" + waiting.view().id() + "?told=waiting";
            case HandoverChange.Blocked _ -> "redirect:" + where + "?told=blocked";
            case HandoverChange.Overtaken _ -> "redirect:" + where + "?told=overtaken";
            case HandoverChange.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case HandoverChange.Refused refused -> "redirect:" + where + "?told=" + told(refused.why());
        };
    }

    private static String told(HandoverChange.Why why) {
        return switch (why) {
            case NOT_ALLOWED, NOT_YOURS -> throw new ProblemException(Problem.NOT_ALLOWED);
            case OVER -> "over";
            case UNKNOWN_STAFF, YOURSELF -> "refused";
            case NOT_ON_DUTY -> "not-on-duty";
            case TOO_LONG -> "too-long";
        };
    }
}

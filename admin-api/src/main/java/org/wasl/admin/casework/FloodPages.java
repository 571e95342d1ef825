package org.wasl.admin.casework;

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

/** The flood switch in the console, and what one row stands for. */
@Controller
final class FloodPages {
    private final FloodSwitch flood;
    private final CaseDesk desk;

    FloodPages(FloodSwitch flood, CaseDesk desk) {
        this.flood = flood;
        this.desk = desk;
    }

    @PostMapping("/flood")
    @Requires(Permission.FLOOD_SWITCH)
    String turn(CurrentStaff staff, @RequestParam boolean on) {
        if (!(on ? flood.turnOn(staff) : flood.turnOff(staff))) {
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
        return "redirect:/alerts";
    }

    @GetMapping("/flood/{number}")
    @Requires(Permission.QUEUE_READ)
    String alike(CurrentStaff staff, @PathVariable String number, Model model) {
        model.addAttribute("rows", desk.alike(staff, CaseAnswers.number(number)));
        return "alert/alike";
    }
}

package org.wasl.admin.alert;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.casework.FloodSwitch;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.web.LocalPath;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.report.Level;

/** Alerts in the console: mine, how they reach me, who is there, how the ways out do, and drills. */
@Controller
final class AlertPages {
    private static final String BACK = "redirect:/alerts";

    private final AlertBoard board;
    private final DrillDesk drills;
    private final LadderSettings ladder;
    private final StaffDirectory directory;
    private final FloodSwitch flood;

    AlertPages(AlertBoard board, DrillDesk drills, LadderSettings ladder, StaffDirectory directory, FloodSwitch flood) {
        this.board = board;
        this.drills = drills;
        this.ladder = ladder;
        this.directory = directory;
        this.flood = flood;
    }

    /** One line of the ladder's table. Public for the page. */
    public record Line(Level level, boolean toConfirm, List<LadderSettings.Step> steps) {}

    @GetMapping("/alerts")
    @Requires(Permission.CASE_CLAIM)
    String alerts(CurrentStaff staff, Model model) {
        model.addAttribute("testWaits", board.testWaitsFor(staff.id()));
        model.addAttribute("waiting", board.waitingFor(staff.id()));
        model.addAttribute("preference", board.preference(staff.id()));
        model.addAttribute("choices", List.of(Page.Way.MESSENGER, Page.Way.EMAIL, Page.Way.WEBHOOK));
        model.addAttribute("ladder", ladder());
        boolean roster = staff.may(Permission.ROSTER_READ);
        model.addAttribute("roster", roster);
        if (roster) {
            model.addAttribute("present", board.present());
            model.addAttribute("ways", board.ways());
            model.addAttribute("lost", board.lost(staff));
            model.addAttribute("lostElsewhere", board.lostElsewhere(staff));
            model.addAttribute("unreached", board.unreached());
        }
        boolean mayDrill = staff.may(Permission.DRILL);
        model.addAttribute("mayDrill", mayDrill);
        if (mayDrill) {
            model.addAttribute("drills", drills.all());
        }
        model.addAttribute("mayFlood", staff.may(Permission.FLOOD_SWITCH));
        model.addAttribute("flood", flood.now().orElse(null));
        model.addAttribute("names", this);
        return "alert/alerts";
    }

    @PostMapping("/alerts/answer")
    @Requires(Permission.SELF)
    String answer(CurrentStaff staff, @RequestParam(defaultValue = "") String here) {
        if (!board.answer(staff)) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return LocalPath.isOne(here) ? "redirect:" + here : BACK;
    }

    @PostMapping("/alerts/{number}/seen")
    @Requires(Permission.CASE_CLAIM)
    String seen(CurrentStaff staff, @PathVariable String number) {
        board.seen(staff, AlertController.number(number));
        return BACK;
    }

    @PostMapping("/alerts/preference")
    @Requires(Permission.SELF)
    String prefer(
            CurrentStaff staff,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil,
            @RequestParam(defaultValue = "") String first) {
        board.prefer(staff, AlertController.read(email, quietFrom, quietUntil, first));
        return BACK;
    }

    @PostMapping("/alerts/drills")
    @Requires(Permission.DRILL)
    String drill(CurrentStaff staff, @RequestParam(defaultValue = "") String key) {
        return "redirect:/alerts/drills/"
                + drills.begin(staff, key.isBlank() ? null : key)
                        .orElseThrow(() -> new ProblemException(Problem.NOT_ALLOWED))
                        .value();
    }

    @GetMapping("/alerts/drills/{number}")
    @Requires(Permission.DRILL)
    String drill(@PathVariable String number, Model model) {
        model.addAttribute(
                "drill",
                drills.result(AlertController.number(number))
                        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
        model.addAttribute("names", this);
        return "alert/drill";
    }

    /** A colleague's name, or their id where the account is gone. Public for the page. */
    public String of(StaffId id) {
        return directory.find(id).map(StaffMember::displayName).orElse(id.value());
    }

    private List<Line> ladder() {
        List<Line> lines = new ArrayList<>();
        for (Level level : List.of(Level.L1_IMMEDIATE, Level.L2_EMERGENT)) {
            lines.add(new Line(level, false, ladder.of(level, false)));
        }
        lines.add(new Line(Level.L2_EMERGENT, true, ladder.of(Level.L2_EMERGENT, true)));
        lines.add(new Line(Level.L3_URGENT, false, ladder.of(Level.L3_URGENT, false)));
        return lines;
    }
}

package org.wasl.admin.officer;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.audit.Act;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.seal.Bytes;

/** One's own second factor: setting it up, the codes on paper, taking it away. */
@Controller
final class FactorPages {
    private static final String PAGE = "officer/factors";
    private static final int GROUP = 4;

    private final Factors factors;
    private final StaffAudit audit;

    FactorPages(Factors factors, StaffAudit audit) {
        this.factors = factors;
        this.audit = audit;
    }

    @GetMapping("/account/factors")
    @Requires(Permission.SELF)
    String page(CurrentStaff staff, Model model) {
        model.addAttribute("on", factors.on(staff.id()));
        model.addAttribute("left", factors.recoveryCodesLeft(staff.id()));
        return PAGE;
    }

    /** The secret is in this one answer; who has one already takes that away first. */
    @PostMapping("/account/factors")
    @Requires(Permission.SELF)
    String begin(CurrentStaff staff, Model model) {
        if (staff.demonstration() || factors.on(staff.id())) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return shown(factors.begin(staff.id()), staff, model);
    }

    @PostMapping("/account/factors/confirmation")
    @Requires(Permission.SELF)
    String confirm(CurrentStaff staff, @RequestParam String number, Model model) {
        if (factors.on(staff.id())) {
            throw new ProblemException(Problem.CONFLICT);
        }
        List<String> codes = factors.confirm(staff.id(), number);
        if (codes.isEmpty()) {
            model.addAttribute("mistake", true);
            return factors.pending(staff.id())
                    .map(secret -> shown(secret, staff, model))
                    .orElseThrow(() -> new ProblemException(Problem.CONFLICT));
        }
        audit.own(staff.id(), Act.FACTOR_ADDED);
        model.addAttribute("codes", codes);
        return page(staff, model);
    }

    /** Whoever takes it away shows that they have it. */
    @PostMapping("/account/factors/removal")
    @Requires(Permission.SELF)
    String remove(CurrentStaff staff, @RequestParam String number, Model model) {
        if (factors.use(staff.id(), number).isEmpty()) {
            model.addAttribute("mistake", true);
            return page(staff, model);
        }
        audit.own(staff.id(), Act.FACTOR_REMOVED);
        factors.remove(staff.id());
        return "redirect:/account/factors";
    }

    private String shown(Bytes secret, CurrentStaff staff, Model model) {
        String text = Totp.base32(secret);
        model.addAttribute(
                "secret", text.replaceAll("(.{" + GROUP + "})", "$1 ").strip());
        model.addAttribute(
                "link",
                "otpauth://totp/Wasl:" + staff.id().value().substring(0, GROUP * 2) + "?secret=" + text
                        + "&issuer=Wasl");
        return page(staff, model);
    }
}

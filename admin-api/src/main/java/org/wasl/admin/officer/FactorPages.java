package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.wasl.admin.audit.Act;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.seal.Bytes;

/** One's own second steps: setting them up, the codes on paper, taking them away. */
@Controller
final class FactorPages {
    private static final String PAGE = "officer/factors";
    private static final String BACK = "redirect:/account/factors";
    private static final int GROUP = 4;

    private final Factors factors;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Sessions sessions;
    private final FactorSettings settings;
    private final StaffAudit audit;

    FactorPages(
            Factors factors,
            SecondSteps steps,
            Passkeys passkeys,
            Accounts accounts,
            Sessions sessions,
            FactorSettings settings,
            StaffAudit audit) {
        this.factors = factors;
        this.steps = steps;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
        this.audit = audit;
    }

    @GetMapping("/account/factors")
    @Requires(Permission.SELF)
    @BeforeFactor
    String page(CurrentStaff staff, HttpServletRequest request, Model model) {
        List<PasskeyStore.Passkey> held = passkeys.of(staff.id());
        boolean on = factors.on(staff.id());
        model.addAttribute("on", on);
        model.addAttribute("passkeys", held);
        model.addAttribute("any", on || !held.isEmpty());
        model.addAttribute("passkeysWork", PasskeySite.of(request, settings).isPresent());
        model.addAttribute("asked", staff.role().secondSteps());
        model.addAttribute("fits", !steps.counting(account(staff)).isEmpty());
        model.addAttribute("left", factors.recoveryCodesLeft(staff.id()));
        return PAGE;
    }

    /** The secret is in this one answer; who has one already takes that away first. */
    @PostMapping("/account/factors")
    @Requires(Permission.SELF)
    @BeforeFactor
    String begin(CurrentStaff staff, HttpServletRequest request, Model model) {
        if (staff.demonstration() || factors.on(staff.id())) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return shown(factors.begin(staff.id()), staff, request, model);
    }

    @PostMapping("/account/factors/confirmation")
    @Requires(Permission.SELF)
    @BeforeFactor
    String confirm(CurrentStaff staff, @RequestParam String number, HttpServletRequest request, Model model) {
        if (factors.on(staff.id())) {
            throw new ProblemException(Problem.CONFLICT);
        }
        List<String> codes = factors.confirm(staff.id(), number);
        if (codes.isEmpty()) {
            model.addAttribute("mistake", true);
            return factors.pending(staff.id())
                    .map(secret -> shown(secret, staff, request, model))
                    .orElseThrow(() -> new ProblemException(Problem.CONFLICT));
        }
        audit.own(staff.id(), Act.FACTOR_ADDED);
        sessions.factorIsThere(staff.id());
        model.addAttribute("codes", codes);
        return page(staff, request, model);
    }

    /** Whoever takes it away shows that they have it. The last one a role asks for stays. */
    @PostMapping("/account/factors/removal")
    @Requires(Permission.SELF)
    String remove(CurrentStaff staff, @RequestParam String number, HttpServletRequest request, Model model) {
        if (factors.use(staff.id(), number).isEmpty()) {
            model.addAttribute("mistake", true);
            return page(staff, request, model);
        }
        mayGo(staff, FactorKind.NUMBER);
        audit.own(staff.id(), Act.FACTOR_REMOVED);
        if (passkeys.of(staff.id()).isEmpty()) {
            factors.remove(staff.id());
        } else {
            factors.removeNumber(staff.id());
        }
        return BACK;
    }

    /** What the browser needs to make a passkey. */
    @PostMapping(path = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.SELF)
    @BeforeFactor
    @ResponseBody
    String options(CurrentStaff staff, HttpServletRequest request) {
        return passkeys.toMake(site(staff, request), staff.id());
    }

    @PostMapping("/account/passkeys")
    @Requires(Permission.SELF)
    @BeforeFactor
    String add(
            CurrentStaff staff,
            @RequestParam String label,
            @RequestParam String credential,
            HttpServletRequest request,
            Model model) {
        if (!passkeys.keep(site(staff, request), staff.id(), label, credential)) {
            model.addAttribute("passkeyMistake", true);
            return page(staff, request, model);
        }
        audit.own(staff.id(), Act.FACTOR_ADDED);
        sessions.factorIsThere(staff.id());
        List<String> codes = steps.firstCodes(staff.id());
        if (!codes.isEmpty()) {
            model.addAttribute("codes", codes);
        }
        return page(staff, request, model);
    }

    @PostMapping("/account/passkeys/{id}/removal")
    @Requires(Permission.SELF)
    String remove(CurrentStaff staff, @PathVariable String id) {
        mayGo(staff, FactorKind.PASSKEY);
        if (!passkeys.remove(staff.id(), id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        audit.own(staff.id(), Act.FACTOR_REMOVED);
        return BACK;
    }

    /** Fresh codes on paper: the old sheet may lie anywhere. */
    @PostMapping("/account/factors/codes")
    @Requires(Permission.SELF)
    String codes(CurrentStaff staff, HttpServletRequest request, Model model) {
        if (steps.held(staff.id()).isEmpty()) {
            throw new ProblemException(Problem.CONFLICT);
        }
        audit.own(staff.id(), Act.FACTOR_ADDED);
        model.addAttribute("codes", factors.renewCodes(staff.id()));
        return page(staff, request, model);
    }

    private void mayGo(CurrentStaff staff, FactorKind kind) {
        if (!steps.mayRemove(account(staff), kind)) {
            audit.refused(staff.id(), Act.FACTOR_REMOVED, staff.id());
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    private Account account(CurrentStaff staff) {
        return accounts.find(staff.id()).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private PasskeySite site(CurrentStaff staff, HttpServletRequest request) {
        if (staff.demonstration()) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return PasskeySite.of(request, settings).orElseThrow(() -> new ProblemException(Problem.CONFLICT));
    }

    private String shown(Bytes secret, CurrentStaff staff, HttpServletRequest request, Model model) {
        String text = Totp.base32(secret);
        model.addAttribute(
                "secret", text.replaceAll("(.{" + GROUP + "})", "$1 ").strip());
        model.addAttribute(
                "link",
                "otpauth://totp/Wasl:" + staff.id().value().substring(0, GROUP * 2) + "?secret=" + text
                        + "&issuer=Wasl");
        return page(staff, request, model);
    }
}

package org.wasl.admin.officer;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.audit.Act;
import org.wasl.admin.web.LocalPath;

/** One's own account: duty, the linked messaging account, sessions. */
@Controller
final class AccountPages {
    private static final String ACCOUNT = "officer/account";
    private static final String BACK = "redirect:/account";

    private final StaffDesk desk;
    private final Accounts accounts;
    private final Sessions sessions;
    private final StaffAudit audit;

    AccountPages(StaffDesk desk, Accounts accounts, Sessions sessions, StaffAudit audit) {
        this.desk = desk;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping("/account")
    @Requires(Permission.SELF)
    String account(CurrentStaff staff, Authentication session, Model model) {
        Account account = accounts.find(staff.id()).orElseThrow();
        model.addAttribute("linked", account.officerLink() != null);
        model.addAttribute("sessions", sessions.of(account));
        model.addAttribute(
                "present",
                Optional.ofNullable(session.getDetails()).map(Object::toString).orElse(""));
        return ACCOUNT;
    }

    @PostMapping("/account/duty")
    @Requires(Permission.SELF)
    String duty(CurrentStaff staff, @RequestParam boolean on, @RequestParam(defaultValue = "") String here) {
        if (on) {
            desk.startDuty(staff.id());
        } else {
            desk.endDuty(staff.id());
        }
        return "redirect:" + (LocalPath.isOne(here) ? here : "/account");
    }

    /** Shows the code once, in the answer itself: it must not stand in an address or survive a reload. */
    @PostMapping("/account/link-code")
    @Requires(Permission.SELF)
    String linkCode(CurrentStaff staff, Authentication session, Model model) {
        model.addAttribute("code", desk.linkCode(staff.id()));
        return account(staff, session, model);
    }

    @PostMapping("/account/unlink")
    @Requires(Permission.SELF)
    String unlink(CurrentStaff staff) {
        audit.own(staff.id(), Act.ACCOUNT_CHANGED);
        desk.unlink(staff.id());
        return BACK;
    }

    @PostMapping("/account/sessions/{digest}/end")
    @Requires(Permission.SELF)
    String end(CurrentStaff staff, @PathVariable String digest) {
        if (sessions.end(staff.id(), digest)) {
            audit.own(staff.id(), Act.SESSION_REVOKED);
        }
        return BACK;
    }
}

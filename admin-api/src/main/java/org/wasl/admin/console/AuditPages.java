package org.wasl.admin.console;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditChains;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.ChainHead;
import org.wasl.admin.audit.Verification;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;

/** Verifying the audit chains, against heads an auditor wrote down where there are any. */
@Controller
final class AuditPages {
    private static final String AUDIT = "console/audit";
    private static final int LONGEST = 20_000;

    private final AuditChains chains;
    private final AuditTrail trail;

    AuditPages(AuditChains chains, AuditTrail trail) {
        this.chains = chains;
        this.trail = trail;
    }

    @GetMapping("/audit")
    @Requires(Permission.AUDIT_VERIFY)
    String form() {
        return AUDIT;
    }

    @PostMapping("/audit")
    @Requires(Permission.AUDIT_VERIFY)
    String verify(CurrentStaff staff, @RequestParam(defaultValue = "") String heads, Model model) {
        List<ChainHead> written;
        try {
            written = heads.substring(0, Math.min(heads.length(), LONGEST))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(ChainHead::parse)
                    .toList();
        } catch (IllegalArgumentException notAHead) {
            model.addAttribute("heads", heads);
            model.addAttribute("unreadable", true);
            return AUDIT;
        }
        trail.append(trail.done(staff.id().value(), Act.AUDIT_VERIFIED, "chains"));
        Verification result = chains.verify(written);
        model.addAttribute("heads", heads);
        model.addAttribute("result", result);
        model.addAttribute(
                "present", result.heads().stream().map(ChainHead::value).collect(Collectors.joining("\n")));
        return AUDIT;
    }
}

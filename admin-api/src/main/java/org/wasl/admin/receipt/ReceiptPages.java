package org.wasl.admin.receipt;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The page that shows a caller's number, once, for reading out and for a slip. The digits come by its script alone. */
@Controller
final class ReceiptPages {
    private final CaseDesk cases;
    private final ObjectProvider<MessageSource> messages;

    ReceiptPages(CaseDesk cases, ObjectProvider<MessageSource> messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @GetMapping("/cases/{number}/receipt")
    @Requires(Permission.CALL_ENTER)
    String page(CurrentStaff staff, @PathVariable String number, Model model) {
        Case held = opened(staff, number);
        CaseReport report = ReceiptDesk.told(held).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        model.addAttribute("number", held.number());
        model.addAttribute("edition", held.edition());
        model.addAttribute("may", held.status().open() && !held.takenBack());
        model.addAttribute("given", report.mailbox() != null);
        model.addAttribute("spoken", spoken(report.locale()));
        model.addAttribute("digits", digits());
        return "receipt/receipt";
    }

    private Case opened(CurrentStaff staff, String number) {
        return switch (cases.open(staff, CaseAnswers.number(number))) {
            case CaseReading.Opened opened -> opened.view().held();
            case CaseReading.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseReading.Closed closed -> throw new ProblemException(Problem.NOT_ALLOWED);
            case CaseReading.NotAuditable shut -> throw new ProblemException(Problem.UNAVAILABLE);
        };
    }

    /** The caller's language among those of the console. */
    private static ConsoleLanguage spoken(String locale) {
        String code = locale.split("-", 2)[0];
        return ConsoleLanguage.ALL.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(ConsoleLanguage.ARABIC);
    }

    /** How 0 to 9 are said, one word each, by language. */
    private Map<ConsoleLanguage, String> digits() {
        Map<ConsoleLanguage, String> digits = new LinkedHashMap<>();
        ConsoleLanguage.ALL.forEach(
                one -> digits.put(one, messages.getObject().getMessage("receipt.digits", null, one.locale())));
        return digits;
    }
}

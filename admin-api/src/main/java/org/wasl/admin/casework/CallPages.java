package org.wasl.admin.casework;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;

/**
 * The form for calls and walk-ins. What decides an L1 stands first: words, danger now, where; with the key for "send" at
 * hand from every field. Everything after that may be left out.
 */
@Controller
final class CallPages {
    private final CallDesk desk;

    CallPages(CallDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/calls/new")
    @Requires(Permission.CALL_ENTER)
    ModelAndView form(Model model) {
        return form(model, UUID.randomUUID().toString(), Map.of(), null);
    }

    /** What was written is never lost: when it cannot be taken in, the form comes back with it. */
    @PostMapping("/calls")
    @Requires(Permission.CALL_ENTER)
    ModelAndView enter(
            CurrentStaff staff, @RequestParam String key, @RequestParam Map<String, String> sent, Model model) {
        return switch (desk.enter(staff, call(sent), CaseAnswers.text(CaseAnswers.key(key)))) {
            case CallOutcome.Entered entered ->
                new ModelAndView("redirect:/cases/" + entered.view().held().number() + "?told=entered");
            case CallOutcome.Refused refused -> {
                ModelAndView again = form(model, key, sent, refused.why());
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
        };
    }

    private static ModelAndView form(
            Model model, String key, Map<String, String> sent, CallOutcome.@org.jspecify.annotations.Nullable Why why) {
        model.addAttribute("key", key);
        model.addAttribute("sent", sent);
        model.addAttribute("why", why);
        model.addAttribute("channels", Call.Channel.values());
        model.addAttribute("locales", Call.LOCALES);
        model.addAttribute("dangers", Call.DANGERS);
        model.addAttribute("choices", Call.CHOICES);
        model.addAttribute("governorates", Governorate.values());
        return new ModelAndView("casework/call", model.asMap());
    }

    private static Call call(Map<String, String> sent) {
        Facts facts = Facts.NONE;
        if (!sent.getOrDefault("governorate", "").isEmpty()) {
            Governorate where = CaseAnswers.of(Governorate.class, sent.getOrDefault("governorate", ""));
            facts = facts.with(Call.heard(FactKey.GOVERNORATE, where.name()));
        }
        for (FactKey key : Call.CHOICES) {
            String detail = sent.getOrDefault(key.wire(), "");
            if (!detail.isEmpty()) {
                facts = facts.with(chosen(key, detail));
            }
        }
        facts = answered(facts, FactKey.DANGER_NOW, sent);
        for (FactKey key : Call.DANGERS) {
            facts = answered(facts, key, sent);
        }
        try {
            return Call.told(
                    CaseAnswers.of(Call.Channel.class, sent.getOrDefault("channel", "")),
                    sent.getOrDefault("locale", ""),
                    sent.getOrDefault("words", ""),
                    facts,
                    sent.containsKey("agreed"));
        } catch (IllegalArgumentException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    private static org.wasl.triage.report.Fact chosen(FactKey key, String detail) {
        try {
            return Call.heard(key, detail);
        } catch (IllegalArgumentException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    private static Facts answered(Facts facts, FactKey key, Map<String, String> sent) {
        String answer = sent.getOrDefault(key.wire(), "");
        if (answer.isEmpty()) {
            return facts;
        }
        Truth truth = CaseAnswers.of(Truth.class, answer);
        return truth == Truth.YES || truth == Truth.NO || truth == Truth.UNKNOWN
                ? facts.with(Call.heard(key, truth))
                : facts;
    }
}

package org.wasl.admin.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.Told;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.WhileLocked;
import org.wasl.admin.reply.CareWarning;
import org.wasl.admin.reply.ReplyDesk;
import org.wasl.admin.reply.ReplyOutcome;
import org.wasl.admin.reply.TakeOverOutcome;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.report.Level;

/** One case: reading it, claiming it, answering, raising its level, noting something. */
@Controller
final class CasePages {
    private static final String CASE = "console/case";
    /** What a page may be told to say after a decision; anything else in the address is ignored. */
    static final Set<String> TOLD = Set.of(
            "claimed",
            "sent",
            "raised",
            "noted",
            "assigned",
            "not-assignable",
            "lowered",
            "kept",
            "moved",
            "closed",
            "held",
            "overtaken",
            "refused",
            "waits",
            "speaking",
            "handed-back",
            "no-chat",
            "other-speaks");

    private final CaseDesk cases;
    private final ReplyDesk replies;
    private final CaseScreens screens;

    CasePages(CaseDesk cases, ReplyDesk replies, CaseScreens screens) {
        this.cases = cases;
        this.replies = replies;
        this.screens = screens;
    }

    @GetMapping("/cases/{number}")
    @Requires(Permission.CASE_READ)
    ModelAndView read(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String told,
            Locale locale,
            Model model) {
        model.addAttribute("told", TOLD.contains(told) || Told.CODES.contains(told) ? told : "");
        return page(staff, known(number), ConsoleLanguage.of(locale), model);
    }

    @PostMapping("/cases/{number}/claim")
    @Requires(Permission.CASE_CLAIM)
    String claim(CurrentStaff staff, @PathVariable String number) {
        // Whatever edition it has by now: taking responsibility must not fail because more words came in.
        CaseNumber known = known(number);
        return Told.redirect(known, cases.acknowledge(staff, known, null), "claimed");
    }

    @PostMapping("/cases/{number}/raise")
    @Requires(Permission.LEVEL_RAISE)
    String raise(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String to,
            @RequestParam String reason,
            @RequestParam long edition) {
        return told(number, cases.raise(staff, known(number), level(to), reason, edition), "raised");
    }

    @PostMapping("/cases/{number}/note")
    @Requires(Permission.CASE_NOTE)
    String note(CurrentStaff staff, @PathVariable String number, @RequestParam String text) {
        return told(number, cases.note(staff, known(number), text), "noted");
    }

    /** Keeps the claim while its owner is at work; called by the page, quietly. */
    @PostMapping("/cases/{number}/renew")
    @Requires(Permission.CASE_CLAIM)
    @WhileLocked(because = "a covered screen drops no claim")
    ResponseEntity<Void> renew(CurrentStaff staff, @PathVariable String number) {
        boolean held = cases.renewClaim(staff, known(number));
        return ResponseEntity.status(held ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    /**
     * Writes to the citizen. What was written is never lost: when it cannot be sent, the page comes back with it.
     *
     * @param key made with the form, so that sending it twice writes one reply
     * @param read when the page was read on which it was written, in milliseconds
     * @param care the warnings that were looked at; another one brings the page back
     */
    @PostMapping("/cases/{number}/reply")
    @Requires(Permission.CASE_REPLY)
    ModelAndView reply(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String report,
            @RequestParam String text,
            @RequestParam String key,
            @RequestParam long edition,
            @RequestParam(defaultValue = "0") long read,
            @RequestParam(defaultValue = "") String care,
            Locale locale,
            Model model) {
        CaseNumber known = known(number);
        List<CareWarning> found = replies.care(staff, known, report(report), text);
        boolean looked = looked(care).containsAll(found);
        ReplyOutcome outcome = looked ? replies.write(staff, known, report(report), text, edition, key) : null;
        String mistake = outcome == null ? "CARE" : mistake(outcome);
        if (mistake == null) {
            return new ModelAndView("redirect:/cases/" + known + "?told=sent");
        }
        model.addAttribute("careFound", looked ? null : found);
        model.addAttribute("replyRead", mistake.equals("OVERTAKEN") ? Instant.ofEpochMilli(read) : null);
        model.addAttribute("replyMistake", mistake);
        model.addAttribute("replyText", text);
        model.addAttribute("replyReport", report);
        model.addAttribute("told", "");
        ModelAndView page = page(staff, known, ConsoleLanguage.of(locale), model);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** What to look at in a reply that is being written; asked while somebody types. Nothing of it is kept. */
    @PostMapping("/cases/{number}/reply/care")
    @Requires(Permission.CASE_REPLY)
    String care(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String report,
            @RequestParam String text,
            Model model) {
        model.addAttribute("careFound", replies.care(staff, known(number), report(report), text));
        return "console/reply :: care";
    }

    private static Set<CareWarning> looked(String sent) {
        return Stream.of(CareWarning.values())
                .filter(warning -> List.of(sent.split(",", CareWarning.values().length + 1))
                        .contains(warning.name()))
                .collect(Collectors.toSet());
    }

    /** Speaks in the chat oneself. */
    @PostMapping("/cases/{number}/speak")
    @Requires(Permission.CASE_REPLY)
    String speak(CurrentStaff staff, @PathVariable String number) {
        return spoke(number, replies.takeOver(staff, known(number)));
    }

    /** Lets the bot go on. */
    @PostMapping("/cases/{number}/hand-back")
    @Requires(Permission.CASE_REPLY)
    String handBack(CurrentStaff staff, @PathVariable String number) {
        return spoke(number, replies.handBack(staff, known(number)));
    }

    /** Keeps the chat while the page is open; called by the page, quietly. */
    @PostMapping("/cases/{number}/speak/renew")
    @Requires(Permission.CASE_REPLY)
    @WhileLocked(because = "a covered screen drops no live chat")
    ResponseEntity<Void> keepSpeaking(CurrentStaff staff, @PathVariable String number) {
        boolean speaking = replies.keepSpeaking(staff, known(number)) instanceof TakeOverOutcome.Speaking;
        return ResponseEntity.status(speaking ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    private static String spoke(String number, TakeOverOutcome outcome) {
        String told = switch (outcome) {
            case TakeOverOutcome.Speaking _ -> "speaking";
            case TakeOverOutcome.HandedBack _ -> "handed-back";
            case TakeOverOutcome.NoChat _ -> "no-chat";
            case TakeOverOutcome.Taken _ -> "other-speaks";
            case TakeOverOutcome.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case TakeOverOutcome.Refused _ -> "refused";
        };
        return "redirect:/cases/" + known(number) + "?told=" + told;
    }

    private ModelAndView page(CurrentStaff staff, CaseNumber number, ConsoleLanguage reader, Model model) {
        return switch (cases.open(staff, number)) {
            case CaseReading.Opened opened -> {
                screens.fill(model, staff, opened.view(), reader);
                if (model.getAttribute("replyRead") instanceof Instant read) {
                    model.addAttribute(
                            "meanwhile", CaseScreens.meanwhile(opened.view().held(), staff, read));
                }
                model.addAttribute("replyKey", UUID.randomUUID().toString());
                yield new ModelAndView(CASE, model.asMap());
            }
            case CaseReading.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseReading.Closed closed -> {
                model.addAttribute("number", number.value());
                model.addAttribute("claimable", closed.claimable());
                yield new ModelAndView("console/closed", model.asMap(), HttpStatus.FORBIDDEN);
            }
            case CaseReading.NotAuditable _ -> throw new ProblemException(Problem.UNAVAILABLE);
        };
    }

    static String told(String number, CaseChange change, String done) {
        String told = switch (change) {
            case CaseChange.Done _ -> done;
            case CaseChange.WaitsForSecond _ -> "waits";
            case CaseChange.Overtaken _ -> "overtaken";
            case CaseChange.Held _ -> "held";
            case CaseChange.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseChange.Refused _ -> "refused";
        };
        return "redirect:/cases/" + known(number) + "?told=" + told;
    }

    private static @Nullable String mistake(ReplyOutcome outcome) {
        return switch (outcome) {
            case ReplyOutcome.Written _ -> null;
            case ReplyOutcome.Unreachable _ -> "UNREACHABLE";
            case ReplyOutcome.Overtaken _ -> "OVERTAKEN";
            case ReplyOutcome.Held _ -> "HELD";
            case ReplyOutcome.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case ReplyOutcome.Refused refused -> refused.why().name();
        };
    }

    static CaseNumber known(String number) {
        return CaseNumber.read(number).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static IntakeId report(String sent) {
        if (!sent.matches("[0-9a-f]{32}")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return new IntakeId(sent);
    }

    static Level level(String wire) {
        for (Level level : Level.values()) {
            if (level.wire().equals(wire)) {
                return level;
            }
        }
        throw new ProblemException(Problem.UNREADABLE);
    }
}

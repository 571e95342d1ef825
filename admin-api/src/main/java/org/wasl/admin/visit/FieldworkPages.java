package org.wasl.admin.visit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.Told;
import org.wasl.admin.fieldwork.SafetyPlan;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.visit.FieldworkResource.Wish;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Visits, tasks, consents and the safety plan of one case, as a page. */
@Controller
final class FieldworkPages {
    private static final Set<String> TOLD = Set.of("recorded", "overtaken", "refused", "waits", "held");

    private final CaseDesk cases;
    private final VisitDesk visits;
    private final TaskDesk tasks;
    private final VisitRules rules;
    private final StaffDirectory directory;

    FieldworkPages(CaseDesk cases, VisitDesk visits, TaskDesk tasks, VisitRules rules, StaffDirectory directory) {
        this.cases = cases;
        this.visits = visits;
        this.tasks = tasks;
        this.rules = rules;
        this.directory = directory;
    }

    @GetMapping("/cases/{number}/fieldwork")
    @Requires(Permission.CASE_READ)
    String page(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String told,
            Model model) {
        Case held = opened(staff, number);
        model.addAttribute("held", held);
        model.addAttribute("fieldwork", held.fieldwork());
        model.addAttribute("hazards", Hazard.of(held));
        model.addAttribute("granted", granted(held));
        model.addAttribute("agreed", Wish.VISIT.granted(held));
        model.addAttribute("goers", goers(held));
        model.addAttribute("helpers", helpers(held));
        model.addAttribute("mayVisit", staff.may(Permission.VISIT) && VisitRules.going(held));
        model.addAttribute("mayApprove", staff.may(Permission.VISIT, Permission.CASE_ASSIGN));
        model.addAttribute(
                "mayWork", staff.may(Permission.CASE_NOTE) && held.status().open());
        model.addAttribute("names", this);
        model.addAttribute("told", TOLD.contains(told) || Told.CODES.contains(told) ? told : "");
        return "visit/fieldwork";
    }

    private Case opened(CurrentStaff staff, String number) {
        return switch (cases.open(staff, CaseAnswers.number(number))) {
            case CaseReading.Opened opened -> opened.view().held();
            case CaseReading.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseReading.Closed closed -> throw new ProblemException(Problem.NOT_ALLOWED);
            case CaseReading.NotAuditable shut -> throw new ProblemException(Problem.UNAVAILABLE);
        };
    }

    private static Map<Wish, Boolean> granted(Case held) {
        Map<Wish, Boolean> granted = new EnumMap<>(Wish.class);
        for (Wish wish : Wish.values()) {
            granted.put(wish, wish.granted(held));
        }
        return granted;
    }

    /** Who could go: on duty or of the team, and not shut out. */
    private List<StaffMember> goers(Case held) {
        return known(held)
                .filter(member -> member.role().may(Permission.VISIT))
                .filter(member -> rules.mayGo(held, member))
                .toList();
    }

    private List<StaffMember> helpers(Case held) {
        return known(held)
                .filter(member -> member.role().may(Permission.CASE_NOTE))
                .filter(member -> !held.ties().apart(member.id()))
                .toList();
    }

    private Stream<StaffMember> known(Case held) {
        Map<StaffId, StaffMember> known = new LinkedHashMap<>();
        held.handling().team().forEach(id -> directory.find(id).ifPresent(member -> known.put(id, member)));
        directory.onDuty().forEach(member -> known.put(member.id(), member));
        return known.values().stream();
    }

    /** A moment as a field for a date holds it, in the time of the country. Public for the page. */
    public String local(Instant at) {
        return LocalDateTime.ofInstant(at, Scope.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** A colleague's name, or their id where the account is gone. Public for the page. */
    public String of(@Nullable StaffId id) {
        return id == null
                ? ""
                : directory.find(id).map(StaffMember::displayName).orElse(id.value());
    }

    @PostMapping("/cases/{number}/visits")
    @Requires(Permission.VISIT)
    String plan(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, visits.plan(staff, known, form(sent).plan(), edition, null));
    }

    @PostMapping("/cases/{number}/visits/{id}/change")
    @Requires(Permission.VISIT)
    String change(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, visits.change(staff, known, id, form(sent).plan(), edition));
    }

    private static VisitForm form(Map<String, String> sent) {
        Instant from = time(sent.get("from"));
        String window = sent.getOrDefault("window", "");
        Instant until = sent.containsKey("until") ? time(sent.get("until")) : from.plusSeconds(60L * minutes(window));
        return new VisitForm(
                sent.get("purpose"),
                sent.get("basis"),
                sent.get("lead"),
                sent.get("second"),
                sent.get("standby"),
                from,
                until,
                minutes(sent.getOrDefault("stay", "")),
                sent.get("place"),
                sent.get("cover"),
                sent.get("word"),
                sent.containsKey("plainClothes"),
                sent.containsKey("plainCar"),
                sent.get("interpreter"),
                sent.get("reason"));
    }

    private static int minutes(String sent) {
        if (!sent.matches("[0-9]{1,4}")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return Integer.parseInt(sent);
    }

    /** What is typed into a date field is a time of the country the desk works in. */
    private static Instant time(@Nullable String sent) {
        try {
            return LocalDateTime.parse(sent == null ? "" : sent)
                    .atZone(Scope.ZONE)
                    .toInstant();
        } catch (DateTimeParseException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    @PostMapping("/cases/{number}/visits/{id}/approve")
    @Requires({Permission.VISIT, Permission.CASE_ASSIGN})
    String approve(
            CurrentStaff staff, @PathVariable String number, @PathVariable String id, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, visits.approve(staff, known, id, edition));
    }

    @PostMapping("/cases/{number}/visits/{id}/cancel")
    @Requires(Permission.VISIT)
    String cancel(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, visits.cancel(staff, known, id, reason, edition));
    }

    @PostMapping("/cases/{number}/tasks")
    @Requires(Permission.CASE_NOTE)
    String task(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String kind,
            @RequestParam String owner,
            @RequestParam String due,
            @RequestParam(defaultValue = "") String words,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(
                known,
                tasks.add(
                        staff,
                        known,
                        CaseAnswers.of(Task.Kind.class, kind),
                        CaseAnswers.staffId(owner),
                        time(due),
                        words.strip(),
                        edition,
                        null));
    }

    @PostMapping("/cases/{number}/tasks/{id}/give")
    @Requires(Permission.CASE_NOTE)
    String give(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam String owner,
            @RequestParam String due,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, tasks.give(staff, known, id, CaseAnswers.staffId(owner), time(due), edition));
    }

    /** From the case's page or from one's own screen, where the edition was read with the list. */
    @PostMapping("/cases/{number}/tasks/{id}/end")
    @Requires(Permission.CASE_NOTE)
    String end(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean declined,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String from,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        CaseChange change = declined
                ? tasks.decline(staff, known, id, words.strip(), edition)
                : tasks.done(staff, known, id, words.strip(), edition);
        return from.equals("my-work") ? "redirect:/my-work?told=" + code(change) : back(known, change);
    }

    @PostMapping("/cases/{number}/safety-plan")
    @Requires(Permission.CASE_NOTE)
    String safety(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        Map<SafetyPlan.Point, SafetyPlan.Answer> points = new EnumMap<>(SafetyPlan.Point.class);
        for (SafetyPlan.Point point : SafetyPlan.Point.values()) {
            String answer = sent.get(point.name());
            if (answer != null) {
                points.put(point, CaseAnswers.of(SafetyPlan.Answer.class, answer));
            }
        }
        return back(known, tasks.planSafety(staff, known, points, edition));
    }

    private static String back(CaseNumber number, CaseChange change) {
        return "redirect:/cases/" + number + "/fieldwork?told=" + code(change);
    }

    private static String code(CaseChange change) {
        return Told.code(change, "recorded");
    }
}

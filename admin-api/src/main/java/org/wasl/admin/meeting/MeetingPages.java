package org.wasl.admin.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The review meeting in the console: what it would look at, one case after the other, its minutes. */
@Controller
final class MeetingPages {
    /** Everything a page may be told to say; anything else in the address is ignored. */
    static final Set<String> TOLD = Set.of(
            "begun",
            "running",
            "came",
            "left",
            "added",
            "decided",
            "all-decided",
            "given",
            "closed",
            "corrected",
            "overtaken",
            "others-there",
            "case-moved",
            "case-refused",
            "refused",
            "frozen",
            "not-there",
            "no-case",
            "reason-missing",
            "date-missing",
            "owner-missing",
            "too-long",
            "chair-stays");

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final int WEEK = 7;

    private final MeetingDesk desk;
    private final MeetingWork work;
    private final MeetingMinutes minutes;
    private final CaseDesk cases;
    private final StaffDirectory directory;
    private final Clock clock;

    MeetingPages(
            MeetingDesk desk,
            MeetingWork work,
            MeetingMinutes minutes,
            CaseDesk cases,
            StaffDirectory directory,
            Clock clock) {
        this.desk = desk;
        this.work = work;
        this.minutes = minutes;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/meetings")
    @Requires(Permission.MEETING)
    String all(CurrentStaff staff, @RequestParam(defaultValue = "") String governorate, Model model) {
        Governorate part = MeetingAnswers.part(governorate);
        MeetingDesk.Preview preview =
                desk.agenda(staff, part).orElseThrow(() -> new ProblemException(Problem.NOT_ALLOWED));
        model.addAttribute("preview", preview);
        model.addAttribute("part", part);
        model.addAttribute(
                "parts",
                Stream.of(Governorate.values())
                        .filter(staff.scope().governorates()::contains)
                        .toList());
        model.addAttribute("meetings", desk.latest(staff));
        model.addAttribute("people", people(staff));
        model.addAttribute("names", this);
        return "meeting/meetings";
    }

    @PostMapping("/meetings")
    @Requires(Permission.MEETING)
    String begin(
            CurrentStaff staff,
            @RequestParam(defaultValue = "") String governorate,
            @RequestParam(defaultValue = "") List<String> present) {
        Set<StaffId> people = new LinkedHashSet<>();
        present.forEach(one -> people.add(MeetingAnswers.staff(one)));
        MeetingChange change = desk.begin(staff, MeetingAnswers.part(governorate), people);
        MeetingView view = MeetingAnswers.view(change);
        return "redirect:/meetings/" + view.id() + "?told="
                + (change instanceof MeetingChange.Running ? "running" : "begun");
    }

    @GetMapping("/meetings/{id}")
    @Requires(Permission.MEETING)
    String one(CurrentStaff staff, @PathVariable String id, @RequestParam(defaultValue = "") String told, Model model) {
        MeetingView view = desk.read(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        page(view, told, model);
        model.addAttribute(
                "absent",
                people(staff).stream()
                        .filter(member -> !view.meeting().present(member.id()))
                        .toList());
        return view.meeting().open() ? "meeting/meeting" : "meeting/minutes";
    }

    /** One case on the whole screen: what it is, why it is here, what is wanted. Nothing the person said. */
    @GetMapping("/meetings/{id}/cases/{number}")
    @Requires(Permission.MEETING)
    String item(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String told,
            Model model) {
        MeetingView view = desk.read(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        MeetingView.Row row = view.row(MeetingAnswers.number(number)).orElse(null);
        if (row == null) {
            return "redirect:/meetings/" + view.id() + "?told=" + (view.apart() > 0 ? "others-there" : "no-case");
        }
        page(view, told, model);
        int at = view.rows().indexOf(row);
        model.addAttribute("row", row);
        model.addAttribute("place", at + 1);
        model.addAttribute("before", at > 0 ? view.rows().get(at - 1) : null);
        model.addAttribute("after", at + 1 < view.rows().size() ? view.rows().get(at + 1) : null);
        model.addAttribute("people", owners(view));
        model.addAttribute("kinds", kinds(row));
        model.addAttribute("today", at(0, EVENING));
        model.addAttribute("tomorrow", at(1, MORNING));
        model.addAttribute("week", at(WEEK, MORNING));
        return "meeting/item";
    }

    /** What the person said that weighs most: asked for by itself, recorded as reading the case. */
    @GetMapping("/meetings/{id}/cases/{number}/words")
    @Requires(Permission.MEETING)
    String words(CurrentStaff staff, @PathVariable String id, @PathVariable String number, Model model) {
        MeetingView view = desk.read(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        CaseNumber known = MeetingAnswers.number(number);
        if (view.row(known).isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        switch (cases.open(staff, known)) {
            case CaseReading.Opened opened ->
                model.addAttribute("quotes", opened.view().quotes());
            case CaseReading.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseReading.Closed _ -> throw new ProblemException(Problem.NOT_ALLOWED);
            case CaseReading.NotAuditable _ -> throw new ProblemException(Problem.UNAVAILABLE);
        }
        return "meeting/words";
    }

    @PostMapping("/meetings/{id}/cases/{number}")
    @Requires(Permission.MEETING)
    String decide(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String caseEdition,
            @RequestParam long edition) {
        CaseNumber known = MeetingAnswers.number(number);
        MeetingWork.Wish wish = new MeetingWork.Wish(
                MeetingAnswers.kind(kind),
                owner.isBlank() ? null : MeetingAnswers.staff(owner),
                due.isBlank() ? null : time(due),
                note,
                caseEdition.matches("[0-9]{1,18}") ? Long.valueOf(caseEdition) : null);
        MeetingChange change = work.decide(staff, id, known, wish, edition);
        if (change instanceof MeetingChange.Done done) {
            return done.view().rows().stream()
                    .filter(row -> !row.item().decided())
                    .findFirst()
                    .map(row ->
                            "redirect:/meetings/" + id + "/cases/" + row.item().number() + "?told=decided")
                    .orElse("redirect:/meetings/" + id + "?told=all-decided");
        }
        return "redirect:/meetings/" + id + "/cases/" + known + "?told=" + told(change, "decided");
    }

    @PostMapping("/meetings/{id}/attendance")
    @Requires(Permission.MEETING)
    String attend(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam String who,
            @RequestParam boolean there,
            @RequestParam long edition) {
        StaffId person = MeetingAnswers.staff(who);
        MeetingChange change = there ? desk.came(staff, id, person, edition) : desk.left(staff, id, person, edition);
        return back(id, change, there ? "came" : "left");
    }

    @PostMapping("/meetings/{id}/items")
    @Requires(Permission.MEETING)
    String add(CurrentStaff staff, @PathVariable String id, @RequestParam String number, @RequestParam long edition) {
        CaseNumber known = CaseNumber.read(number).orElse(null);
        return known == null
                ? "redirect:/meetings/" + id + "?told=no-case"
                : back(id, desk.add(staff, id, known, edition), "added");
    }

    @PostMapping("/meetings/{id}/batch")
    @Requires(Permission.MEETING)
    String batch(CurrentStaff staff, @PathVariable String id, @RequestParam long edition) {
        return back(id, work.giveBatch(staff, id, edition), "given");
    }

    @PostMapping("/meetings/{id}/minutes")
    @Requires(Permission.MEETING)
    String close(CurrentStaff staff, @PathVariable String id, @RequestParam long edition) {
        return back(id, minutes.close(staff, id, edition), "closed");
    }

    @PostMapping("/meetings/{id}/corrections")
    @Requires(Permission.MEETING)
    String correct(CurrentStaff staff, @PathVariable String id, @RequestParam(defaultValue = "") String text) {
        return back(id, minutes.correct(staff, id, text), "corrected");
    }

    /** A colleague's name, or their id where the account is gone. Public for the page. */
    public String of(StaffId id) {
        return directory.find(id).map(StaffMember::displayName).orElse(id.value());
    }

    private void page(MeetingView view, String told, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("meeting", view.meeting());
        model.addAttribute("told", TOLD.contains(told) ? told : "");
        model.addAttribute(
                "latest", view.meeting().happened().reversed().stream().limit(3).toList());
        model.addAttribute("names", this);
    }

    private static String back(String id, MeetingChange change, String done) {
        return "redirect:/meetings/" + id + "?told=" + told(change, done);
    }

    private static String told(MeetingChange change, String done) {
        return switch (change) {
            case MeetingChange.Done _ -> done;
            case MeetingChange.Running _ -> "running";
            case MeetingChange.Overtaken _ -> "overtaken";
            case MeetingChange.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case MeetingChange.NotBefore _ -> "others-there";
            case MeetingChange.CaseSaid said ->
                said.answer() instanceof org.wasl.admin.casework.CaseChange.Overtaken ? "case-moved" : "case-refused";
            case MeetingChange.Refused refused -> told(refused.why());
        };
    }

    private static String told(MeetingChange.Why why) {
        return switch (why) {
            case NOT_ALLOWED -> throw new ProblemException(Problem.NOT_ALLOWED);
            case FROZEN -> "frozen";
            case STILL_OPEN, UNKNOWN_STAFF, TOO_MANY -> "refused";
            case NOT_THERE -> "not-there";
            case UNKNOWN_CASE -> "no-case";
            case REASON_MISSING -> "reason-missing";
            case TOO_LONG -> "too-long";
            case DATE_MISSING -> "date-missing";
            case OWNER_MISSING -> "owner-missing";
            case CHAIR_STAYS -> "chair-stays";
        };
    }

    /** Who may be in the room: those on duty, whoever asks first left out. */
    private List<StaffMember> people(CurrentStaff staff) {
        return directory.onDuty().stream()
                .filter(member -> !member.id().equals(staff.id()))
                .toList();
    }

    /** Who may be given a case: those on duty and those in the room. */
    private List<StaffMember> owners(MeetingView view) {
        return Stream.concat(
                        directory.onDuty().stream(),
                        view.meeting().present().stream().flatMap(one -> directory.find(one.who()).stream()))
                .filter(member -> member.role().may(Permission.CASE_CLAIM))
                .distinct()
                .toList();
    }

    private static List<Decision.Kind> kinds(MeetingView.Row row) {
        boolean finding = row.item().wanted() == Ground.Wanted.FINDING;
        return Stream.of(Decision.Kind.values())
                .filter(kind -> kind == Decision.Kind.DEFERRED || finding == (kind == Decision.Kind.FINDING))
                .toList();
    }

    private String at(int days, LocalTime time) {
        LocalDateTime asked =
                LocalDate.ofInstant(clock.instant(), Scope.ZONE).plusDays(days).atTime(time);
        LocalDateTime soonest = LocalDateTime.ofInstant(clock.instant(), Scope.ZONE)
                .plusHours(1)
                .truncatedTo(ChronoUnit.MINUTES);
        return (asked.isBefore(soonest) ? soonest : asked).toString();
    }

    private static @Nullable Instant time(String sent) {
        try {
            return LocalDateTime.parse(sent).atZone(Scope.ZONE).toInstant();
        } catch (DateTimeParseException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}

package org.wasl.admin.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Keeping, destroying and its proof in the console. */
@Controller
@RequestMapping("/retention")
final class RetentionPages {
    private static final int SHOWN = 60;
    private static final String LIST = "redirect:/retention/lists/";

    private final ListDesk lists;
    private final RequestDesk requests;
    private final ProofDesk proofs;
    private final RetentionPlan plan;
    private final RetentionSweep sweep;
    private final StaffDirectory directory;
    private final Clock clock;

    RetentionPages(
            ListDesk lists,
            RequestDesk requests,
            ProofDesk proofs,
            RetentionPlan plan,
            RetentionSweep sweep,
            StaffDirectory directory,
            Clock clock) {
        this.lists = lists;
        this.requests = requests;
        this.proofs = proofs;
        this.plan = plan;
        this.sweep = sweep;
        this.directory = directory;
        this.clock = clock;
    }

    /** One class of cases as the page shows it: how long, in one unit. */
    record Keeping(RetentionClass name, int count, String unit, boolean proposed, String source) {
        static Keeping of(RetentionRule rule) {
            boolean years = rule.keep().getYears() > 0 && rule.keep().getDays() == 0;
            return new Keeping(
                    rule.of(),
                    years ? rule.keep().getYears() : rule.keep().getDays(),
                    years ? "years" : "days",
                    rule.proposed(),
                    rule.source());
        }
    }

    @GetMapping
    @Requires(Permission.RETENTION)
    String page(CurrentStaff staff, Model model) {
        model.addAttribute(
                "lists",
                lists.latest(staff, SHOWN).stream()
                        .map(one -> RetentionView.DestructionListResource.of(one, staff, false))
                        .toList());
        model.addAttribute("classes", plan.rules().stream().map(Keeping::of).toList());
        model.addAttribute(
                "orphans", RetentionView.OrphansResource.of(proofs.latest().orElse(null), proofs.walking()));
        return "retention/retention";
    }

    @PostMapping("/orphans")
    @Requires(Permission.RETENTION)
    String look(CurrentStaff staff) {
        proofs.look(staff);
        return "redirect:/retention#orphans";
    }

    @GetMapping("/lists/{id}")
    @Requires(Permission.RETENTION)
    String list(CurrentStaff staff, @PathVariable String id, Model model) {
        show(staff, id, model);
        return "retention/list";
    }

    /** Tries to open what the list destroyed, and shows what came of it. */
    @PostMapping("/lists/{id}/verification")
    @Requires(Permission.RETENTION)
    String verify(CurrentStaff staff, @PathVariable String id, Model model) {
        show(staff, id, model);
        model.addAttribute(
                "proof",
                proofs.verify(staff, Answers.list(id))
                        .map(RetentionView.ProofResource::of)
                        .orElse(null));
        return "retention/list";
    }

    @PostMapping("/lists/{id}/decision")
    @Requires(Permission.RETENTION_CONFIRM)
    String settle(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam boolean agreed,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam long version) {
        String list = Answers.list(id);
        if (Answers.done(lists.settle(staff, list, agreed, reason.strip(), version))) {
            sweep.soon();
        }
        return LIST + list;
    }

    /** The record as a file, for who keeps it outside the desk. */
    @GetMapping("/lists/{id}/record")
    @Requires(Permission.RETENTION)
    ResponseEntity<RetentionView.DestructionRecordResource> record(CurrentStaff staff, @PathVariable String id) {
        RetentionView.DestructionRecordResource made = lists.read(staff, Answers.list(id))
                .map(held -> held.list().record())
                .map(one -> RetentionView.DestructionRecordResource.of(one, staff))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return file("destruction-" + made.list() + ".json", made);
    }

    @GetMapping("/erase-requests")
    @Requires(Permission.RETENTION)
    String requests(CurrentStaff staff, Model model) {
        model.addAttribute(
                "requests",
                requests.latest(staff, SHOWN).stream()
                        .map(RetentionView.EraseRequestResource::of)
                        .toList());
        return "retention/erase-requests";
    }

    /** One of them on a page of its own, to be printed for the person or an authority. */
    @GetMapping("/erase-requests/{number}")
    @Requires(Permission.RETENTION)
    String request(CurrentStaff staff, @PathVariable String number, Model model) {
        model.addAttribute("one", exported(staff, number));
        model.addAttribute("now", clock.instant());
        return "retention/erase-request";
    }

    @GetMapping("/erase-requests/{number}/file")
    @Requires(Permission.RETENTION)
    ResponseEntity<RetentionView.EraseRequestResource> requestFile(CurrentStaff staff, @PathVariable String number) {
        RetentionView.EraseRequestResource one = exported(staff, number);
        return file("erase-request-" + one.number() + ".json", one);
    }

    private RetentionView.EraseRequestResource exported(CurrentStaff staff, String number) {
        return requests.export(staff, Answers.number(number))
                .map(RetentionView.EraseRequestResource::of)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private void show(CurrentStaff staff, String id, Model model) {
        ListDesk.Held held =
                lists.read(staff, Answers.list(id)).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        DestructionList list = held.list();
        DestructionRecord made = list.record();
        model.addAttribute("version", held.version());
        model.addAttribute("list", RetentionView.DestructionListResource.of(held, staff, true));
        model.addAttribute(
                "decides",
                staff.may(Permission.RETENTION_CONFIRM) && list.state().waits());
        model.addAttribute("agreed", list.agreedBy(staff.id().value()));
        model.addAttribute("record", made == null ? null : RetentionView.DestructionRecordResource.of(made, staff));
        model.addAttribute(
                "names",
                names(
                        directory,
                        list.words().stream().map(DestructionList.Agreed::by).toList()));
    }

    static Map<String, String> names(StaffDirectory directory, List<String> ids) {
        Map<String, String> names = new TreeMap<>();
        ids.forEach(id -> names.put(
                id,
                directory.find(new StaffId(id)).map(StaffMember::displayName).orElse(id)));
        return names;
    }

    static Map<String, String> names(StaffDirectory directory, Stream<@Nullable String> ids) {
        return names(directory, ids.filter(id -> id != null).distinct().toList());
    }

    static <T> ResponseEntity<T> file(String name, T body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    static LocalDate today(Clock clock) {
        return RetentionPlan.day(clock.instant());
    }
}

package org.wasl.admin.awareness;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.store.Stored;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Awareness sessions in the console. */
@Controller
final class AwarenessPages {
    private final AwarenessDesk desk;
    private final Poster poster;
    private final StaffDirectory directory;

    AwarenessPages(AwarenessDesk desk, Poster poster, StaffDirectory directory) {
        this.desk = desk;
        this.poster = poster;
        this.directory = directory;
    }

    @GetMapping("/awareness")
    @Requires(Permission.AWARENESS)
    String all(CurrentStaff staff, @RequestParam(defaultValue = "") String told, Model model) {
        model.addAttribute("sessions", desk.all(staff));
        model.addAttribute("effect", desk.effect(staff));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("askers", Session.Asker.values());
        model.addAttribute("topics", Session.Topic.values());
        model.addAttribute("places", Session.PlaceKind.values());
        model.addAttribute(
                "governorates",
                List.of(Governorate.values()).stream()
                        .filter(one -> staff.scope().coversPlace(one.name()))
                        .toList());
        model.addAttribute("spoken", ConsoleLanguage.ALL);
        model.addAttribute("told", known(told));
        return "awareness/sessions";
    }

    @PostMapping("/awareness")
    @Requires(Permission.AWARENESS)
    String request(CurrentStaff staff, @RequestParam String key, @RequestParam Map<String, String> sent) {
        var form = new AwarenessController.AwarenessForm(
                sent.get("asker"),
                sent.get("topic"),
                sent.get("place"),
                sent.get("governorate"),
                sent.get("language"),
                sent.get("wish"),
                sent.get("contact"));
        return switch (desk.request(staff, AwarenessController.request(form), key)) {
            case SessionChange.Done done ->
                "redirect:/awareness/" + done.stored().id() + "?told=done";
            case SessionChange.Overtaken overtaken -> "redirect:/awareness?told=overtaken";
            case SessionChange.Refused refused -> "redirect:/awareness?told=" + word(refused.why());
        };
    }

    @GetMapping("/awareness/{id}")
    @Requires(Permission.AWARENESS)
    String one(CurrentStaff staff, @PathVariable String id, @RequestParam(defaultValue = "") String told, Model model) {
        Stored<Session> stored = desk.read(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Session session = stored.content();
        model.addAttribute("id", id);
        model.addAttribute("edition", stored.edition());
        model.addAttribute("talk", session);
        model.addAttribute("officer", name(session.officer()));
        model.addAttribute("local", local(session.begins()));
        model.addAttribute("begun", desk.begun(session).orElse(null));
        model.addAttribute("officers", officers(staff));
        model.addAttribute("sexes", Session.Sex.values());
        model.addAttribute("ages", Session.Age.values());
        model.addAttribute("materials", Session.Material.values());
        model.addAttribute("counted", counted(session));
        model.addAttribute("spoken", ConsoleLanguage.ALL);
        model.addAttribute(
                "printable",
                session.campaign() != null && poster.link(session.campaign()).isPresent());
        model.addAttribute("told", known(told));
        return "awareness/session";
    }

    @PostMapping("/awareness/{id}/plan")
    @Requires(Permission.AWARENESS)
    String plan(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam String officer,
            @RequestParam String begins,
            @RequestParam long edition) {
        if (!officer.matches("[0-9a-f]{32}")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return back(id, desk.plan(staff, id, new StaffId(officer), time(begins), edition));
    }

    @PostMapping("/awareness/{id}/outcome")
    @Requires(Permission.AWARENESS)
    String held(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam long edition,
            @RequestParam Map<String, String> sent) {
        List<Session.Count> counts = new ArrayList<>();
        for (Session.Sex sex : Session.Sex.values()) {
            for (Session.Age age : Session.Age.values()) {
                int people = number(sent.get(sex + "." + age));
                if (people != 0) {
                    counts.add(new Session.Count(sex, age, people));
                }
            }
        }
        List<Session.Given> given = new ArrayList<>();
        for (Session.Material material : Session.Material.values()) {
            int pieces = number(sent.get("given." + material));
            if (pieces != 0) {
                given.add(new Session.Given(material, pieces));
            }
        }
        Session.Feedback said = new Session.Feedback(
                number(sent.get("helped")),
                number(sent.get("helpedNot")),
                number(sent.get("safe")),
                number(sent.get("safeNot")));
        String words = sent.getOrDefault("words", "");
        return back(id, desk.held(staff, id, new Session.Outcome(counts, given, said, words.strip()), edition));
    }

    @PostMapping("/awareness/{id}/cancellation")
    @Requires(Permission.AWARENESS)
    String cancel(
            CurrentStaff staff, @PathVariable String id, @RequestParam String reason, @RequestParam long edition) {
        return back(id, desk.cancel(staff, id, reason, edition));
    }

    @GetMapping("/awareness/{id}/poster")
    @Requires(Permission.AWARENESS)
    ResponseEntity<byte[]> poster(
            CurrentStaff staff, @PathVariable String id, @RequestParam String language, @RequestParam String sheet) {
        return AwarenessController.printed(desk, poster, staff, id, language, sheet);
    }

    private static String back(String id, SessionChange change) {
        String told = switch (change) {
            case SessionChange.Done done -> "done";
            case SessionChange.Overtaken overtaken -> "overtaken";
            case SessionChange.Refused refused -> {
                if (refused.why() == SessionChange.Why.MISSING) {
                    throw new ProblemException(Problem.NOT_FOUND);
                }
                if (refused.why() == SessionChange.Why.NOT_ALLOWED) {
                    throw new ProblemException(Problem.NOT_ALLOWED);
                }
                yield word(refused.why());
            }
        };
        return "redirect:/awareness/" + id + "?told=" + told;
    }

    private static String word(SessionChange.Why why) {
        return switch (why) {
            case MISSING, NOT_ALLOWED -> "not-allowed";
            case WRONG_STATE -> "wrong-state";
            case UNKNOWN_STAFF -> "unknown-staff";
            case NUMBERS -> "numbers";
            case TOO_LONG -> "too-long";
            case DATE -> "date";
            case KEY_REUSED -> "overtaken";
            case FULL -> "full";
        };
    }

    /** Only words of ours are said, whatever the address holds. */
    private static String known(String told) {
        List<String> words = List.of(
                "done",
                "overtaken",
                "not-allowed",
                "wrong-state",
                "unknown-staff",
                "numbers",
                "too-long",
                "date",
                "full");
        return words.contains(told) ? told : "";
    }

    /** Whoever looks, and who is there now. */
    private Map<String, String> officers(CurrentStaff staff) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(staff.id().value(), staff.displayName());
        directory.onDuty().forEach(member -> all.put(member.id().value(), member.displayName()));
        return all;
    }

    private String name(@Nullable String officer) {
        return officer == null
                ? ""
                : directory
                        .find(new StaffId(officer))
                        .map(StaffMember::displayName)
                        .orElse("");
    }

    private static Map<String, Integer> counted(Session session) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        Session.Outcome outcome = session.outcome();
        if (outcome != null) {
            outcome.attendance().forEach(count -> counted.put(count.sex() + "." + count.age(), count.people()));
            outcome.material().forEach(given -> counted.put("given." + given.material(), given.pieces()));
            counted.put("helped", outcome.feedback().helped());
            counted.put("helpedNot", outcome.feedback().helpedNot());
            counted.put("safe", outcome.feedback().safe());
            counted.put("safeNot", outcome.feedback().safeNot());
        }
        return counted;
    }

    private static String local(@Nullable Instant time) {
        return time == null
                ? ""
                : LocalDateTime.ofInstant(time, Scope.ZONE)
                        .withSecond(0)
                        .withNano(0)
                        .toString();
    }

    private static Instant time(String sent) {
        try {
            return LocalDateTime.parse(sent).atZone(Scope.ZONE).toInstant();
        } catch (DateTimeParseException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    private static int number(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return 0;
        }
        if (!sent.matches("[0-9]{1,6}")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return Integer.parseInt(sent);
    }
}

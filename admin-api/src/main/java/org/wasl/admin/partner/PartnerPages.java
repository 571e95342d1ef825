package org.wasl.admin.partner;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The directory of partners in the console. */
@Controller
final class PartnerPages {
    private static final Set<String> TOLD =
            Set.of("done", "overtaken", "another", "refused", "unusable-key", "no-contact", "too-many");

    private final PartnerDesk desk;
    private final StaffDirectory directory;

    PartnerPages(PartnerDesk desk, StaffDirectory directory) {
        this.desk = desk;
        this.directory = directory;
    }

    /** What is typed about a partner. Public for the binding. */
    public record Typed(
            @Nullable String kind,
            @Nullable String en,
            @Nullable String ar,
            @Nullable String ckb,
            @Nullable String kmr,
            @Nullable List<String> places,
            @Nullable List<String> languages,
            @Nullable List<String> takes,
            @Nullable String hours,
            @Nullable String source,
            @Nullable String sourceDate) {

        PartnerProfile profile() {
            Map<String, String> names = new LinkedHashMap<>();
            put(names, "en", en);
            put(names, "ar", ar);
            put(names, "ckb", ckb);
            put(names, "kmr", kmr);
            try {
                return new PartnerProfile(
                        CaseAnswers.of(PartnerKind.class, kind == null ? "" : kind),
                        names,
                        all(Governorate.class, places),
                        languages == null ? Set.of() : Set.copyOf(languages),
                        all(Taken.class, takes),
                        hours == null ? "" : hours.strip(),
                        source == null ? "" : source.strip(),
                        LocalDate.parse(sourceDate == null ? "" : sourceDate));
            } catch (IllegalArgumentException | DateTimeParseException wrong) {
                throw new ProblemException(Problem.UNREADABLE);
            }
        }

        private static void put(Map<String, String> names, String language, @Nullable String name) {
            if (name != null && !name.isBlank()) {
                names.put(language, name.strip());
            }
        }

        private static <E extends Enum<E>> Set<E> all(Class<E> type, @Nullable List<String> sent) {
            return sent == null
                    ? Set.of()
                    : sent.stream().map(one -> CaseAnswers.of(type, one)).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String toString() {
            return "Typed[redacted]";
        }
    }

    /** Which entries a list shows. */
    enum Show {
        THERE,
        /** Those to be reached again, or never reached, and those whose contact waits for a second person. */
        DUE,
        GONE
    }

    @GetMapping("/partners")
    @Requires(Permission.REFER)
    String all(
            CurrentStaff staff,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String told,
            Model model) {
        PartnerKind what = kind.isEmpty() ? null : CaseAnswers.of(PartnerKind.class, kind);
        Governorate where = place.isEmpty() ? null : CaseAnswers.of(Governorate.class, place);
        Show which = show.isEmpty() ? Show.THERE : CaseAnswers.of(Show.class, show);
        model.addAttribute(
                "entries",
                desk.all(staff).stream()
                        .filter(entry ->
                                what == null || entry.partner().profile().kind() == what)
                        .filter(entry -> where == null
                                || entry.partner().profile().places().contains(where))
                        .filter(entry -> language.isEmpty()
                                || entry.partner().profile().languages().contains(language))
                        .filter(entry -> shown(entry.partner(), which))
                        .toList());
        model.addAttribute("kind", what);
        model.addAttribute("place", where);
        model.addAttribute("speaking", language);
        model.addAttribute("show", which);
        model.addAttribute("shows", Show.values());
        model.addAttribute("told", TOLD.contains(told) ? told : "");
        fill(model, staff);
        return "partner/partners";
    }

    private boolean shown(Partner partner, Show which) {
        return switch (which) {
            case THERE -> !partner.retired();
            case DUE -> !partner.retired() && (partner.overdue(desk.today()) || partner.proposal() != null);
            case GONE -> partner.retired();
        };
    }

    @GetMapping("/partners/{id}")
    @Requires(Permission.REFER)
    String one(CurrentStaff staff, @PathVariable String id, @RequestParam(defaultValue = "") String told, Model model) {
        model.addAttribute("entry", desk.one(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
        model.addAttribute("told", TOLD.contains(told) ? told : "");
        model.addAttribute("names", this);
        model.addAttribute("self", staff.id());
        fill(model, staff);
        return "partner/partner";
    }

    @PostMapping("/partners")
    @Requires(Permission.PARTNER_MANAGE)
    String add(
            CurrentStaff staff,
            @ModelAttribute Typed typed,
            @RequestParam String way,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String key) {
        PartnerContact contact = value.isBlank() ? null : contact(way, value, key);
        return told(desk.add(staff, typed.profile(), contact, null), "");
    }

    @PostMapping("/partners/{id}")
    @Requires(Permission.PARTNER_MANAGE)
    String edit(CurrentStaff staff, @PathVariable String id, @RequestParam long edition, @ModelAttribute Typed typed) {
        return told(desk.edit(staff, id, edition, typed.profile()), id);
    }

    @PostMapping("/partners/{id}/contact")
    @Requires(Permission.PARTNER_MANAGE)
    String propose(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam long edition,
            @RequestParam String way,
            @RequestParam String value,
            @RequestParam(defaultValue = "") String key) {
        return told(desk.propose(staff, id, edition, contact(way, value, key)), id);
    }

    @PostMapping("/partners/{id}/contact/confirmation")
    @Requires(Permission.PARTNER_MANAGE)
    String confirm(
            CurrentStaff staff, @PathVariable String id, @RequestParam long edition, @RequestParam boolean agreed) {
        return told(desk.confirm(staff, id, edition, agreed), id);
    }

    @PostMapping("/partners/{id}/verification")
    @Requires(Permission.PARTNER_MANAGE)
    String verified(CurrentStaff staff, @PathVariable String id, @RequestParam long edition) {
        return told(desk.verified(staff, id, edition), id);
    }

    @PostMapping("/partners/{id}/retirement")
    @Requires(Permission.PARTNER_MANAGE)
    String retire(
            CurrentStaff staff, @PathVariable String id, @RequestParam long edition, @RequestParam boolean retired) {
        return told(desk.retire(staff, id, edition, retired), id);
    }

    /** A colleague's name; the desk itself where nobody did it. Public for the page. */
    public String of(String id) {
        return id.matches("[0-9a-f]{32}")
                ? directory.find(new StaffId(id)).map(StaffMember::displayName).orElse("")
                : "";
    }

    private void fill(Model model, CurrentStaff staff) {
        model.addAttribute("today", desk.today());
        model.addAttribute("manages", staff.may(Permission.PARTNER_MANAGE));
        model.addAttribute("kinds", List.of(PartnerKind.values()));
        model.addAttribute("places", List.of(Governorate.values()));
        model.addAttribute("speaks", ConsoleLanguage.values());
        model.addAttribute("takers", List.of(Taken.values()));
        model.addAttribute("ways", List.of(PartnerContact.Way.values()));
    }

    private static PartnerContact contact(String way, String value, String key) {
        try {
            return new PartnerContact(
                    CaseAnswers.of(PartnerContact.Way.class, way), value, key.isBlank() ? null : key.strip());
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    private static String told(PartnerOutcome outcome, String id) {
        return switch (outcome) {
            case PartnerOutcome.Done done ->
                "redirect:/partners/" + done.entry().id() + "?told=done";
            case PartnerOutcome.Overtaken _ -> "redirect:/partners/" + id + "?told=overtaken";
            case PartnerOutcome.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case PartnerOutcome.Refused refused -> {
                if (refused.why() == PartnerOutcome.Why.NOT_ALLOWED) {
                    throw new ProblemException(Problem.NOT_ALLOWED);
                }
                String told = switch (refused.why()) {
                    case NEEDS_ANOTHER_PERSON -> "another";
                    case UNUSABLE_KEY -> "unusable-key";
                    case NO_CONTACT -> "no-contact";
                    case TOO_MANY -> "too-many";
                    case NOT_ALLOWED, NOTHING_PROPOSED -> "refused";
                };
                yield "redirect:/partners" + (id.isEmpty() ? "" : "/" + id) + "?told=" + told;
            }
        };
    }
}

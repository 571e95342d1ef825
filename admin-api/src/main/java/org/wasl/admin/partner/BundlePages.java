package org.wasl.admin.partner;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.referral.Bundle;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** What is handed over with a referral, in the console: looked at, asked for, released, given out. */
@Controller
final class BundlePages {
    private final BundleDesk bundles;

    BundlePages(BundleDesk bundles) {
        this.bundles = bundles;
    }

    /** Looks at what would be handed over, and asks for it once it was looked at. */
    @PostMapping("/cases/{number}/outside/referral/{id}/bundle")
    @Requires(Permission.REFER)
    String bundle(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> fields,
            @RequestParam String format,
            @RequestParam String language,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "false") boolean looked,
            @RequestParam long edition,
            Model model) {
        CaseNumber known = CaseAnswers.number(number);
        BundleDesk.Ticked ticked = ticked(fields, format, language, name, contact);
        if (looked) {
            return OutsidePages.back(known, bundles.ask(staff, known, id, ticked, edition, null));
        }
        return shown(staff, known, bundles.preview(staff, known, id, ticked), model, () -> {
            model.addAttribute("referral", id);
            model.addAttribute("ticked", ticked);
            model.addAttribute("edition", edition);
        });
    }

    /** What was asked for, for the one who has to release it. */
    @GetMapping("/cases/{number}/outside/bundle/{id}")
    @Requires(Permission.REFER)
    String asked(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam long edition,
            Model model) {
        CaseNumber known = CaseAnswers.number(number);
        return shown(
                staff, known, bundles.asked(staff, known, id), model, () -> model.addAttribute("edition", edition));
    }

    private static String shown(
            CurrentStaff staff, CaseNumber number, BundleDesk.Look look, Model model, Runnable beside) {
        return switch (look) {
            case BundleDesk.Look.Page page -> {
                Set<Bundle.Field> stays = EnumSet.allOf(Bundle.Field.class);
                stays.removeAll(page.bundle().fields());
                Bundle bundle = page.bundle();
                model.addAttribute("number", number);
                model.addAttribute("lines", page.lines());
                model.addAttribute("stays", stays);
                model.addAttribute("bundle", bundle);
                model.addAttribute(
                        "written", ConsoleLanguage.of(bundle.language()).orElse(ConsoleLanguage.ARABIC));
                model.addAttribute(
                        "mayRelease",
                        staff.may(Permission.PARTNER_MANAGE)
                                && bundle.released() == null
                                && !bundle.by().equals(staff.id()));
                beside.run();
                yield "partner/handing-over";
            }
            case BundleDesk.Look.File _ -> throw new ProblemException(Problem.CONFLICT);
            case BundleDesk.Look.Not not -> OutsidePages.back(number, not.why());
        };
    }

    @PostMapping("/cases/{number}/outside/bundle/{id}/release")
    @Requires(Permission.PARTNER_MANAGE)
    String release(
            CurrentStaff staff, @PathVariable String number, @PathVariable String id, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return OutsidePages.back(known, bundles.release(staff, known, id, edition, null));
    }

    /**
     * The file. Asks for no edition: what leaves is what was looked at, or nothing does.
     *
     * @param passphrase the one the page showed beside the button; none for a file that is sealed to a key
     */
    @PostMapping("/cases/{number}/outside/bundle/{id}/file")
    @Requires(Permission.REFER)
    ResponseEntity<byte[]> file(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String passphrase) {
        return switch (bundles.file(staff, CaseAnswers.number(number), id, passphrase, null)) {
            case BundleDesk.Look.File made ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(made.file().mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(made.file().name(), StandardCharsets.US_ASCII)
                                        .build()
                                        .toString())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(made.file().content().toArray());
            case BundleDesk.Look.Page _ -> throw new ProblemException(Problem.CONFLICT);
            case BundleDesk.Look.Not not -> throw BundleController.refused(not.why());
        };
    }

    private static BundleDesk.Ticked ticked(
            List<String> fields, String format, String language, String name, String contact) {
        Set<Bundle.Field> chosen = EnumSet.noneOf(Bundle.Field.class);
        fields.forEach(field -> chosen.add(CaseAnswers.of(Bundle.Field.class, field)));
        try {
            return new BundleDesk.Ticked(chosen, CaseAnswers.of(Bundle.Format.class, format), language, name, contact);
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}

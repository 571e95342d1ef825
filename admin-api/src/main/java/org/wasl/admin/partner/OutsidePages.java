package org.wasl.admin.partner;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Consents;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.Bundle;
import org.wasl.admin.referral.DeskConsent;
import org.wasl.admin.referral.Referral;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** A case's way to others in the console: consents, referrals, what is handed over, transfer. */
@Controller
final class OutsidePages {
    private static final Set<String> TOLD = Set.of(
            "done",
            "waits",
            "overtaken",
            "no-consent",
            "another",
            "not-ready",
            "look-first",
            "owner-missing",
            "kept-apart",
            "too-many",
            "unknown-party",
            "nothing-asked",
            "not-yours",
            "wish",
            "refused");

    /** What can be asked for here; {@code referral} alone or for one partner. */
    private static final List<String> SCOPES = List.of(
            DeskConsent.REFERRAL,
            DeskConsent.TRANSFER,
            "words",
            "name",
            "open-contact",
            "visit",
            "contact",
            DeskConsent.FOLLOW_UP,
            "statistics");

    private final ReferralDesk referrals;
    private final TransferDesk transfers;
    private final BundleDesk bundles;
    private final PartnerDesk partners;
    private final OutsideReader reader;
    private final StaffDirectory directory;
    private final Clock clock;

    OutsidePages(
            ReferralDesk referrals,
            TransferDesk transfers,
            BundleDesk bundles,
            PartnerDesk partners,
            OutsideReader reader,
            StaffDirectory directory,
            Clock clock) {
        this.referrals = referrals;
        this.transfers = transfers;
        this.bundles = bundles;
        this.partners = partners;
        this.reader = reader;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/cases/{number}/outside")
    @Requires(Permission.CASE_READ)
    String page(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String told,
            Model model) {
        Case held = reader.read(staff, CaseAnswers.number(number));
        fill(staff, held, model);
        model.addAttribute("told", TOLD.contains(told) ? told : "");
        return "partner/outside";
    }

    private void fill(CurrentStaff staff, Case held, Model model) {
        model.addAttribute("held", held);
        model.addAttribute("self", staff.id());
        model.addAttribute("fits", reader.fits(held));
        model.addAttribute(
                "entries",
                partners.entries().stream()
                        .filter(entry -> !entry.partner().retired())
                        .toList());
        model.addAttribute("names", this);
        model.addAttribute("grounds", Basis.Ground.values());
        model.addAttribute("fields", Bundle.Field.values());
        model.addAttribute("formats", Bundle.Format.values());
        model.addAttribute("places", Governorate.values());
        model.addAttribute("spoken", ConsoleLanguage.values());
        model.addAttribute("now", clock.instant());
        model.addAttribute("offered", held.outside().offered().orElse(null));
        model.addAttribute("refers", staff.may(Permission.REFER) && ReferralDesk.working(held));
        model.addAttribute("asks", staff.may(Permission.CASE_REPLY) && !held.takenBack());
        model.addAttribute("gives", staff.may(Permission.CASE_ASSIGN) && ReferralDesk.working(held));
        model.addAttribute("releases", staff.may(Permission.PARTNER_MANAGE));
        model.addAttribute("scopes", SCOPES);
        model.addAttribute(
                "standing",
                SCOPES.stream()
                        .filter(scope -> Consents.standing(held, Set.of(scope)).isPresent())
                        .toList());
    }

    /** A colleague's name. Public for the page. */
    public String of(@Nullable StaffId id) {
        return id == null
                ? ""
                : directory.find(id).map(StaffMember::displayName).orElse(id.value());
    }

    /** A passphrase for one file, to be shown beside the button that makes it. Public for the page. */
    public String passphrase() {
        return bundles.passphrase();
    }

    /** How a partner is reached; {@code null} where nobody confirmed it. Public for the page. */
    public @Nullable PartnerContact contact(String id) {
        PartnerEntry entry = partners.find(id).orElse(null);
        return entry == null ? null : entry.partner().contact();
    }

    /** A partner's name in a language. Public for the page. */
    public String partner(String id, String language) {
        return partners.find(id)
                .map(entry -> entry.partner().profile().name(language))
                .orElse(id);
    }

    @PostMapping("/cases/{number}/outside/consent")
    @Requires(Permission.CASE_REPLY)
    String consent(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String scope,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam boolean granted,
            @RequestParam String text,
            @RequestParam String locale,
            @RequestParam String channel,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        String whole = scope.equals("referral") && !partner.isBlank() ? scope + ":" + partner : scope;
        return back(
                known,
                referrals.recordConsent(
                        staff, known, ReferralController.asked(whole, granted, text, locale, channel), edition, null));
    }

    @PostMapping("/cases/{number}/outside/referral")
    @Requires(Permission.REFER)
    String propose(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String partner,
            @RequestParam String asked,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, referrals.propose(staff, known, partner, asked, overriding(ground, reason), edition, null));
    }

    @PostMapping("/cases/{number}/outside/referral/{id}/confirmation")
    @Requires(Permission.REFER)
    String confirm(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam boolean agreed,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, referrals.confirm(staff, known, id, agreed, edition, null));
    }

    @PostMapping("/cases/{number}/outside/referral/{id}/dispatch")
    @Requires(Permission.REFER)
    String send(CurrentStaff staff, @PathVariable String number, @PathVariable String id, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, referrals.send(staff, known, id, edition, null));
    }

    @PostMapping("/cases/{number}/outside/referral/{id}/answer")
    @Requires(Permission.REFER)
    String answered(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String said,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        Referral.State state = CaseAnswers.of(Referral.State.class, outcome);
        return back(known, referrals.answered(staff, known, id, state, said, edition, null));
    }

    @PostMapping("/cases/{number}/outside/referral/{id}/withdrawal")
    @Requires(Permission.REFER)
    String withdraw(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, referrals.withdraw(staff, known, id, reason, edition, null));
    }

    @PostMapping("/cases/{number}/outside/referral/{id}/notice")
    @Requires(Permission.REFER)
    String told(CurrentStaff staff, @PathVariable String number, @PathVariable String id, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, referrals.told(staff, known, id, edition, null));
    }

    @PostMapping("/cases/{number}/outside/transfer")
    @Requires(Permission.CASE_ASSIGN)
    String offer(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam Governorate to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String why,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(
                known,
                transfers.offer(
                        staff, known, TransferController.to(to, unit), reason, overriding(ground, why), edition, null));
    }

    @PostMapping("/cases/{number}/outside/transfer/confirmation")
    @Requires(Permission.CASE_ASSIGN)
    String confirm(
            CurrentStaff staff, @PathVariable String number, @RequestParam boolean agreed, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, transfers.confirm(staff, known, agreed, edition, null));
    }

    @PostMapping("/cases/{number}/outside/transfer/revocation")
    @Requires(Permission.CASE_ASSIGN)
    String revoke(CurrentStaff staff, @PathVariable String number, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return back(known, transfers.revoke(staff, known, edition, null));
    }

    private static @Nullable Overriding overriding(String ground, String reason) {
        return ground.isBlank() ? null : new Overriding(CaseAnswers.of(Basis.Ground.class, ground), reason);
    }

    /** Back to this page, with what became of the decision. */
    static String back(CaseNumber number, CaseChange change) {
        return "redirect:/cases/" + number + "/outside?told=" + code(change);
    }

    private static String code(CaseChange change) {
        return switch (change) {
            case CaseChange.Done _ -> "done";
            case CaseChange.WaitsForSecond _ -> "waits";
            case CaseChange.Overtaken _ -> "overtaken";
            case CaseChange.Held _ -> "refused";
            case CaseChange.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseChange.Refused refused -> why(refused.why());
        };
    }

    /** Why not, as a page of this package says it. */
    static String why(CaseChange.Why why) {
        return switch (why) {
            case NO_CONSENT,
                    NOT_READY,
                    LOOK_FIRST,
                    OWNER_MISSING,
                    KEPT_APART,
                    TOO_MANY,
                    UNKNOWN_PARTY,
                    NOTHING_ASKED,
                    NOT_YOURS -> why.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case NEEDS_ANOTHER_PERSON -> "another";
            case WISH_NOT_MET -> "wish";
            default -> "refused";
        };
    }
}

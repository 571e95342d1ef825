package org.wasl.admin.officer;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** One's own tokens for programs. */
@Controller
final class TokenPages {
    private static final String PAGE = "officer/tokens";
    private static final String BACK = "redirect:/tokens";
    private static final int USUAL_DAYS = 30;

    private final TokenDesk desk;
    private final TokenSettings settings;
    private final Secrets secrets;
    private final Clock clock;

    TokenPages(TokenDesk desk, TokenSettings settings, Secrets secrets, Clock clock) {
        this.desk = desk;
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
    }

    @GetMapping("/tokens")
    @Requires(Permission.TOKEN_MANAGE)
    String page(CurrentStaff staff, Model model) {
        model.addAttribute("tokens", desk.own(staff));
        model.addAttribute("now", clock.instant());
        model.addAttribute("permissions", offered(staff));
        model.addAttribute(
                "governorates", staff.scope().governorates().stream().sorted().toList());
        model.addAttribute("longest", settings.longest().toDays());
        model.addAttribute("days", Math.min(USUAL_DAYS, settings.longest().toDays()));
        // A form sent twice makes one token.
        model.addAttribute("key", secrets.token());
        return PAGE;
    }

    private static List<Permission> offered(CurrentStaff staff) {
        return Program.MAY_HOLD.stream().filter(staff::may).toList();
    }

    /** The token is in this one answer and nowhere else. */
    @PostMapping("/tokens")
    @Requires(Permission.TOKEN_MANAGE)
    ModelAndView make(
            CurrentStaff staff,
            @RequestParam String label,
            @RequestParam(defaultValue = "") Set<Permission> may,
            @RequestParam(defaultValue = "") Set<Governorate> governorates,
            @RequestParam int days,
            @RequestParam String key,
            Model model) {
        TokenDesk.Made made = desk.make(staff, new TokenDesk.Wish(label, may, governorates, days), key);
        page(staff, model);
        return switch (made) {
            case TokenDesk.Made.Token token -> {
                model.addAttribute("secret", token.secret());
                model.addAttribute("made", token.token().label());
                yield new ModelAndView(PAGE, model.asMap(), HttpStatus.OK);
            }
            case TokenDesk.Made.Already _ -> told("already", HttpStatus.CONFLICT, model);
            case TokenDesk.Made.NotOne _ -> told("not-one", HttpStatus.UNPROCESSABLE_CONTENT, model);
            case TokenDesk.Made.TooMuch _ -> told("too-much", HttpStatus.FORBIDDEN, model);
            case TokenDesk.Made.TooMany _ -> told("too-many", HttpStatus.CONFLICT, model);
        };
    }

    @PostMapping("/tokens/{digest}/end")
    @Requires(Permission.TOKEN_MANAGE)
    String end(CurrentStaff staff, @PathVariable String digest) {
        if (!desk.revoke(staff, digest)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return BACK;
    }

    private static ModelAndView told(String mistake, HttpStatus status, Model model) {
        model.addAttribute("mistake", mistake);
        return new ModelAndView(PAGE, model.asMap(), status);
    }
}

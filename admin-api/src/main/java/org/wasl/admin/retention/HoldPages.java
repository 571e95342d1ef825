package org.wasl.admin.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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

/** Legal holds in the console. */
@Controller
@RequestMapping("/retention/holds")
final class HoldPages {
    private static final String BACK = "redirect:/retention/holds";

    private final HoldDesk holds;
    private final RetentionSettings settings;
    private final StaffDirectory directory;
    private final Clock clock;

    HoldPages(HoldDesk holds, RetentionSettings settings, StaffDirectory directory, Clock clock) {
        this.holds = holds;
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.RETENTION)
    String page(CurrentStaff staff, Model model) {
        LocalDate today = RetentionPages.today(clock);
        List<RetentionView.HoldResource> all =
                holds.all(staff).stream().map(RetentionView.HoldResource::of).toList();
        model.addAttribute("holds", all);
        model.addAttribute("today", today);
        model.addAttribute("latest", today.plus(settings.reviewWithin()));
        model.addAttribute("decides", staff.may(Permission.LEGAL_HOLD));
        model.addAttribute("mine", staff.id().value());
        model.addAttribute(
                "names",
                RetentionPages.names(
                        directory,
                        all.stream().flatMap(one -> Stream.of(one.askedBy(), one.agreedBy(), one.liftingBy()))));
        return "retention/holds";
    }

    @PostMapping
    @Requires(Permission.LEGAL_HOLD)
    String ask(
            CurrentStaff staff, @RequestParam String number, @RequestParam String reason, @RequestParam String review) {
        Answers.done(holds.ask(staff, Answers.number(number), reason.strip(), Answers.day(review)));
        return BACK;
    }

    @PostMapping("/{number}/decision")
    @Requires(Permission.LEGAL_HOLD)
    String settle(
            CurrentStaff staff, @PathVariable String number, @RequestParam boolean agreed, @RequestParam long version) {
        Answers.done(holds.settle(staff, Answers.number(number), agreed, version));
        return BACK;
    }

    @PostMapping("/{number}/lift")
    @Requires(Permission.LEGAL_HOLD)
    String lift(
            CurrentStaff staff, @PathVariable String number, @RequestParam String reason, @RequestParam long version) {
        Answers.done(holds.askLift(staff, Answers.number(number), reason.strip(), version));
        return BACK;
    }

    @PostMapping("/{number}/lift/decision")
    @Requires(Permission.LEGAL_HOLD)
    String settleLift(
            CurrentStaff staff, @PathVariable String number, @RequestParam boolean agreed, @RequestParam long version) {
        Answers.done(holds.settleLift(staff, Answers.number(number), agreed, version));
        return BACK;
    }

    @PostMapping("/{number}/review")
    @Requires(Permission.LEGAL_HOLD)
    String review(
            CurrentStaff staff, @PathVariable String number, @RequestParam String review, @RequestParam long version) {
        Answers.done(holds.review(staff, Answers.number(number), Answers.day(review), version));
        return BACK;
    }
}

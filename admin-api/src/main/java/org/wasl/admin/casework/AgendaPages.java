package org.wasl.admin.casework;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** What is to come on a case, from its page. */
@Controller
final class AgendaPages {
    /** What is typed into a date field is a time of the country the desk works in. */
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private final AgendaDesk agenda;
    private final ParkDesk parking;

    AgendaPages(AgendaDesk agenda, ParkDesk parking) {
        this.agenda = agenda;
        this.parking = parking;
    }

    @PostMapping("/cases/{number}/plan")
    @Requires(Permission.CASE_CLAIM)
    String plan(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String what,
            @RequestParam String due,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        NextAction.What planned = CaseAnswers.of(NextAction.What.class, what);
        return Told.redirect(
                known,
                agenda.plan(staff, known, planned, time(due).atZone(BAGHDAD).toInstant(), edition),
                "planned");
    }

    @PostMapping("/cases/{number}/park")
    @Requires(Permission.CASE_PARK)
    String park(
            CurrentStaff staff, @PathVariable String number, @RequestParam String reason, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, parking.park(staff, known, reason, edition, null), "parked");
    }

    @PostMapping("/cases/{number}/unpark")
    @Requires(Permission.CASE_CLAIM)
    String unpark(CurrentStaff staff, @PathVariable String number, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, parking.unpark(staff, known, edition), "unparked");
    }

    @PostMapping("/cases/{number}/follow-up")
    @Requires(Permission.CASE_CLAIM)
    String followUp(
            CurrentStaff staff, @PathVariable String number, @RequestParam String result, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        FollowUp.Result found = CaseAnswers.of(FollowUp.Result.class, result);
        return Told.redirect(known, agenda.followedUp(staff, known, found, edition, null), "followed-up");
    }

    private static LocalDateTime time(String sent) {
        try {
            return LocalDateTime.parse(sent);
        } catch (DateTimeParseException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}

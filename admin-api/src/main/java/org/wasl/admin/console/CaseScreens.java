package org.wasl.admin.console;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.CaseView;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.reply.ReplyDesk;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.triage.report.Level;

/** Puts what a case's page needs into its model. */
final class CaseScreens {
    /** What moves a case is shown; pages to single people and single deliveries stand elsewhere. */
    private static final int HISTORY = 40;

    /** What is chosen by hand; the others follow from claiming, assigning, closing, or from the citizen. */
    private static final Set<CaseStatus> MOVES = EnumSet.of(
            CaseStatus.IN_TRIAGE,
            CaseStatus.IN_REVIEW,
            CaseStatus.IN_PROGRESS,
            CaseStatus.AWAITING_REPORTER,
            CaseStatus.REFERRED,
            CaseStatus.FOLLOW_UP);

    private final ReplyDesk replies;
    private final StaffDirectory directory;
    private final Clock clock;

    CaseScreens(ReplyDesk replies, StaffDirectory directory, Clock clock) {
        this.clock = clock;
        this.replies = replies;
        this.directory = directory;
    }

    void fill(Model model, CurrentStaff staff, CaseView view, ConsoleLanguage reader) {
        Case held = view.held();
        List<ReportScreen> reports = held.reports().stream()
                .map(report -> ReportScreen.of(
                        held,
                        report,
                        replies.reach(held, report),
                        replies.firstMessage(report),
                        replies.reviewed(report),
                        reader))
                .toList();
        StaffId owner = held.handling().owner();
        boolean mine = staff.id().equals(owner);
        model.addAttribute("view", view);
        model.addAttribute("held", held);
        model.addAttribute("card", view.card());
        model.addAttribute("reports", reports);
        model.addAttribute("readers", view.readers());
        model.addAttribute("mine", mine);
        model.addAttribute("writes", replies.mayAnswer(staff, held));
        model.addAttribute("paged", Paged.of(held, this::name));
        Instant now = clock.instant();
        boolean taken = held.contact().takenOver(now);
        model.addAttribute("speaking", taken && staff.id().equals(held.contact().takenOverBy()));
        model.addAttribute(
                "otherSpeaks", taken && !staff.id().equals(held.contact().takenOverBy()));
        model.addAttribute("doubted", held.events().stream().anyMatch(event -> event.kind() == CaseEvent.Kind.DOUBTED));
        model.addAttribute(
                "claimable",
                (!mine || held.needsAcknowledgement()) && (mine || view.wish().mayTake()));
        model.addAttribute("raisable", raisable(held));
        decisions(model, staff, view);
        model.addAttribute("events", events(held));
        model.addAttribute("names", names(held));
        model.addAttribute("readAt", now.toEpochMilli());
    }

    /** What others did since a page was read, the latest first: what somebody has to see before they send again. */
    static List<CaseEvent> meanwhile(Case held, CurrentStaff staff, Instant read) {
        return held.events().reversed().stream()
                .filter(event -> event.at().isAfter(read))
                .filter(event -> !event.by().equals(staff.id().value()))
                .map(CaseScreens::shown)
                .toList();
    }

    /** What may be decided from here, so that no button leads to a refusal. */
    private void decisions(Model model, CurrentStaff staff, CaseView view) {
        Case held = view.held();
        model.addAttribute("lowerable", lowerable(held.effectiveLevel()));
        model.addAttribute(
                "moves", view.next().stream().filter(MOVES::contains).sorted().toList());
        model.addAttribute(
                "meetable",
                view.next().contains(CaseStatus.IN_REVIEW)
                        || held.status() == CaseStatus.ACKED
                                && !held.effectiveLevel().urgent());
        model.addAttribute("closable", view.next().contains(CaseStatus.CLOSED));
        Handling.LoweringRequest asked = held.handling().lowering();
        if (asked != null) {
            model.addAttribute("loweringBy", name(asked.by().value()));
            model.addAttribute("loweringReason", HiddenDirections.removed(asked.reason()));
            model.addAttribute(
                    "confirms", staff.may(Permission.LEVEL_LOWER) && !asked.by().equals(staff.id()));
        }
    }

    private static List<Level> lowerable(Level present) {
        return List.of(Level.values()).subList(present.ordinal() + 1, Level.values().length);
    }

    /** What is only suspected can be confirmed at its own level. */
    private static List<Level> raisable(Case held) {
        int present = held.effectiveLevel().ordinal();
        return List.of(Level.values()).subList(0, held.level().toConfirm() ? present + 1 : present);
    }

    private static List<CaseEvent> events(Case held) {
        List<CaseEvent> events = held.events();
        return events.subList(Math.max(0, events.size() - HISTORY), events.size()).reversed().stream()
                .map(CaseScreens::shown)
                .toList();
    }

    /** Staff's words come from wherever they were copied. */
    private static CaseEvent shown(CaseEvent event) {
        String text = event.text();
        return text == null
                ? event
                : new CaseEvent(event.kind(), event.at(), event.by(), HiddenDirections.removed(text), event.once());
    }

    private Map<String, String> names(Case held) {
        return held.events().stream()
                .map(CaseEvent::by)
                .distinct()
                .filter(by -> by.matches("[0-9a-f]{32}"))
                .collect(Collectors.toMap(Function.identity(), this::name));
    }

    private String name(String staffId) {
        return directory
                .find(new StaffId(staffId))
                .map(StaffMember::displayName)
                .orElse("");
    }
}

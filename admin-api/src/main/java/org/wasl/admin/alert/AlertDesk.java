package org.wasl.admin.alert;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.reply.NoticeDrop;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.report.Level;

/**
 * Calls people to cases that wait for somebody.
 *
 * <p>Level-triggered: what is due is read off the cases again and again, so a crash can delay an alert by seconds and
 * never lose it. A page is written into its case before it leaves; when it could not leave, or nobody knows, it leaves
 * again, so a person may get one twice.
 */
public final class AlertDesk {
    private static final Logger log = LoggerFactory.getLogger(AlertDesk.class);
    private static final int ONCE_BYTES = 16;

    private final CaseBook book;
    private final Ladder ladder;
    private final StaffDirectory directory;
    private final NoticeDrop notices;
    private final AuditTrail trail;
    private final AlertSettings settings;
    private final Clock clock;
    private final SecureRandom random;
    private volatile long unreached;

    AlertDesk(
            CaseBook book,
            Ladder ladder,
            StaffDirectory directory,
            NoticeDrop notices,
            AuditTrail trail,
            AlertSettings settings,
            Clock clock,
            SecureRandom random) {
        this.book = book;
        this.ladder = ladder;
        this.directory = directory;
        this.notices = notices;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** Cases at the last look that needed somebody while nobody was there to be paged. */
    public long unreached() {
        return unreached;
    }

    /** An officer's account was linked with a one-time code. */
    public void linked(IntakeEntry.OfficerLinked linked) {
        if (!directory.link(linked.linkCode(), linked.officerLink(), linked.capsule())) {
            log.warn("a link code was wrong, used or too old");
        }
    }

    /**
     * An officer tapped "seen". Counts once for each alert and officer, with the value the desk made for it; it holds the
     * next page for a while and acknowledges nothing.
     */
    public boolean seen(IntakeEntry.Seen seen) {
        StaffId staff = directory.linkedTo(seen.officerLink()).orElse(null);
        HotCase held = staff == null ? null : paged(staff, seen.onceValue()).orElse(null);
        if (staff == null || held == null) {
            log.warn("a \"seen\" came that belongs to no page");
            return false;
        }
        Instant now = clock.instant();
        boolean[] counted = {false};
        book.change(held.number(), found -> {
            Page page = page(found.pages(), staff, seen.onceValue()).orElse(null);
            boolean before = page != null
                    && found.pages().stream()
                            .anyMatch(other -> other.seen() != null
                                    && other.staff().equals(staff)
                                    && other.alertFrom().equals(page.alertFrom()));
            counted[0] = page != null && !before;
            if (page == null || before) {
                return found;
            }
            return with(found, page, page.seenAt(now))
                    .happened(CaseEvent.Kind.PAGE_SEEN, now, staff.value(), null)
                    .audited(trail.done(
                            staff.value(), Act.ALERT_SEEN, found.number().value()));
        });
        return counted[0];
    }

    /** Looks at every open case once and pages whom it has to. */
    void sweep() {
        Instant now = clock.instant();
        List<HotCase> waiting = book.hot().stream()
                .filter(held -> held.needsAcknowledgement() || unsent(held))
                .toList();
        if (waiting.isEmpty()) {
            unreached = 0;
            return;
        }
        List<StaffMember> onDuty = directory.onDuty();
        Map<StaffId, Long> load = load();
        long nobody = 0;
        for (HotCase held : waiting) {
            Optional<Ladder.Due> due = ladder.due(held, onDuty, load, now);
            if (due.isPresent() && !due.get().staff().isEmpty()) {
                page(held, due.get(), now);
                due.get().staff().forEach(staff -> load.merge(staff, 1L, Long::sum));
            } else if (due.isPresent()) {
                nobody++;
            }
            resend(held, now);
        }
        unreached = nobody;
    }

    private void page(HotCase held, Ladder.Due due, Instant now) {
        List<Page> pages = new ArrayList<>();
        for (StaffId staff : due.staff()) {
            pages.add(new Page(held.clockFrom(), due.rung(), staff, Page.Way.CONSOLE, now, null, now, null));
            if (directory.linkOf(staff).isPresent() && !calm(held, due.rung(), staff, now)) {
                pages.add(new Page(
                        held.clockFrom(), due.rung(), staff, Page.Way.MESSENGER, now, onceValue(), null, null));
            }
        }
        boolean[] ours = {false};
        book.change(held.number(), found -> {
            boolean still = found.needsAcknowledgement()
                    && found.clockFrom().equals(held.clockFrom())
                    && found.pages().stream()
                            .filter(page -> page.alertFrom().equals(held.clockFrom()))
                            .noneMatch(page -> page.rung() >= due.rung());
            ours[0] = still;
            return still ? paged(found, pages, due, now) : found;
        });
        if (ours[0]) {
            pages.stream().filter(page -> page.way() == Page.Way.MESSENGER).forEach(page -> send(held.number(), page));
        }
    }

    private Case paged(Case found, List<Page> pages, Ladder.Due due, Instant now) {
        List<Page> all = new ArrayList<>(found.pages());
        all.addAll(pages);
        String whom = due.staff().stream().map(StaffId::value).collect(Collectors.joining(","));
        Act act = due.rung() == 0 ? Act.ALERT_RAISED : Act.ALERT_ESCALATED;
        return found.paged(all)
                .happened(CaseEvent.Kind.PAGED, now, AuditEntry.SYSTEM, due.rung() + ":" + whom)
                .audited(trail.done(AuditEntry.SYSTEM, act, found.number().value()));
    }

    private void resend(HotCase held, Instant now) {
        for (Page page : held.pages()) {
            boolean due = page.sent() == null
                    && held.needsAcknowledgement()
                    && page.alertFrom().equals(held.clockFrom())
                    && !now.isBefore(page.at().plus(settings.resend()));
            if (due) {
                send(held.number(), page);
            }
        }
    }

    private void send(CaseNumber number, Page page) {
        StaffDirectory.OfficerLink link = directory.linkOf(page.staff()).orElse(null);
        String once = page.onceValue();
        if (link == null || once == null) {
            return;
        }
        try {
            DeskNotice notice =
                    new DeskNotice.OfficerAlert(link.officerLink(), link.capsule(), once, settings.console());
            if (notices.drop(notice) == NoticeDrop.Outcome.DROPPED) {
                Instant now = clock.instant();
                book.change(
                        number,
                        found -> page(found.pages(), page.staff(), once)
                                .filter(sent -> sent.sent() == null)
                                .map(sent -> with(found, sent, sent.sentAt(now)))
                                .orElse(found));
            }
        } catch (RuntimeException away) {
            // Left unsent: the next look tries again.
            log.warn("an alert could not be handed on: {}", away.getClass().getSimpleName());
        }
    }

    /** Above the supervisors one page for each person and while is enough, except for an L1. */
    private boolean calm(HotCase held, int rung, StaffId staff, Instant now) {
        if (held.level() == Level.L1_IMMEDIATE || rung < 2) {
            return false;
        }
        return book.hot().stream()
                .flatMap(other -> other.pages().stream())
                .anyMatch(page -> page.staff().equals(staff)
                        && page.way() == Page.Way.MESSENGER
                        && now.isBefore(page.at().plus(settings.calm())));
    }

    private Map<StaffId, Long> load() {
        Map<StaffId, Long> load = new java.util.HashMap<>();
        for (HotCase held : book.hot()) {
            StaffId owner = held.owner();
            if (owner != null) {
                load.merge(owner, 1L, Long::sum);
            }
        }
        return load;
    }

    private Optional<HotCase> paged(StaffId staff, String onceValue) {
        return book.hot().stream()
                .filter(held -> page(held.pages(), staff, onceValue).isPresent())
                .findFirst();
    }

    private static boolean unsent(HotCase held) {
        return held.pages().stream().anyMatch(page -> page.sent() == null);
    }

    private static Optional<Page> page(List<Page> pages, StaffId staff, @Nullable String onceValue) {
        return pages.stream()
                .filter(page -> page.staff().equals(staff)
                        && page.onceValue() != null
                        && page.onceValue().equals(onceValue))
                .findFirst();
    }

    private static Case with(Case held, Page old, Page next) {
        return held.paged(held.pages().stream()
                .map(page -> page.equals(old) ? next : page)
                .toList());
    }

    private String onceValue() {
        byte[] value = new byte[ONCE_BYTES];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}

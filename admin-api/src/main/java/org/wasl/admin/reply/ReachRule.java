package org.wasl.admin.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.Contact;

/** When the desk may write. The bot holds its own, stricter rule and has the last word. */
final class ReachRule {
    private static final int HALF_HOURS_OF_A_DAY = 48;
    private static final Duration STEP = Duration.ofMinutes(30);

    private final ReplySettings settings;

    ReachRule(ReplySettings settings) {
        this.settings = settings;
    }

    Reach reach(Case held, CaseReport report, Instant now) {
        if (held.takenBack()) {
            return new Reach(Reach.State.WITHDRAWN, null);
        }
        if (!held.status().open()) {
            return new Reach(Reach.State.CLOSED, null);
        }
        if (report.mailbox() == null) {
            return new Reach(Reach.State.NO_MAILBOX, null);
        }
        if (inChat(held.contact(), now)) {
            return new Reach(Reach.State.IN_CHAT, null);
        }
        List<String> windows = report.windows();
        if (windows.isEmpty()) {
            return new Reach(Reach.State.WAITS, null);
        }
        return open(windows, now)
                ? new Reach(Reach.State.WINDOW_OPEN, null)
                : new Reach(Reach.State.WINDOW_CLOSED, opens(windows, now));
    }

    private boolean inChat(Contact contact, Instant now) {
        Instant at = contact.at();
        return contact.inChat() && at != null && now.isBefore(at.plus(settings.presentFor()));
    }

    /** A window of a name this version does not know is never open: silence is the safe side. */
    private static boolean open(List<String> windows, Instant at) {
        ZonedDateTime there = at.atZone(ReplySettings.BAGHDAD);
        return windows.stream().anyMatch(window -> {
            ReplySettings.DayPart part = ReplySettings.DAY_PARTS.get(window);
            return part != null && part.holds(there.toLocalTime());
        });
    }

    private static @org.jspecify.annotations.Nullable Instant opens(List<String> windows, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.HOURS);
        for (int i = 0; i <= HALF_HOURS_OF_A_DAY; i++, at = at.plus(STEP)) {
            if (at.isAfter(now) && open(windows, at)) {
                return at;
            }
        }
        return null;
    }
}

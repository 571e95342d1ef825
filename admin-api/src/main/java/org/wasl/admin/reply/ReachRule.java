package org.wasl.admin.reply;

import java.time.Instant;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.Contact;
import org.wasl.triage.intake.ContactWindows;

/** When the desk may write. The bot holds its own, stricter rule and has the last word. */
final class ReachRule {
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
        if (report.windows().isEmpty()) {
            return new Reach(Reach.State.WAITS, null);
        }
        // A window of a name this version does not know is never open: silence is the safe side.
        ContactWindows windows = ContactWindows.read(report.windows());
        return windows.open(now)
                ? new Reach(Reach.State.WINDOW_OPEN, null)
                : new Reach(Reach.State.WINDOW_CLOSED, windows.opens(now).orElse(null));
    }

    private boolean inChat(Contact contact, Instant now) {
        Instant at = contact.at();
        return contact.inChat() && at != null && now.isBefore(at.plus(settings.presentFor()));
    }
}

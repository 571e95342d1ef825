package org.wasl.admin.alert;

import java.time.Duration;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.reply.NoticeDrop;
import org.wasl.triage.intake.DeskNotice;

/** The officers' own bot: a sealed notice for the bot node, which alone knows which account was linked. */
final class MessengerChannel implements AlertChannel {
    /** The notice waits in a stream of our own: after so many the bot node is away for long. */
    private static final int TRIES = 12;

    private final StaffDirectory directory;
    private final NoticeDrop notices;
    private final AlertSettings settings;

    MessengerChannel(StaffDirectory directory, NoticeDrop notices, AlertSettings settings) {
        this.directory = directory;
        this.notices = notices;
        this.settings = settings;
    }

    @Override
    public Page.Way way() {
        return Page.Way.MESSENGER;
    }

    @Override
    public boolean reaches(StaffId staff) {
        return directory.linkOf(staff).isPresent();
    }

    @Override
    public boolean slow() {
        return false;
    }

    @Override
    public Handover hand(Alert alert) {
        StaffDirectory.OfficerLink link = directory.linkOf(alert.to()).orElse(null);
        if (link == null) {
            return new Handover.NoAddress();
        }
        try {
            NoticeDrop.Outcome left = notices.drop(new DeskNotice.OfficerAlert(
                    link.officerLink(), link.capsule(), alert.onceValue(), settings.console()));
            return left == NoticeDrop.Outcome.DROPPED ? new Handover.Handed() : new Handover.NotNow(Page.Why.BOT_AWAY);
        } catch (RuntimeException away) {
            return new Handover.NotNow(Page.Why.STORE_AWAY);
        }
    }

    @Override
    public Duration pause(int tries) {
        return settings.resend();
    }

    @Override
    public int tries() {
        return TRIES;
    }
}

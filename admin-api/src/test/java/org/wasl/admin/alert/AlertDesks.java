package org.wasl.admin.alert;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.casework.ActClocks;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.reply.NoticeDrop;

/** Alert desks on a node's cases, with ways out as a test wants them. */
final class AlertDesks {
    private AlertDesks() {}

    /** With the officers' bot alone, behind another drop than the node's. */
    static AlertDesk over(DeskRig rig, ApplicationContext node, NoticeDrop notices) {
        return over(rig, node, List.of(new MessengerChannel(rig.staff, notices, node.getBean(AlertSettings.class))));
    }

    static AlertDesk over(DeskRig rig, ApplicationContext node, List<AlertChannel> channels) {
        return over(rig, node, channels, staff -> AlertPreference.NONE);
    }

    static AlertDesk over(
            DeskRig rig,
            ApplicationContext node,
            List<AlertChannel> channels,
            Function<StaffId, AlertPreference> preferences) {
        CaseBook book = node.getBean(CaseBook.class);
        OnceValues once = new OnceValues(new SecureRandom());
        return new AlertDesk(
                book,
                new Ladder(LadderSettings.DEFAULTS, Duration.ofMinutes(2)),
                new ActLadder(new ActClocks(CaseworkSettings.DEFAULTS), LadderSettings.DEFAULTS),
                new VisitLadder(LadderSettings.DEFAULTS, rig.staff),
                new Rosters(rig.staff, node.getBean(DutyTests.class), book),
                new AlertDelivery(
                        book,
                        new AlertWays(channels, preferences, staff -> true),
                        new AlertHealth(channels),
                        once,
                        Runnable::run,
                        rig.clock),
                AlertSettings.DEFAULTS.calm(),
                once,
                rig.staff,
                node.getBean(DutyTests.class),
                rig.trail,
                rig.clock);
    }
}

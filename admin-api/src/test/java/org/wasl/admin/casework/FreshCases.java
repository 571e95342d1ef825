package org.wasl.admin.casework;

import java.security.SecureRandom;
import java.time.Duration;
import org.wasl.admin.FiledReports;
import org.wasl.admin.MovableClock;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.Staffing;
import org.wasl.triage.intake.FiledReport;

/** Cases as they come to be and grow, without a store. The desk says what the bot said. */
final class FreshCases {
    final MovableClock clock = new MovableClock(FiledReports.MORNING);
    private FiledReport latest = FiledReports.aFiledReport().build();
    final Staffing staff = new Staffing();
    private final CaseGrowth growth = new CaseGrowth(
            report -> latest.assessment(),
            new RecordingTrail(clock),
            new StaffNames(staff),
            Duration.ofDays(90),
            clock);

    Case opened(FiledReports filed) {
        latest = filed.build();
        return growth.fresh(CaseNumber.random(new SecureRandom()), arrival(latest));
    }

    Case grown(Case held, FiledReports filed) {
        latest = filed.build();
        Arrival arrival = arrival(latest);
        CaseReport before = held.leading();
        return growth.added(held, before, arrival.addedTo(before), arrival, CaseEvent.Kind.REPORT_ADDED);
    }

    private static Arrival arrival(FiledReport filed) {
        ReportPart part = new ReportPart(
                filed.sequence(),
                "digest " + filed.sequence(),
                filed.unconfirmed(),
                false,
                filed.at(),
                filed.story(),
                filed.lines(),
                filed.facts(),
                filed.assessment(),
                filed.consents(),
                filed.attachments(),
                filed.evidence());
        return new Arrival(
                filed.id(),
                filed.locale(),
                filed.channel(),
                filed.drill(),
                part,
                filed.mailbox(),
                filed.capsule(),
                filed.mark(),
                filed.windows(),
                null);
    }
}

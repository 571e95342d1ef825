package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Line;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;

/** Cases that are nobody's: made by the desk to run its own ladder, in no queue and in no count. */
public final class DrillCases {
    /** Read by whoever opens it. In every language of the desk, since nobody chose one. */
    static final String STORY = "هذا تدريب، لا أحد في خطر. ئەمە ڕاهێنانە، کەس لە مەترسیدا نییە. "
            + "ئەڤە ڕاهێنانە، کەس د مەترسیێ دا نینە. This is a drill; nobody is in danger.";

    private static final String CHANNEL = "drill";

    private final CaseBook book;
    private final CaseIntake intake;
    private final AuditTrail trail;
    private final Clock clock;

    DrillCases(CaseBook book, CaseIntake intake, AuditTrail trail, Clock clock) {
        this.book = book;
        this.intake = intake;
        this.trail = trail;
        this.clock = clock;
    }

    /** An L1 by the ordinary way in. The same id again is the same drill. */
    public CaseNumber open(IntakeId id) {
        Instant now = clock.instant();
        intake.receive(
                new FiledReport(
                        id,
                        0,
                        false,
                        true,
                        now,
                        "ar-IQ",
                        CHANNEL,
                        STORY,
                        List.of(new Line(Line.Speaker.BOT, STORY, null, now)),
                        Facts.NONE,
                        assessment(),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        DigitalEvidence.NONE),
                CHANNEL);
        return book.caseOf(id).orElseThrow();
    }

    /** Ends a drill; its pages and times stay in it. Does nothing to a real case. */
    public void end(CaseNumber number) {
        Instant now = clock.instant();
        book.change(
                number,
                held -> held.drill() && held.status().open()
                        ? held.handled(held.handling().in(CaseStatus.CLOSED))
                                .edited()
                                .happened(CaseEvent.Kind.CLOSED, now, CaseEvent.SYSTEM, CHANNEL)
                                .audited(trail.done(AuditEntry.SYSTEM, Act.CASE_CLOSED, number.value()))
                        : held);
    }

    private static Assessment assessment() {
        return new Assessment(
                Language.OTHER,
                Category.NONE,
                List.of(),
                Level.L1_IMMEDIATE,
                0,
                false,
                false,
                Facts.NONE,
                List.of(),
                List.of(),
                Set.of(),
                CHANNEL,
                CHANNEL);
    }
}

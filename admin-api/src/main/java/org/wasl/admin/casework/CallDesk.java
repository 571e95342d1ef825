package org.wasl.admin.casework;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Limits;
import org.wasl.triage.intake.Line;
import org.wasl.triage.report.Fact;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/**
 * Where telephone calls and people at the desk become cases: the same triage, the same clocks, the same queue and the
 * same ladder as what is written in the chat. Whoever entered it may read it and claims it like anybody else, so that an
 * L1 told on the telephone still calls out an officer.
 */
final class CallDesk {
    private static final String FORM = "call/1";

    private final CaseIntake intake;
    private final CaseBook book;
    private final CaseReader reader;
    private final AuditTrail trail;
    private final Clock clock;

    CallDesk(CaseIntake intake, CaseBook book, CaseReader reader, AuditTrail trail, Clock clock) {
        this.intake = intake;
        this.book = book;
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Enters what was told. Durable when it returns.
     *
     * @param key the caller's own key for this one act: the same key never makes a second case
     */
    public CallOutcome enter(CurrentStaff staff, Call call, String key) {
        if (!staff.may(Permission.CALL_ENTER)) {
            trail.append(trail.refused(staff.id().value(), Act.CALL_ENTERED, "call"));
            return new CallOutcome.Refused(CallOutcome.Why.NOT_ALLOWED);
        }
        if (call.words().isBlank() && call.facts().isEmpty()) {
            return new CallOutcome.Refused(CallOutcome.Why.EMPTY);
        }
        if (call.words().getBytes(StandardCharsets.UTF_8).length > Limits.LINE) {
            return new CallOutcome.Refused(CallOutcome.Why.TOO_LONG);
        }
        IntakeId id = id(staff, key);
        String digest = digest(call);
        return book.caseOf(id)
                .flatMap(book::read)
                .map(held -> again(staff, held, id, digest))
                .orElseGet(() -> {
                    CaseIntake.Outcome outcome = intake.receive(arrival(id, staff, call, digest));
                    if (outcome == CaseIntake.Outcome.TOO_LARGE) {
                        return new CallOutcome.Refused(CallOutcome.Why.TOO_LONG);
                    }
                    return new CallOutcome.Entered(
                            reader.view(
                                    staff, book.caseOf(id).flatMap(book::read).orElseThrow()),
                            false);
                });
    }

    private CallOutcome again(CurrentStaff staff, Case held, IntakeId id, String digest) {
        boolean same = held.report(id).filter(report -> report.holds(0, digest)).isPresent();
        return same
                ? new CallOutcome.Entered(reader.view(staff, held), true)
                : new CallOutcome.Refused(CallOutcome.Why.KEY_REUSED);
    }

    private Arrival arrival(IntakeId id, CurrentStaff staff, Call call, String digest) {
        Instant now = clock.instant();
        ReportPart part = new ReportPart(
                0,
                digest,
                false,
                false,
                now,
                call.words(),
                call.words().isBlank() ? List.of() : List.of(new Line(Line.Speaker.CITIZEN, call.words(), null, now)),
                call.facts(),
                null,
                List.of(new Consent(
                        "report",
                        call.agreed(),
                        FORM,
                        call.locale(),
                        now,
                        call.channel().wire())),
                List.of(),
                DigitalEvidence.NONE);
        return new Arrival(
                id, call.locale(), call.channel().wire(), false, part, null, null, null, List.of(), staff.id());
    }

    private static IntakeId id(CurrentStaff staff, String key) {
        return new IntakeId(Digest.of(Bytes.ofUtf8("wasl/call/v1\n" + staff.id().value() + "\n" + key))
                .toHex()
                .substring(0, 32));
    }

    private static String digest(Call call) {
        StringBuilder told = new StringBuilder(call.channel() + "\n" + call.locale() + "\n" + call.agreed() + "\n");
        for (Fact fact : call.facts()) {
            told.append(fact.key())
                    .append('=')
                    .append(fact.truth())
                    .append(' ')
                    .append(fact.detail())
                    .append('\n');
        }
        return Digest.of(Bytes.ofUtf8(told + call.words())).toHex();
    }
}

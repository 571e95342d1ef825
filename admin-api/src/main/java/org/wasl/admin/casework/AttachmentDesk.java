package org.wasl.admin.casework;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.AuditUnavailableException;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.picture.Untaken;
import org.wasl.admin.picture.WorkingCopies;
import org.wasl.admin.picture.WorkingCopy;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentOpener;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.AttachmentSeal;
import org.wasl.triage.report.Level;

/**
 * Where staff listen and look, and say what they heard. Whoever may read the case may listen; a picture opens to those
 * who work on the case, as a copy drawn anew, and to nobody where a child is concerned. Every single time is in the
 * chain before the first byte leaves, and where it cannot be, nothing is played: the words of the case are open all the
 * same.
 */
final class AttachmentDesk {
    /** Of a staff id, on a picture: enough to tell colleagues apart. */
    private static final int STAMPED = 8;

    private final CaseBook book;
    private final CaseAccess access;
    private final CaseDecisions decisions;
    private final AttachmentStore store;
    private final AttachmentOpener opener;
    private final WorkingCopies copies;
    private final AuditTrail trail;
    private final Clock clock;

    AttachmentDesk(
            CaseBook book,
            CaseAccess access,
            CaseDecisions decisions,
            AttachmentStore store,
            AttachmentOpener opener,
            WorkingCopies copies,
            AuditTrail trail,
            Clock clock) {
        this.book = book;
        this.access = access;
        this.decisions = decisions;
        this.store = store;
        this.opener = opener;
        this.copies = copies;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens a recording that is here, where the case's rules allow it. Recorded before it returns. */
    AttachmentReading open(CurrentStaff staff, CaseNumber number, AttachmentId id) {
        Case held = book.read(number).orElse(null);
        if (held == null) {
            return new AttachmentReading.Missing();
        }
        boolean allowed = access.decide(staff, held).readable();
        if (!recorded(staff, number, id, allowed)) {
            return new AttachmentReading.NotAuditable();
        }
        if (!allowed) {
            return shut(staff, held);
        }
        Found found = found(held, id);
        if (found == null) {
            return new AttachmentReading.Missing();
        }
        store.played(staff.id(), id.value());
        return new AttachmentReading.Opened(found.kind(), found.seal().size(), () -> content(found, id));
    }

    /** A copy of a picture to look at, with who looks and when written over it. Recorded before it returns. */
    AttachmentReading look(CurrentStaff staff, CaseNumber number, AttachmentId id) {
        Case held = book.read(number).orElse(null);
        if (held == null) {
            return new AttachmentReading.Missing();
        }
        boolean allowed = access.decide(staff, held).readable()
                && held.handling().team().contains(staff.id())
                && held.reports().stream().noneMatch(CaseReport::picturesShut);
        if (!recorded(staff, number, id, allowed)) {
            return new AttachmentReading.NotAuditable();
        }
        if (!allowed) {
            return shut(staff, held);
        }
        Found found = found(held, id);
        if (found == null || found.kind() != AttachmentPromise.Kind.PICTURE) {
            return new AttachmentReading.Missing();
        }
        return drawn(found, id, stamp(staff, number));
    }

    private AttachmentReading shut(CurrentStaff staff, Case held) {
        return access.hides(staff, held) ? new AttachmentReading.Missing() : new AttachmentReading.Closed();
    }

    private AttachmentReading drawn(Found found, AttachmentId id, String stamp) {
        try {
            return switch (copies.of(content(found, id), stamp)) {
                case WorkingCopy.Ready ready -> new AttachmentReading.Drawn(ready.media(), ready.bytes());
                case WorkingCopy.None none -> new AttachmentReading.NotDrawn(none.why());
            };
        } catch (IOException broken) {
            return new AttachmentReading.NotDrawn(Untaken.NOT_WHOLE);
        }
    }

    private String stamp(CurrentStaff staff, CaseNumber number) {
        return staff.id().value().substring(0, STAMPED) + " " + number.value() + " "
                + clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * Says that a voice note was heard and how urgent it is. Only who played it can; one that did not arrive can be
     * settled unheard. Once none is left the case is as urgent as its words and what was heard say, the gravest of them.
     *
     * @param what in a few words, for colleagues who need not listen again
     */
    CaseChange heard(
            CurrentStaff staff, CaseNumber number, AttachmentId id, Level level, String what, @Nullable Long edition) {
        boolean played = store.hasPlayed(staff.id(), id.value());
        return decisions.decideWithReason(staff, number, edition, Permission.LEVEL_RAISE, what, (held, now) -> {
            CaseReport report = reportOf(held, id).orElse(null);
            AttachmentNews news = report == null ? null : report.newsOf(id);
            Attachment one = report == null ? null : only(report, id);
            if (report == null || news == null || one == null || one.kind() != AttachmentPromise.Kind.VOICE) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            if (!played && one.state() == Attachment.State.HERE) {
                return Step.no(CaseChange.Why.PLAY_FIRST);
            }
            if (one.heard() != null) {
                return Step.to(held);
            }
            Case after = Hearing.after(
                    held.reporting(report.with(news.heardBy(new AttachmentLook(staff.id(), now, level)))),
                    what,
                    staff.id(),
                    now);
            return Step.to(after, CaseEvent.Kind.VOICE_HEARD, level.wire() + ": " + what, act(held, after));
        });
    }

    private static Act act(Case before, Case after) {
        int change = after.effectiveLevel().compareTo(before.effectiveLevel());
        return change == 0 ? Act.CASE_CHANGED : change < 0 ? Act.LEVEL_RAISED : Act.LEVEL_LOWERED;
    }

    /**
     * Says that what was looked at may show the abuse of a child. From then on no picture of the case opens to anybody,
     * and the case is L2 at least. Whoever may read the case may say it, whatever edition it has by now.
     */
    CaseChange flag(CurrentStaff staff, CaseNumber number, AttachmentId id) {
        return decisions.decide(staff, number, null, Permission.CASE_READ, (held, now) -> {
            CaseReport report = reportOf(held, id).orElse(null);
            AttachmentNews news = report == null ? null : report.newsOf(id);
            if (report == null || news == null) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            if (news.flagged() != null) {
                return Step.to(held);
            }
            CaseLevel level = held.level().machineSays(Level.L2_EMERGENT, false);
            boolean raised = level.effective().compareTo(held.effectiveLevel()) < 0;
            return Step.to(
                    held.reporting(report.with(news.flaggedBy(new AttachmentLook(staff.id(), now, null))))
                            .levelled(level, raised ? now : held.clockFrom()),
                    CaseEvent.Kind.ATTACHMENT_FLAGGED,
                    null,
                    raised ? Act.LEVEL_RAISED : Act.CASE_CHANGED);
        });
    }

    /** {@code false} where the chain cannot be written, so that nobody could tell afterwards who listened. */
    private boolean recorded(CurrentStaff staff, CaseNumber number, AttachmentId id, boolean allowed) {
        String subject = number.value() + "/" + id.value();
        try {
            trail.append(
                    allowed
                            ? trail.done(staff.id().value(), Act.ATTACHMENT_OPENED, subject)
                            : trail.refused(staff.id().value(), Act.ATTACHMENT_OPENED, subject));
            return true;
        } catch (AuditUnavailableException closed) {
            return false;
        }
    }

    private record Found(AttachmentPromise.Kind kind, AttachmentSeal seal) {}

    private static @Nullable Found found(Case held, AttachmentId id) {
        CaseReport report = reportOf(held, id).orElse(null);
        AttachmentNews news = report == null ? null : report.newsOf(id);
        AttachmentSeal seal = news == null ? null : news.seal();
        Attachment one = report == null ? null : only(report, id);
        return seal == null || one == null || one.state() != Attachment.State.HERE ? null : new Found(one.kind(), seal);
    }

    private static Optional<CaseReport> reportOf(Case held, AttachmentId id) {
        return held.reports().stream()
                .filter(report -> only(report, id) != null)
                .findFirst();
    }

    private static @Nullable Attachment only(CaseReport report, AttachmentId id) {
        return report.attachments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private InputStream content(Found found, AttachmentId id) throws IOException {
        return opener.open(found.seal(), id, index -> store.chunk(found.seal().blob(), index));
    }
}

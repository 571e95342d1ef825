package org.wasl.admin.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.report.Level;

/**
 * What a case's level is once people have listened. A voice note nobody heard holds a case at L2, because it may say
 * anything; that is a place kept free for a human's word and no finding. Once all are heard the words, the facts and
 * what was heard count, and the gravest of them. Whatever else made it urgent stays.
 */
final class Hearing {
    private Hearing() {}

    /** The case after one more was heard, by somebody who says how urgent it is. */
    static Case after(Case heard, String what, StaffId by, Instant now) {
        CaseLevel level = unheard(heard) ? heard.level() : settled(heard);
        Level gravest = gravest(heard).orElse(Level.L5_ADVICE);
        boolean raises = gravest.compareTo(level.effective()) < 0;
        CaseLevel next = raises ? level.decided(gravest, what, by, null, now) : level;
        return heard.levelled(next, next.effective().compareTo(heard.effectiveLevel()) < 0 ? now : heard.clockFrom());
    }

    private static boolean unheard(Case held) {
        return held.reports().stream().anyMatch(CaseReport::unheard);
    }

    private static Optional<Level> gravest(Case held) {
        return held.reports().stream()
                .flatMap(report -> report.attachments().stream())
                .map(Attachment::heard)
                .filter(Objects::nonNull)
                .map(AttachmentLook::level)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** Only the place that was kept free goes: what is graver than it was found by something else. */
    private static CaseLevel settled(Case held) {
        CaseLevel before = held.level();
        if (before.machine() != Level.L2_EMERGENT) {
            return before;
        }
        CaseLevel level = new CaseLevel(Level.L5_ADVICE, false, before.human());
        for (CaseReport report : held.reports()) {
            Assessment own = report.assessment();
            level = level.machineSays(own.level(), own.suspectedOnly());
            for (ReportPart part : Stream.concat(report.parts().stream(), report.disputed().stream())
                    .toList()) {
                level = of(part, level);
            }
            if (report.flagged()) {
                level = level.machineSays(Level.L2_EMERGENT, false);
            }
        }
        return level;
    }

    private static CaseLevel of(ReportPart part, CaseLevel level) {
        if (part.unread() || part.attachments().stream().anyMatch(AttachmentPromise::withheld)) {
            return level.machineSays(Level.L2_EMERGENT, false);
        }
        Assessment said = part.said();
        return said == null ? level : level.machineSays(said.level(), said.suspectedOnly());
    }
}

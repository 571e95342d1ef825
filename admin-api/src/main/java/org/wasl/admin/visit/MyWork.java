package org.wasl.admin.visit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.fieldwork.Alarm;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.triage.report.Level;

/**
 * What one of the staff has to do, as a screen in the street may show it: codes, places as large as a governorate, times.
 * No name of a citizen and no word of anybody is in it; what a case says is one touch and one audited read away.
 *
 * @param alarms colleagues who are missed or asked for help
 * @param visits their own, the nearest first
 * @param tasks their own, the nearest first
 * @param offers cases given to them that wait for their answer
 * @param cases the ones they hold
 * @param toApprove visits that wait for a supervisor
 * @param out visits of others under way, for supervisors
 */
record MyWork(
        List<AlarmRow> alarms,
        List<VisitRow> visits,
        List<TaskRow> tasks,
        List<OfferRow> offers,
        List<CaseRow> cases,
        List<VisitRow> toApprove,
        List<VisitRow> out) {

    static final MyWork NOTHING =
            new MyWork(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * A case as coarsely as it may be shown.
     *
     * @param where the governorate's code; {@code null} while it is not known
     * @param wish whom the person wishes for; {@code null} where they said nothing
     * @param windows when they may be written to
     */
    record Head(
            CaseNumber number,
            long edition,
            Level level,
            Matter matter,
            @Nullable String where,
            @Nullable String wish,
            List<String> windows) {}

    /**
     * Somebody out there who has to be looked after.
     *
     * @param officers names of who is out there
     * @param takenBy name of who looks after it; {@code null} while nobody does
     * @param mine whether that is the reader
     * @param place where they are, once the reader looks after it; {@code null} before
     */
    record AlarmRow(
            CaseNumber number,
            String visit,
            Alarm.Kind kind,
            Instant began,
            List<String> officers,
            @Nullable String takenBy,
            boolean mine,
            @Nullable String place) {
        @Override
        public String toString() {
            return "AlarmRow[" + kind + ", redacted]";
        }
    }

    /**
     * A visit, without its words.
     *
     * @param officers names of who goes
     * @param hazards what to know before
     * @param turnBack whether the person no longer agrees to it
     * @param missed whether they are missed, or asked for help
     */
    record VisitRow(
            Head head, Visit visit, List<String> officers, Set<Hazard> hazards, boolean turnBack, boolean missed) {}

    record TaskRow(Head head, Task task) {}

    /** A case given to the reader, and by when they answer. */
    record OfferRow(Head head, Set<Hazard> hazards, Instant answerBy) {}

    /** A case the reader holds, and what is next on it. */
    record CaseRow(Head head, CaseStatus status, @Nullable NextAction next) {}
}

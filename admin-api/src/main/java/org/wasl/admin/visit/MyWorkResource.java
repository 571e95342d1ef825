package org.wasl.admin.visit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.fieldwork.Alarm;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.fieldwork.VisitPlan;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What the caller has to do, as the API shows it. Codes and times; no citizen's word. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MyWorkResource(
        List<AlarmResource> alarms,
        List<VisitLine> visits,
        List<TaskLine> tasks,
        List<OfferLine> offers,
        List<CaseLine> cases,
        List<VisitLine> toApprove,
        List<VisitLine> out) {

    static MyWorkResource of(MyWork work) {
        return new MyWorkResource(
                work.alarms().stream().map(AlarmResource::of).toList(),
                work.visits().stream().map(VisitLine::of).toList(),
                work.tasks().stream().map(TaskLine::of).toList(),
                work.offers().stream().map(OfferLine::of).toList(),
                work.cases().stream().map(CaseLine::of).toList(),
                work.toApprove().stream().map(VisitLine::of).toList(),
                work.out().stream().map(VisitLine::of).toList());
    }

    /** Somebody out there who has to be looked after; {@code place} once the caller does. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AlarmResource(
            String number,
            String visit,
            Alarm.Kind kind,
            Instant began,
            List<String> officers,
            @Nullable String takenBy,
            boolean mine,
            @Nullable String place) {
        static AlarmResource of(MyWork.AlarmRow row) {
            return new AlarmResource(
                    row.number().value(),
                    row.visit(),
                    row.kind(),
                    row.began(),
                    row.officers(),
                    row.takenBy(),
                    row.mine(),
                    row.place());
        }

        @Override
        public String toString() {
            return "AlarmResource[" + kind + ", redacted]";
        }
    }

    /** A case as coarsely as a screen in the street may show it. */
    record HeadLine(
            String number,
            String level,
            Matter matter,
            @Nullable String where,
            @Nullable String wish,
            List<String> windows) {
        static HeadLine of(MyWork.Head head) {
            return new HeadLine(
                    head.number().value(),
                    head.level().wire(),
                    head.matter(),
                    head.where(),
                    head.wish(),
                    head.windows());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record VisitLine(
            HeadLine head,
            String id,
            Visit.State state,
            VisitPlan.Purpose purpose,
            Instant from,
            Instant until,
            @Nullable Instant stayUntil,
            List<String> officers,
            Set<Hazard> hazards,
            boolean turnBack,
            boolean missed) {
        static VisitLine of(MyWork.VisitRow row) {
            Visit visit = row.visit();
            return new VisitLine(
                    HeadLine.of(row.head()),
                    visit.id(),
                    visit.state(),
                    visit.plan().purpose(),
                    visit.plan().from(),
                    visit.plan().until(),
                    visit.stayUntil(),
                    row.officers(),
                    row.hazards(),
                    row.turnBack(),
                    row.missed());
        }
    }

    record TaskLine(HeadLine head, String id, Task.Kind kind, Instant due) {
        static TaskLine of(MyWork.TaskRow row) {
            return new TaskLine(
                    HeadLine.of(row.head()),
                    row.task().id(),
                    row.task().kind(),
                    row.task().due());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OfferLine(HeadLine head, Set<Hazard> hazards, Instant answerBy) {
        static OfferLine of(MyWork.OfferRow row) {
            return new OfferLine(HeadLine.of(row.head()), row.hazards(), row.answerBy());
        }
    }

    record CaseLine(
            HeadLine head,
            CaseStatus status,
            NextAction.@Nullable What next,
            @Nullable Instant due) {
        static CaseLine of(MyWork.CaseRow row) {
            NextAction next = row.next();
            return new CaseLine(
                    HeadLine.of(row.head()),
                    row.status(),
                    next == null ? null : next.what(),
                    next == null ? null : next.due());
        }
    }
}

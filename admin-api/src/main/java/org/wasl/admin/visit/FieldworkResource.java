package org.wasl.admin.visit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.Closing;
import org.wasl.admin.casework.FollowUps;
import org.wasl.admin.fieldwork.SafetyPlan;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.fieldwork.VisitPlan;
import org.wasl.admin.officer.StaffId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What is done for a case outside the chat, as the API shows it to whoever may read the case. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record FieldworkResource(
        String number,
        long edition,
        Set<Hazard> hazards,
        List<WishResource> consents,
        List<VisitResource> visits,
        List<TaskResource> tasks,
        List<PointResource> safetyPlan) {

    static FieldworkResource of(Case held) {
        SafetyPlan safety = held.fieldwork().safety();
        return new FieldworkResource(
                held.number().value(),
                held.edition(),
                Hazard.of(held),
                Arrays.stream(Wish.values())
                        .map(wish -> new WishResource(wish, wish.granted(held)))
                        .toList(),
                held.fieldwork().visits().stream().map(VisitResource::of).toList(),
                held.fieldwork().tasks().stream().map(TaskResource::of).toList(),
                safety == null
                        ? List.of()
                        : Arrays.stream(SafetyPlan.Point.values())
                                .map(point -> new PointResource(point, safety.of(point)))
                                .toList());
    }

    /** What a visit hangs on: the person's last word, in the chat or to one of the staff. */
    enum Wish {
        VISIT,
        CONTACT,
        FOLLOW_UP;

        boolean granted(Case held) {
            return switch (this) {
                case VISIT -> Closing.consented(held, "visit");
                case CONTACT -> Closing.consented(held, "contact");
                case FOLLOW_UP -> FollowUps.wished(held);
            };
        }
    }

    record WishResource(Wish scope, boolean granted) {}

    record PointResource(SafetyPlan.Point point, SafetyPlan.Answer answer) {}

    /** A visit with its words. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record VisitResource(
            String id,
            Visit.State state,
            VisitPlan.Purpose purpose,
            VisitPlan.Basis basis,
            @Nullable String lead,
            @Nullable String second,
            @Nullable String standby,
            Instant from,
            Instant until,
            int stay,
            String place,
            String cover,
            String word,
            boolean plainClothes,
            boolean plainCar,
            VisitPlan.Interpreter interpreter,
            boolean asWished,
            String reason,
            @Nullable String approvedBy,
            @Nullable Instant departed,
            @Nullable Instant arrived,
            @Nullable Instant stayUntil,
            boolean help,
            @Schema(nullable = true) Visit.@Nullable Result result,
            @Nullable String told) {

        static VisitResource of(Visit visit) {
            VisitPlan plan = visit.plan();
            Visit.Help help = visit.help();
            Visit.End end = visit.end();
            return new VisitResource(
                    visit.id(),
                    visit.state(),
                    plan.purpose(),
                    plan.basis(),
                    who(plan.lead()),
                    who(plan.second()),
                    who(plan.standby()),
                    plan.from(),
                    plan.until(),
                    plan.stay(),
                    plan.place(),
                    plan.cover(),
                    plan.word(),
                    plan.plainClothes(),
                    plan.plainCar(),
                    plan.interpreter(),
                    plan.asWished(),
                    plan.reason(),
                    who(visit.approvedBy()),
                    visit.departed(),
                    visit.arrived(),
                    visit.stayUntil(),
                    help != null && help.endedBy() == null,
                    end == null ? null : end.result(),
                    end == null ? null : end.words());
        }

        @Override
        public String toString() {
            return "VisitResource[" + state + ", redacted]";
        }
    }

    record TaskResource(
            String id, Task.Kind kind, @Nullable String owner, Instant due, String words, int declined, boolean done) {

        static TaskResource of(Task task) {
            return new TaskResource(
                    task.id(),
                    task.kind(),
                    who(task.owner()),
                    task.due(),
                    task.words(),
                    task.refusals().size(),
                    !task.open());
        }

        @Override
        public String toString() {
            return "TaskResource[" + kind + ", redacted]";
        }
    }

    private static @Nullable String who(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }
}

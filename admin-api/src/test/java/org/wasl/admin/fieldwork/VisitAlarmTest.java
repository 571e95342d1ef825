package org.wasl.admin.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wasl.admin.officer.StaffId;

/** Who is missed, and from when on, follows from the times of a visit alone. */
class VisitAlarmTest {
    private static final StaffId LAYLA = new StaffId("a".repeat(32));
    private static final StaffId HIWA = new StaffId("d".repeat(32));
    private static final StaffId SALMA = new StaffId("c".repeat(32));
    private static final Instant FROM = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofHours(1));

    @Test
    void nobodyIsMissedWhoHasNotSetOut() {
        Instant late = UNTIL.plus(Duration.ofDays(3));
        assertThat(planned().alarm(late)).isEmpty();
        assertThat(planned().approved(SALMA).alarm(late)).isEmpty();
    }

    @Test
    void whoeverSetOutIsMissedAQuarterOfAnHourAfterTheWindow() {
        Visit going = planned().approved(SALMA).departed(FROM);
        assertThat(going.alarm(UNTIL.plus(Duration.ofMinutes(14)))).isEmpty();
        assertThat(going.alarm(UNTIL.plus(Duration.ofMinutes(15)))).hasValueSatisfying(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.OVERDUE);
            assertThat(alarm.since()).isEqualTo(UNTIL.plus(Duration.ofMinutes(15)));
            assertThat(alarm.officers()).containsExactlyInAnyOrder(LAYLA, HIWA);
            assertThat(alarm.calls()).isTrue();
        });
    }

    @Test
    void theBeginningOfAnAlarmIsTheSameWheneverItIsLookedAt() {
        Visit there = there();
        Instant first =
                there.alarm(FROM.plus(Duration.ofHours(2))).orElseThrow().since();
        assertThat(there.alarm(FROM.plus(Duration.ofHours(9))).orElseThrow().since())
                .isEqualTo(first)
                .isEqualTo(FROM.plus(Duration.ofMinutes(45 + 15)));
    }

    @Test
    void whoeverStaysLongerIsMissedLater() {
        Visit longer = there().staying(FROM.plus(Duration.ofMinutes(90)));
        assertThat(longer.alarm(FROM.plus(Duration.ofMinutes(100)))).isEmpty();
        assertThat(longer.alarm(FROM.plus(Duration.ofMinutes(105)))).isPresent();
    }

    @Test
    void whoeverIsBackIsNotMissed() {
        Visit back = there().ended(Visit.State.DONE, new Visit.End(Visit.Result.MET_SAFE, Set.of(), "", LAYLA, UNTIL));
        assertThat(back.alarm(UNTIL.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(back.open()).isFalse();
    }

    @Test
    void aCallForHelpOutlastsTheVisitUntilSomebodyElseEndsIt() {
        Visit.Help help = new Visit.Help(LAYLA, FROM.plusSeconds(60), null, null, "");
        Visit back = there().helped(help)
                .ended(Visit.State.DONE, new Visit.End(Visit.Result.MET_SAFE, Set.of(), "", LAYLA, UNTIL));
        assertThat(back.alarm(UNTIL))
                .hasValueSatisfying(alarm -> assertThat(alarm.kind()).isEqualTo(Alarm.Kind.HELP));
        assertThat(back.open()).isTrue();

        Visit safe = back.helped(new Visit.Help(LAYLA, help.at(), SALMA, UNTIL, "spoke with her"));
        assertThat(safe.alarm(UNTIL)).isEmpty();
        assertThat(safe.open()).isFalse();
    }

    @Test
    void anAlarmSomebodyLooksAfterCallsAgainWhenTheirTimeIsOver() {
        Instant began = FROM.plus(Duration.ofHours(1));
        Instant taken = began.plus(Duration.ofMinutes(1));
        Instant until = taken.plus(Duration.ofMinutes(15));
        Visit cared = there().cared(new Visit.Care(SALMA, taken, until));

        assertThat(cared.alarm(taken)).hasValueSatisfying(alarm -> {
            assertThat(alarm.calls()).isFalse();
            assertThat(alarm.takenBy()).isEqualTo(SALMA);
        });
        assertThat(cared.alarm(until)).hasValueSatisfying(alarm -> {
            assertThat(alarm.calls()).isTrue();
            assertThat(alarm.since()).isEqualTo(until);
            assertThat(alarm.began()).isEqualTo(began);
        });
    }

    @Test
    void whoLooksAfterOneAlarmDoesNotSilenceALaterCallForHelp() {
        Instant began = FROM.plus(Duration.ofHours(1));
        Visit cared = there().cared(new Visit.Care(SALMA, began, began.plus(Duration.ofMinutes(15))));
        Visit calling = cared.helped(new Visit.Help(LAYLA, began.plusSeconds(30), null, null, ""));
        assertThat(calling.alarm(began.plusSeconds(31)))
                .hasValueSatisfying(alarm -> assertThat(alarm.calls()).isTrue());
    }

    @Test
    void whoKeepsAwayIsTakenOffWhatHasNotBegunAndStaysLookedAfterOutThere() {
        Visit waiting = planned().approved(SALMA);
        Visit out =
                new Visit("b", plan(LAYLA), Visit.State.THERE, SALMA, FROM, SALMA, FROM, FROM, UNTIL, null, null, null);
        Task task = new Task("t", Task.Kind.CALL_BACK, LAYLA, UNTIL, "", SALMA, FROM, List.of(), null);
        Fieldwork left = new Fieldwork(List.of(waiting, out), List.of(task), null).without(LAYLA);

        assertThat(left.visit("a")).hasValueSatisfying(visit -> {
            assertThat(visit.state()).isEqualTo(Visit.State.PLANNED);
            assertThat(visit.plan().lead()).isEqualTo(HIWA);
            assertThat(visit.approvedBy()).isNull();
        });
        assertThat(left.visit("b")).contains(out);
        assertThat(left.task("t"))
                .hasValueSatisfying(one -> assertThat(one.owner()).isNull());
    }

    @Test
    void whatStandsInListsHoldsNoWordOfAnybody() {
        Visit told = planned()
                .approved(SALMA)
                .helped(new Visit.Help(LAYLA, FROM, SALMA, UNTIL, "SECRET"))
                .ended(Visit.State.DONE, new Visit.End(Visit.Result.NOT_MET, Set.of(), "SECRET", LAYLA, UNTIL));
        Task task = new Task(
                "t",
                Task.Kind.OTHER,
                LAYLA,
                UNTIL,
                "SECRET",
                SALMA,
                FROM,
                List.of(new Task.Told(LAYLA, FROM, "SECRET")),
                new Task.Told(LAYLA, FROM, "SECRET"));
        Fieldwork whole = new Fieldwork(List.of(told), List.of(task), null);

        String outline = new tools.jackson.databind.json.JsonMapper().writeValueAsString(whole.outline());
        assertThat(new tools.jackson.databind.json.JsonMapper().writeValueAsString(whole))
                .contains("SECRET");
        assertThat(outline).doesNotContain("SECRET").contains(LAYLA.value());
        assertThat(whole.toString() + told + told.plan() + task).doesNotContain("SECRET");
    }

    @Test
    void theNearestDateOfAllIsNext() {
        Task task = new Task("t", Task.Kind.CALL_BACK, LAYLA, FROM.minusSeconds(1), "", SALMA, FROM, List.of(), null);
        Fieldwork both = Fieldwork.NONE.with(planned()).with(task);
        assertThat(both.next()).contains(new Fieldwork.Due(FROM.minusSeconds(1), Fieldwork.Due.What.TASK));
        assertThat(both.with(task.done(new Task.Told(LAYLA, FROM, ""))).next())
                .contains(new Fieldwork.Due(FROM, Fieldwork.Due.What.VISIT));
        assertThat(Fieldwork.NONE.next()).isEmpty();
    }

    private static Visit planned() {
        return Visit.planned("a", plan(LAYLA), SALMA, FROM.minusSeconds(3600));
    }

    private static Visit there() {
        return planned().approved(SALMA).departed(FROM.minusSeconds(600)).arrived(FROM);
    }

    private static VisitPlan plan(@Nullable StaffId lead) {
        return new VisitPlan(
                VisitPlan.Purpose.TALK,
                VisitPlan.Basis.CONSENT,
                lead,
                HIWA,
                null,
                FROM,
                UNTIL,
                45,
                15,
                "SECRET place",
                "SECRET cover",
                "SECRET word",
                true,
                true,
                VisitPlan.Interpreter.NOT_NEEDED,
                true,
                "SECRET reason");
    }
}

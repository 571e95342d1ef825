package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.report.Level;
import tools.jackson.databind.json.JsonMapper;

/** A person takes a sentence out of what has arrived already. */
class StrikingIT {
    private static final String SENTENCE = "He will kill me and my name is Layla-Demo.";

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseBook book = node.getBean(CaseBook.class);
    private final CaseIntake intake = node.getBean(CaseIntake.class);
    private final FiledReports told = aFiledReport()
            .in("en")
            .saying("He shouts. " + SENTENCE + " I am afraid.")
            .judged(Level.L2_EMERGENT);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void isShownNoMoreAndCountsAsBefore() {
        intake.receive(told.build(), "d0");
        CaseNumber number = book.caseOf(told.build().id()).orElseThrow();
        Level before = held(number).effectiveLevel();

        assertThat(intake.strike(struck())).isEqualTo(CaseIntake.Outcome.ADDED);

        Case held = held(number);
        CaseReport report = held.reports().getFirst();
        String shown = JsonMapper.shared().writeValueAsString(ReportResource.of(report));
        assertThat(shown).doesNotContain("Layla-Demo").contains("He shouts.").contains("I am afraid.");
        assertThat(report.sum().text()).contains(SENTENCE);
        assertThat(held.effectiveLevel()).isEqualTo(before);
        assertThat(held.events()).last().extracting(CaseEvent::kind).isEqualTo(CaseEvent.Kind.STRUCK);
    }

    @Test
    void staysStruckAndUrgentWhenMoreArrives() {
        intake.receive(told.build(), "d0");
        CaseNumber number = book.caseOf(told.build().id()).orElseThrow();
        intake.strike(struck());

        intake.receive(
                told.as(1)
                        .saying("He shouts. " + SENTENCE + " I am afraid.\nHe is quiet now.")
                        .build(),
                "d1");

        assertThat(held(number).effectiveLevel().urgent()).isTrue();
        assertThat(JsonMapper.shared()
                        .writeValueAsString(
                                ReportResource.of(held(number).reports().getFirst())))
                .doesNotContain("Layla-Demo")
                .contains("He is quiet now.");
    }

    @Test
    void comesTwiceAndCountsOnce() {
        intake.receive(told.build(), "d0");
        intake.strike(struck());
        int events = held(book.caseOf(told.build().id()).orElseThrow()).events().size();

        assertThat(intake.strike(struck())).isEqualTo(CaseIntake.Outcome.REPEATED);
        assertThat(held(book.caseOf(told.build().id()).orElseThrow()).events()).hasSize(events);
    }

    @Test
    void waitsForItsReport() {
        IntakeEntry.Struck early =
                new IntakeEntry.Struck(new IntakeId("f".repeat(32)), List.of(SENTENCE), FiledReports.MORNING);
        assertThatThrownBy(() -> intake.strike(early))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Layla");
    }

    private IntakeEntry.Struck struck() {
        return new IntakeEntry.Struck(told.build().id(), List.of(SENTENCE), FiledReports.MORNING);
    }

    private Case held(CaseNumber number) {
        return book.read(number).orElseThrow();
    }
}

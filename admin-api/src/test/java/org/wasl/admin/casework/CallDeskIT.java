package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** Calls and walk-ins, with the real triage. */
class CallDeskIT {
    private static final Triage TRIAGE = Triage.load();

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CallDesk calls = node.getBean(CallDesk.class);
    private final CaseDesk desk = node.getBean(CaseDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final CurrentStaff layla = rig.staff.as(Staffing.LAYLA);

    @BeforeEach
    void realTriage() {
        rig.triage(TRIAGE::assess);
        rig.staff.onDuty(Staffing.LAYLA);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aCallIsTriagedLikeTheChatAndCallsOutWhoeverIsOnDuty() {
        CaseView view = entered("زوجي بالبيت وبيده سچينة", Facts.of(Call.heard(FactKey.DANGER_NOW, Truth.YES)), "k1");

        Case held = view.held();
        assertThat(held.effectiveLevel()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(held.leading().channel()).isEqualTo("phone");
        assertThat(held.needsAcknowledgement()).isTrue();
        assertThat(view.card().dangerNow()).isEqualTo(Truth.YES);
        assertThat(view.card().inChat()).isFalse();
        assertThat(book.hot(held.number()).orElseThrow().needsAcknowledgement()).isTrue();
        assertThat(held.events()).extracting(CaseEvent::kind).contains(CaseEvent.Kind.ENTERED);
        book.copyAudits(rig.trail);
        assertThat(rig.trail.acts()).contains(Act.CALL_ENTERED);
    }

    @Test
    void whoeverEnteredItReadsItAndClaimsIt() {
        CaseView view = entered("اعتدى عليّ أمس", Facts.NONE, "k1");
        rig.staff.offDuty(Staffing.LAYLA);
        assertThat(desk.open(layla, view.held().number())).isInstanceOf(CaseReading.Opened.class);
        assertThat(desk.acknowledge(layla, view.held().number(), null)).isInstanceOf(CaseChange.Done.class);
    }

    @Test
    void theSameKeyMakesOneCaseAndOtherWordsUnderItAreRefused() {
        CaseView first = entered("يهددني كل يوم", Facts.NONE, "k1");
        assertThat(calls.enter(layla, call("يهددني كل يوم", Facts.NONE), "k1"))
                .isInstanceOfSatisfying(CallOutcome.Entered.class, entered -> {
                    assertThat(entered.again()).isTrue();
                    assertThat(entered.view().held().number())
                            .isEqualTo(first.held().number());
                });
        assertThat(calls.enter(layla, call("شي ثاني", Facts.NONE), "k1"))
                .isEqualTo(new CallOutcome.Refused(CallOutcome.Why.KEY_REUSED));
    }

    @Test
    void refusesNothingAtAllTooMuchAndOneWhoMayNot() {
        assertThat(calls.enter(layla, call(" ", Facts.NONE), "k1"))
                .isEqualTo(new CallOutcome.Refused(CallOutcome.Why.EMPTY));
        assertThat(calls.enter(layla, call("ا".repeat(20_000), Facts.NONE), "k2"))
                .isEqualTo(new CallOutcome.Refused(CallOutcome.Why.TOO_LONG));
        assertThat(calls.enter(rig.staff.as(Staffing.HIWA), call("يهددني", Facts.NONE), "k3"))
                .isEqualTo(new CallOutcome.Refused(CallOutcome.Why.NOT_ALLOWED));
    }

    @Test
    void everyDangerOfTheFormReachesTheRules() {
        List<FactKey> silent = new ArrayList<>();
        for (FactKey danger : Call.DANGERS) {
            Facts facts = Facts.of(
                    Call.heard(FactKey.DANGER_NOW, Truth.YES),
                    Call.heard(FactKey.PHYSICAL, Truth.YES),
                    Call.heard(danger, Truth.YES));
            CaseView view = entered("", facts, "k-" + danger);
            if (view.held().leading().assessment().reasons().stream()
                    .noneMatch(reason -> reason.facts().contains(danger))) {
                silent.add(danger);
            }
        }
        assertThat(silent).isEmpty();
    }

    private CaseView entered(String words, Facts facts, String key) {
        return ((CallOutcome.Entered) calls.enter(layla, call(words, facts), key)).view();
    }

    private static Call call(String words, Facts facts) {
        return new Call(Call.Channel.PHONE, "ar-IQ", words, facts, true);
    }
}

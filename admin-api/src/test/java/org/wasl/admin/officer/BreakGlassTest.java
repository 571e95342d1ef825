package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.DeskStore;
import org.wasl.admin.MovableClock;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.web.ProblemException;

class BreakGlassTest {
    private static final String CASE = "1234-5678-90";
    private static final BreakGlass.Reason WHY = BreakGlass.Reason.PERSON_WAITS;

    private final DeskStore store = new DeskStore();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final RecordingTrail trail = new RecordingTrail(clock);
    private final BreakGlass glass = node();
    private final CurrentStaff salma = staff('a', Role.SUPERVISOR);
    private final CurrentStaff nidal = staff('b', Role.SUPERVISOR);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void opensOneCaseToOnePersonForHalfAnHourOnceAnotherAgreed() {
        glass.ask(salma, CASE, WHY);
        assertThat(glass.open(salma.id(), CASE)).isFalse();

        assertThat(glass.settle(nidal, glass.latest().getFirst().id(), true)).isEqualTo(BreakGlass.Settled.DONE);

        assertThat(glass.open(salma.id(), CASE)).isTrue();
        assertThat(glass.open(nidal.id(), CASE)).isFalse();
        assertThat(glass.open(salma.id(), "1234-5678-91")).isFalse();
        assertThat(node().open(salma.id(), CASE)).as("on another node").isTrue();
        clock.pass(BreakGlass.OPEN);
        assertThat(glass.open(salma.id(), CASE)).isFalse();
        assertThat(trail.acts()).containsExactly(Act.BREAK_GLASS_ASKED, Act.BREAK_GLASS_CONFIRMED);
        assertThat(trail.entries()).allMatch(entry -> entry.subject().equals(CASE));
    }

    @Test
    void whoeverAskedCannotAgree() {
        glass.ask(salma, CASE, WHY);

        assertThat(glass.settle(salma, glass.latest().getFirst().id(), true))
                .isEqualTo(BreakGlass.Settled.NEEDS_ANOTHER_PERSON);
        assertThat(glass.open(salma.id(), CASE)).isFalse();
        assertThat(trail.entries().getLast().outcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
    }

    @Test
    void aRefusalAndAnEndShutIt() {
        glass.ask(salma, CASE, WHY);
        String refused = glass.latest().getFirst().id();
        glass.settle(nidal, refused, false);
        assertThat(glass.settle(nidal, refused, true)).isEqualTo(BreakGlass.Settled.NOTHING_ASKED);

        glass.ask(salma, CASE, WHY);
        String open = glass.latest().getFirst().id();
        glass.settle(nidal, open, true);
        assertThat(glass.end(salma, open)).isTrue();
        assertThat(glass.open(salma.id(), CASE)).isFalse();
        assertThat(glass.end(salma, open)).isFalse();
    }

    @Test
    void aQuestionNobodyAnsweredRunsOut() {
        glass.ask(salma, CASE, WHY);
        String id = glass.latest().getFirst().id();
        clock.pass(BreakGlass.OPEN.plus(Duration.ofSeconds(2)));

        assertThat(glass.settle(nidal, id, true)).isEqualTo(BreakGlass.Settled.NOTHING_ASKED);
    }

    @Test
    void whoMayNotAskOrAgreeIsRefused() {
        CurrentStaff operator = staff('c', Role.OPERATOR);
        CurrentStaff coordinator = staff('d', Role.COORDINATOR);

        assertThatThrownBy(() -> glass.ask(operator, CASE, WHY)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> glass.ask(coordinator, CASE, WHY)).isInstanceOf(ProblemException.class);
        glass.ask(salma, CASE, WHY);
        String id = glass.latest().getFirst().id();
        assertThatThrownBy(() -> glass.settle(operator, id, true)).isInstanceOf(ProblemException.class);
        assertThat(glass.settle(coordinator, id, true)).isEqualTo(BreakGlass.Settled.DONE);
    }

    @Test
    void aChainThatCannotBeWrittenOpensNothing() {
        glass.ask(salma, CASE, WHY);
        trail.close(true);

        assertThatThrownBy(() -> glass.settle(nidal, glass.latest().getFirst().id(), true))
                .isInstanceOf(org.wasl.admin.audit.AuditUnavailableException.class);
        assertThat(glass.open(salma.id(), CASE)).isFalse();
    }

    private BreakGlass node() {
        return new BreakGlass(
                new GlassStore(store.template()), new Secrets(new SecureRandom()), new StaffAudit(trail), clock);
    }

    private static CurrentStaff staff(char digit, Role role) {
        return new CurrentStaff(
                new StaffId(String.valueOf(digit).repeat(32)), "Staff " + digit, role, Scope.NONE, false);
    }
}

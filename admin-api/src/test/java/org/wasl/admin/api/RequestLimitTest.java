package org.wasl.admin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.wasl.admin.MovableClock;
import org.wasl.admin.Staffing;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Program;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

class RequestLimitTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final RequestLimit limit = new RequestLimit(new ApiSettings(3, 1, 2, 1), clock);
    private final Staffing staffing = new Staffing();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void tellsWhoAsksWithoutEndWhenToAskAgain() {
        signIn(Staffing.LAYLA);
        ask(3);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ask(1))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.TOO_MANY));
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void letsThemGoOnAfterIt() {
        signIn(Staffing.LAYLA);
        ask(3);
        clock.pass(Duration.ofSeconds(2));
        ask(2);
    }

    @Test
    void slowsNobodyElse() {
        signIn(Staffing.LAYLA);
        ask(3);
        signIn(Staffing.DARA);
        ask(3);
    }

    @Test
    void countsAProgramByItselfAndNotWithItsOwner() {
        CurrentStaff layla = staffing.as(Staffing.LAYLA);
        CurrentStaff program = new CurrentStaff(
                layla.id(),
                layla.displayName(),
                layla.role(),
                layla.scope(),
                true,
                new Program("t", Set.of(Permission.QUEUE_READ)));
        signIn(program);
        ask(2);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ask(1));
        signIn(layla);
        ask(3);
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            limit.preHandle(new MockHttpServletRequest(), response, this);
        }
    }

    private void signIn(StaffId id) {
        signIn(staffing.as(id));
    }

    private static void signIn(CurrentStaff staff) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(staff, null));
    }
}

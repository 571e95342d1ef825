package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wasl.triage.report.Level;

class CaseTransitionsTest {
    @Test
    void hasNoDeadEndAndNoDeadTarget() {
        assertThat(CaseTransitions.STANDARD.problems()).isEmpty();
    }

    @Test
    void namesAllProblemsOfABrokenTableAtOnce() {
        Map<CaseStatus, Set<CaseStatus>> broken = new EnumMap<>(CaseStatus.class);
        broken.put(CaseStatus.NEW, EnumSet.of(CaseStatus.ACKED));

        assertThatThrownBy(() -> new CaseTransitions(broken).checked())
                .hasMessageContaining("ACKED: no way out")
                .hasMessageContaining("CLOSED: never reached");
    }

    @Test
    void keepsAnUrgentCaseOutOfTheMeeting() {
        assertThat(CaseTransitions.STANDARD.allows(CaseStatus.IN_TRIAGE, CaseStatus.IN_REVIEW, Level.L3_URGENT))
                .isTrue();
        assertThat(CaseTransitions.STANDARD.allows(CaseStatus.IN_TRIAGE, CaseStatus.IN_REVIEW, Level.L2_EMERGENT))
                .isFalse();
    }

    @Test
    void doesNotLetANewCaseBeClosedUnread() {
        assertThat(CaseTransitions.STANDARD.allows(CaseStatus.NEW, CaseStatus.CLOSED, Level.L5_ADVICE))
                .isFalse();
    }
}

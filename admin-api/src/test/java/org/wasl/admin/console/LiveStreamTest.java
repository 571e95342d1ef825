package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.wasl.admin.Staffing;
import org.wasl.admin.alert.LiveEvent;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.HotCases;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.triage.report.Level;

class LiveStreamTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final HotCase known = HotCases.aHotCase(0).build();
    private final HotCase hidden = HotCases.aHotCase(1).aboutPolice().build();
    private final CurrentStaff reader = new Staffing().as(Staffing.DARA);
    // Whether a session holds is asked by the loop, and not of what is told.
    @SuppressWarnings("NullAway")
    private final LiveStream stream = new LiveStream(null, null, (_, held) -> held == known);

    @Test
    void aCaseItsReaderMayKnowOfIsNamed() {
        assertThat(told(new LiveEvent.CaseMoved(known, true, NOW))).contains("{\"case\":\"" + known.number());
    }

    /** Two people who compare what they heard would learn that there is a case, how often it moved, and when. */
    @Test
    void ofACaseItsReaderMayNotKnowOfNoNumberAndNoEditionIsTold() {
        for (LiveEvent event : Set.of(
                new LiveEvent.CaseMoved(hidden, true, NOW),
                new LiveEvent.Alerted(hidden, Level.L1_IMMEDIATE, 0, Set.of(Staffing.SALMA), NOW),
                new LiveEvent.AlertSeen(hidden, Staffing.SALMA, NOW))) {
            assertThat(told(event))
                    .doesNotContain(hidden.number().value())
                    .doesNotContain("edition")
                    .doesNotContain(Staffing.SALMA.value());
        }
    }

    private String told(LiveEvent event) {
        return stream.told(reader, event).build().stream()
                .map(ResponseBodyEmitter.DataWithMediaType::getData)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}

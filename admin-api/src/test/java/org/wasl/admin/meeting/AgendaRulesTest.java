package org.wasl.admin.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.casework.HotCases.aHotCase;
import static org.wasl.admin.casework.HotCases.number;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.HotCases;
import org.wasl.admin.officer.Governorate;
import org.wasl.triage.report.Level;

/** Which cases stand on the agenda, and why: each ground by itself, and what is not there. */
class AgendaRulesTest {
    private static final Instant NOW = FiledReports.MORNING.plus(Duration.ofMinutes(1));
    private static final AgendaRules.Earlier NOTHING = new AgendaRules.Earlier(NOW.minus(Duration.ofDays(1)), Map.of());

    private final AgendaRules rules = new AgendaRules(CaseworkSettings.DEFAULTS, MeetingSettings.DEFAULTS);

    @Test
    void aCaseWithAnOwnerAndADateAndNothingWrongIsNotThere() {
        assertThat(grounds(held().judged(Level.L3_URGENT))).isEmpty();
    }

    @Test
    void everyUrgentCaseIsThereAndWhatNobodyTookFirst() {
        assertThat(grounds(held().judged(Level.L2_EMERGENT))).containsExactly(Ground.URGENT);
        assertThat(grounds(aHotCase(0).judged(Level.L1_IMMEDIATE)))
                .containsExactly(Ground.URGENT_NOBODYS, Ground.URGENT);
        assertThat(grounds(held().judged(Level.L2_EMERGENT).since(NOW.minus(Duration.ofHours(25)))))
                .containsExactly(Ground.URGENT_LONG, Ground.URGENT);
    }

    @Test
    void aClockThatRanOutIsThere() {
        Instant long_ago = NOW.minus(Duration.ofDays(5));
        assertThat(grounds(aHotCase(0).since(long_ago))).contains(Ground.CLOCK_MISSED);
    }

    @Test
    void whatWaitsForASecondPersonIsThere() {
        assertThat(grounds(held().loweringAsked())).containsExactly(Ground.LOWERING_ASKED);
        assertThat(grounds(held().closingAsked())).containsExactly(Ground.CLOSING_ASKED);
        assertThat(grounds(held().in(CaseStatus.WITHDRAWAL_ASKED))).containsExactly(Ground.TAKEN_BACK);
        assertThat(grounds(held().endedBadly())).containsExactly(Ground.REVIEW);
    }

    @Test
    void whatIsAboutThePoliceWhatCameBackAndWhatOthersSayTooIsThere() {
        assertThat(grounds(held().aboutPolice())).containsExactly(Ground.COMPLAINT);
        assertThat(grounds(held().in(CaseStatus.REOPENED))).containsExactly(Ground.REOPENED);
        assertThat(grounds(held().likeOthers())).containsExactly(Ground.PATTERN);
        assertThat(grounds(held().parkedUntil(NOW.plusSeconds(60)))).containsExactly(Ground.PARKED);
        assertThat(grounds(held().brought())).containsExactly(Ground.BROUGHT);
    }

    @Test
    void aStepThatIsOverdueOrMissingIsThere() {
        assertThat(grounds(held().dueAt(NOW.minusSeconds(1)))).containsExactly(Ground.NO_STEP);
        assertThat(grounds(held().dueAt(null))).containsExactly(Ground.NO_STEP);
        assertThat(grounds(held().following(NOW.minusSeconds(1)))).containsExactly(Ground.FOLLOW_UP_MISSED);
    }

    @Test
    void whatWasLoweredSinceTheLastMeetingIsThereOnce() {
        assertThat(grounds(held().loweredAt(NOW.minus(Duration.ofHours(2))))).containsExactly(Ground.LOWERED);
        assertThat(grounds(held().loweredAt(NOW.minus(Duration.ofDays(2))))).isEmpty();
    }

    @Test
    void anL3NobodyAnswersForIsThereAndAnL4StandsInTheBatch() {
        assertThat(grounds(aHotCase(0).judged(Level.L3_URGENT).inWindows("morning", "evening")))
                .containsExactly(Ground.NOBODYS);

        AgendaRules.Drawn drawn = draw(null, aHotCase(0), aHotCase(1).drill());
        assertThat(drawn.items()).isEmpty();
        assertThat(drawn.batch()).containsExactly(number(0));
    }

    @Test
    void whatAnEarlierMeetingLeftIsThere() {
        Instant due = NOW.minusSeconds(60);
        Decision decided = decision(Decision.Kind.VISIT, due);
        Map<CaseNumber, AgendaRules.Left> left = new HashMap<>();
        left.put(number(0), new AgendaRules.Left(null));
        left.put(number(1), new AgendaRules.Left(decision(Decision.Kind.DEFERRED, null)));
        left.put(number(2), new AgendaRules.Left(decided));
        left.put(number(3), new AgendaRules.Left(decided));

        List<Item> items = rules.draw(
                        Stream.of(
                                        held(),
                                        aHotCase(1).heldBy(Staffing.LAYLA),
                                        aHotCase(2).heldBy(Staffing.LAYLA).dueAt(due),
                                        aHotCase(3).heldBy(Staffing.LAYLA))
                                .map(HotCases::build)
                                .toList(),
                        new AgendaRules.Earlier(NOW, left),
                        null,
                        NOW)
                .items();

        assertThat(items).extracting(Item::number).containsExactlyInAnyOrder(number(0), number(1), number(2));
        assertThat(items.getFirst().number()).as("due before carried over").isEqualTo(number(2));
        assertThat(items.getFirst().grounds()).containsExactly(Ground.DUE, Ground.NO_STEP);
    }

    @Test
    void aPartOfTheCountryHasItsOwnCasesAndThoseOfUnknownPlace() {
        AgendaRules.Drawn drawn = draw(
                Governorate.SU,
                aHotCase(0).judged(Level.L1_IMMEDIATE).at("BG"),
                aHotCase(1).judged(Level.L1_IMMEDIATE).at("SU"),
                aHotCase(2).judged(Level.L1_IMMEDIATE).at(null));

        assertThat(drawn.items()).extracting(Item::number).containsExactlyInAnyOrder(number(1), number(2));
    }

    @Test
    void theMostPressingComesFirstAndWhatDoesNotFitIsCounted() {
        AgendaRules small = new AgendaRules(
                CaseworkSettings.DEFAULTS, new MeetingSettings(2, 60, 1_000, 50, 14, Duration.ofHours(24), 20));
        List<HotCase> cases = Stream.of(
                        held().brought(),
                        aHotCase(1).judged(Level.L1_IMMEDIATE),
                        aHotCase(2).heldBy(Staffing.LAYLA).closingAsked())
                .map(HotCases::build)
                .toList();

        AgendaRules.Drawn drawn = small.draw(cases, NOTHING, null, NOW);

        assertThat(drawn.items()).extracting(Item::number).containsExactly(number(1), number(2));
        assertThat(drawn.leftOut()).isEqualTo(1);
    }

    private static HotCases held() {
        return aHotCase(0).heldBy(Staffing.LAYLA);
    }

    private static Decision decision(Decision.Kind kind, @org.jspecify.annotations.Nullable Instant due) {
        return new Decision(kind, null, due, "", Staffing.SALMA, NOW);
    }

    private List<Ground> grounds(HotCases one) {
        return draw(null, one).items().stream()
                .flatMap(item -> item.grounds().stream())
                .toList();
    }

    private AgendaRules.Drawn draw(@org.jspecify.annotations.Nullable Governorate part, HotCases... all) {
        return rules.draw(Stream.of(all).map(HotCases::build).toList(), NOTHING, part, NOW);
    }
}

package org.wasl.admin.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wasl.admin.FiledReports;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseLevel;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.Coding;
import org.wasl.admin.casework.Contact;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.casework.LevelClock;
import org.wasl.admin.casework.ReportPart;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** What is counted of a case follows from the case and the time, in closed codes. */
class CaseCoderTest {
    private static final Instant OPENED = FiledReports.MORNING;
    private static final StaffId LAYLA = new StaffId("0a".repeat(16));
    private static final LevelClock CLOCK =
            new LevelClock(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(2));

    private final CaseCoder coder = new CaseCoder(level -> CLOCK, id -> Optional.of(Gender.WOMAN));

    @Test
    void codesWhatThePersonSaid() {
        CodedCase coded = coded(
                aCase().about(FiledReports.aFiledReport()
                        .about(Category.BLK)
                        .judged(Level.L2_EMERGENT)
                        .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "IQ-DQ"))
                        .with(Fact.chosen(FactKey.SEX_OF_AFFECTED, Truth.YES, "woman"))
                        .with(Fact.chosen(FactKey.AGE_BAND, Truth.YES, "15-17"))),
                Duration.ofMinutes(1));

        assertThat(coded.opened()).isEqualTo(new Quarter(2026, 4));
        assertThat(coded.codes())
                .containsEntry(Dimension.MONTH, "2")
                .containsEntry(Dimension.LEVEL, "L2")
                .containsEntry(Dimension.CATEGORY, "BLK")
                .containsEntry(Dimension.GOVERNORATE, "DQ")
                .containsEntry(Dimension.SEX, "woman")
                .containsEntry(Dimension.AGE, "15-17")
                .containsEntry(Dimension.LANGUAGE, "ar")
                .containsEntry(Dimension.CHANNEL, "web")
                .containsEntry(Dimension.GBV, "UNKNOWN")
                .doesNotContainKey(Dimension.OUTCOME);
        assertThat(coded.rules()).containsExactly("R43");
    }

    @Test
    void whatIsNotAmongTheCodesIsCountedAsNotSaid() {
        CodedCase coded = coded(
                aCase().about(FiledReports.aFiledReport()
                        .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "the house behind the mosque"))),
                Duration.ZERO);

        assertThat(coded.codes()).containsEntry(Dimension.GOVERNORATE, "UNKNOWN");
        coded.codes()
                .forEach((dimension, value) -> assertThat(dimension.codes()).contains(value));
    }

    @Test
    void aHumansCodingCountsBeforeTheMachines() {
        CodedCase coded = coded(
                aCase().coded(new Coding(Category.SXV, List.of(), Coding.GbvType.SEXUAL_ASSAULT, LAYLA, OPENED)),
                Duration.ZERO);

        assertThat(coded.codes())
                .containsEntry(Dimension.CATEGORY, "SXV")
                .containsEntry(Dimension.GBV, "SEXUAL_ASSAULT");
    }

    @Test
    void aClockIsKeptMissedOrStillRunning() {
        assertThat(verdict(aCase(), Duration.ofMinutes(15))).isEqualTo("RUNNING");
        assertThat(verdict(aCase(), Duration.ofMinutes(16))).isEqualTo("MISSED");
        assertThat(verdict(aCase().claimedAfter(Duration.ofMinutes(15)), Duration.ofHours(9)))
                .isEqualTo("KEPT");
        assertThat(verdict(aCase().claimedAfter(Duration.ofMinutes(16)), Duration.ofHours(9)))
                .isEqualTo("MISSED");
        assertThat(coded(aCase().claimedAfter(Duration.ofMinutes(16)), Duration.ofHours(9))
                        .times())
                .containsEntry(Dimension.ACKNOWLEDGED, 5);
    }

    @Test
    void aCaseThatWasRaisedAgainNeedsANewClaim() {
        Sample raised = aCase().claimedAfter(Duration.ofMinutes(1)).raisedAfter(Duration.ofMinutes(10));

        assertThat(verdict(raised, Duration.ofMinutes(20))).isEqualTo("RUNNING");
        assertThat(verdict(raised, Duration.ofMinutes(26))).isEqualTo("MISSED");
    }

    @Test
    void whoChoseHoursIsNotJudgedExceptInImmediateDanger() {
        FiledReports evenings = FiledReports.aFiledReport().inWindows("EVENING");

        assertThat(coded(aCase().about(evenings.judged(Level.L2_EMERGENT)), Duration.ofHours(9))
                        .codes())
                .containsEntry(Dimension.ANSWERED, "WAITED")
                .containsEntry(Dimension.ACTED, "WAITED")
                .containsEntry(Dimension.ACKNOWLEDGED, "MISSED");
        assertThat(coded(aCase().about(evenings.judged(Level.L1_IMMEDIATE)), Duration.ofHours(9))
                        .codes())
                .containsEntry(Dimension.ANSWERED, "MISSED");
    }

    @Test
    void aClosedCaseHasItsEndAndNoClockThatRuns() {
        CodedCase coded = coded(aCase().closedAfter(Duration.ofMinutes(5)), Duration.ofDays(60));

        assertThat(coded.closed()).isEqualTo(new Quarter(2026, 4));
        assertThat(coded.codes())
                .containsEntry(Dimension.OUTCOME, "SERVICE_DELIVERED")
                .containsEntry(Dimension.REOPENED, "NO")
                .containsEntry(Dimension.ACTED, "NONE");
    }

    @Test
    void knowsWhatHumansMadeOfTheLevel() {
        assertThat(coded(aCase().decided(Level.L2_EMERGENT, Level.L3_URGENT, true), Duration.ZERO)
                        .codes())
                .containsEntry(Dimension.OVERRIDE, "LOWERED")
                .containsEntry(Dimension.SUSPICION, "FALSE_ALARM");
        assertThat(coded(aCase().decided(Level.L3_URGENT, Level.L1_IMMEDIATE, false), Duration.ZERO)
                        .codes())
                .containsEntry(Dimension.OVERRIDE, "RAISED")
                .containsEntry(Dimension.SUSPICION, "NONE");
    }

    @Test
    void aDrillIsInNoCount() {
        assertThat(coder.code(aCase().drill().build(), OPENED)).isEmpty();
    }

    @Test
    void printsNothingOfACase() {
        assertThat(coded(aCase(), Duration.ZERO)).hasToString("CodedCase[2026-Q4, redacted]");
    }

    private String verdict(Sample sample, Duration after) {
        return coded(sample, after).codes().getOrDefault(Dimension.ACKNOWLEDGED, "");
    }

    private CodedCase coded(Sample sample, Duration after) {
        return coder.code(sample.build(), OPENED.plus(after)).orElseThrow();
    }

    private static Sample aCase() {
        return new Sample();
    }

    /** A case as a sentence. */
    private static final class Sample {
        private FiledReport filed =
                FiledReports.aFiledReport().judged(Level.L2_EMERGENT).build();
        private CaseLevel level = new CaseLevel(Level.L2_EMERGENT, false, null);
        private Instant clockFrom = OPENED;
        private CaseStatus status = CaseStatus.NEW;
        private @Nullable Instant acknowledged;
        private Handling.@Nullable Disposition disposition;
        private @Nullable Coding coding;
        private boolean drill;
        private final List<CaseEvent> events = new ArrayList<>();

        Sample about(FiledReports report) {
            filed = report.build();
            level = new CaseLevel(report.assessment().level(), false, null);
            return this;
        }

        Sample coded(Coding said) {
            coding = said;
            return this;
        }

        Sample claimedAfter(Duration time) {
            acknowledged = OPENED.plus(time);
            status = CaseStatus.ACKED;
            events.add(new CaseEvent(CaseEvent.Kind.CLAIMED, OPENED.plus(time), LAYLA.value(), null, null));
            return this;
        }

        Sample raisedAfter(Duration time) {
            clockFrom = OPENED.plus(time);
            return this;
        }

        Sample closedAfter(Duration time) {
            status = CaseStatus.CLOSED;
            disposition = Handling.Disposition.SERVICE_DELIVERED;
            events.add(new CaseEvent(CaseEvent.Kind.CLOSED, OPENED.plus(time), LAYLA.value(), null, null));
            return this;
        }

        Sample decided(Level machine, Level human, boolean suspected) {
            level = new CaseLevel(
                    machine, suspected, new CaseLevel.HumanLevel(human, machine, "a reason", LAYLA, null, OPENED));
            return this;
        }

        Sample drill() {
            drill = true;
            return this;
        }

        Case build() {
            ReportPart part = new ReportPart(
                    0,
                    "0",
                    false,
                    false,
                    filed.at(),
                    filed.story(),
                    filed.lines(),
                    filed.assessment().facts(),
                    filed.assessment(),
                    filed.consents(),
                    List.of(),
                    filed.evidence());
            CaseReport report = new CaseReport(
                    filed.id(),
                    filed.locale(),
                    filed.channel(),
                    List.of(part),
                    List.of(),
                    null,
                    filed.capsule(),
                    filed.mark(),
                    filed.windows(),
                    null,
                    filed.assessment(),
                    List.of(),
                    List.of());
            Map<String, Object> parts = new HashMap<>();
            parts.put("number", CodedCases.number(4839));
            parts.put("version", 1L);
            parts.put("edition", 1L);
            parts.put("opened", OPENED);
            parts.put("clockFrom", clockFrom);
            parts.put("drill", drill);
            parts.put("level", level);
            parts.put("reports", List.of(report));
            parts.put(
                    "handling",
                    new Handling(
                            status,
                            acknowledged == null ? null : LAYLA,
                            null,
                            acknowledged,
                            null,
                            Set.of(),
                            null,
                            null,
                            disposition,
                            null));
            parts.put("contact", new Contact(false, null, null, null));
            parts.put("events", events);
            parts.put("coding", coding);
            List.of("pages", "replies", "audits").forEach(none -> parts.put(none, List.of()));
            return made(parts);
        }

        /** By name: what other features keep on a case later is left out here, as in cases stored before them. */
        private static Case made(Map<String, Object> parts) {
            RecordComponent[] components = Case.class.getRecordComponents();
            try {
                Constructor<Case> constructor = Case.class.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                return constructor.newInstance(Arrays.stream(components)
                        .map(component -> parts.get(component.getName()))
                        .toArray());
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}

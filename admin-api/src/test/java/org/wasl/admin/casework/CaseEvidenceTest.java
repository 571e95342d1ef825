package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AccusedHandle.Kind;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.report.Category;

/** What points at the one who threatens, as a case keeps it; and what may be asked next. */
class CaseEvidenceTest {

    private static final DigitalEvidence EVIDENCE = new DigitalEvidence(
            List.of(new AccusedHandle(Kind.ACCOUNT, Platform.INSTAGRAM, "demo.account_1")),
            new AskedAmount(500, AskedAmount.Currency.DOLLAR));

    @Test
    void comesBackOutOfTheStoredCaseAsItWas() {
        CaseCodec codec = new CaseCodec();
        Case held = aCase(part(0, EVIDENCE));

        Case read = codec.read(codec.write(held));

        assertThat(read.reports().getFirst().evidence()).isEqualTo(EVIDENCE);
        assertThat(read).isEqualTo(held);
    }

    @Test
    void aCaseStoredBeforeThereWasSuchEvidenceHoldsNone() {
        CaseCodec codec = new CaseCodec();
        String stored =
                new String(codec.write(aCase(part(0, DigitalEvidence.NONE))), java.nio.charset.StandardCharsets.UTF_8);
        String before = stored.replaceFirst(",\"evidence\":\\{\"amount\":null,\"handles\":\\[]}", "")
                .replaceFirst(",\"evidence\":\\{\"handles\":\\[],\"amount\":null}", "");
        assertThat(before).isNotEqualTo(stored).doesNotContain("handles");

        Case read = codec.read(before.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(read.reports().getFirst().evidence()).isEqualTo(DigitalEvidence.NONE);
    }

    @Test
    void theLastAnswerCorrectsTheOneBeforeAndALaterFilingWithoutOneTakesNothingAway() {
        DigitalEvidence mistyped = new DigitalEvidence(
                List.of(new AccusedHandle(Kind.ACCOUNT, Platform.INSTAGRAM, "demo.acount_1")), null);
        CaseReport report = aCase(part(0, mistyped)).reports().getFirst();

        CaseReport grown = report.with(part(1, EVIDENCE)).with(part(2, DigitalEvidence.NONE));

        assertThat(grown.evidence()).isEqualTo(EVIDENCE);
    }

    @Test
    void everyMatterHasItsListOfWhatMayBeAskedNextAndNothingKnownStandsInIt() {
        for (Category category : Category.values()) {
            assertThat(AskNext.of(category)).as(category.name()).doesNotHaveDuplicates();
            assertThat(AskNext.of(category).isEmpty()).isEqualTo(category == Category.NONE);
        }
        FiledReport filed = aFiledReport().build();
        assertThat(AskNext.of(filed.assessment()))
                .noneMatch(fact -> filed.assessment().facts().holds(fact))
                .isSubsetOf(AskNext.of(filed.assessment().category()));
    }

    private static Case aCase(ReportPart part) {
        FiledReport filed = aFiledReport().build();
        Arrival arrival = new Arrival(
                filed.id(), filed.locale(), filed.channel(), false, part, null, null, null, List.of(), null);
        CaseReport report = arrival.addedTo(arrival.emptyReport());
        Instant now = Clock.fixed(filed.at(), ZoneOffset.UTC).instant();
        return new Case(
                CaseNumber.random(new java.security.SecureRandom()),
                0,
                1,
                now,
                now,
                false,
                new CaseLevel(filed.assessment().level(), false, null),
                List.of(report),
                Handling.NOBODY,
                Contact.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static ReportPart part(int sequence, DigitalEvidence evidence) {
        FiledReport filed = aFiledReport().build();
        return new ReportPart(
                sequence,
                "digest" + sequence,
                false,
                false,
                filed.at(),
                filed.story(),
                filed.lines(),
                filed.facts(),
                filed.assessment(),
                filed.consents(),
                List.of(),
                evidence);
    }
}

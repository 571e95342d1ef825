package org.wasl.config.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Left;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Said;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.intake.Stage;

class MonthTest {

    private static final Set<String> SEATS = Set.of("operator", "supervisor", "supervisor-2", "officer", "coordinator");
    private static final Set<String> DEEDS = Set.of(
            "acknowledge",
            "reply",
            "note",
            "step",
            "status",
            "next",
            "close",
            "agree",
            "followed",
            "consent",
            "plan-visit",
            "allow-visit",
            "out-there",
            "visited",
            "plan-safety",
            "refer",
            "send-referral",
            "referral-answered",
            "transfer",
            "take-transfer");

    private final Month month = Month.read();

    @Test
    void isAMonthInThreeLanguagesAndBothChannels() {
        assertThat(month.reports()).hasSizeGreaterThan(40);
        assertThat(month.reports()).extracting(Month.Told::locale).contains("ar-IQ", "ckb", "kmr-Arab");
        assertThat(month.reports()).extracting(Month.Told::channel).contains("telegram", "web");
        assertThat(month.reports()).allSatisfy(told -> {
            assertThat(told.day()).isBetween(0, Month.DAYS);
            assertThat(month.courses()).containsKey(told.course());
        });
    }

    @Test
    void someLeftAtEveryStageAndSomeSaidHowItWas() {
        assertThat(month.left().keySet()).extracting(Left::stage).contains(Stage.values());
        assertThat(month.left().keySet())
                .allMatch(left ->
                        (left.stage() == Stage.GREETING) == left.locale().isEmpty());
        assertThat(month.said().keySet()).extracting(Said::helped).containsOnly(Tap.YES, Tap.NO);
    }

    @Test
    void everythingThatIsDoneCanBeDone() {
        month.courses().forEach((name, deeds) -> {
            assertThat(deeds).as(name).allSatisfy(deed -> {
                assertThat(SEATS).contains(deed.by());
                assertThat(DEEDS).contains(deed.what());
            });
            assertThat(deeds.stream().map(Month.Deed::after).toList())
                    .as(name)
                    .isSorted()
                    .allMatch(after -> after.compareTo(Duration.ZERO) > 0);
        });
    }

    @Test
    void everyDeedIsDoneInSomeReport() {
        Set<String> courses = month.reports().stream().map(Month.Told::course).collect(Collectors.toSet());
        assertThat(month.courses().keySet()).isEqualTo(courses);
        assertThat(month.courses().values().stream().flatMap(deeds -> deeds.stream()))
                .extracting(Month.Deed::what)
                .contains(DEEDS.toArray(String[]::new));
    }

    /** What may be read without its page's banner says by itself that nobody and no place of it is real. */
    @Test
    void sessionsAndThePartnerArePlainlyMadeUp() {
        assertThat(String.valueOf(month.partner().get("names"))).contains("عرض تجريبي", "نمایش", "Demonstration");
        assertThat(month.sessions()).hasSizeGreaterThan(2).allSatisfy(session -> {
            assertThat(session.day() + session.later()).isLessThan(Month.DAYS);
            assertThat(String.valueOf(session.asked().get("wish"))).startsWith("Demonstration: ");
            assertThat(String.valueOf(session.asked().get("contact"))).startsWith("Demonstration: ");
            assertThat(String.valueOf(session.came().get("words"))).startsWith("Demonstration: ");
        });
        assertThat(month.sessions().stream()
                        .map(session -> String.valueOf(session.asked().get("language"))))
                .contains("ar", "ckb", "kmr");
    }

    @Test
    void fewerSayHowItWasThanReported() {
        assertThat(month.said().values().stream().mapToInt(times -> times).sum())
                .isPositive()
                .isLessThan(month.reports().size());
    }

    @Test
    void whoTookAnythingOverIsNamedByAUnit() {
        assertThat(month.courses().values().stream().flatMap(deeds -> deeds.stream()))
                .filteredOn(deed -> deed.what().equals("step"))
                .isNotEmpty()
                .allSatisfy(deed -> assertThat(deed.unit() != null).isEqualTo("PATROL_TOOK_OVER".equals(deed.value())));
    }

    @Test
    void whatIsSaidIsThereInTheLanguageOfWhomItIsSaidTo() {
        Set<String> locales = month.reports().stream().map(Month.Told::locale).collect(Collectors.toSet());
        month.courses().values().stream()
                .flatMap(deeds -> deeds.stream())
                .filter(deed -> deed.say() != null && deed.what().equals("reply"))
                .forEach(deed -> assertThat(month.words().get(deed.say()))
                        .as(deed.say())
                        .containsKeys(locales.toArray(String[]::new)));
    }
}

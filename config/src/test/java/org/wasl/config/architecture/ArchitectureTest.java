package org.wasl.config.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the house holds on the house and bites on a canary with that one violation planted in it. */
class ArchitectureTest {

    private static final String HOUSE = "org.wasl";
    private static final String CANARY = "org.wasl.config.architecture.canary";

    /** The other modules' fixtures lie in folders while one edits, in jars in a whole build. */
    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(HOUSE);

    private static final JavaClasses CANARY_CLASSES = new ClassFileImporter().importPackages(CANARY);

    /** Rule and the planted class that must trip it. */
    private static final Map<String, String> PLANTED = Map.ofEntries(
            Map.entry("triageKnowsNobody", "triage.report.KnowsBot"),
            Map.entry("botDoesNotKnowAdmin", "bot.guard.KnowsDesk"),
            Map.entry("adminDoesNotKnowBot", "admin.inbox.KnowsBot"),
            Map.entry("nobodyKnowsConfig", "bot.guard.KnowsConfig"),
            Map.entry("noCyclesBetweenFeatures", "bot.filing.Round"),
            Map.entry("conversationIsPure", "bot.conversation.DoesInput"),
            Map.entry("channelsAreKeptFromTheDialogue", "bot.channel.KnowsDialogue"),
            Map.entry("noWallClockInTriageAndConversation", "triage.text.ReadsClock"),
            Map.entry("noRandomnessOfItsOwnInTriageAndConversation", "bot.conversation.RollsDice"),
            Map.entry("librariesStayInTheirHome", "admin.alert.UsesTelegram"),
            Map.entry("noJavaSerialisation", "bot.session.Deserialises"),
            Map.entry("noDefaultTyping", "bot.session.NamesTypes"),
            Map.entry("secretsDoNotPrintThemselves", "bot.filing.Talkative"),
            Map.entry("domainCarriesNoSpring", "admin.alert.Ticks"),
            Map.entry("noVagueNames", "admin.alert.AlertManager"),
            Map.entry("noPrinting", "bot.session.Prints"),
            Map.entry("recordsHoldNoArrays", "bot.session.SharesBytes"),
            Map.entry("publicIsEarned", "admin.alert.Unearned"));

    static Stream<Arguments> rules() {
        Map<String, ArchRule> canaries = new HouseRules(CANARY).all();
        return new HouseRules(HOUSE)
                .all().entrySet().stream()
                        .map(rule -> Arguments.of(rule.getKey(), rule.getValue(), canaries.get(rule.getKey())));
    }

    @ParameterizedTest(name = "{0} holds")
    @MethodSource("rules")
    void holds(String name, ArchRule rule, ArchRule canary) {
        rule.check(HOUSE_CLASSES);
    }

    @ParameterizedTest(name = "{0} bites")
    @MethodSource("rules")
    void bites(String name, ArchRule rule, ArchRule canary) {
        EvaluationResult result = canary.evaluate(CANARY_CLASSES);
        assertThat(String.join("\n", result.getFailureReport().getDetails()))
                .contains(CANARY + "." + PLANTED.get(name));
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        assertThat(PLANTED.keySet()).isEqualTo(new HouseRules(HOUSE).all().keySet());
    }

    @Test
    void publicConstantsAreEarnedByAnImportElsewhere() {
        String told = String.join(
                "\n",
                new PublicIsEarned(CANARY)
                        .rule()
                        .evaluate(CANARY_CLASSES)
                        .getFailureReport()
                        .getDetails());
        assertThat(told).contains(".UnearnedNumbers is public").doesNotContain(".EarnedNumbers is public");
    }
}

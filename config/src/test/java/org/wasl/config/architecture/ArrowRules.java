package org.wasl.config.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who may know whom: modules, features, and the libraries at their homes. */
final class ArrowRules {

    private final String base;

    ArrowRules(String base) {
        this.base = base;
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("triageKnowsNobody", triageKnowsNobody());
        rules.put("botDoesNotKnowAdmin", botDoesNotKnowAdmin());
        rules.put("adminDoesNotKnowBot", adminDoesNotKnowBot());
        rules.put("nobodyKnowsConfig", nobodyKnowsConfig());
        rules.put("noCyclesBetweenFeatures", noCyclesBetweenFeatures());
        rules.put("conversationIsPure", conversationIsPure());
        rules.put("channelsAreKeptFromTheDialogue", channelsAreKeptFromTheDialogue());
        rules.put("librariesStayInTheirHome", librariesStayInTheirHome());
        return rules;
    }

    private ArchRule triageKnowsNobody() {
        return classes()
                .that()
                .resideInAPackage(base + ".triage..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        base + ".triage..",
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "opennlp..",
                        "org.apache.lucene..",
                        "com.google.crypto.tink..",
                        "com.google.errorprone.annotations..",
                        "org.bouncycastle..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation.."))
                .as("triage knows the JDK, its libraries and nobody else");
    }

    private ArchRule botDoesNotKnowAdmin() {
        return noClasses()
                .that()
                .resideInAPackage(base + ".bot..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".admin..")
                .as("the bot does not know the desk");
    }

    private ArchRule adminDoesNotKnowBot() {
        return noClasses()
                .that()
                .resideInAPackage(base + ".admin..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".bot..")
                .as("the desk does not know the bot");
    }

    private ArchRule nobodyKnowsConfig() {
        return noClasses()
                .that()
                .resideInAnyPackage(base + ".bot..", base + ".admin..", base + ".triage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".config..")
                .as("nobody knows the composition root");
    }

    private ArchRule noCyclesBetweenFeatures() {
        return slices().matching(base + ".(*).(*)..").should().beFreeOfCycles();
    }

    private ArchRule conversationIsPure() {
        return noClasses()
                .that(resideInAPackage(base + ".bot.conversation.."))
                .and(not(isWiring()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "redis..",
                        "org.springframework..",
                        "java.net..",
                        "java.sql..",
                        "org.telegram..",
                        base + ".bot.session..",
                        base + ".bot.filing..",
                        base + ".bot.mailbox..")
                .as("the conversation does no input or output");
    }

    private ArchRule channelsAreKeptFromTheDialogue() {
        return noClasses()
                .that()
                .resideInAPackage(base + ".bot.channel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        base + ".bot.conversation..",
                        base + ".bot.session..",
                        base + ".bot.filing..",
                        base + ".bot.mailbox..")
                .as("channels are upstream of the dialogue and know only their own contract");
    }

    private ArchRule librariesStayInTheirHome() {
        Map<String, Set<String>> homes = Map.of(
                "org.telegram..", Set.of(base + ".bot.channel.telegram.."),
                "com.google.crypto.tink..", Set.of(base + ".triage.seal.."),
                "org.bouncycastle..",
                        Set.of(base + ".triage.seal..", base + ".triage.mailbox..", base + ".admin.officer.."),
                "opennlp..", Set.of(base + ".triage.."),
                "org.apache.lucene..", Set.of(base + ".triage.text.."),
                "com.mongodb..", Set.of(base + ".admin..", base + ".config.."),
                "redis.clients..", Set.of(base + ".bot..", base + ".admin..", base + ".config.."),
                "redis.embedded..", Set.of(base + ".config.store.."),
                "de.bwaldvogel..", Set.of(base + ".config.store.."));
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .should(new ArchCondition<>("use each library only in its home") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        homes.forEach((library, home) -> type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> resideInAPackage(library).test(dependency.getTargetClass()))
                                .filter(dependency -> home.stream()
                                        .noneMatch(p -> resideInAPackage(p).test(type)))
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()))));
                    }
                });
    }

    private static DescribedPredicate<JavaClass> isWiring() {
        return describe(
                "wiring",
                type -> type.getSimpleName().endsWith("Configuration")
                        || type.getSimpleName().endsWith("Settings"));
    }
}

package org.wasl.config.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What judgement and dialogue are given and never take themselves, and what no data may choose. */
final class GivenRules {

    private final String base;

    GivenRules(String base) {
        this.base = base;
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("noWallClockInTriageAndConversation", noWallClockInTriageAndConversation());
        rules.put("noRandomnessOfItsOwnInTriageAndConversation", noRandomnessOfItsOwnInTriageAndConversation());
        rules.put("noJavaSerialisation", noJavaSerialisation());
        rules.put("noDefaultTyping", noDefaultTyping());
        return rules;
    }

    private ArchRule noWallClockInTriageAndConversation() {
        DescribedPredicate<JavaAccess<?>> wallClock = describe(
                "read the wall clock",
                access -> isCall(access, System.class, "currentTimeMillis")
                        || isCall(access, Clock.class, "systemUTC", "systemDefaultZone", "system")
                        || (Set.of("now").contains(access.getTarget().getName())
                                && access.getTargetOwner().getPackageName().equals("java.time")
                                && access.getTarget() instanceof AccessTarget.MethodCallTarget call
                                && call.getRawParameterTypes().isEmpty())
                        || (access.getTargetOwner().isEquivalentTo(java.util.Date.class)
                                && access.getTarget() instanceof AccessTarget.ConstructorCallTarget made
                                && made.getRawParameterTypes().isEmpty()));
        return noClasses()
                .that()
                .resideInAnyPackage(base + ".triage..", base + ".bot.conversation..")
                .should()
                .accessTargetWhere(wallClock)
                .as("triage and conversation have no clock of their own, so that " + Instant.class.getSimpleName()
                        + "s come from outside");
    }

    private ArchRule noRandomnessOfItsOwnInTriageAndConversation() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        base + ".bot.conversation..",
                        base + ".triage.text..",
                        base + ".triage.assessment..",
                        base + ".triage.report..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.util.Random.class,
                        java.security.SecureRandom.class,
                        java.util.UUID.class,
                        java.util.concurrent.ThreadLocalRandom.class)
                .as("judgement and dialogue use only the randomness they are given");
    }

    private ArchRule noJavaSerialisation() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.io.ObjectInputStream.class, java.io.ObjectOutputStream.class, java.beans.XMLDecoder.class)
                .as("nothing is deserialised by Java serialisation");
    }

    private ArchRule noDefaultTyping() {
        DescribedPredicate<JavaAccess<?>> typing = describe(
                "let the data name a type",
                access -> Set.of(
                                "activateDefaultTyping",
                                "activateDefaultTypingAsProperty",
                                "enableDefaultTyping",
                                "polymorphicTypeValidator")
                        .contains(access.getTarget().getName()));
        ArchCondition<JavaClass> byTypeName = new ArchCondition<>("carry a type name chosen by the data") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                annotatedWithClassNames(type, type, events);
                type.getMembers().forEach(member -> annotatedWithClassNames(type, member, events));
            }
        };
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .accessTargetWhere(typing)
                .orShould(byTypeName)
                .as("nothing read is given a type that the data names");
    }

    private static void annotatedWithClassNames(JavaClass type, CanBeAnnotated member, ConditionEvents events) {
        if (!(member instanceof com.tngtech.archunit.core.domain.properties.HasAnnotations<?> annotated)) {
            return;
        }
        annotated
                .tryGetAnnotationOfType("com.fasterxml.jackson.annotation.JsonTypeInfo")
                .ifPresent(info -> {
                    String use = String.valueOf(info.get("use").orElse(""));
                    if (use.endsWith("CLASS") || use.endsWith("CLASS.name")) {
                        events.add(SimpleConditionEvent.satisfied(type, type.getName() + " is typed by " + use));
                    }
                });
    }

    private static boolean isCall(JavaAccess<?> access, Class<?> owner, String... names) {
        return access.getTargetOwner().isEquivalentTo(owner)
                && Set.of(names).contains(access.getTarget().getName());
    }
}

package org.wasl.config.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
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
import java.util.stream.Collectors;

/**
 * The rules the house keeps, each parameterised by a base package: the same rule runs on {@code org.wasl}, where it must
 * hold, and on a small canary house with a planted violation, where it must bite. A rule that names a package wrongly
 * passes on both and is found out by the canary.
 */
final class HouseRules {

    private final String base;

    HouseRules(String base) {
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
        rules.put("noWallClockInTriageAndConversation", noWallClockInTriageAndConversation());
        rules.put("noRandomnessOfItsOwnInTriageAndConversation", noRandomnessOfItsOwnInTriageAndConversation());
        rules.put("librariesStayInTheirHome", librariesStayInTheirHome());
        rules.put("noJavaSerialisation", noJavaSerialisation());
        rules.put("noDefaultTyping", noDefaultTyping());
        rules.put("secretsDoNotPrintThemselves", secretsDoNotPrintThemselves());
        rules.put("domainCarriesNoSpring", domainCarriesNoSpring());
        rules.put("noVagueNames", noVagueNames());
        rules.put("noPrinting", noPrinting());
        rules.put("recordsHoldNoArrays", recordsHoldNoArrays());
        rules.put("publicIsEarned", new PublicIsEarned(base).rule());
        return rules;
    }

    ArchRule triageKnowsNobody() {
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

    ArchRule botDoesNotKnowAdmin() {
        return noClasses()
                .that()
                .resideInAPackage(base + ".bot..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".admin..")
                .as("the bot does not know the desk");
    }

    ArchRule adminDoesNotKnowBot() {
        return noClasses()
                .that()
                .resideInAPackage(base + ".admin..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".bot..")
                .as("the desk does not know the bot");
    }

    ArchRule nobodyKnowsConfig() {
        return noClasses()
                .that()
                .resideInAnyPackage(base + ".bot..", base + ".admin..", base + ".triage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".config..")
                .as("nobody knows the composition root");
    }

    ArchRule noCyclesBetweenFeatures() {
        return slices().matching(base + ".(*).(*)..").should().beFreeOfCycles();
    }

    ArchRule conversationIsPure() {
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

    ArchRule channelsAreKeptFromTheDialogue() {
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

    ArchRule noWallClockInTriageAndConversation() {
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

    ArchRule noRandomnessOfItsOwnInTriageAndConversation() {
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

    ArchRule librariesStayInTheirHome() {
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

    ArchRule noJavaSerialisation() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.io.ObjectInputStream.class, java.io.ObjectOutputStream.class, java.beans.XMLDecoder.class)
                .as("nothing is deserialised by Java serialisation");
    }

    ArchRule noDefaultTyping() {
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

    /** Records and classes that hold citizens' words, addresses or keys say so by overriding toString. */
    ArchRule secretsDoNotPrintThemselves() {
        Set<String> telling = Set.of(
                "text",
                "story",
                "address",
                "password",
                "passwordhash",
                "secret",
                "receipt",
                "digits",
                "privatereplykey",
                "privatesignkey",
                "deskSecret".toLowerCase(java.util.Locale.ROOT));
        return classes()
                .that()
                .resideInAnyPackage(
                        base + ".bot..",
                        base + ".admin..",
                        base + ".triage.intake..",
                        base + ".triage.mailbox..",
                        base + ".triage.seal..")
                .and(not(describe(
                        "a step of a flow, whose text is a key of the catalogue",
                        type -> type.getPackageName().equals(base + ".bot.conversation")
                                && type.getName().matches(".*\\.(Step|Guidance)\\$.*"))))
                .and()
                .areRecords()
                .should(new ArchCondition<>("override toString when a component tells something") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Set<String> found = type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .filter(field -> field.getRawType().isEquivalentTo(String.class)
                                        || field.getRawType().getSimpleName().equals("Bytes"))
                                .map(JavaField::getName)
                                .filter(name -> telling.contains(name.toLowerCase(java.util.Locale.ROOT)))
                                .collect(Collectors.toSet());
                        if (!found.isEmpty() && !printsItself(type)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " prints its components " + found));
                        }
                    }
                });
    }

    ArchRule domainCarriesNoSpring() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(base + "..")
                .should()
                .notBeAnnotatedWith("org.springframework.scheduling.annotation.Scheduled")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .as("no class is wired by annotation; configurations wire");
    }

    ArchRule noVagueNames() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..manager..");
    }

    ArchRule noPrinting() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and(not(describe(
                        "an entry point of the command line",
                        type -> type.getSimpleName().equals("WaslApplication")
                                || type.getPackageName().equals(base + ".triage.cli")
                                || type.getPackageName().equals(base + ".triage.start"))))
                .should()
                .accessTargetWhere(describe(
                        "print",
                        access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err")
                                        .contains(access.getTarget().getName())));
    }

    ArchRule recordsHoldNoArrays() {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .areRecords()
                .and()
                .arePublic()
                .should(new ArchCondition<>("hold no arrays, which are shared and compared by identity") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .filter(field -> field.getRawType().isArray())
                                .forEach(field ->
                                        events.add(SimpleConditionEvent.violated(field, field.getDescription())));
                    }
                });
    }

    private static boolean printsItself(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getName().equals("toString"))
                .anyMatch(method -> !isGenerated(type, method));
    }

    /** What the compiler writes into a record all stands on one line of the source: the record's own. */
    private static boolean isGenerated(JavaClass type, JavaMethod toString) {
        int line = toString.getSourceCodeLocation().getLineNumber();
        return type.getMethods().stream()
                .filter(method ->
                        method.getName().equals("hashCode") || method.getName().equals("equals"))
                .anyMatch(method -> method.getSourceCodeLocation().getLineNumber() == line);
    }

    private static DescribedPredicate<JavaClass> isWiring() {
        return describe(
                "wiring",
                type -> type.getSimpleName().endsWith("Configuration")
                        || type.getSimpleName().endsWith("Settings"));
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

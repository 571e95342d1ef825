package org.wasl.config.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How a class of the house looks: what it is called, what it holds, and what it shows. */
final class FormRules {

    private final String base;

    FormRules(String base) {
        this.base = base;
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("secretsDoNotPrintThemselves", secretsDoNotPrintThemselves());
        rules.put("domainCarriesNoSpring", domainCarriesNoSpring());
        rules.put("noVagueNames", noVagueNames());
        rules.put("noPrinting", noPrinting());
        rules.put("recordsHoldNoArrays", recordsHoldNoArrays());
        return rules;
    }

    /** Records and classes that hold citizens' words, addresses or keys say so by overriding toString. */
    private ArchRule secretsDoNotPrintThemselves() {
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

    private ArchRule domainCarriesNoSpring() {
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

    private ArchRule noVagueNames() {
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

    private ArchRule noPrinting() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and(not(describe(
                        "an entry point of the command line or of a process that answers on its output",
                        type -> type.getSimpleName().equals("WaslApplication")
                                || type.getFullName().equals(base + ".admin.picture.ImageProcess")
                                || type.getPackageName().equals(base + ".triage.cli")
                                || type.getPackageName().equals(base + ".triage.start"))))
                .should()
                .accessTargetWhere(describe(
                        "print",
                        access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err")
                                        .contains(access.getTarget().getName())));
    }

    private ArchRule recordsHoldNoArrays() {
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
}

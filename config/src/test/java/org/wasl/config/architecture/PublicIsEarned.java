package org.wasl.config.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A public class is earned by a caller in another package; what nobody calls must be package-private.
 *
 * <p>The compiler copies constants into whoever uses them and leaves no trace of where they came from. So a class of
 * nothing but constants is earned by a source file of another package that imports it.
 */
final class PublicIsEarned extends ArchCondition<JavaClass> {

    private final String base;

    PublicIsEarned(String base) {
        super("be used by another package");
        this.base = base;
    }

    ArchRule rule() {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(this);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean earned = usedElsewhere(type)
                || inAPublicSignature(type)
                || type.isAnnotatedWith("org.springframework.context.annotation.Configuration")
                || type.isAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
                || type.getMethods().stream().anyMatch(PublicIsEarned::isMain)
                || nestedUsed(type)
                || (holdsOnlyConstants(type) && importedElsewhere(type));
        if (!earned) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " is public and no other package uses it"));
        }
    }

    private static boolean usedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(dependency ->
                        !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** Whoever calls a public type gets and gives these, even without naming them. */
    private static boolean inAPublicSignature(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(other -> !other.equals(type) && other.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(other -> other.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .anyMatch(unit -> unit.getAllInvolvedRawTypes().stream()
                        .anyMatch(involved ->
                                involved.equals(type) || involved.getName().startsWith(type.getName() + "$")));
    }

    private static boolean nestedUsed(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(nested -> nested.getName().startsWith(type.getName() + "$"))
                .anyMatch(PublicIsEarned::usedElsewhere);
    }

    private static boolean isMain(JavaMethod method) {
        return method.getName().equals("main") && method.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean holdsOnlyConstants(JavaClass type) {
        return type.getMethods().isEmpty() && type.getFields().stream().allMatch(PublicIsEarned::isConstant);
    }

    private static boolean isConstant(JavaField field) {
        return field.getModifiers().containsAll(List.of(JavaModifier.STATIC, JavaModifier.FINAL))
                && (field.getRawType().isPrimitive() || field.getRawType().isEquivalentTo(String.class));
    }

    private boolean importedElsewhere(JavaClass type) {
        String own = type.getPackageName().replace('.', '/');
        return sources().anyMatch(root -> {
            try (Stream<Path> files = Files.walk(root.resolve(base.replace('.', '/')))) {
                return files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.getParent().endsWith(own))
                        .anyMatch(file -> imports(file, type));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** The house stands in the modules' main sources, the canaries in this module's tests. */
    private Stream<Path> sources() {
        return Stream.of(
                        "../triage/src/main/java",
                        "../bot/src/main/java",
                        "../admin-api/src/main/java",
                        "src/main/java",
                        "src/test/java")
                .filter(root -> base.startsWith(HouseRules.class.getPackageName()) == root.contains("test"))
                .map(Path::of);
    }

    private static boolean imports(Path file, JavaClass type) {
        try {
            String text = Files.readString(file);
            return text.contains("import " + type.getName() + ";")
                    || text.contains("import static " + type.getName() + ".");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

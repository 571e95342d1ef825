package org.wasl.config.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything the REST API does the console does, and the other way round: for every method of a desk that is told who
 * calls, whether a page leads to it and whether a route does. Reads compiled code, from the mapped methods down to the
 * first desk.
 */
final class BothWays {
    /** From where somebody reaches a desk. */
    enum Way {
        PAGE,
        ROUTE
    }

    private static final String CALLER = "CurrentStaff";

    /** Desks by another name. */
    private static final Set<String> DESKS = Set.of(
            "AlertBoard", "BreakGlass", "MeetingDecisions", "MeetingMinutes", "MeetingWork", "OutThere", "ScreenLock");

    private static final Set<String> VERBS =
            Set.of("GetMapping", "PostMapping", "PutMapping", "DeleteMapping", "PatchMapping", "RequestMapping");

    private final JavaClasses classes;
    private final String base;

    /** @param base the package whose classes are looked at */
    BothWays(JavaClasses classes, String base) {
        this.classes = classes;
        this.base = base;
    }

    /** By which ways each method is reached: {@code CaseDesk.close} by both, one nobody reaches by none. */
    Map<String, Set<Way>> reached() {
        Map<String, Set<Way>> reached = new TreeMap<>();
        for (JavaClass type : classes) {
            type.getMethods().stream()
                    .filter(this::decides)
                    .forEach(method -> reached.computeIfAbsent(name(method), _ -> EnumSet.noneOf(Way.class)));
        }
        for (JavaClass type : classes) {
            for (JavaMethod method : type.getMethods()) {
                way(method)
                        .ifPresent(way -> follow(method)
                                .forEach(desk -> reached.get(name(desk)).add(way)));
            }
        }
        return reached;
    }

    /** Every deciding method that is called on the way from here, and nothing behind one. */
    private Set<JavaMember> follow(JavaMethod from) {
        Set<JavaMember> desks = new HashSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(from));
        Deque<JavaCodeUnit> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            called(waiting.removeFirst()).filter(this::ours).filter(seen::add).forEach(next -> {
                if (decides(next)) {
                    desks.add(next);
                } else {
                    waiting.add(next);
                }
            });
        }
        return desks;
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit from) {
        return Stream.concat(
                        from.getCallsFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember()),
                        from.getCodeUnitReferencesFromSelf().stream()
                                .map(reference -> reference.getTarget().resolveMember()))
                .flatMap(Optional::stream)
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast);
    }

    private boolean ours(JavaCodeUnit unit) {
        return unit.getOwner().getPackageName().startsWith(base);
    }

    private boolean decides(JavaCodeUnit unit) {
        String owner = unit.getOwner().getSimpleName();
        return ours(unit)
                && unit instanceof JavaMethod
                && (owner.endsWith("Desk") || DESKS.contains(owner))
                && !unit.getModifiers().contains(JavaModifier.PRIVATE)
                && !unit.getModifiers().contains(JavaModifier.STATIC)
                && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                && unit.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getSimpleName().equals(CALLER));
    }

    private static String name(JavaMember method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    /** From where a method is called by the web; empty for one that is not. */
    private Optional<Way> way(JavaMethod method) {
        return ours(method) ? path(method).map(BothWays::way) : Optional.empty();
    }

    private static Way way(String path) {
        return path.startsWith("/api") ? Way.ROUTE : Way.PAGE;
    }

    private static Optional<String> path(JavaMethod method) {
        return mapping(method.getAnnotations())
                .map(here -> mapping(method.getOwner().getAnnotations())
                                .map(BothWays::first)
                                .orElse("")
                        + first(here));
    }

    private static Optional<JavaAnnotation<?>> mapping(Set<? extends JavaAnnotation<?>> annotations) {
        return annotations.stream()
                .filter(one -> VERBS.contains(one.getRawType().getSimpleName()))
                .findFirst()
                .map(one -> one);
    }

    private static String first(JavaAnnotation<?> mapping) {
        return Stream.of("path", "value")
                .flatMap(name -> mapping.get(name).stream())
                .filter(Object[].class::isInstance)
                .flatMap(paths -> Stream.of((Object[]) paths))
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }
}

package org.wasl.admin.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Handling;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the classes from a file of the class path, in its order. Whatever it does not know it notes, and reads on. */
final class PlanFile {
    private static final Set<String> KEYS = Set.of("keep", "source", "why", "when");
    private static final Set<String> WHEN = Set.of("ended", "levels", "about", "drill", "child", "conflict");

    private final List<String> problems = new ArrayList<>();
    private final List<RetentionRule> read = new ArrayList<>();

    private PlanFile() {}

    static RetentionPlan read(String resource) {
        try (InputStream in = PlanFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": not on the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RetentionPlan parse(String yaml) {
        PlanFile file = new PlanFile();
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
            if (loaded instanceof Map<?, ?> classes) {
                classes.forEach((name, body) -> file.rule(String.valueOf(name), body));
            } else {
                file.problems.add("no classes (expected: a class's name, and below it how long it is kept)");
            }
        } catch (YAMLException e) {
            file.problems.add("no YAML, or a key twice");
        }
        return RetentionPlan.of(file.read, file.problems);
    }

    private void rule(String name, @Nullable Object body) {
        Optional<RetentionClass> of = named(RetentionClass.values(), name);
        if (of.isEmpty() || !(body instanceof Map<?, ?> keys)) {
            problems.add(name + ": no class, or nothing below it");
            return;
        }
        unknown(name, keys, KEYS);
        read.add(new RetentionRule(
                of.get(),
                period(name, String.valueOf(keys.get("keep"))),
                words(keys.get("source")),
                words(keys.get("why")),
                keys.containsKey("when") ? when(name, keys.get("when")) : null));
    }

    private RetentionRule.When when(String name, @Nullable Object body) {
        Map<?, ?> keys = body instanceof Map<?, ?> map ? map : Map.of();
        unknown(name + ": when", keys, WHEN);
        return new RetentionRule.When(
                set(name, keys.get("ended"), Handling.Disposition.class),
                set(name, keys.get("levels"), Level.class),
                set(name, keys.get("about"), Category.class),
                Boolean.TRUE.equals(keys.get("drill")),
                Boolean.TRUE.equals(keys.get("child")),
                Boolean.TRUE.equals(keys.get("conflict")));
    }

    private <E extends Enum<E>> Set<E> set(String name, @Nullable Object listed, Class<E> type) {
        EnumSet<E> set = EnumSet.noneOf(type);
        if (listed instanceof List<?> names) {
            for (Object one : names) {
                named(type.getEnumConstants(), String.valueOf(one))
                        .ifPresentOrElse(set::add, () -> problems.add(name + ": " + one + " not known"));
            }
        } else if (listed != null) {
            problems.add(name + ": when: (expected: lists)");
        }
        return set;
    }

    private Period period(String name, String written) {
        try {
            return Period.parse(written);
        } catch (DateTimeException e) {
            problems.add(name + ": keep: (expected: P90D, P1Y...)");
            return Period.ofYears(1);
        }
    }

    private void unknown(String name, Map<?, ?> keys, Set<String> known) {
        keys.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(name + ": " + key + " not known"));
    }

    private static String words(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value).strip();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(one -> one.name().equals(name)).findFirst();
    }
}

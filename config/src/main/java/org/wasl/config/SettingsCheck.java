package org.wasl.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.BoundPropertiesTrackingBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Binds every settings record before anything starts and collects what does not bind, and every {@code wasl.} key that
 * nothing reads: a misspelt key must not silently leave a default standing. Values are never repeated: one of them may
 * be a secret in the wrong place.
 */
final class SettingsCheck {

    private final ConfigurableEnvironment environment;
    private final Problems problems;
    private final Set<String> bound = new TreeSet<>();

    SettingsCheck(ConfigurableEnvironment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** The settings records below a package. */
    static List<Class<?>> records(String home) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> records = new ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents(home)) {
            String name = java.util.Objects.requireNonNull(found.getBeanClassName());
            records.add(ClassUtils.resolveClassName(name, SettingsCheck.class.getClassLoader()));
        }
        return records;
    }

    static String prefix(Class<?> record) {
        ConfigurationProperties annotation =
                java.util.Objects.requireNonNull(record.getAnnotation(ConfigurationProperties.class));
        return annotation.value().isEmpty() ? annotation.prefix() : annotation.value();
    }

    /** Binds them; {@code null} for the ones that do not bind, whose problems are collected. */
    void bind(Collection<Class<?>> records) {
        records.forEach(this::bind);
    }

    <T> @org.jspecify.annotations.Nullable T bind(Class<T> record) {
        String prefix = prefix(record);
        try {
            return Binder.get(
                            environment,
                            new BoundPropertiesTrackingBindHandler(
                                    property -> bound.add(property.getName().toString())))
                    .bindOrCreate(prefix, Bindable.of(record));
        } catch (BindException e) {
            problems.add(problem(prefix, e));
            return null;
        }
    }

    Set<String> bound() {
        return Set.copyOf(bound);
    }

    /** Every {@code wasl.} key that is set somewhere and read by nobody. */
    Set<String> unread() {
        Set<String> known = bound.stream().map(SettingsCheck::letters).collect(Collectors.toSet());
        Set<String> unread = new LinkedHashSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            boolean variables = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (String name : enumerable.getPropertyNames()) {
                    if (isOurs(name, variables) && !known.contains(letters(name))) {
                        unread.add(name);
                    }
                }
            }
        }
        return unread;
    }

    void refuseUnread() {
        unread().forEach(name -> problems.add(name + ": no such setting (expected: a key of application.yml)"));
    }

    private static boolean isOurs(String name, boolean variables) {
        return variables
                ? name.startsWith("WASL_") && !name.startsWith("WASL_TEST_")
                : name.toLowerCase(Locale.ROOT).startsWith("wasl.");
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String problem(String prefix, BindException e) {
        ConfigurationPropertyName name = e.getName();
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            if (root instanceof ConversionFailedException || root instanceof ConverterNotFoundException) {
                break;
            }
            root = root.getCause();
        }
        String key = name == null ? prefix : name.toString();
        if (root instanceof ConversionFailedException conversion) {
            return key + ": not readable (expected: "
                    + conversion.getTargetType().getType().getSimpleName() + ")";
        }
        if (root instanceof IllegalArgumentException
                && root.getMessage() != null
                && !(root instanceof NumberFormatException)) {
            return key + "." + root.getMessage();
        }
        return key + ": does not bind (" + root.getClass().getSimpleName() + ")";
    }
}

package org.wasl.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Binds every settings record before anything starts and collects all that does not bind, and every {@code wasl.} key
 * that nothing reads: a misspelt key must not silently leave a default standing. Values are never repeated: one of them
 * may be a secret in the wrong place. File and line of a key are told where it stands in a file.
 */
final class SettingsCheck {

    /** What may stand in a file beside the keys of the shipped one: Spring Boot's own. */
    private static final Set<String> ROOTS =
            Set.of("wasl", "spring", "springdoc", "server", "logging", "management", "debug", "trace");

    private static final Pattern REPEATS = Pattern.compile("\\$\\{([a-z0-9.-]+)(:[^}]*)?}");

    private final ConfigurableEnvironment environment;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

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
            String name = Objects.requireNonNull(found.getBeanClassName());
            records.add(ClassUtils.resolveClassName(name, SettingsCheck.class.getClassLoader()));
        }
        return records;
    }

    /** Every key a settings record has; one that holds a map or a list ends in {@code .*}. */
    static Set<String> keys(Class<?> record) {
        Set<String> keys = new LinkedHashSet<>();
        addKeys(prefix(record), record, keys);
        return keys;
    }

    void bind(Collection<Class<?>> records) {
        records.forEach(this::bind);
    }

    /** The record, or {@code null} when it does not bind; its problems are collected then. */
    <T> @Nullable T bind(Class<T> record) {
        String prefix = prefix(record);
        addKeys(prefix, record, known);
        List<String> found = new ArrayList<>();
        T bound = bind(prefix, Bindable.of(record), found);
        if (bound == null) {
            List<String> inside = new ArrayList<>();
            bindComponents(prefix, record, inside);
            problems.addAll(inside.isEmpty() ? found : inside);
        }
        return bound;
    }

    /** Every {@code wasl.} key that is set somewhere and read by nobody. */
    Set<String> unread() {
        Set<String> unread = new LinkedHashSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            boolean variables = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (String name : enumerable.getPropertyNames()) {
                    if (isOurs(name, variables) && !isKnown(name)) {
                        unread.add(name);
                    }
                }
            }
        }
        return unread;
    }

    /** Keys for a module that this jar does not hold are not misspelt, only idle. */
    void refuseUnread(Role jar) {
        unread().stream()
                .filter(name -> !isIdle(name, jar))
                .forEach(name -> problems.add(noSuchSetting(name) + SettingsFiles.place(origin(name))));
        environment.getPropertySources().stream()
                .filter(OriginTrackedMapPropertySource.class::isInstance)
                .map(OriginTrackedMapPropertySource.class::cast)
                .forEach(this::refuseStrangers);
    }

    /** A file whose keys nobody looks for is a file that silently does nothing. */
    private void refuseStrangers(OriginTrackedMapPropertySource file) {
        for (String name : file.getPropertyNames()) {
            String root = name.split("[.\\[]", 2)[0];
            if (root.equals("document")) {
                problems.add(
                        name(file.getOrigin(name)) + ": no keys with values (expected: a line \"key: value\" each)");
            } else if (!ROOTS.contains(root)) {
                problems.add(noSuchSetting(name) + SettingsFiles.place(file.getOrigin(name)));
            }
        }
    }

    private static String name(@Nullable Origin origin) {
        return origin instanceof TextResourceOrigin text && text.getResource() != null
                ? SettingsFiles.name(text.getResource())
                : "settings file";
    }

    private static String noSuchSetting(String name) {
        return name + ": no such setting (expected: a key of application.yml)";
    }

    /** Where the value that counts was written. */
    private @Nullable Origin origin(String name) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source.containsProperty(name)) {
                return OriginLookup.getOrigin(source, name);
            }
        }
        return null;
    }

    /** The problem with the place its key stands at; of a key that repeats another, the other one's problem. */
    private String placed(String problem) {
        String[] keyAndRest = problem.split(":", 2);
        ConfigurationProperty property = property(keyAndRest[0]);
        if (property == null || keyAndRest.length < 2) {
            return problem;
        }
        Matcher repeats = REPEATS.matcher(String.valueOf(property.getValue()));
        return repeats.matches() && environment.containsProperty(repeats.group(1))
                ? placed(repeats.group(1) + ":" + keyAndRest[1])
                : problem + SettingsFiles.place(property.getOrigin());
    }

    private @Nullable ConfigurationProperty property(String key) {
        String dashed = key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        if (!ConfigurationPropertyName.isValid(dashed)) {
            return null;
        }
        ConfigurationPropertyName name = ConfigurationPropertyName.of(dashed);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.from(environment.getPropertySources())) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return property;
            }
        }
        return null;
    }

    /** What a node found wrong with a key of Spring Boot's own; {@code null} when it failed for another reason. */
    @Nullable
    String problemOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException unbound) {
                return placed(problem("settings", unbound));
            }
        }
        return null;
    }

    static String prefix(Class<?> record) {
        ConfigurationProperties annotation =
                Objects.requireNonNull(record.getAnnotation(ConfigurationProperties.class));
        return annotation.value().isEmpty() ? annotation.prefix() : annotation.value();
    }

    /** One at a time, so that the second mistake is told with the first. */
    private void bindComponents(String prefix, Class<?> record, List<String> found) {
        for (RecordComponent component : record.getRecordComponents()) {
            String key = key(prefix, component);
            List<String> own = new ArrayList<>();
            bind(key, Bindable.of(ResolvableType.forType(component.getGenericType())), own);
            if (!own.isEmpty() && component.getType().isRecord()) {
                List<String> inside = new ArrayList<>();
                bindComponents(key, component.getType(), inside);
                own = inside.isEmpty() ? own : inside;
            }
            found.addAll(own);
        }
    }

    private <T> @Nullable T bind(String key, Bindable<T> target, List<String> found) {
        try {
            return Binder.get(environment).bind(key, target).orElse(null);
        } catch (BindException e) {
            found.add(placed(problem(key, e)));
            return null;
        }
    }

    private boolean isKnown(String name) {
        String letters = letters(name);
        return known.stream()
                .anyMatch(key -> key.endsWith(".*")
                        ? letters.startsWith(letters(key.substring(0, key.length() - 2)))
                        : letters.equals(letters(key)));
    }

    private static void addKeys(String prefix, Class<?> record, Set<String> keys) {
        for (RecordComponent component : record.getRecordComponents()) {
            String key = key(prefix, component);
            if (component.getType().isRecord()) {
                addKeys(key, component.getType(), keys);
            } else {
                keys.add(isCollection(component.getGenericType()) ? key + ".*" : key);
            }
        }
    }

    private static boolean isCollection(Type type) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw));
    }

    private static String key(String prefix, RecordComponent component) {
        return prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static boolean isIdle(String name, Role jar) {
        String key = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return (!jar.hasBot() && Slice.BOT.allows(key)) || (!jar.hasAdmin() && Slice.ADMIN.allows(key));
    }

    private static boolean isOurs(String name, boolean variables) {
        return variables
                ? name.startsWith("WASL_") && !name.startsWith("WASL_TEST_")
                : name.toLowerCase(Locale.ROOT).startsWith("wasl.");
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String problem(String key, BindException e) {
        Throwable root = e;
        while (root.getCause() != null
                && !(root instanceof ConversionFailedException)
                && !(root instanceof ConverterNotFoundException)) {
            root = root.getCause();
        }
        ConfigurationPropertyName name = e.getName();
        String where = name == null ? key : name.toString();
        if (root instanceof ConversionFailedException conversion) {
            return where + ": not readable (expected: "
                    + conversion.getTargetType().getType().getSimpleName() + ")";
        }
        if (root instanceof IllegalArgumentException
                && root.getMessage() != null
                && !(root instanceof NumberFormatException)) {
            String message = root.getMessage();
            return message.startsWith("wasl.") ? message : where + "." + message;
        }
        return where + ": does not bind (" + root.getClass().getSimpleName() + ")";
    }
}

package org.wasl.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.wasl.config.store.SecretFile;

/**
 * All settings of one start, and the slices of them the nodes may see: in one process, a node's environment holds
 * nothing of the other node and nothing of the launcher.
 *
 * <p>Sources, the first that has a key wins: command line, system properties, environment, files of the secrets folder
 * (named after the key, readable by their owner only), {@code application.yml}.
 */
final class HouseEnvironment {

    private static final String COMMAND_LINE = "commandLine";
    private static final String SECRETS = "secrets";

    private final String[] arguments;
    private final ConfigurableEnvironment whole;

    private HouseEnvironment(String[] arguments, ConfigurableEnvironment whole) {
        this.arguments = arguments;
        this.whole = whole;
    }

    /** @throws StartRefused naming every file that cannot be read */
    static HouseEnvironment load(String... arguments) {
        return new HouseEnvironment(arguments, read(arguments));
    }

    ConfigurableEnvironment whole() {
        return whole;
    }

    /** What one node sees, with {@code fixed} above everything else. */
    ConfigurableEnvironment slice(Slice slice, Map<String, Object> fixed) {
        ConfigurableEnvironment all = read(arguments, slice.profile());
        SliceEnvironment environment = new SliceEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("fixed", fixed));
        for (PropertySource<?> source : all.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                environment.getPropertySources().addLast(narrowed(enumerable, slice));
            }
        }
        environment.setActiveProfiles(slice.profile());
        return environment;
    }

    private static ConfigurableEnvironment read(String[] arguments, String... profiles) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(COMMAND_LINE, arguments));
        SettingsFiles files = new SettingsFiles();
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment, files, new DefaultBootstrapContext(), profiles);
        } catch (RuntimeException unread) {
            throw files.refusal(unread, environment);
        }
        Path secrets = Path.of(environment.getProperty("wasl.data", "data")).resolve("secrets");
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(SECRETS, secrets(secrets)));
        return environment;
    }

    private static Map<String, Object> secrets(Path folder) {
        Map<String, Object> secrets = new LinkedHashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile)
                        .sorted()
                        .forEach(file -> secrets.put(file.getFileName().toString(), SecretFile.read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    private static PropertySource<?> narrowed(EnumerablePropertySource<?> source, Slice slice) {
        String name = source.getName();
        if (name.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
            return new SystemEnvironmentPropertySource(
                    name,
                    kept(
                            source,
                            key -> slice.allows(key.toLowerCase(Locale.ROOT).replace('_', '.'))));
        }
        if (name.equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            return new MapPropertySource(name, kept(source, key -> slice.allows(key) || !isSetting(key)));
        }
        Map<String, Object> kept = kept(source, slice::allows);
        return source instanceof OriginTrackedMapPropertySource
                ? new OriginTrackedMapPropertySource(name, kept, true)
                : new MapPropertySource(name, kept);
    }

    private static boolean isSetting(String key) {
        return Stream.of("wasl.", "spring.", "server.", "management.").anyMatch(key::startsWith);
    }

    private static Map<String, Object> kept(EnumerablePropertySource<?> source, Predicate<String> allowed) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String name : source.getPropertyNames()) {
            if (allowed.test(name) && rawValue(source, name) instanceof Object value) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    /** With its origin where the source has one, so that a message can name file and line. */
    private static @org.jspecify.annotations.Nullable Object rawValue(EnumerablePropertySource<?> source, String name) {
        return source.getSource() instanceof Map<?, ?> map ? map.get(name) : source.getProperty(name);
    }

    /** An environment that begins with nothing: no system properties, no environment variables. */
    private static final class SliceEnvironment extends StandardEnvironment {

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {}
    }
}

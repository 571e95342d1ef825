package org.wasl.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * The files settings come from, remembered as they are asked for: whoever reads them all tells of a fault without its
 * file, and of the first fault only. No text of a file is repeated but a key, since the rest may be a secret.
 */
final class SettingsFiles extends DefaultResourceLoader {

    private static final List<PropertySourceLoader> FORMATS =
            List.of(new YamlPropertySourceLoader(), new PropertiesPropertySourceLoader());

    private static final List<String> NAMING_FILES =
            List.of("spring.config.location", "spring.config.additional-location", "spring.config.import");

    private final Map<String, Resource> asked = new LinkedHashMap<>();

    @Override
    public Resource getResource(String location) {
        Resource found = super.getResource(location);
        asked.put(location, found);
        return found;
    }

    /** Every file that cannot be read, one line each; never empty, since reading them all failed. */
    StartRefused refusal(RuntimeException reading, PropertyResolver said) {
        // Reading ends at the first fault; the files that were still to come are looked at too.
        NAMING_FILES.stream()
                .flatMap(key -> Stream.of(said.getProperty(key, "").split("[,;]")))
                .map(location -> location.strip().replaceFirst("^optional:", ""))
                .filter(location -> !location.isEmpty() && !location.endsWith("/"))
                .forEach(this::getResource);
        List<String> faults = new ArrayList<>();
        asked.values().stream()
                .filter(Resource::isReadable)
                .map(SettingsFiles::fault)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(faults::add);
        if (faults.isEmpty()) {
            faults.add(otherwise(reading));
        }
        return new StartRefused(faults);
    }

    /** Where a setting stands, as {@code " (file, line 3)"}; empty for one that stands in no file. */
    static String place(@Nullable Origin origin) {
        if (origin instanceof PropertySourceOrigin wrapped) {
            return place(wrapped.getOrigin());
        }
        if (!(origin instanceof TextResourceOrigin text) || text.getResource() == null) {
            return "";
        }
        TextResourceOrigin.Location at = text.getLocation();
        return " (" + name(text.getResource()) + (at == null ? "" : ", line " + (at.getLine() + 1)) + ")";
    }

    static String name(Resource file) {
        try {
            return file.isFile()
                    ? Path.of(file.getFile().getPath())
                            .toAbsolutePath()
                            .normalize()
                            .toString()
                    : file.getDescription();
        } catch (IOException unresolved) {
            return file.getDescription();
        }
    }

    private static @Nullable String fault(Resource file) {
        String ending = String.valueOf(file.getFilename()).replaceFirst(".*[.]", "");
        for (PropertySourceLoader format : FORMATS) {
            if (List.of(format.getFileExtensions()).contains(ending)) {
                try {
                    format.load("looked at", file);
                } catch (YAMLException broken) {
                    return name(file) + inYaml(broken);
                } catch (IOException | RuntimeException broken) {
                    return name(file) + ": not readable (expected: keys and values in UTF-8)";
                }
            }
        }
        return null;
    }

    private static String inYaml(YAMLException broken) {
        Mark mark = broken instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
        String line = mark == null ? "" : ", line " + (mark.getLine() + 1);
        return switch (broken) {
            case DuplicateKeyException twice -> line + ": " + twice.getProblem() + " (expected: each key once)";
            case ScannerException unread -> line + ": not YAML, " + unread.getProblem();
            case ParserException unread -> line + ": not YAML, " + unread.getProblem();
            // What stands there is named in the library's words: an alias or a tag, or what was meant as a password.
            case MarkedYAMLException meaningless ->
                line + ": an alias or a tag that means nothing here (expected: text that begins with * or ! in quotes)";
            default -> line + ": not YAML (expected: text in UTF-8)";
        };
    }

    private static String otherwise(RuntimeException reading) {
        return reading instanceof ConfigDataNotFoundException missing
                ? "settings: " + missing.getReferenceDescription()
                        + " is not there (expected: a file; or optional: before" + " its name)"
                : "settings: not read, " + reading.getClass().getSimpleName()
                        + " (expected: files that end in .yml, .yaml or .properties, and folders that end in /)";
    }
}

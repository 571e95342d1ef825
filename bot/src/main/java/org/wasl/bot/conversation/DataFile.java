package org.wasl.bot.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One mapping of a YAML data file, read strictly: what is missing, of the wrong kind or unknown becomes a problem. */
final class DataFile {

    private final String where;
    private final Map<String, Object> values;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();

    private DataFile(String where, Map<String, Object> values, Problems problems) {
        this.where = where;
        this.values = values;
        this.problems = problems;
    }

    /** Reads a file of the class path. Throws when it is not there or not YAML. */
    static DataFile resource(String path, Problems problems) {
        try (InputStream in = DataFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("data file " + path + ": not found");
            }
            return new DataFile(path, mapping(path, yaml().load(in), problems), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataFile of(String where, String text, Problems problems) {
        return new DataFile(where, mapping(where, yaml().load(text), problems), problems);
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(4 << 20);
        return new Yaml(new SafeConstructor(options));
    }

    private static Map<String, Object> mapping(String where, @Nullable Object value, Problems problems) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, held) -> {
                if (held != null) {
                    mapping.put(String.valueOf(key), held);
                }
            });
        } else {
            problems.add(where + ": not a mapping");
        }
        return mapping;
    }

    String where() {
        return where;
    }

    void problem(String text) {
        problems.add(where + ": " + text);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        String value = optional(key);
        if (value == null) {
            problem(key + " is missing");
            return "";
        }
        return value;
    }

    @Nullable
    String optional(String key) {
        read.add(key);
        Object value = values.get(key);
        if (value instanceof Map || value instanceof List) {
            problem(key + " is not a text");
            return null;
        }
        return value == null ? null : String.valueOf(value);
    }

    int number(String key) {
        String value = text(key);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            problem(key + " is not a number");
            return 0;
        }
    }

    boolean flag(String key) {
        return "true".equals(optional(key));
    }

    /** A list of texts; one text alone counts as a list of one. */
    List<String> texts(String key) {
        read.add(key);
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return List.of(String.valueOf(value));
    }

    @Nullable
    Object raw(String key) {
        read.add(key);
        return values.get(key);
    }

    /** A list of mappings. */
    List<DataFile> parts(String key) {
        read.add(key);
        Object value = values.get(key);
        List<DataFile> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int at = 0; at < list.size(); at++) {
                String inner = where + "." + key + "[" + at + "]";
                parts.add(new DataFile(inner, mapping(inner, list.get(at), problems), problems));
            }
        } else if (value != null) {
            problem(key + " is not a list");
        }
        return parts;
    }

    /** A mapping of mappings. */
    Map<String, DataFile> named(String key) {
        read.add(key);
        Map<String, DataFile> parts = new LinkedHashMap<>();
        if (values.containsKey(key)) {
            mapping(where + "." + key, values.get(key), problems).forEach((name, value) -> {
                String inner = where + "." + name;
                parts.put(name, new DataFile(inner, mapping(inner, value, problems), problems));
            });
        }
        return parts;
    }

    /** A mapping read as it is, keys to lists of texts. */
    Map<String, List<String>> lists(String key) {
        read.add(key);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (values.containsKey(key)) {
            DataFile inner =
                    new DataFile(where + "." + key, mapping(where + "." + key, values.get(key), problems), problems);
            inner.values.keySet().forEach(name -> lists.put(name, inner.texts(name)));
        }
        return lists;
    }

    /** Every key that nothing has asked for is a spelling mistake. */
    void nothingElse() {
        values.keySet().stream().filter(key -> !read.contains(key)).forEach(key -> problem(key + " is not known here"));
    }
}

package org.wasl.triage.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through records for those that print what may have been written into them. A component of text either has a
 * name that is known to hold none of a person's words, or the record prints itself without it.
 */
public final class PrintedRecords {

    private static final String MARKER = "MARKER-7f3a-";

    /** For components that are not text. */
    private static final Map<Class<?>, Object> ANY = Map.of(
            int.class,
            1,
            long.class,
            1L,
            double.class,
            1.0,
            boolean.class,
            false,
            Instant.class,
            Instant.EPOCH,
            Duration.class,
            Duration.ZERO,
            LocalDate.class,
            LocalDate.EPOCH,
            Bytes.class,
            Bytes.ofUtf8(MARKER));

    private final Set<String> plain = new HashSet<>();
    private final Map<Class<?>, Object> samples = new HashMap<>();
    private final Set<Class<?>> inHand = new HashSet<>();

    private PrintedRecords() {}

    /**
     * @param plain components that may be printed: {@code locale} in every record, {@code Line.question} in one, {@code
     *     Option.*} all of one
     */
    public static PrintedRecords plain(String... plain) {
        PrintedRecords records = new PrintedRecords();
        records.plain.addAll(List.of(plain));
        return records;
    }

    /** Used wherever such a record is needed and cannot be made of anything. */
    public PrintedRecords sample(Object sample) {
        samples.put(sample.getClass(), sample);
        return this;
    }

    /** What the records of the package this class is in, and of those below it, would print and should not. */
    public List<String> leaks(Class<?> root) {
        return leaks(recordsBeside(root));
    }

    /** What these records would print and should not, as {@code Record.component}. */
    public List<String> leaks(Collection<? extends Class<?>> records) {
        List<String> leaks = new ArrayList<>();
        for (Class<?> record : records) {
            List<RecordComponent> words = Arrays.stream(record.getRecordComponents())
                    .filter(component -> mayHoldWords(record, component))
                    .toList();
            if (!words.isEmpty()) {
                leaks.addAll(printsEverything(record) ? names(record, words) : printed(record, words));
            }
        }
        return leaks;
    }

    /** Every record of main code in the package of this class and below. */
    public static List<Class<?>> recordsBeside(Class<?> root) {
        try {
            Path classes = Path.of(
                    root.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path folder = classes.resolve(root.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.walk(folder)) {
                List<Class<?>> records = new ArrayList<>();
                for (Path file : files.filter(one -> one.toString().endsWith(".class"))
                        .sorted()
                        .toList()) {
                    String path = classes.relativize(file).toString();
                    String name =
                            path.substring(0, path.length() - ".class".length()).replace('/', '.');
                    Class<?> type = Class.forName(name, false, root.getClassLoader());
                    if (type.isRecord()) {
                        records.add(type);
                    }
                }
                return records;
            }
        } catch (IOException | URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException("classes beside " + root.getName() + ": not readable", e);
        }
    }

    private boolean mayHoldWords(Class<?> record, RecordComponent component) {
        String name = record.getSimpleName();
        return isText(component.getGenericType())
                && !plain.contains(component.getName())
                && !plain.contains(name + "." + component.getName())
                && !plain.contains(name + ".*");
    }

    private static boolean isText(Type type) {
        return switch (type) {
            case Class<?> one ->
                CharSequence.class.isAssignableFrom(one)
                        || one.getSimpleName().equals("JsonNode")
                        || one.isArray() && isText(one.getComponentType());
            case ParameterizedType of ->
                Arrays.stream(of.getActualTypeArguments()).anyMatch(PrintedRecords::isText);
            default -> false;
        };
    }

    private static List<String> names(Class<?> record, List<RecordComponent> components) {
        return components.stream()
                .map(component -> record.getSimpleName() + "." + component.getName())
                .toList();
    }

    /** Whether its {@code toString} is the one the compiler makes. */
    private static boolean printsEverything(Class<?> record) {
        String file = record.getName().substring(record.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = Objects.requireNonNull(record.getResourceAsStream(file))) {
            return ClassFile.of().parse(bytes.readAllBytes()).methods().stream()
                    .filter(method -> method.methodName().equalsString("toString"))
                    .flatMap(method -> method.code().stream())
                    .flatMap(code -> code.elementStream())
                    .anyMatch(code -> code instanceof InvokeDynamicInstruction call
                            && call.bootstrapMethod().owner().displayName().equals("ObjectMethods"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> printed(Class<?> record, List<RecordComponent> words) {
        Object filled = samples.get(record);
        if (filled == null) {
            try {
                filled = built(record, true);
            } catch (IllegalArgumentException refused) {
                return List.of(record.getSimpleName() + ": cannot be filled with words (expected: a sample), "
                        + refused.getMessage());
            }
        }
        String print = filled.toString();
        List<String> shown = new ArrayList<>();
        for (RecordComponent component : words) {
            String held = String.valueOf(value(component, filled)).replaceAll("^[\\[{]|[]}]$", "");
            if (!held.isEmpty() && print.contains(held)) {
                shown.add(record.getSimpleName() + "." + component.getName());
            }
        }
        return shown;
    }

    private static @Nullable Object value(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object built(Class<?> record, boolean marked) {
        inHand.add(record);
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(one -> any(
                        one.getGenericType(),
                        marked && mayHoldWords(record, one) ? MARKER + one.getName() : usual(one)))
                .toArray();
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record.getSimpleName() + " refuses: " + e.getCause(), e);
        } finally {
            inHand.remove(record);
        }
    }

    /** A locale is one of few wherever it stands; anything else may be anything. */
    private static @Nullable String usual(RecordComponent component) {
        return component.getName().equals("locale") ? "en" : null;
    }

    private @Nullable Object any(Type type, @Nullable String marker) {
        return switch (type) {
            case Class<?> one -> anyOf(one, marker);
            case ParameterizedType of -> {
                Class<?> raw = (Class<?>) of.getRawType();
                Object part = marker == null ? null : any(of.getActualTypeArguments()[0], marker);
                if (raw == Map.class) {
                    Object whole = marker == null ? null : any(of.getActualTypeArguments()[1], marker);
                    yield part == null || whole == null ? Map.of() : Map.of(part, whole);
                }
                if (raw == Optional.class) {
                    yield Optional.ofNullable(part);
                }
                if (raw == Set.class) {
                    yield part == null ? Set.of() : Set.of(part);
                }
                yield raw.isAssignableFrom(List.class) ? part == null ? List.of() : List.of(part) : null;
            }
            default -> null;
        };
    }

    private @Nullable Object anyOf(Class<?> type, @Nullable String marker) {
        if (type == String.class) {
            return marker == null ? "plain" : marker;
        }
        if (samples.containsKey(type)) {
            return samples.get(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return inHand.contains(type) ? null : built(type, false);
        }
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .filter(Class::isRecord)
                    .findFirst()
                    .map(one -> built(one, false))
                    .orElse(null);
        }
        return ANY.get(type);
    }
}

package org.wasl.admin.officer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads roles from a file of the class path. Whatever it does not know it notes, and reads on. */
final class RoleFile {
    private static final Set<String> KEYS = Set.of("preset", "cases", "may", "may-not", "second-step");

    private final List<String> problems = new ArrayList<>();
    private final List<RoleRights> read = new ArrayList<>();

    private RoleFile() {}

    static RoleBook read(String resource) {
        try (InputStream in = RoleFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": not on the class path");
            }
            return parse(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RoleBook parse(String yaml) {
        RoleFile file = new RoleFile();
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
            if (loaded instanceof Map<?, ?> roles) {
                roles.forEach((name, body) -> file.role(String.valueOf(name), body));
            } else {
                file.problems.add("no roles (expected: a role's name, and below it what it may)");
            }
        } catch (YAMLException e) {
            file.problems.add("no YAML, or a key twice");
        }
        return RoleBook.of(file.read, file.problems);
    }

    private void role(String name, @Nullable Object body) {
        Optional<Role> role = named(Role.values(), name);
        if (role.isEmpty()) {
            problems.add(name + ": no role");
            return;
        }
        if (!(body instanceof Map<?, ?> keys)) {
            problems.add(name + ": nothing below it");
            return;
        }
        keys.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> problems.add(name + ": " + key + " not known"));
        Optional<CaseReach> cases = named(CaseReach.values(), String.valueOf(keys.get("cases")));
        if (cases.isEmpty()) {
            problems.add(name + ": cases: " + keys.get("cases") + " (expected: one of the reaches)");
        }
        read.add(new RoleRights(
                role.get(),
                Boolean.TRUE.equals(keys.get("preset")),
                cases.orElse(CaseReach.NONE),
                permissions(name, "may", keys.get("may")),
                permissions(name, "may-not", keys.get("may-not")),
                kinds(name, keys.get("second-step"))));
    }

    private List<FactorKind> kinds(String role, @Nullable Object listed) {
        List<FactorKind> kinds = new ArrayList<>();
        if (!(listed instanceof List<?> names)) {
            problems.add(role + ": second-step: (expected: a list, empty where none is asked for)");
            return kinds;
        }
        for (Object one : names) {
            Optional<FactorKind> kind = named(FactorKind.values(), String.valueOf(one));
            if (kind.isEmpty() || kinds.contains(kind.get())) {
                problems.add(role + ": second-step: " + one + " (expected: PASSKEY or NUMBER, each once)");
            } else {
                kinds.add(kind.get());
            }
        }
        return kinds;
    }

    private Set<Permission> permissions(String role, String key, @Nullable Object listed) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (!(listed instanceof List<?> names)) {
            problems.add(role + ": " + key + ": (expected: a list)");
            return permissions;
        }
        for (Object one : names) {
            Optional<Permission> permission = named(Permission.values(), String.valueOf(one));
            if (permission.isEmpty()) {
                problems.add(role + ": " + key + ": " + one + " is no permission");
            } else if (!permissions.add(permission.get())) {
                problems.add(role + ": " + key + ": " + one + " twice");
            }
        }
        return permissions;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(one -> one.name().equals(name)).findFirst();
    }
}

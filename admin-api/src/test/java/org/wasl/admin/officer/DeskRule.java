package org.wasl.admin.officer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The build's gate on desks: a method that is told who calls it asks what they may, in its own class, by a permission or
 * by the rules of a case. Reads compiled code, so it cannot be satisfied by a word in a comment.
 */
public final class DeskRule {
    private static final String PERMISSION = "org/wasl/admin/officer/Permission";
    private static final String CALLER = "Lorg/wasl/admin/officer/CurrentStaff;";

    /** Whoever calls one of these lets it decide: it asks the rules of the case, or is told a permission. */
    private static final Map<String, Set<String>> GATES = Map.of(
            "CaseAccess", Set.of("decide", "mayKnow"),
            "CaseReader", Set.of("open"),
            "CaseDecisions", Set.of("claim"),
            "StaffAudit", Set.of("demand"),
            "CaseQueue", Set.of("page", "alike", "today"),
            "CurrentStaff", Set.of("may"),
            "Role", Set.of("may"));

    private DeskRule() {}

    /** Every method of every desk below a package that is told who calls, and what it asks of them. */
    public static Map<String, Set<String>> asked(String pattern) {
        Map<String, Set<String>> asked = new TreeMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                try (InputStream in = resource.getInputStream()) {
                    Desk desk = new Desk(ClassFile.of().parse(in.readAllBytes()));
                    desk.model.methods().stream()
                            .filter(DeskRule::toldWhoCalls)
                            .forEach(method -> asked.computeIfAbsent(desk.name(method), _ -> new TreeSet<>())
                                    .addAll(desk.asks(method)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return asked;
    }

    /** Those that ask nothing. */
    public static List<String> violations(String pattern) {
        return asked(pattern).entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean toldWhoCalls(MethodModel method) {
        return method.methodType().stringValue().contains(CALLER)
                && !method.flags().has(AccessFlag.PRIVATE)
                && !method.flags().has(AccessFlag.STATIC)
                && !method.flags().has(AccessFlag.SYNTHETIC);
    }

    private static final class Desk {
        private final ClassModel model;
        private final Map<String, MethodModel> own = new HashMap<>();

        private Desk(ClassModel model) {
            this.model = model;
            model.methods().forEach(method -> own.put(key(method), method));
        }

        String name(MethodModel method) {
            return model.thisClass().name().stringValue().replaceAll(".*/", "") + "."
                    + method.methodName().stringValue();
        }

        Set<String> asks(MethodModel method) {
            Set<String> found = new TreeSet<>();
            collect(method, found, new HashSet<>());
            return found;
        }

        private void collect(MethodModel method, Set<String> found, Set<String> seen) {
            if (!seen.add(key(method))) {
                return;
            }
            method.code()
                    .ifPresent(code -> code.forEach(element -> {
                        switch (element) {
                            case FieldInstruction field
                            when field.owner().name().stringValue().equals(PERMISSION) ->
                                found.add(field.name().stringValue());
                            case InvokeInstruction call -> {
                                String type = call.owner().name().stringValue().replaceAll(".*/", "");
                                if (GATES.getOrDefault(type, Set.of())
                                        .contains(call.name().stringValue())) {
                                    found.add(type.startsWith("Case") ? "(the case's rules)" : "(may)");
                                }
                                follow(
                                        call.owner().name().stringValue(),
                                        call.name().stringValue() + call.type().stringValue(),
                                        found,
                                        seen);
                            }
                            case InvokeDynamicInstruction lambda ->
                                lambda.bootstrapArgs().stream()
                                        .filter(DirectMethodHandleDesc.class::isInstance)
                                        .map(DirectMethodHandleDesc.class::cast)
                                        .forEach(body -> follow(
                                                body.owner().descriptorString().replaceAll("^L|;$", ""),
                                                body.methodName() + body.lookupDescriptor(),
                                                found,
                                                seen));
                            default -> {
                                // Nothing else asks.
                            }
                        }
                    }));
        }

        private void follow(String owner, String key, Set<String> found, Set<String> seen) {
            MethodModel next = owner.equals(model.thisClass().name().stringValue()) ? own.get(key) : null;
            if (next != null) {
                collect(next, found, seen);
            }
        }

        private static String key(MethodModel method) {
            return method.methodName().stringValue() + method.methodType().stringValue();
        }
    }
}

package org.wasl.admin.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.wasl.admin.officer.Program;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;

/**
 * Adds to each route what follows from how it is written: who may call it, what it needs to change something, and every
 * way in which it can refuse.
 */
final class DescribedOperations implements GlobalOperationCustomizer {
    static final String KEY = "Idempotency-Key";
    static final String PERMISSIONS = "x-required-permissions";

    private static final int LONGEST_KEY = 100;

    @Override
    public Operation customize(Operation operation, HandlerMethod route) {
        io.swagger.v3.oas.annotations.Operation said =
                route.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        if (said == null || said.operationId().isEmpty()) {
            operation.setOperationId(id(route));
        }
        Requires requires = route.getMethodAnnotation(Requires.class);
        if (requires != null) {
            operation.addExtension(
                    PERMISSIONS,
                    Arrays.stream(requires.value()).map(Enum::name).sorted().toList());
            if (!Program.MAY_HOLD.containsAll(List.of(requires.value()))) {
                operation.addSecurityItem(new SecurityRequirement().addList(ApiConfiguration.SESSION));
            }
        }
        parameters(operation).forEach(DescribedOperations::complete);
        ApiResponses responses = operation.getResponses();
        for (Problem problem : refusals(operation, route)) {
            responses.addApiResponse(
                    Integer.toString(problem.status().value()),
                    new ApiResponse().$ref("#/components/responses/" + CompletedDescription.name(problem)));
        }
        if (changes(operation) || versioned(route)) {
            responses.forEach((status, answer) -> {
                if (status.startsWith("2") && !status.equals("204")) {
                    answer.addHeaderObject(HttpHeaders.ETAG, edition());
                }
            });
        }
        return operation;
    }

    /** What a route is called that gave itself no name: what is done, and to what, as its address says. */
    private static String id(HandlerMethod route) {
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), RequestMapping.class);
        RequestMapping here = AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), RequestMapping.class);
        String path = first(above) + first(here);
        StringBuilder id = new StringBuilder(verb(here));
        for (String word : path.replaceFirst("^/api/(cases/\\{number}/)?", "").split("[/-]")) {
            if (!word.isEmpty() && !word.startsWith("{")) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        if (path.endsWith("}")) {
            id.append("One");
        }
        return id.toString();
    }

    private static String first(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
    }

    private static String verb(@Nullable RequestMapping mapping) {
        RequestMethod method =
                mapping == null || mapping.method().length == 0 ? RequestMethod.GET : mapping.method()[0];
        return switch (method) {
            case POST -> "add";
            case PUT, PATCH -> "set";
            case DELETE -> "remove";
            case GET, HEAD, OPTIONS, TRACE -> "read";
        };
    }

    private static Set<Problem> refusals(Operation operation, HandlerMethod route) {
        Set<Problem> refusals = EnumSet.of(
                Problem.NOT_SIGNED_IN,
                Problem.NOT_ALLOWED,
                Problem.NOT_ACCEPTABLE,
                Problem.LOCKED,
                Problem.TOO_MANY,
                Problem.INTERNAL,
                Problem.UNAVAILABLE);
        boolean body = operation.getRequestBody() != null;
        if (body || !parameters(operation).isEmpty()) {
            refusals.add(Problem.UNREADABLE);
        }
        if (body) {
            refusals.addAll(List.of(Problem.TOO_LARGE, Problem.UNSUPPORTED));
        }
        if (parameters(operation).stream().anyMatch(one -> "path".equals(one.getIn()))) {
            refusals.add(Problem.NOT_FOUND);
        }
        if (!route.hasMethodAnnotation(GetMapping.class)) {
            refusals.add(Problem.CONFLICT);
        }
        if (changes(operation)) {
            refusals.addAll(List.of(Problem.CHANGED, Problem.VERSION_NEEDED));
        }
        return refusals;
    }

    private static void complete(Parameter parameter) {
        switch (parameter.getName()) {
            case HttpHeaders.IF_MATCH ->
                parameter
                        .required(true)
                        .description("The edition that was read, as the ETag of the reading said it.")
                        .schema(text("^\"[0-9]{1,18}\"$").example("\"1\""));
            case KEY ->
                parameter
                        .description("Chosen by the caller, new for each wish: sent again, nothing happens twice.")
                        .schema(text(null).minLength(1).maxLength(LONGEST_KEY).example("7d0c2f9e"));
            case "number" ->
                parameter
                        .description("The case number, as shown; small letters and missing dashes are forgiven.")
                        .schema(text(null).minLength(1).maxLength(40));
            default -> {}
        }
    }

    private static Schema<String> text(@Nullable String pattern) {
        Schema<String> text = new Schema<>();
        text.setTypes(new LinkedHashSet<>(Set.of("string")));
        text.setPattern(pattern);
        return text;
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static boolean changes(Operation operation) {
        return parameters(operation).stream().anyMatch(one -> HttpHeaders.IF_MATCH.equals(one.getName()));
    }

    /** A reading whose answer names the edition a change will need. */
    private static boolean versioned(HandlerMethod route) {
        Class<?> answered = route.getReturnType().nested().getNestedParameterType();
        return Arrays.stream(answered.isRecord() ? answered.getRecordComponents() : new RecordComponent[0])
                .anyMatch(part -> part.getName().equals("edition"));
    }

    private static Header edition() {
        return new Header()
                .description("The edition of what is answered, for the If-Match of a change.")
                .schema(text(null));
    }
}

package org.wasl.admin.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.wasl.admin.web.Problem;

/** Adds what all routes share: problems as they are told, examples, and one order, so that two makings are equal. */
final class CompletedDescription implements GlobalOpenApiCustomizer {
    private static final String PROBLEM = "Problem";

    private final ApiExamples examples;

    CompletedDescription(ApiExamples examples) {
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI description) {
        Components components = description.getComponents();
        components.addSchemas(PROBLEM, problem());
        for (Problem problem : Problem.values()) {
            components.addResponses(name(problem), answer(problem));
        }
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        for (String schema : components.getSchemas().keySet()) {
            examples.of(schema).ifPresent(example -> components.addExamples(schema, new Example().value(example)));
        }
        Set<String> shown = components.getExamples() == null
                ? Set.of()
                : components.getExamples().keySet();
        description
                .getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> contents(operation).forEach(content -> illustrate(content, shown))));
    }

    private static List<Content> contents(Operation operation) {
        List<Content> contents = new ArrayList<>();
        if (operation.getRequestBody() != null) {
            contents.add(operation.getRequestBody().getContent());
        }
        operation.getResponses().values().forEach(answer -> contents.add(answer.getContent()));
        return contents.stream().filter(Objects::nonNull).toList();
    }

    private static void illustrate(Content content, Set<String> shown) {
        for (MediaType media : content.values()) {
            String reference =
                    media.getSchema() == null ? null : media.getSchema().get$ref();
            String schema = reference == null ? "" : reference.substring(reference.lastIndexOf('/') + 1);
            if (shown.contains(schema)) {
                media.addExamples("demonstration", new Example().$ref("#/components/examples/" + schema));
            }
        }
    }

    /** The name of a problem among the answers: {@code NotFound}. */
    static String name(Problem problem) {
        StringBuilder name = new StringBuilder();
        for (String word : problem.slug().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static ApiResponse answer(Problem problem) {
        Content content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))
                                .example(Map.of(
                                        "type", "urn:wasl:problem:" + problem.slug(),
                                        "title", problem.status().getReasonPhrase(),
                                        "status", problem.status().value())));
        ApiResponse answer = new ApiResponse()
                .description(problem.status().getReasonPhrase() + " (" + problem.slug() + ")")
                .content(content);
        if (problem == Problem.TOO_MANY || problem == Problem.UNAVAILABLE) {
            answer.addHeaderObject(
                    HttpHeaders.RETRY_AFTER,
                    new Header()
                            .description("Seconds until another try makes sense.")
                            .schema(typed("integer")));
        }
        return answer;
    }

    private static Schema<?> problem() {
        Schema<Object> problem = new Schema<>();
        problem.setTypes(new LinkedHashSet<>(Set.of("object")));
        problem.setDescription("RFC 9457. None of it quotes what was sent.");
        problem.addProperty("type", typed("string").format("uri"));
        problem.addProperty("title", typed("string"));
        problem.addProperty("status", typed("integer").format("int32"));
        problem.setRequired(new ArrayList<>(List.of("type", "title", "status")));
        return problem;
    }

    private static Schema<?> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(new LinkedHashSet<>(Set.of(type)));
        return schema;
    }
}

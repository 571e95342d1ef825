package org.wasl.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wasl.admin.console.Browser;
import org.wasl.admin.console.ConsoleNode;
import org.wasl.admin.console.SampleCases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description a node publishes: it is the one in the repository, and its examples and the node's own answers are
 * what it says. That it is valid is found out where the client is made of it, which refuses one that is not. {@code
 * -Dwasl.update} records it anew.
 */
class OpenApiIT {
    static final String[] SETTINGS = {
        "wasl.officer.demonstration=true",
        "springdoc.api-docs.path=/api/openapi.json",
        "springdoc.paths-to-match=/api/**",
        "springdoc.writer-with-order-by-keys=true"
    };

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path RECORDED = Path.of("openapi.json");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi31());

    private static ConsoleNode node;
    private static Browser supervisor;
    private static JsonNode description;

    @BeforeAll
    static void start() throws IOException {
        node = ConsoleNode.start(SETTINGS);
        supervisor = new Browser(node).as("supervisor");
        boolean update = System.getProperty("wasl.update") != null;
        if (update) {
            showAnAnswer(
                    "CaseResource",
                    "/api/cases/" + new SampleCases(node).arabic().value());
            showAnAnswer("QueueResource", "/api/queue");
        }
        description = read("/api/openapi.json");
        if (update) {
            Files.writeString(RECORDED, JSON.writeValueAsString(description) + "\n");
        }
    }

    /** Makes an answer of the node the example of its schema, with made-up numbers and times in place of its own. */
    private static void showAnAnswer(String schema, String path) throws IOException {
        String example = JSON.writeValueAsString(read(path))
                .replaceAll("\"\\d{4}-\\d{4}-\\d{2}\"", "\"7719-5696-25\"")
                .replaceAll("\"[0-9a-f]{32}\"", "\"" + "0a".repeat(16) + "\"")
                .replaceAll("\"\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z\"", "\"2026-11-22T09:00:00Z\"");
        for (String folder : List.of("src/main/resources", "target/classes")) {
            Files.writeString(Path.of(folder, "org/wasl/admin/api/examples", schema + ".json"), example + "\n");
        }
    }

    private static JsonNode read(String path) {
        return JSON.readTree(supervisor.getJson(path).body());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void isTheOneInTheRepository() throws IOException {
        assertThat(JSON.writeValueAsString(description) + "\n")
                .as("admin-api/openapi.json is not what the node publishes: run this test with -Dwasl.update and read"
                        + " the difference as a client would")
                .isEqualTo(Files.readString(RECORDED));
    }

    @Test
    void breaksNoRule() {
        assertThat(ApiRules.breaches(description)).isEmpty();
    }

    @Test
    void showsExamplesThatFit() {
        List<String> misfits = new ArrayList<>();
        JsonNode examples = description.path("components").path("examples");
        examples.forEachEntry((schema, example) -> misfits.addAll(misfits(schema, ref(schema), example.path("value"))));
        assertThat(misfits).isEmpty();
        assertThat(examples.size()).isGreaterThan(8);
    }

    @Test
    void answersWhatItSays() {
        SampleCases cases = new SampleCases(node);
        String number = cases.arabic().value();
        cases.sorani();
        assertThat(misfits("queue", ref("QueueResource"), read("/api/queue"))).isEmpty();
        JsonNode held = read("/api/cases/" + number);
        assertThat(misfits("case", ref("CaseResource"), held)).isEmpty();
        assertThat(misfits("problem", ref("Problem"), read("/api/cases/none"))).isEmpty();
        assertThat(misfits("a case that is none", ref("QueueResource"), held)).isNotEmpty();
    }

    /** Sent whole and right, with everything but what the description demands beside it. */
    @Test
    void asksForTheEditionAndTheKeyWhereItSaysThatItDoes() {
        String number = new SampleCases(node).arabic().value();
        String token = supervisor.formToken("/account");
        List<String> wrong = new ArrayList<>();
        int[] asked = {0, 0};
        operations().forEach(operation -> {
            boolean versioned = operation.takes("If-Match");
            if (!versioned && !operation.demands("Idempotency-Key")) {
                return;
            }
            int status = sent(operation, number, token, versioned);
            int expected = versioned ? 428 : 400;
            asked[versioned ? 0 : 1] += status == expected ? 1 : 0;
            // What is not there, and what is not for a supervisor, is told before.
            if (status != expected && status != 403 && status != 404) {
                wrong.add(operation + ": " + status);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(asked[0]).as("routes that ask for an edition").isGreaterThan(30);
        assertThat(asked[1]).as("routes that ask for a key").isGreaterThan(5);
    }

    private static int sent(Operation operation, String number, String token, boolean keyed) {
        String path = operation.path().replace("{number}", number).replaceAll("\\{[a-z_]+}", "0a".repeat(16));
        HttpRequest.Builder request = HttpRequest.newBuilder(supervisor.uri(path))
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", "application/json");
        if (keyed) {
            request.header("Idempotency-Key", "without an edition");
        }
        String body = operation.example();
        request.method(
                operation.method().toUpperCase(Locale.ROOT),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return supervisor.send(request).statusCode();
    }

    private record Operation(String method, String path, JsonNode described) {
        boolean takes(String header) {
            return parameter(header).findAny().isPresent();
        }

        boolean demands(String header) {
            return parameter(header).anyMatch(one -> one.path("required").asBoolean(false));
        }

        private Stream<JsonNode> parameter(String header) {
            return StreamSupport.stream(described.path("parameters").spliterator(), false)
                    .filter(one -> one.path("name").asString("").equals(header));
        }

        /** The example of the form it takes. */
        String example() {
            String form = described
                    .at("/requestBody/content/application~1json/schema/$ref")
                    .asString("");
            String name = form.substring(form.lastIndexOf('/') + 1);
            return name.isEmpty()
                    ? ""
                    : JSON.writeValueAsString(description
                            .path("components")
                            .path("examples")
                            .path(name)
                            .path("value"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        description
                .path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry(
                        (method, described) -> all.add(new Operation(method, path, described))));
        return all;
    }

    private static JsonNode ref(String name) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** What does not fit; a part the description does not know is one as well. */
    private static List<String> misfits(String where, JsonNode schema, JsonNode value) {
        String closed = JSON.writeValueAsString(description.path("components"))
                .replace("\"type\" : \"object\",", "\"type\" : \"object\", \"unevaluatedProperties\" : false,");
        String whole = "{\"allOf\":[" + schema + "],\"components\":" + closed + "}";
        return SCHEMAS.getSchema(whole, InputFormat.JSON).validate(value).stream()
                .map(Error::toString)
                .map(error -> where + ": " + error)
                .toList();
    }
}

package org.wasl.admin.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The rules of {@code config/docs/api-rules.md} over a description: what breaks them, each with where it stands. */
final class ApiRules {
    private static final Set<String> VERBS = Set.of(
            "get", "list", "create", "add", "update", "set", "delete", "remove", "do", "make", "send", "start", "stop",
            "open", "close", "assign", "confirm", "cancel", "accept", "decline", "refuse", "sign", "verify", "revoke");

    /** Changes without a version, and why that is safe. Deviations from rule 182, as the rules page lists them. */
    static final Map<String, String> UNVERSIONED = Map.ofEntries(
            Map.entry("addNote", "only ever appended, and once for each key"),
            Map.entry("keepClaim", "renews the caller's own claim and changes nothing else"),
            Map.entry("takeOver", "a lease of the live chat, held by one"),
            Map.entry("handBack", "gives the caller's own lease back"),
            Map.entry("addReplyChecks", "keeps nothing"),
            Map.entry("addAttachmentsSuspicion", "shuts pictures for good: twice is once, and it must not wait"),
            Map.entry("addAlertsMineSeen", "the caller's own; twice is once"),
            Map.entry("addAlertsTestAlertAnswer", "the caller's own; twice is once"),
            Map.entry("setAlertsPreference", "the caller's own; the last word counts"),
            Map.entry("closeAccount", "must not wait for anything; closed is closed"),
            Map.entry("startDuty", "the caller's own; twice is once"),
            Map.entry("endDuty", "the caller's own; twice is once"),
            Map.entry("makeLinkCode", "the caller's own, each good once and for minutes"),
            Map.entry("unlinkMyself", "the caller's own; gone is gone"),
            Map.entry("endMySession", "gone is gone"),
            Map.entry("endSessionOfStaff", "gone is gone"),
            Map.entry("settleOpening", "answered once; a second answer is refused"),
            Map.entry("endOpening", "shut is shut"),
            Map.entry("dropMyPasskey", "the caller's own; gone is gone"),
            Map.entry("lockMyScreen", "covered is covered"),
            Map.entry("endToken", "gone is gone"),
            Map.entry("endTokenOfStaff", "gone is gone"),
            Map.entry("reportFromVisit", "where the caller is; twice is once, and it must not wait"),
            Map.entry("endVisit", "the caller's own visit; twice is once, and it must not wait"),
            Map.entry("takeVisitAlarm", "held by one; twice is once, and it must not wait"),
            Map.entry("endVisitAlarm", "only by whoever looks after it"),
            Map.entry("previewBundle", "keeps nothing"),
            Map.entry("collectReceipt", "the caller's own, given once; until it is there nothing happens"),
            Map.entry("takeTransfer", "an offer that waits is taken once; who takes it cannot have read the case"),
            Map.entry(
                    "returnTransfer", "an offer that waits is refused once; who refuses it cannot have read the case"),
            Map.entry("setFlood", "on is on"),
            Map.entry("removeFlood", "off is off"),
            Map.entry("rebuildCounts", "works out again what follows from the cases; one at a time"));

    private final JsonNode description;
    private final List<String> breaches = new ArrayList<>();

    private ApiRules(JsonNode description) {
        this.description = description;
    }

    /** What a description breaks; empty when it keeps all rules. */
    static List<String> breaches(JsonNode description) {
        ApiRules rules = new ApiRules(description);
        rules.head();
        Set<String> ids = new HashSet<>();
        rules.description.path("paths").forEachEntry((path, operations) -> {
            rules.path(path);
            operations.forEachEntry((method, operation) -> rules.operation(method, path, operation, ids));
        });
        rules.description.path("components").path("schemas").forEachEntry(rules::schema);
        rules.references(rules.description);
        return rules.breaches;
    }

    private void head() {
        check(text(description, "openapi").startsWith("3.1"), "218", "openapi");
        JsonNode info = description.path("info");
        check(text(info, "version").matches("\\d+\\.\\d+\\.\\d+"), "116", "info.version");
        check(!text(info, "title").isBlank() && !text(info, "description").isBlank(), "218", "info");
        check(!description.path("security").isEmpty(), "104", "security");
    }

    private void path(String path) {
        check(path.startsWith("/api/") && !path.endsWith("/"), "135", path);
        for (String segment : path.substring(1).split("/")) {
            check(segment.matches("[a-z]+(-[a-z]+)*|\\{[a-z]+(_[a-z]+)*}"), "129", path);
            check(!VERBS.contains(segment), "141", path);
        }
    }

    private void operation(String method, String path, JsonNode operation, Set<String> ids) {
        String id = text(operation, "operationId");
        String where = method + " " + path;
        check(id.matches("[a-z]+([A-Z][a-z]+)+") && ids.add(id), "operation id", where);
        check(!text(operation, "summary").isBlank() && !operation.path("tags").isEmpty(), "101", where);
        check(!operation.path(DescribedOperations.PERMISSIONS).isEmpty(), "105", where);
        parameters(operation).forEach(parameter -> parameter(parameter, where));
        responses(method, operation, where);
        boolean changes = !method.equals("get");
        boolean versioned =
                parameters(operation).anyMatch(one -> text(one, "name").equals("If-Match"));
        boolean keyed = parameters(operation).anyMatch(one -> text(one, "name").equals("Idempotency-Key"));
        check(!changes || versioned || keyed || UNVERSIONED.containsKey(id), "182", where);
        check(!method.equals("post") || keyed || versioned || UNVERSIONED.containsKey(id), "230", where);
        if (operation.has("requestBody")) {
            examples(operation.path("requestBody").path("content"), where);
        }
    }

    private void parameter(JsonNode parameter, String where) {
        String name = text(parameter, "name");
        switch (text(parameter, "in")) {
            case "query" -> check(name.matches("[a-z]+(_[a-z]+)*"), "130", where);
            case "header" -> check(name.matches("[A-Z][a-z]*(-[A-Z][a-z]*)*"), "132", where);
            default -> {}
        }
    }

    private void responses(String method, JsonNode operation, String where) {
        JsonNode responses = operation.path("responses");
        for (String status : List.of("401", "403", "429", "503")) {
            check(responses.has(status), "151", where + " " + status);
        }
        responses.forEachEntry((status, response) -> {
            JsonNode answer = resolved(response);
            if (status.startsWith("2")) {
                success(method, answer, where);
            } else {
                check(answer.path("content").has("application/problem+json"), "176", where + " " + status);
            }
            if (status.equals("429") || status.equals("503")) {
                check(answer.path("headers").has("Retry-After"), "153", where + " " + status);
            }
        });
    }

    private void success(String method, JsonNode answer, String where) {
        JsonNode json = answer.path("content").path("application/json");
        if (json.isMissingNode()) {
            return;
        }
        JsonNode schema = resolved(json.path("schema"));
        check(text(schema, "type").equals("object") || schema.has("properties"), "110", where);
        if (method.equals("get") && schema.path("properties").has("items")) {
            check(schema.path("properties").has("next"), "160", where);
        }
        examples(answer.path("content"), where);
    }

    private void examples(JsonNode content, String where) {
        content.forEachEntry((type, media) -> check(
                !type.equals("application/json") || media.has("example") || media.has("examples"), "examples", where));
    }

    private void schema(String name, JsonNode schema) {
        check(name.matches("([A-Z][a-z0-9]*)+"), "schema name", name);
        schema.path("properties").forEachEntry((property, type) -> {
            check(property.matches("[a-z]+(_[a-z0-9]+)*"), "118", name + "." + property);
            values(type, name + "." + property);
            values(type.path("items"), name + "." + property);
        });
    }

    private void values(JsonNode type, String where) {
        for (JsonNode value : type.path("enum")) {
            check(value.isNull() || value.asString().matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*"), "240", where);
        }
    }

    private void references(JsonNode node) {
        if (node.has("$ref")) {
            check(!resolved(node).isMissingNode(), "reference", node.get("$ref").asString());
        }
        node.forEach(this::references);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static Stream<JsonNode> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private void check(boolean kept, String rule, String where) {
        if (!kept) {
            breaches.add(rule + ": " + where);
        }
    }
}

package org.wasl.triage.assessment;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An assessment as JSON, under the names other programs may rely on. Holds a citizen's words (the evidence): for the
 * command line and for sealed or staff-only places.
 *
 * <p>The JSON inside the seal is another, with a version of its own.
 */
public final class AssessmentJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AssessmentJson() {}

    public static ObjectNode of(Assessment assessment) {
        ObjectNode json = JSON.objectNode();
        json.put("language", assessment.language().wire());
        json.put("category", assessment.category().name());
        ArrayNode also = json.putArray("also");
        assessment.also().forEach(category -> also.add(category.name()));
        json.put("level", assessment.level().wire());
        json.put("score", assessment.score());
        json.put("urgent", assessment.urgent());
        json.put("suspectedOnly", assessment.suspectedOnly());
        json.put("understood", assessment.understood());
        json.set("facts", facts(assessment.facts()));
        ArrayNode reasons = json.putArray("reasons");
        assessment.reasons().forEach(reason -> reasons.add(reason(reason)));
        ObjectNode raise = json.putObject("wouldRaise");
        assessment
                .wouldRaise()
                .forEach(would -> raise.put(would.fact().wire(), would.to().wire()));
        ArrayNode tags = json.putArray("tags");
        assessment.tags().stream().sorted().forEach(tag -> tags.add(tag.name()));
        json.put("model", assessment.model());
        json.put("rules", assessment.rules());
        return json;
    }

    /** Each fact by its name: the strongest observation, and where it was read. */
    private static ObjectNode facts(Facts facts) {
        ObjectNode json = JSON.objectNode();
        for (FactKey key : FactKey.values()) {
            facts.strongest(key).ifPresent(fact -> json.set(key.wire(), fact(fact)));
        }
        return json;
    }

    private static ObjectNode fact(Fact fact) {
        ObjectNode json = JSON.objectNode();
        json.put("value", fact.truth().name());
        json.put("source", fact.source().name());
        if (fact.detail() != null) {
            json.put("detail", fact.detail());
        }
        if (fact.hours() != null) {
            json.put("hours", fact.hours());
        }
        span(json, fact.evidence());
        return json;
    }

    private static ObjectNode reason(Reason reason) {
        ObjectNode json = JSON.objectNode();
        json.put("rule", reason.rule());
        json.put("floor", reason.floor().wire());
        json.put("text", reason.text());
        json.put("suspected", reason.suspected());
        ArrayNode facts = json.putArray("facts");
        reason.facts().forEach(key -> facts.add(key.wire()));
        span(json, reason.evidence());
        return json;
    }

    /** UTF-16 offsets into the text as it came. */
    private static void span(ObjectNode json, @Nullable Evidence evidence) {
        if (evidence != null) {
            json.put("start", evidence.start());
            json.put("end", evidence.end());
            json.put("evidence", evidence.text());
        }
    }

    /** Reads facts given beside a text: {@code {"dangerNow":"YES","strangled":{"value":"YES","detail":"72h"}}}. */
    public static Facts facts(Map<String, tools.jackson.databind.JsonNode> given) {
        return FactsJson.read(given);
    }
}

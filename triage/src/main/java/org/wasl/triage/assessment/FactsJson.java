package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;
import tools.jackson.databind.JsonNode;

/** Facts from JSON. Messages name what was expected and never repeat a value. */
final class FactsJson {

    private static final int MOST_HOURS = 24 * 365;

    private FactsJson() {}

    static Facts read(Map<String, JsonNode> given) {
        List<Fact> facts = new ArrayList<>();
        given.forEach((name, value) -> facts.add(fact(FactKey.ofWire(name), value)));
        return Facts.of(facts);
    }

    private static Fact fact(FactKey key, JsonNode value) {
        if (value.isBoolean()) {
            return Fact.chosen(key, value.booleanValue() ? Truth.YES : Truth.NO);
        }
        if (value.isString()) {
            return Fact.chosen(key, truth(key, value));
        }
        if (!value.isObject()) {
            throw new IllegalArgumentException("fact " + key.wire() + ": expected a truth value or an object");
        }
        return new Fact(
                key, truth(key, value.path("value")), detail(key, value), hours(key, value), source(key, value), null);
    }

    private static Truth truth(FactKey key, JsonNode value) {
        for (Truth truth : Truth.values()) {
            if (value.isString() && truth.name().equals(value.stringValue())) {
                return truth;
            }
        }
        throw new IllegalArgumentException(
                "fact " + key.wire() + ": value (expected: YES, NO, UNKNOWN, DECLINED, " + "NOT_ASKED or SUSPECTED)");
    }

    private static @Nullable String detail(FactKey key, JsonNode value) {
        JsonNode detail = value.path("detail");
        if (detail.isMissingNode() || detail.isNull()) {
            return null;
        }
        if (!detail.isString()) {
            throw new IllegalArgumentException("fact " + key.wire() + ": detail (expected: text)");
        }
        return detail.stringValue();
    }

    private static @Nullable Integer hours(FactKey key, JsonNode value) {
        JsonNode hours = value.path("hours");
        if (hours.isMissingNode() || hours.isNull()) {
            return null;
        }
        if (!hours.isInt() || hours.intValue() < 0 || hours.intValue() > MOST_HOURS) {
            throw new IllegalArgumentException(
                    "fact " + key.wire() + ": hours (expected: a whole number from 0 to " + MOST_HOURS + ")");
        }
        return hours.intValue();
    }

    private static FactSource source(FactKey key, JsonNode value) {
        JsonNode source = value.path("source");
        if (source.isMissingNode() || source.isNull()) {
            return FactSource.BUTTON;
        }
        for (FactSource known : FactSource.values()) {
            if (source.isString() && known.name().equals(source.stringValue())) {
                return known;
            }
        }
        throw new IllegalArgumentException("fact " + key.wire() + ": source (expected: BUTTON, OPERATOR, ...)");
    }
}

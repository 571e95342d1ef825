package org.wasl.triage.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wasl.triage.assessment.AssessmentJson;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;
import org.wasl.triage.text.Normaliser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON lines in, JSON lines out, one at a time. A bad line is answered with an error and the run goes on. */
final class AssessLines {

    /** A longer line is skipped to its end; a report has at most 64 KB of text. */
    static final int LONGEST_LINE = 1 << 20;

    private static final int FLUSH_EVERY = 64;

    private final Triage triage;
    private final JsonMapper json = JsonMapper.builder().build();

    AssessLines(Triage triage) {
        this.triage = triage;
    }

    void run(InputStream in, OutputStream out) throws IOException {
        LineReader lines = new LineReader(in);
        int written = 0;
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            out.write(json.writeValueAsBytes(lines.tooLong() ? tooLong() : answer(lines.text())));
            out.write('\n');
            if (++written % FLUSH_EVERY == 0 || in.available() == 0) {
                out.flush();
            }
        }
    }

    private ObjectNode answer(String line) {
        JsonNode asked;
        try {
            asked = json.readTree(line);
        } catch (JacksonException notJson) {
            // The parser's own message quotes the line.
            return error(json.nullNode(), "not JSON");
        }
        if (!asked.isObject()) {
            return error(json.nullNode(), "expected a JSON object");
        }
        JsonNode id = asked.path("id").isValueNode() ? asked.path("id") : json.nullNode();
        if (!asked.path("text").isString()) {
            return error(id, "text: missing (expected: a string)");
        }
        try {
            Report report = new Report(asked.path("text").stringValue(), facts(asked.path("facts")));
            ObjectNode answer = json.createObjectNode();
            answer.set("id", id);
            answer.setAll(AssessmentJson.of(triage.assess(report)));
            int read = Normaliser.read(report.text());
            if (read < report.text().length()) {
                answer.put("read", read);
            }
            return answer;
        } catch (IllegalArgumentException refused) {
            return error(id, String.valueOf(refused.getMessage()));
        }
    }

    private static Facts facts(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return Facts.NONE;
        }
        if (!given.isObject()) {
            throw new IllegalArgumentException("facts: expected an object");
        }
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        given.properties().forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
        return AssessmentJson.facts(byName);
    }

    private ObjectNode tooLong() {
        return error(json.nullNode(), "line of more than " + LONGEST_LINE + " bytes");
    }

    private ObjectNode error(JsonNode id, String reason) {
        ObjectNode answer = json.createObjectNode();
        answer.set("id", id);
        answer.put("error", reason);
        return answer;
    }

    /** Lines of bytes with a limit. Invalid UTF-8 becomes replacement characters, as in any text. */
    private static final class LineReader {
        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private boolean tooLong;

        LineReader(InputStream in) {
            this.in = in.markSupported() ? in : new java.io.BufferedInputStream(in, 1 << 16);
        }

        boolean next() throws IOException {
            line.reset();
            tooLong = false;
            int unit = in.read();
            if (unit < 0) {
                return false;
            }
            while (unit >= 0 && unit != '\n') {
                if (line.size() < LONGEST_LINE) {
                    line.write(unit);
                } else {
                    tooLong = true;
                }
                unit = in.read();
            }
            return true;
        }

        boolean tooLong() {
            return tooLong;
        }

        boolean isBlank() {
            return !tooLong && text().isBlank();
        }

        String text() {
            String text = line.toString(StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }
}

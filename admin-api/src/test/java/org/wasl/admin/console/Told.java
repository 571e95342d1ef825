package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, and what every refusal has to keep to. */
record Told(int status, String type, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Told read(String raw) {
        String head = raw.split("\r\n\r\n", 2)[0];
        String body = raw.contains("\r\n\r\n") ? raw.split("\r\n\r\n", 2)[1] : "";
        String type = head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Type:", 0, 13))
                .map(line -> line.substring(13).strip())
                .findFirst()
                .orElse("none");
        // In chunks: their lengths stand around the one object.
        String object = body.contains("{") ? body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1) : body;
        return new Told(Integer.parseInt(head.substring(9, 12)), type, object);
    }

    void check(String what) {
        assertThat(status).as(what).isBetween(400, 599);
        assertThat(status).as("%s: %s", what, body).isNotEqualTo(500);
        assertThat(type).as("%s: %s", what, body).startsWith("application/problem+json");
        assertThat(body)
                .as(what)
                .doesNotContainIgnoringCase(HostileBodies.MARKER)
                .doesNotContain("Exception", "\tat ", "org.", "java.", "tools.jackson", "Tomcat");
        JsonNode problem = JSON.readTree(body);
        assertThat(problem.propertyNames()).as(what).containsExactly("type", "title", "status");
        assertThat(problem.get("status").intValue()).as(what).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).as(what).isNotBlank();
    }
}

package org.wasl.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Each rule has a planted breach that it finds in an otherwise right description. */
class ApiRulesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void findNothingWrongInWhatIsPublished() throws IOException {
        assertThat(ApiRules.breaches(JSON.readTree(published()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "openapi" : "3.1.0"                  | "openapi" : "3.0.1"             | 218
                    "version" : "1.0.0"                  | "version" : "one"               | 116
                    "title" : "Wasl desk API"            | "title" : ""                    | 218
                    "/api/queue"                         | "/api/queue/"                   | 135
                    "/api/queue"                         | "/api/theQueue"                 | 129
                    "/api/queue"                         | "/api/list"                     | 141
                    "operationId" : "readQueue"          | "operationId" : "readCase"      | operation id
                    "operationId" : "readQueue"          | "operationId" : "queue_1"       | operation id
                    "summary" : "Move a case on"         | "summary" : " "                 | 101
                    "x-required-permissions" : [ "LEVEL_RAISE" ] | "x-required-permissions" : [ ] | 105
                    "name" : "governorate"               | "name" : "homeGovernorate"      | 130
                    "name" : "If-Match"                  | "name" : "ifMatch"              | 132
                    "name" : "If-Match"                  | "name" : "If-None"              | 182
                    "#/components/responses/TooMany"     | "#/components/responses/Nobody" | reference
                    "application/problem+json"           | "text/plain"                    | 176
                    "Retry-After"                        | "Wait"                          | 153
                    "next" : {                           | "more" : {                      | 160
                    "acknowledge_by" : {                 | "acknowledgeBy" : {             | 118
                    "IN_TRIAGE"                          | "inTriage"                      | 240
                    "429" : {                            | "428" : {                       | 151
                    "CaseResource" : {                   | "case_resource" : {             | schema name
                    """)
    void findWhatIsPlanted(String right, String wrong, String rule) throws IOException {
        String published = published();
        assertThat(published).contains(right);
        assertThat(ApiRules.breaches(JSON.readTree(published.replace(right, wrong))))
                .anyMatch(breach -> breach.startsWith(rule + ": "));
    }

    @Test
    void findARouteWithoutAnExample() throws IOException {
        String without = published().replace("\"examples\" :", "\"samples\" :");
        assertThat(ApiRules.breaches(JSON.readTree(without))).anyMatch(breach -> breach.startsWith("examples: "));
    }

    @Test
    void findAListThatNobodyCanAddTo() throws IOException {
        String bare = published()
                .replaceAll("\"type\" : \"object\"", "\"type\" : \"array\"")
                .replace("\"properties\" :", "\"items_of\" :");
        assertThat(ApiRules.breaches(JSON.readTree(bare))).anyMatch(breach -> breach.startsWith("110: "));
    }

    private static String published() throws IOException {
        return Files.readString(Path.of("openapi.json"));
    }
}

package org.wasl.admin.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** One example for each schema that travels as a whole: a file of its name. They show made-up cases. */
final class ApiExamples {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Optional<Object> of(String schema) {
        try (InputStream file = ApiExamples.class.getResourceAsStream("examples/" + schema + ".json")) {
            return file == null ? Optional.empty() : Optional.of(JSON.treeToValue(JSON.readTree(file), Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

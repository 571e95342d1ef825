package org.wasl.triage.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Samples of what earlier versions wrote. Files are only ever added to: what is in them must open for ever. */
public final class Vectors {

    private Vectors() {}

    /** The entries of one file under {@code vectors/}. */
    public static Stream<JsonNode> of(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, file)).valueStream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A field of hex digits. */
    public static Bytes bytes(JsonNode vector, String field) {
        return Bytes.ofHex(vector.get(field).asString());
    }
}

package org.wasl.admin.store;

import java.util.List;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.triage.seal.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Objects of one kind as JSON, before they are sealed. Nothing in the text names a class to make. */
final class ObjectCodec<T> {
    private static final JsonMapper JSON = JsonMapper.builder()
            // What was stored before a component was added has none.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(Bytes.class, new BytesWriter())
                    .addDeserializer(Bytes.class, new BytesReader()))
            .build();

    private final ObjectKind<T> kind;

    ObjectCodec(ObjectKind<T> kind) {
        this.kind = kind;
    }

    /** @param audits acts on it that still have to be copied to the chain */
    record Held<T>(long edition, T content, List<AuditEntry> audits) {
        @Override
        public String toString() {
            return "Held[redacted]";
        }
    }

    private record Written(int schema, long edition, JsonNode content, List<AuditEntry> audits) {
        @Override
        public String toString() {
            return "Written[redacted]";
        }
    }

    /** Throws {@link IllegalArgumentException} for more than the kind takes. */
    Bytes write(Held<T> held) {
        byte[] content = JSON.writeValueAsBytes(held.content());
        if (content.length > kind.mostBytes()) {
            throw new IllegalArgumentException(
                    kind.name() + ": " + content.length + " bytes (expected: at most " + kind.mostBytes() + ")");
        }
        return Bytes.copyOf(JSON.writeValueAsBytes(
                new Written(kind.schema(), held.edition(), JSON.readTree(content), held.audits())));
    }

    int size(T content) {
        return JSON.writeValueAsBytes(content).length;
    }

    Held<T> read(Bytes written) {
        try {
            Written stored = JSON.readValue(written.toArray(), Written.class);
            if (stored.schema() != kind.schema()) {
                throw new ObjectUnreadableException(
                        kind.name() + ": schema " + stored.schema() + " (expected: " + kind.schema() + ")");
            }
            return new Held<>(
                    stored.edition(), JSON.treeToValue(stored.content(), kind.type()), List.copyOf(stored.audits()));
        } catch (JacksonException broken) {
            // Not chained: the parser's messages quote what they could not read.
            throw new ObjectUnreadableException(kind.name() + ": not readable as JSON");
        }
    }

    private static final class BytesWriter extends ValueSerializer<Bytes> {
        @Override
        public void serialize(Bytes bytes, JsonGenerator out, SerializationContext context) {
            out.writeBinary(bytes.toArray());
        }
    }

    private static final class BytesReader extends ValueDeserializer<Bytes> {
        @Override
        public Bytes deserialize(JsonParser in, DeserializationContext context) {
            return Bytes.copyOf(in.getBinaryValue());
        }
    }
}

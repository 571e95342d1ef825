package org.wasl.admin.casework;

import java.util.List;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.Facts;
import org.wasl.triage.seal.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A case as JSON, before it is sealed. Closed types only: nothing in the text names a class to make.
 *
 * <p>The document carries its schema's number; a reader that does not know the number refuses.
 */
final class CaseCodec {
    private static final int SCHEMA = 1;

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Facts.class, new FactsWriter())
                    .addDeserializer(Facts.class, new FactsReader())
                    .addSerializer(Bytes.class, new BytesWriter())
                    .addDeserializer(Bytes.class, new BytesReader()))
            .build();

    byte[] write(Case held) {
        return json.writeValueAsBytes(new Stored(SCHEMA, held));
    }

    /** Throws {@link CaseUnreadableException}, whose text holds nothing of the case. */
    Case read(byte[] written) {
        Stored stored;
        try {
            stored = json.readValue(written, Stored.class);
        } catch (JacksonException broken) {
            // Not chained: Jackson's messages quote what they could not read.
            throw new CaseUnreadableException("case: not readable as JSON at "
                    + (broken.getLocation() == null ? "?" : broken.getLocation().getByteOffset()));
        }
        if (stored.schema() != SCHEMA) {
            throw new CaseUnreadableException("case: schema " + stored.schema() + " (expected: " + SCHEMA + ")");
        }
        return stored.content();
    }

    private record Stored(int schema, Case content) {}

    private static final class FactsWriter extends ValueSerializer<Facts> {
        @Override
        public void serialize(Facts facts, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (Fact fact : facts) {
                out.writePOJO(fact);
            }
            out.writeEndArray();
        }
    }

    private static final class FactsReader extends ValueDeserializer<Facts> {
        @Override
        public Facts deserialize(JsonParser in, DeserializationContext context) {
            return Facts.of(List.of(context.readValue(in, Fact[].class)));
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

package org.wasl.triage.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a seal or a signature is bound to: opened under any other context it is refused. Every part is written with its
 * length, so no two contexts have the same bytes.
 */
public record Context(List<String> parts) {

    public Context {
        parts = List.copyOf(parts);
    }

    /** A format with its version, the purpose, and what it is about. */
    public static Context of(String format, String purpose, String... about) {
        List<String> parts = new ArrayList<>(List.of(format, purpose));
        parts.addAll(List.of(about));
        return new Context(parts);
    }

    /** This context, and further parts. */
    Context and(String... more) {
        List<String> joined = new ArrayList<>(parts);
        joined.addAll(List.of(more));
        return new Context(joined);
    }

    byte[] encoded() {
        List<byte[]> encoded = parts.stream()
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toList();
        int size =
                encoded.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size);
        encoded.forEach(part -> buffer.putInt(part.length).put(part));
        return buffer.array();
    }

    @Override
    public String toString() {
        return "Context[" + parts.getFirst() + ", redacted]";
    }
}

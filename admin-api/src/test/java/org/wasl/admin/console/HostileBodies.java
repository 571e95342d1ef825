package org.wasl.admin.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that no route of the API takes. */
final class HostileBodies {
    /** Stands in everything that is sent, and must stand in nothing that is answered. */
    static final String MARKER = "marker-7f3a-geheim";

    private HostileBodies() {}

    /** By what is wrong with them. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("nothing", new byte[0]);
        bodies.put("broken", utf8("{\"text\":\"" + MARKER));
        bodies.put("no object", utf8("\"" + MARKER + "\""));
        bodies.put("a list", utf8("[\"" + MARKER + "\"]"));
        bodies.put("null", utf8("null"));
        bodies.put("nested", utf8("[".repeat(20_000)));
        bodies.put("nested fields", utf8("{\"text\":".repeat(20_000)));
        bodies.put("a long number", utf8("{\"agreed\":" + "9".repeat(20_000) + "}"));
        bodies.put("binary", new byte[] {0, 1, 2, (byte) 0xfe, (byte) 0xff, 3, 4});
        bodies.put("no UTF-8", withBytes("{\"text\":\"" + MARKER, 0xC3, 0x28));
        bodies.put("half a sign in UTF-8", withBytes("{\"text\":\"" + MARKER, 0xED, 0xA0, 0xBD));
        bodies.put("another type", utf8("""
                {"text":{"%1$s":1},"status":["%1$s"],"level":{"a":"%1$s"},"reason":["%1$s"],"agreed":"%1$s",
                 "disposition":{"%1$s":[]},"staff_id":["%1$s"],"intake_id":{"a":"%1$s"}}
                """.formatted(MARKER)));
        bodies.put("an unknown option", utf8("""
                {"text":" ","status":"%1$s","level":"%1$s","reason":"r","agreed":null,
                 "disposition":"%1$s","staff_id":"%1$s","intake_id":"%1$s"}
                """.formatted(MARKER)));
        bodies.put("an option turned round", utf8("""
                {"text":"","status":"\u202e%1$s","level":"\u202e%1$s","reason":"\u202e%1$s",
                 "disposition":"\u2066%1$s","staff_id":"\u202e%1$s","intake_id":"\u202e%1$s"}
                """.formatted(MARKER)));
        bodies.put("an option with half a sign", utf8("""
                {"text":"","status":"\\ud83d%1$s","level":"\\ud83d%1$s","reason":"\\ud83d%1$s",
                 "disposition":"\\ud83d%1$s","staff_id":"\\ud83d%1$s","intake_id":"\\ud83d%1$s"}
                """.formatted(MARKER)));
        return bodies;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withBytes(String before, int... bytes) {
        byte[] start = utf8(before);
        byte[] end = utf8("\"}");
        byte[] all = Arrays.copyOf(start, start.length + bytes.length + end.length);
        for (int i = 0; i < bytes.length; i++) {
            all[start.length + i] = (byte) bytes[i];
        }
        System.arraycopy(end, 0, all, start.length + bytes.length, end.length);
        return all;
    }
}

package org.wasl.config.start;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this process was started with, as the bytes it was given: a name of a folder need not be text in any encoding.
 *
 * @param before the program and what was said to the JVM
 * @param jar as it was named
 * @param after what was said to Wasl
 */
record CommandLine(List<byte[]> before, byte[] jar, List<byte[]> after) {

    /** Said by whoever has an own idea of where classes come from, or watches this process by an agent. */
    private static final List<String> OWN_WAY =
            List.of("@", "-XX:AOT", "-XX:Shared", "-XX:+AutoCreate", "-Xshare", "-javaagent", "-agent", "-Xrun");

    /**
     * Of a start by {@code java ... -jar JAR ...} that leaves it to Wasl where classes come from.
     *
     * @param raw as the kernel keeps it: each word ended by a zero
     */
    static Optional<CommandLine> of(byte[] raw) {
        List<byte[]> words = words(raw);
        int jar = words.stream().map(CommandLine::text).toList().indexOf("-jar");
        if (jar < 1 || jar + 1 >= words.size()) {
            return Optional.empty();
        }
        List<byte[]> before = words.subList(0, jar);
        if (before.stream().map(CommandLine::text).anyMatch(CommandLine::goesItsOwnWay)) {
            return Optional.empty();
        }
        return Optional.of(new CommandLine(before, words.get(jar + 1), words.subList(jar + 2, words.size())));
    }

    /** The same start from what lies in the folder beside the jar. */
    List<byte[]> from(PreparedFolder folder) {
        String beside = text(jar).substring(0, jar.length - ".jar".length()) + folder.ending() + "/";
        List<byte[]> words = new ArrayList<>(before);
        words.add(bytes("-XX:AOTCache=" + beside + PreparedFolder.CLASSES));
        // Classes that do not fit any more are loaded as always, and nobody has to be told.
        words.add(bytes("-Xlog:aot*=off"));
        words.add(bytes("-Xlog:cds*=off"));
        words.add(bytes("-jar"));
        words.add(bytes(beside + PreparedFolder.THIN));
        words.addAll(after);
        return words;
    }

    private static boolean goesItsOwnWay(String word) {
        return OWN_WAY.stream().anyMatch(word::startsWith);
    }

    private static List<byte[]> words(byte[] raw) {
        List<byte[]> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] == 0) {
                words.add(java.util.Arrays.copyOfRange(raw, from, at));
                from = at + 1;
            }
        }
        return words;
    }

    /** Byte for byte, there and back. */
    private static String text(byte[] word) {
        return new String(word, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

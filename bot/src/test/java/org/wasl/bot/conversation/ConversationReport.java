package org.wasl.bot.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the build tells of the conversation, part by part, in {@code target/conversation-report.txt}. */
final class ConversationReport {

    private static final Path FILE = Path.of("target/conversation-report.txt");
    private static final Map<String, String> PARTS = new TreeMap<>();
    private static final System.Logger LOG = System.getLogger(ConversationReport.class.getName());

    private ConversationReport() {}

    /** Puts a part in, or in place of what it was, and says its first line in the log. */
    static synchronized void put(String part, String text) {
        PARTS.put(part, text);
        StringBuilder all = new StringBuilder();
        PARTS.forEach((name, lines) -> all.append("== ")
                .append(name)
                .append('\n')
                .append(lines.strip())
                .append("\n\n"));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.log(System.Logger.Level.INFO, part + ": " + text.lines().findFirst().orElse("") + " (" + FILE + ")");
    }
}

package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor with the shipped jar, one key, the chains as they were taken out and a head that was kept. */
@Tag("beside-another")
class VerifyJarIT {
    private final Path folder;
    private final AuditorsFolder auditor;
    private final Path heads;

    VerifyJarIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        auditor = new AuditorsFolder(folder);
        heads = Files.writeString(folder.resolve("heads"), auditor.head + "\n");
    }

    @AfterEach
    void close() {
        auditor.close();
    }

    @Test
    void theJarNamesAnEditACutAndAForkAndACaseThatIsBack() throws Exception {
        List<String> whole = Files.readAllLines(auditor.chains);
        assertThat(verified(whole)).isEqualTo("0 intact");

        List<String> edited = new ArrayList<>(whole);
        edited.replaceAll(line -> line.replace("case 1", "case 9"));
        assertThat(verified(edited)).isEqualTo("3 EDITED desk-1/000001 entry 2");

        List<String> cut = new ArrayList<>(whole);
        cut.removeIf(line -> line.contains("/000000000005\""));
        cut.set(0, "{\"_id\": \"desk-1/000001\"}");
        assertThat(verified(cut)).isEqualTo("3 CUT desk-1/000001 entry 5");

        // The whole chain written anew by somebody who has the key of the chains: only the kept head tells.
        try (AuditorsFolder other = new AuditorsFolder(Files.createDirectory(folder.resolve("other")), auditor.desk)) {
            assertThat(verified(Files.readAllLines(other.chains))).isEqualTo("3 FORKED desk-1/000001 entry 5");
        }

        Path record = Files.writeString(
                folder.resolve("record.json"),
                new Document("statement", "wasl destruction 1\n1000-0000-62 " + "0a".repeat(16))
                        .append("seal", "0".repeat(64))
                        .toJson());
        auditor.mongo.insert(new Document("_id", "1000-0000-62"), "cases");
        assertThat(run("verify-destruction", auditor.keys.toString(), record.toString(), auditor.store))
                .startsWith("3 ")
                .contains("NOT AS IT WAS SEALED", "1000-0000-62: cases");
    }

    private String verified(List<String> lines) throws Exception {
        Path file = Files.write(folder.resolve("taken-out.jsonl"), lines);
        String said = run("verify-audit", auditor.keys.toString(), file.toString(), heads.toString());
        String found = said.lines()
                .filter(line -> line.matches("intact|[A-Z]+ desk-1.*"))
                .reduce("", (before, line) -> before + " " + line);
        return said.charAt(0) + found;
    }

    private static String run(String... arguments) throws Exception {
        try (WaslProcess command = WaslProcess.start("wasl-admin.jar", Map.of(), arguments)) {
            command.tell(AuditorsFolder.SECRET);
            int code = command.awaitEnd();
            return code + " " + command.output();
        }
    }
}

package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditChains;
import org.wasl.admin.audit.AuditConfiguration;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

/** What an auditor runs elsewhere: on a file, on a store, with heads that were kept and a folder of one key. */
class VerifyCommandsTest {
    private static final String SECRET = "7b".repeat(32);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String store = "mongodb:/" + server.bind() + "/desk";
    private final MongoClient client = MongoClients.create(store);
    private final MongoTemplate mongo = new MongoTemplate(client, "desk");

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path keys = Path.of("");
    private String head = "";

    @BeforeEach
    void chains() throws Exception {
        DeskSecret secret = DeskSecret.of(SECRET);
        Path desk = KeyFolder.create(folder.resolve("all"), secret, new SecureRandom())
                .deskFolder();
        keys = Files.createDirectory(
                folder.resolve("auditor"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(desk.resolve("audit.wrapped"), keys.resolve("audit.wrapped"));
        List<String> lines = new ArrayList<>();
        try (AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext()) {
            node.registerBean(MongoTemplate.class, () -> mongo);
            node.registerBean(Clock.class, Clock::systemUTC);
            node.registerBean(SecureRandom.class, () -> new SecureRandom());
            node.registerBean(
                    AuditKey.class,
                    () -> DeskKeyBeans.auditKey(DeskKeys.load(desk, secret).audit()));
            node.register(AuditConfiguration.class);
            node.refresh();
            AuditTrail trail = node.getBean(AuditTrail.class);
            for (int entry = 0; entry < 5; entry++) {
                trail.append(trail.done("0123", Act.CASE_READ, "case " + entry));
            }
            AuditChains read = node.getBean(AuditChains.class);
            read.export(lines::add);
            head = read.ownHead().value();
        }
        file = Files.write(folder.resolve("chains.jsonl"), lines);
    }

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aWholeChainIsWholeInAFileAndInTheStoreAndItsHeadIsSaid() {
        assertThat(run("verify-audit", keys.toString(), file.toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("5 entries in 1 chains", "head " + head, "intact");
        assertThat(run("verify-audit", keys.toString(), store)).isZero();
    }

    @Test
    void anEditInTheStoreAndACutBehindAHeadThatWasKeptAnswerThree() throws Exception {
        Path heads = Files.writeString(folder.resolve("heads"), "# kept on paper\n" + head + "\n");
        assertThat(run("verify-audit", keys.toString(), store, heads.toString()))
                .isZero();
        var entries = mongo.getCollection("audit-entries");
        entries.deleteOne(Filters.eq("_id", "desk-1/000001/000000000005"));
        assertThat(run("verify-audit", keys.toString(), store)).isZero();
        assertThat(run("verify-audit", keys.toString(), store, heads.toString()))
                .isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("CUT desk-1/000001 entry 5");
        entries.updateOne(Filters.eq("_id", "desk-1/000001/000000000002"), Updates.set("actor", "another"));
        assertThat(run("verify-audit", keys.toString(), store)).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("EDITED desk-1/000001 entry 2", "NOT INTACT");
    }

    @Test
    void whatCannotBeLookedAtAnswersOneAndTellsNoSecret() throws Exception {
        assertThat(run("verify-audit", folder.resolve("all").toString(), file.toString()))
                .isEqualTo(1);
        assertThat(run(
                        "verify-audit",
                        keys.toString(),
                        folder.resolve("nothing").toString()))
                .isEqualTo(1);
        Path junk = Files.writeString(folder.resolve("junk"), "she wrote\n");
        assertThat(run("verify-audit", keys.toString(), junk.toString())).isEqualTo(1);
        assertThat(run("verify-destruction", keys.toString(), junk.toString())).isEqualTo(1);
        assertThat(run("verify-audit", keys.toString())).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain(SECRET, "she wrote");
    }

    @Test
    void aRecordThatWasChangedAndACaseThatIsBackAnswerThree() throws Exception {
        Document record = new Document("statement", "wasl destruction 1\n1000-0000-62 " + "0a".repeat(16))
                .append("seal", "0".repeat(64));
        Path kept = Files.writeString(folder.resolve("record.json"), record.toJson());
        mongo.insert(new Document("_id", "1000-0000-62"), "cases");
        assertThat(run("verify-destruction", keys.toString(), kept.toString(), store))
                .isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("NOT AS IT WAS SEALED", "1000-0000-62: cases", "1000-0000-62: no tombstone");
    }

    private int run(String... arguments) {
        return new Commands(
                        new ByteArrayInputStream((SECRET + "\n").getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        new SecureRandom())
                .run(arguments)
                .orElseThrow();
    }
}

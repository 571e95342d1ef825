package org.wasl.config;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

/** A store with one audit chain of five entries, the chain taken out, its head, and the folder of one key an auditor has. */
final class AuditorsFolder implements AutoCloseable {
    static final String SECRET = "7b".repeat(32);

    final MongoServer server = new MongoServer(new MemoryBackend());
    final String store = "mongodb:/" + server.bind() + "/desk";
    final MongoClient client = MongoClients.create(store);
    final MongoTemplate mongo = new MongoTemplate(client, "desk");
    /** The desk's own key folder. */
    final Path desk;
    /** That of the auditor. */
    final Path keys;

    final Path chains;
    final String head;

    AuditorsFolder(Path folder) throws IOException {
        this(
                folder,
                KeyFolder.create(folder.resolve("all"), DeskSecret.of(SECRET), new SecureRandom())
                        .deskFolder());
    }

    /** Another store, written with the keys of a desk. */
    AuditorsFolder(Path folder, Path desk) throws IOException {
        this.desk = desk;
        DeskSecret secret = DeskSecret.of(SECRET);
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
        chains = Files.write(folder.resolve("chains.jsonl"), lines);
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}

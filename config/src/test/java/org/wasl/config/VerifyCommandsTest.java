package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;

/** What an auditor runs elsewhere: on a file, on a store, with heads that were kept and a folder of one key. */
class VerifyCommandsTest {
    private static final String SECRET = AuditorsFolder.SECRET;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Path folder;
    private final AuditorsFolder auditor;
    private final Path keys;
    private final Path file;
    private final String store;
    private final MongoTemplate mongo;
    private final String head;

    VerifyCommandsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        auditor = new AuditorsFolder(folder);
        keys = auditor.keys;
        file = auditor.chains;
        store = auditor.store;
        mongo = auditor.mongo;
        head = auditor.head;
    }

    @AfterEach
    void close() {
        auditor.close();
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

    @Test
    void anOldCopyOfTheStoreOpensNoMoreOnceTheKeyAroundItsKeysWasRenewed() {
        DeskSecret secret = DeskSecret.of(SECRET);
        String number = "1000-0000-62";
        Bytes before = DeskKeys.load(auditor.desk, secret).cases().newKey(number);
        assertThat(run("renew-case-key", auditor.desk.toString(), store)).isEqualTo(3);
        mongo.insert(new Document("_id", number).append("w", new Binary(before.toArray())), "case_keys");

        assertThat(run("renew-case-key", auditor.desk.toString(), store)).isZero();
        assertThat(run("destroy-old-case-keys", auditor.desk.toString(), store + "-misspelt"))
                .isEqualTo(3);
        assertThat(DeskKeys.load(auditor.desk, secret).cases().unwrap(before, number))
                .as("the copy, before")
                .isPresent();
        mongo.insert(new Document("_id", "2000-0000-00").append("w", new Binary(before.toArray())), "object_keys");
        assertThat(run("destroy-old-case-keys", auditor.desk.toString(), store)).isZero();

        CaseSealer today = DeskKeys.load(auditor.desk, secret).cases();
        assertThat(today.unwrap(before, number)).as("the copy, after").isEmpty();
        Document kept = Objects.requireNonNull(mongo.findById(number, Document.class, "case_keys"));
        assertThat(today.unwrap(Bytes.copyOf(kept.get("w", Binary.class).getData()), number))
                .isPresent();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("all wrapped anew", "1 older keys destroyed", "NOTHING DONE", "open with none: object_keys")
                .doesNotContain(SECRET);
    }

    @Test
    void theOldKeyIsNotDestroyedWhileAnythingNeedsIt() {
        CaseSealer cases = DeskKeys.load(auditor.desk, DeskSecret.of(SECRET)).cases();
        Bytes first = cases.newKey("1000-0000-62");
        mongo.insert(new Document("_id", "1000-0000-62").append("w", new Binary(first.toArray())), "case_keys");
        assertThat(run("renew-case-key", auditor.desk.toString(), store)).isZero();
        // As a node that was not stopped would go on.
        Bytes late = cases.newKey("staff:2026-11-23");
        mongo.insert(new Document("_id", "staff:2026-11-23").append("w", new Binary(late.toArray())), "readings");

        assertThat(run("destroy-old-case-keys", auditor.desk.toString(), store)).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("1 need an older one: readings", "NOTHING DESTROYED");
        assertThat(run("renew-case-key", auditor.desk.toString(), store)).isZero();
        assertThat(run("destroy-old-case-keys", auditor.desk.toString(), store)).isZero();
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

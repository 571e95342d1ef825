package org.wasl.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.DeskStore;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseKeyRenewal;
import org.wasl.triage.seal.CaseSealer;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

/** What an old copy of the store is worth once the key around its keys was renewed: nothing. */
class WrappedKeysTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final String CASE = "1000-0000-62";

    private final CaseKeyRenewal renewal;
    private final DeskStore desk = new DeskStore();
    private final MongoTemplate store = desk.template();
    private final WrappedKeys keys = new WrappedKeys(store);

    WrappedKeysTest(@TempDir Path folder) {
        DeskSecret secret = DeskSecret.of("7b".repeat(32));
        Path made = KeyFolder.create(folder.resolve("keys"), secret, new SecureRandom())
                .deskFolder();
        renewal = new CaseKeyRenewal(made, secret);
    }

    @BeforeEach
    void stored() {
        store.insert(
                new Document("_id", CASE)
                        .append("w", new Binary(renewal.all().newKey(CASE).toArray())),
                "case_keys");
        shelves(renewal.all()).insert(DAY.toString(), shelf());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCopyOfTheStoreMadeBeforeDoesNotOpenOnceTheOldKeyIsDestroyed() {
        Document copied = Objects.requireNonNull(store.findById(CASE, Document.class, "case_keys"));
        Bytes before = Bytes.copyOf(copied.get("w", Binary.class).getData());
        renewal.add();
        assertThat(keys.count(renewal.all(), renewal.newest()).old())
                .containsExactlyInAnyOrderEntriesOf(Map.of("case_keys", 1, "retention_shelves", 1));

        WrappedKeys.Count after = keys.renew(renewal.all(), renewal.newest());
        assertThat(after).isEqualTo(new WrappedKeys.Count(2, Map.of(), Map.of()));
        assertThat(renewal.all().unwrap(before, CASE))
                .as("while both are there")
                .isPresent();
        renewal.destroyOld();

        assertThat(renewal.keys()).isEqualTo(1);
        assertThat(renewal.all().unwrap(before, CASE)).as("the copy").isEmpty();
        assertThat(keys.count(renewal.all(), renewal.newest()).newest()).isEqualTo(2);
        assertThat(shelves(renewal.all()).value(DAY.toString())).contains(shelf());
    }

    @Test
    void brokenOffItIsRunAgainAndWhatNobodyOpensIsToldAndLeftAlone() {
        renewal.add();
        keys.renew(renewal.all(), renewal.newest());
        store.insert(new Document("_id", "1000-0000-63").append("w", new Binary(new byte[40])), "case_keys");
        renewal.add();

        assertThat(keys.renew(renewal.all(), renewal.newest()))
                .isEqualTo(new WrappedKeys.Count(2, Map.of(), Map.of("case_keys", 1)));
        renewal.destroyOld();
        assertThat(keys.count(renewal.all(), renewal.newest()))
                .isEqualTo(new WrappedKeys.Count(2, Map.of(), Map.of("case_keys", 1)));
    }

    private SealedDocs<Shelf> shelves(CaseSealer sealer) {
        return new SealedDocs<>(store, sealer, "retention_shelves", Shelf.class);
    }

    private static Shelf shelf() {
        return Shelf.EMPTY.with(CASE, new Shelf.Place(RetentionClass.STANDARD, DAY.plusYears(1)));
    }
}

package org.wasl.admin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.DeskStore;
import org.wasl.admin.RecordingTrail;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

/** Two nodes on one document store, spoken to through the real driver. */
class SealedObjectsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String MARKER = "MARKER-7f3a";

    /** A sample of a feature's object. */
    record Note(String words, boolean open, Bytes mark) {
        static Note open(String words) {
            return new Note(words, true, Bytes.copyOf(new byte[] {7}));
        }

        Note shut() {
            return new Note(words, false, mark);
        }

        @Override
        public String toString() {
            return "Note[redacted]";
        }
    }

    private static final ObjectKind<Note> NOTES = new ObjectKind<>("note", Note.class, 1, 2_000, 3, Note::open);

    private final DeskStore store = new DeskStore();
    private final RecordingTrail trail = new RecordingTrail(Clock.systemUTC());
    private CaseSealer sealer;
    private ObjectStores here;
    private SealedObjects<Note> notes;
    private ObjectStores there;
    private SealedObjects<Note> others;

    @BeforeEach
    void start(@TempDir Path folder) {
        DeskSecret secret = DeskSecret.of("5a".repeat(32));
        sealer = DeskKeys.load(
                        KeyFolder.create(folder.resolve("keys"), secret, new SecureRandom())
                                .deskFolder(),
                        secret)
                .cases();
        here = node();
        notes = here.open(NOTES);
        there = node();
        others = there.open(NOTES);
    }

    @AfterEach
    void stop() {
        assertThat(store.recorder().wrong()).isEmpty();
        store.close();
    }

    private ObjectStores node() {
        return new ObjectStores(store.nodesTemplate(), sealer, StoreSettings.DEFAULTS);
    }

    @Test
    void readsWhatItStoredAndSealsItAtRest() {
        Stored<Note> stored = notes.insert("a", MONDAY, Note.open(MARKER)).orElseThrow();

        assertThat(others.read("a")).contains(stored);
        assertThat(stored.toString()).doesNotContain(MARKER);
        for (String collection : store.template().getCollectionNames()) {
            for (Document document : store.template().getCollection(collection).find()) {
                Binary sealed = document.get("c", Binary.class);
                assertThat(document.toJson()).doesNotContain(MARKER);
                assertThat(new String(sealed == null ? new byte[0] : sealed.getData()))
                        .doesNotContain(MARKER);
            }
        }
    }

    @Test
    void anIdIsGivenOnce() {
        notes.insert("a", MONDAY, Note.open("one"));

        notes.change("a", Note::shut);
        assertThat(others.insert("a", MONDAY, Note.open("two"))).isEmpty();
        there.follow();
        assertThat(others.live()).isEmpty();
        assertThat(store.template().getCollection("objects_live").countDocuments())
                .isZero();
        assertThat(others.read("a").orElseThrow().content().words()).isEqualTo("one");
    }

    @Test
    void theSlowerOfTwoWritesIsTold() {
        Stored<Note> read = notes.insert("a", MONDAY, Note.open("one")).orElseThrow();

        assertThat(others.replace(read, Note.open("two"))).map(Stored::edition).contains(2L);
        assertThat(notes.replace(read, Note.open("three"))).isEmpty();
        assertThat(notes.change("a", before -> Note.open(before.words() + ", four")))
                .map(after -> after.content().words())
                .contains("two, four");
    }

    @Test
    void anotherNodeTakesInWhatIsLiveAndLetsGoWhatNoLongerIs() {
        List<String> heard = new ArrayList<>();
        others.onChange(changed -> heard.add(changed.content().words()));
        Stored<Note> read = notes.insert("a", MONDAY, Note.open("one")).orElseThrow();
        there.follow();
        assertThat(others.live()).containsExactly(read);

        notes.replace(read, Note.open("two"));
        there.follow();
        assertThat(others.live()).extracting(one -> one.content().words()).containsExactly("two");

        notes.change("a", Note::shut);
        there.follow();
        assertThat(others.live()).isEmpty();
        assertThat(notes.live()).isEmpty();
        assertThat(others.read("a")).isPresent();
        assertThat(heard).containsExactly("one", "two", "two");
        assertThat(store.template().getCollection("objects_live").countDocuments())
                .isZero();
    }

    @Test
    void aNodeThatStartsHasWhatIsLiveAndFindsTheRestByItsDay() {
        notes.insert("a", MONDAY, Note.open("one"));
        notes.insert("b", MONDAY, Note.open("two").shut());
        notes.insert("c", MONDAY.plusDays(1), Note.open("three"));

        ObjectStores again = node();
        SealedObjects<Note> fresh = again.open(NOTES);
        again.follow();

        assertThat(fresh.live()).extracting(Stored::id).containsExactlyInAnyOrder("a", "c");
        assertThat(fresh.ids(MONDAY.minusDays(7), MONDAY.plusDays(7))).containsExactly("c", "a", "b");
        assertThat(fresh.ids(MONDAY, MONDAY)).containsExactly("a", "b");
        assertThatThrownBy(() -> fresh.ids(MONDAY.minusDays(400), MONDAY)).hasMessageContaining("at most 400");
    }

    @Test
    void anActIsStoredWithItsWriteAndCopiedOnceToTheChain() {
        AuditEntry act = trail.done(Staffing.LAYLA.value(), Act.CASE_CHANGED, "a");
        Stored<Note> read =
                notes.insert("a", MONDAY, Note.open("one").shut(), act).orElseThrow();
        assertThat(trail.entries()).isEmpty();

        there.follow();
        there.copyAudits(trail);
        here.follow();
        here.copyAudits(trail);

        assertThat(trail.entries()).containsExactly(act);
        assertThat(notes.replace(read, Note.open("two")))
                .as("copying is no change anybody would notice")
                .isPresent();
    }

    @Test
    void whatIsErasedIsGoneOnEveryNode() {
        AuditEntry act = trail.done(Staffing.LAYLA.value(), Act.CASE_CHANGED, "a");
        notes.insert("a", MONDAY, Note.open("one"), act);
        there.follow();

        notes.erase("a", trail);
        there.follow();

        assertThat(trail.entries()).containsExactly(act);
        assertThat(notes.live()).isEmpty();
        assertThat(others.live()).isEmpty();
        assertThat(others.read("a")).isEmpty();
        assertThat(others.ids(MONDAY, MONDAY)).isEmpty();
    }

    @Test
    void whatLostItsKeyIsErasedWhenItIsRead() {
        notes.insert("a", MONDAY, Note.open("one"));
        store.template().getCollection("object_keys").deleteOne(new Document("_id", "note:a"));

        assertThat(notes.read("a")).isEmpty();
        assertThat(store.template().getCollection("objects").countDocuments()).isZero();
    }

    @Test
    void refusesWhatWasPutUnderAnotherNameOrVersion() {
        notes.insert("a", MONDAY, Note.open("one"));
        notes.insert("b", MONDAY, Note.open("two"));
        var objects = store.template().getCollection("objects");
        Document swapped = objects.find(new Document("_id", "note:a")).first();
        objects.replaceOne(new Document("_id", "note:b"), swapped.append("_id", "note:b"));

        assertThatThrownBy(() -> notes.read("b"))
                .isInstanceOf(ObjectUnreadableException.class)
                .hasMessage("note:b: content refused by its key");
    }

    @Test
    void holdsNoMoreInMemoryThanItMayAndCountsTheRest() {
        for (String id : List.of("a", "b", "c", "d")) {
            notes.insert(id, MONDAY, Note.open(id));
        }

        assertThat(notes.live()).hasSize(3);
        assertThat(notes.leftOut()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooLargeAndSaysNothingOfIt() {
        assertThatThrownBy(() -> notes.insert("a", MONDAY, Note.open(MARKER.repeat(300))))
                .hasMessageMatching("note: \\d+ bytes \\(expected: at most 2000\\)");
        assertThat(notes.read("a")).isEmpty();
    }

    @Test
    void findsNothingByWhatIsNoId() {
        assertThat(notes.read("../a")).isEmpty();
        assertThatThrownBy(() -> notes.insert("a:b", MONDAY, Note.open("one"))).hasMessageContaining("3 characters");
        assertThatThrownBy(() -> here.open(NOTES)).hasMessageContaining("twice");
    }
}

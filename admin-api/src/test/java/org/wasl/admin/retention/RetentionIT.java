package org.wasl.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Handling.Disposition;
import org.wasl.admin.casework.Orphans;
import org.wasl.admin.casework.Upkeep;
import org.wasl.admin.officer.Role;
import org.wasl.triage.report.Level;
import tools.jackson.databind.json.JsonMapper;

/** Closed cases from their shelf to the record that they are gone. */
class RetentionIT extends RetentionStory {
    @Test
    void aClosedCaseGoesWhenItsDayHasComeAndTwoPeopleAgreeAndNothingOfItIsLeft() {
        CaseNumber number = closed(told);
        String id = told.build().id().value();

        rig.clock.pass(Duration.ofDays(364));
        lists.propose();
        assertThat(lists.latest(salma, 9)).isEmpty();
        rig.clock.pass(Duration.ofDays(2));
        lists.propose();
        lists.propose();

        ListDesk.Held list = only();
        assertThat(list.list().items())
                .extracting(Item::number, Item::of)
                .containsExactly(tuple(number.value(), RetentionClass.STANDARD));
        assertThat(settle(layla, true)).isEqualTo(Answer.NOT_ALLOWED);
        assertThat(settle(salma, true)).isEqualTo(Answer.WAITS_FOR_SECOND);
        assertThat(settle(salma, true)).isEqualTo(Answer.NEEDS_ANOTHER_PERSON);
        destroyer.work();
        assertThat(book.read(number)).isPresent();
        assertThat(lists.settle(nidal, list.list().id(), true, "", list.version()))
                .isEqualTo(Answer.CHANGED);
        assertThat(settle(nidal, true)).isEqualTo(Answer.DONE);
        destroyer.work();

        assertThat(book.read(number)).isEmpty();
        for (String collection : List.of("case_keys", "cases", "open_cases", "mailboxes", "accused", "erasing")) {
            assertThat(count(collection)).as(collection).isZero();
        }
        assertThat(stored("intake", id)).containsOnlyKeys("_id");
        assertThat(stored("erased_cases", number.value())).containsOnlyKeys("_id", "day", "k", "cause");
        assertThat(count("retention_shelves")).isZero();
        assertThat(rig.notices())
                .anyMatch(notice -> notice.getClass().getSimpleName().equals("Erased"));
        DestructionRecord record = Objects.requireNonNull(only().list().record());
        assertThat(record.classes()).containsExactly(Map.entry(RetentionClass.STANDARD, 1));
        assertThat(record.gone()).isEqualTo(new DestructionRecord.Gone(1, 1, 0, 1));
        assertThat(record.by()).containsExactly(Staffing.SALMA.value(), Staffing.NIDAL.value());
        assertThat(record.orphans().none()).isTrue();
        assertThat(record.destroyed().getFirst().key()).matches("[0-9a-f]{32}");
        assertThat(rig.trail.entries())
                .filteredOn(entry -> entry.act() == Act.DESTRUCTION_RECORDED)
                .extracting(AuditEntry::digest)
                .containsExactly(RecordSeal.digest(record));
        assertThat(rig.trail.entries())
                .anyMatch(entry -> entry.act() == Act.DESTRUCTION_AGREED
                        && entry.outcome() == AuditEntry.Outcome.REFUSED
                        && entry.actor().equals(Staffing.LAYLA.value()));
        assertThat(proofs.verify(salma, only().list().id()).orElseThrow().holds())
                .isTrue();
    }

    @Test
    void aBackupPutBackIsFoundByTheProofAndByTheWalkAndDoesNotOpenWithoutItsKey() {
        CaseNumber number = closed(told);
        Document document = stored("cases", number.value());
        Document key = stored("case_keys", number.value());
        destroyAll();
        String list = only().list().id();

        rig.store.template().insert(document, "cases");
        assertThat(book.read(number)).isEmpty();
        assertThat(kinds(list)).containsExactly(Proof.Kind.CAME_BACK);
        assertThat(walk().found()).containsEntry(Orphans.Kind.DOCUMENT_WITHOUT_KEY, 1);
        rig.store.template().insert(key, "case_keys");
        assertThat(kinds(list)).containsExactly(Proof.Kind.OPENS);

        DestructionRecord record = Objects.requireNonNull(only().list().record());
        RecordSeal seal = node.getBean(RecordSeal.class);
        assertThat(seal.holds(record)).isTrue();
        TreeMap<RetentionClass, Integer> more = new TreeMap<>(Map.of(RetentionClass.STANDARD, 2));
        assertThat(seal.holds(new DestructionRecord(
                        1,
                        record.list(),
                        record.proposed(),
                        record.by(),
                        record.finished(),
                        record.destroyed(),
                        more,
                        record.spared(),
                        record.gone(),
                        record.orphans(),
                        record.seal())))
                .isFalse();
    }

    @Test
    void aRecordKeptElsewhereIsCheckedWithoutAnyKeyOfACase(@TempDir Path folder) throws IOException {
        CaseNumber number = closed(told);
        Document document = stored("cases", number.value());
        destroyAll();
        DestructionRecord made = Objects.requireNonNull(only().list().record());
        JsonMapper json = JsonMapper.builder().build();
        Path file = folder.resolve("record.json");
        AuditKey key = node.getBean(AuditKey.class);
        Files.writeString(file, json.writeValueAsString(RetentionView.DestructionRecordResource.of(made, salma)));
        assertThat(RecordCheck.check(file, key, rig.store.template()))
                .isEqualTo(new RecordCheck.Checked(true, 1, List.of()));

        rig.store.template().insert(document, "cases");
        assertThat(RecordCheck.check(file, key, rig.store.template()).back()).containsExactly(number + ": cases");
        Files.writeString(file, Files.readString(file).replace("STANDARD=1", "STANDARD=2"));
        assertThat(RecordCheck.check(file, key, null).sealed()).isFalse();
        rig.staff.as(Staffing.NIDAL, Role.COORDINATOR);
        Files.writeString(
                file,
                json.writeValueAsString(
                        RetentionView.DestructionRecordResource.of(made, rig.staff.as(Staffing.NIDAL))));
        assertThatThrownBy(() -> RecordCheck.check(file, key, null)).hasMessageContaining("statement");
    }

    @Test
    void whatIsLeftOverIsFoundWhateverItIs() {
        closed(told);
        assertThat(walk().none()).isTrue();
        String nobody = "1000-0000-" + check("10000000");
        Map<String, Document> planted = Map.of(
                "case_keys", new Document("_id", nobody).append("w", new byte[] {1}),
                "mailboxes", new Document("_id", "box").append("case", "2000-0000-" + check("20000000")),
                "intake", new Document("_id", "in").append("case", "2000-0000-" + check("20000000")),
                "accused",
                        new Document("_id", "index")
                                .append("v", 1L)
                                .append("r", List.of(new Document("c", "2000-0000-" + check("20000000")))),
                "attachment_chunks", new Document("_id", "blob:0"),
                "attachment_withheld", new Document("_id", "picture").append("report", "0".repeat(32)));
        planted.forEach((collection, one) -> rig.store.template().insert(one, collection));

        assertThat(walk().found())
                .containsOnlyKeys(
                        Orphans.Kind.KEY_WITHOUT_DOCUMENT,
                        Orphans.Kind.MAILBOX_WITHOUT_CASE,
                        Orphans.Kind.REPORT_WITHOUT_CASE,
                        Orphans.Kind.INDEX_WITHOUT_CASE,
                        Orphans.Kind.ATTACHMENT_WITHOUT_CASE,
                        Orphans.Kind.WITHHELD_WITHOUT_CASE);
    }

    @Test
    void aNodeKilledInTheMiddleIsFollowedByAnotherAndTwoAtOnceMakeOneRecord() throws InterruptedException {
        CaseNumber first = closed(told);
        CaseNumber second = closed(
                aFiledReport().saying("another one").judged(Level.L4_STANDARD).withoutCapsule());
        confirmed();
        // Everything that is on the chain first cannot be written: the case is begun, and nothing more.
        rig.trail.close(true);
        destroyer.work();
        assertThat(only0().items()).extracting(Item::state).containsOnly(Item.State.BEGUN);
        assertThat(book.read(first)).isPresent();
        rig.trail.close(false);
        // As a kill between two writes leaves it: the key is gone, and nothing else.
        rig.store.template().getCollection("case_keys").deleteOne(new Document("_id", first.value()));

        Destroyer other = rig.node("desk-2").getBean(Destroyer.class);
        Thread also = Thread.ofPlatform().start(other::work);
        destroyer.work();
        also.join();
        destroyer.work();
        other.work();

        assertThat(book.read(first)).isEmpty();
        assertThat(book.read(second)).isEmpty();
        assertThat(count("cases") + count("case_keys") + count("mailboxes") + count("accused"))
                .isZero();
        DestructionList list = only0();
        assertThat(list.items()).extracting(Item::state).containsOnly(Item.State.DESTROYED);
        assertThat(list.state()).isEqualTo(DestructionList.State.DONE);
        DestructionRecord record = Objects.requireNonNull(list.record());
        assertThat(record.destroyed()).hasSize(2);
        assertThat(rig.trail.entries().stream()
                        .filter(entry -> entry.act() == Act.DESTRUCTION_RECORDED)
                        .map(AuditEntry::digest)
                        .distinct())
                .containsExactly(RecordSeal.digest(record));
        assertThat(proofs.verify(salma, list.id()).orElseThrow().holds()).isTrue();
    }

    @Test
    void aCaseThatWasOpenedAgainIsSparedAndStandsOnItsNewShelf() {
        CaseNumber number = closed(told);
        rig.clock.pass(Duration.ofDays(80));
        assertThat(desk.reopen(salma, number, "they wrote", null)).isInstanceOf(CaseChange.Done.class);
        rig.clock.pass(Duration.ofDays(400));
        lists.propose();
        assertThat(lists.latest(salma, 9)).isEmpty();
        desk.acknowledge(salma, number, null);
        close(number, Disposition.SERVICE_DELIVERED);
        Upkeep.once(node);
        rig.clock.pass(Duration.ofDays(364));
        lists.propose();
        assertThat(lists.latest(salma, 9)).isEmpty();
        rig.clock.pass(Duration.ofDays(2));
        lists.propose();
        assertThat(only().list().items()).hasSize(1);
    }

    @Test
    void aRefusedOrForgottenListDestroysNothingAndIsOfferedAgain() {
        CaseNumber number = closed(told);
        rig.clock.pass(Duration.ofDays(367));
        lists.propose();
        ListDesk.Held list = only();
        assertThat(lists.settle(salma, list.list().id(), false, "", list.version()))
                .isEqualTo(Answer.REASON_MISSING);
        assertThat(lists.settle(salma, list.list().id(), false, "look again", list.version()))
                .isEqualTo(Answer.DONE);
        destroyer.work();
        lists.propose();
        assertThat(book.read(number)).isPresent();
        rig.clock.pass(Duration.ofDays(1));
        lists.propose();
        assertThat(lists.latest(salma, 9)).hasSize(2);
        rig.clock.pass(Duration.ofDays(32));
        lists.propose();
        assertThat(lists.latest(salma, 9))
                .extracting(held -> held.list().state())
                .containsExactly(
                        DestructionList.State.PROPOSED, DestructionList.State.LAPSED, DestructionList.State.DECLINED);
    }

    @Test
    void whoMayNotKnowOfCasesAboutTheForcesIsToldNoClass() {
        Item item = Item.of(
                "1000-0000-" + check("10000000"),
                new RetentionPlan.Fate(RetentionClass.CONFLICT, LocalDate.EPOCH, LocalDate.EPOCH));
        rig.staff.as(Staffing.NIDAL, Role.COORDINATOR);
        assertThat(RetentionView.DueCaseResource.of(item, rig.staff.as(Staffing.NIDAL))
                        .retentionClass())
                .isNull();
        assertThat(RetentionView.DueCaseResource.of(item, salma).retentionClass())
                .isEqualTo(RetentionClass.CONFLICT);
    }
}
